package org.diaodu.layout;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.text.HalfWidth;
import org.diaodu.text.WrittenDay;

/**
 * A period that stands alone in a cell, as people and spreadsheets write it: 2024-7, 2024年1-7月,
 * 2024年三季度, 202407, Jul-24, 2024年6月末.
 */
public final class WrittenPeriod {
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})|\\.(\\d{2}|[2-9])|(\\d{2}))");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[-/年]?q([1-4])");

  /** What a spreadsheet makes of a month that is typed into it. */
  private static final Pattern ENGLISH = Pattern.compile("([a-z]{3})-(\\d{2}|\\d{4})");

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  private static final Pattern END = Pattern.compile("年?[末底]$");

  private final PeriodPhrase phrase;
  private final TimePeriod exact;
  private final LocalDate day;
  private final Accumulation said;

  private WrittenPeriod(PeriodPhrase phrase, TimePeriod exact, LocalDate day, Accumulation said) {
    this.phrase = phrase;
    this.exact = exact;
    this.day = day;
    this.said = said;
  }

  /** The period that a text names and nothing else; empty where it names none, or says more. */
  public static Optional<WrittenPeriod> of(String text) {
    String normal = Label.normal(text);
    if (digits(normal) != digits(HalfWidth.of(text))) {
      // A footnote mark, ② or ², is no part of a period.
      return Optional.empty();
    }
    Optional<TimePeriod> exact =
        TimePeriod.parse(normal.toUpperCase(Locale.ROOT)).or(() -> inSigns(normal));
    if (exact.isPresent()) {
      return exact.map(period -> new WrittenPeriod(null, period, null, null));
    }
    Optional<LocalDate> day = WrittenDay.of(normal);
    return day.isPresent() ? day.map(d -> new WrittenPeriod(null, null, d, null)) : inWords(normal);
  }

  private static long digits(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private static Optional<TimePeriod> inSigns(String text) {
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      String digits =
          month.group(2) != null
              ? month.group(2)
              : month.group(3) != null ? month.group(3) : month.group(4);
      return month(month.group(1), Integer.parseInt(digits));
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      return TimePeriod.parse(quarter.group(1) + "-Q" + quarter.group(2));
    }
    Matcher english = ENGLISH.matcher(text);
    if (english.matches() && MONTHS.containsKey(english.group(1))) {
      String year = english.group(2);
      return month(year.length() == 2 ? "20" + year : year, MONTHS.get(english.group(1)));
    }
    return Optional.empty();
  }

  private static Optional<TimePeriod> month(String year, int month) {
    return TimePeriod.parse("%s-%02d".formatted(year, month));
  }

  /** The phrases of a text that together are the whole of it, joined into one. */
  private static Optional<WrittenPeriod> inWords(String normal) {
    String text = PeriodFinder.arabic(normal);
    Matcher end = END.matcher(text);
    boolean atEnd = end.find();
    String rest =
        atEnd ? text.substring(0, end.start()) + (end.group().startsWith("年") ? "年" : "") : text;
    PeriodPhrase period = PeriodPhrase.NONE;
    boolean toDate = false;
    boolean alone = false;
    for (PeriodPhrase found : PeriodFinder.findAll(rest)) {
      Optional<PeriodPhrase> joined = period.joined(found);
      if (joined.isEmpty() || !rest.startsWith(found.found())) {
        return Optional.empty();
      }
      period = joined.get();
      rest = rest.substring(found.found().length());
      toDate |= found.saysAccumulation() && found.span() == PeriodPhrase.Span.to_month;
      alone |= found.saysAccumulation() && found.span() != PeriodPhrase.Span.to_month;
    }
    boolean whole = rest.isEmpty() && period.year() != null && period.span() != null;
    boolean contrary = (toDate && alone) || (atEnd && (toDate || alone));
    if (!whole || contrary || period.span() == PeriodPhrase.Span.unclear) {
      return Optional.empty();
    }
    Accumulation said =
        atEnd ? Accumulation.EOP : toDate ? Accumulation.YTD : alone ? Accumulation.PER : null;
    return Optional.of(new WrittenPeriod(period, null, null, said));
  }

  /**
   * The period at a frequency. A period in codes or signs has a frequency of its own; a day stands
   * for the period that it begins or ends.
   *
   * @param wanted the frequency that is stated beside it; null where none is
   * @param usual the frequency of the series; null where there is none
   * @return empty where there is no such period, or where nobody says which one a day stands for
   */
  public Optional<TimePeriod> at(Frequency wanted, Frequency usual) {
    if (exact != null) {
      return Optional.of(exact).filter(period -> wanted == null || period.frequency() == wanted);
    }
    if (day != null) {
      return wanted == null ? Optional.empty() : periodOf(day, wanted);
    }
    Frequency frequency = wanted;
    if (frequency == null) {
      boolean quarter = phrase.span() == PeriodPhrase.Span.quarter || phrase.isFirstQuarter();
      frequency =
          phrase.span() == PeriodPhrase.Span.year
              ? Frequency.A
              : quarter ? Frequency.Q : usual == null ? Frequency.M : usual;
    }
    return phrase.at(frequency);
  }

  private static Optional<TimePeriod> periodOf(LocalDate day, Frequency frequency) {
    TimePeriod period = TimePeriod.containing(frequency, day);
    LocalDate first = day.withDayOfMonth(1);
    boolean begins = day.equals(first) && (day.getMonthValue() - 1) % frequency.months() == 0;
    return begins || day.equals(period.lastDay()) ? Optional.of(period) : Optional.empty();
  }

  /** From when on a figure of this period counts, where the words say it: 1-7月, 累计, 当月, 月末. */
  public Optional<Accumulation> accumulation() {
    return Optional.ofNullable(said);
  }

  /** Whether it is a single day. */
  public boolean isDay() {
    return day != null;
  }
}
