package org.diaodu.layout;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * A period as tables print it, whole or in part: 2024年1-6月, 一季度, 1-本月, 累计, (2012).
 *
 * @param year the year; null where it is not said
 * @param span what of the year; null where it is not said
 * @param number month or quarter at the end of the span; 0 where it is not said or not needed
 * @param found the text, in its normal form
 */
record PeriodPhrase(Integer year, Span span, int number, String found) {
  /** What of a year a period covers. */
  enum Span {
    /** The year as a whole. */
    year,
    /** A quarter alone. */
    quarter,
    /** A month alone. */
    month,
    /** From January to the end of a month. */
    to_month
  }

  static final PeriodPhrase NONE = new PeriodPhrase(null, null, 0, "");

  private static final Map<String, Integer> QUARTERS =
      Map.of("一", 1, "二", 2, "三", 3, "四", 4, "1", 1, "2", 2, "3", 3, "4", 4);
  private static final String YEAR = "(?:(?:19|20)\\d{2}年?度?)";

  /** From the most particular to the least; the first that is found counts. */
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?<ytd>"
              + YEAR
              + "?1月?(?:-|至|到)(?<to>\\d{1,2})月份?(?:累计)?)"
              + "|(?<half>"
              + YEAR
              + "?上半年)"
              + "|(?<three>"
              + YEAR
              + "?(?:前三季度|1-3季度|一至三季度|1至3季度))"
              + "|(?<q>"
              + YEAR
              + "?第?(?<quarter>[一二三四1-4])季度)"
              + "|(?<m>"
              + YEAR
              + "?(?<![\\d-])(?<month>\\d{1,2})月份?(?!\\d*[日-]))"
              + "|(?<iso>(?<isoyear>(?:19|20)\\d{2})[-./](?<isomonth>0[1-9]|1[0-2])(?!\\d))"
              + "|(?<to2>1-本月|(?:本年|自?年初|本月止|截至本月)?(?:止)?累计)"
              + "|(?<now>本月|当月)"
              + "|(?<y>(?<y4>(?:19|20)\\d{2})(?:年度?|全年|(?=\\)|$))(?:全年)?)");

  /** The first period that a text in its normal form states. */
  static PeriodPhrase find(String normal) {
    String text = arabicYears(normal);
    Matcher m = PHRASE.matcher(text);
    while (m.find()) {
      PeriodPhrase phrase = phrase(m);
      if (phrase != null) {
        return phrase;
      }
    }
    return NONE;
  }

  private static PeriodPhrase phrase(Matcher m) {
    String found = m.group();
    if (m.group("ytd") != null) {
      return month(yearIn(found), Span.to_month, m.group("to"), found);
    }
    if (m.group("half") != null) {
      return new PeriodPhrase(yearIn(found), Span.to_month, 6, found);
    }
    if (m.group("three") != null) {
      return new PeriodPhrase(yearIn(found), Span.to_month, 9, found);
    }
    if (m.group("q") != null) {
      int quarter = QUARTERS.get(m.group("quarter"));
      // The first quarter is the year so far as well.
      return quarter == 1
          ? new PeriodPhrase(yearIn(found), Span.to_month, 3, found)
          : new PeriodPhrase(yearIn(found), Span.quarter, quarter, found);
    }
    if (m.group("m") != null) {
      return month(yearIn(found), Span.month, m.group("month"), found);
    }
    if (m.group("iso") != null) {
      return month(Integer.valueOf(m.group("isoyear")), Span.month, m.group("isomonth"), found);
    }
    if (m.group("to2") != null) {
      return new PeriodPhrase(null, Span.to_month, 0, found);
    }
    if (m.group("now") != null) {
      return new PeriodPhrase(null, Span.month, 0, found);
    }
    return new PeriodPhrase(Integer.valueOf(m.group("y4")), Span.year, 0, found);
  }

  private static PeriodPhrase month(Integer year, Span span, String digits, String found) {
    int month = Integer.parseInt(digits);
    return month < 1 || month > 12 ? null : new PeriodPhrase(year, span, month, found);
  }

  private static Integer yearIn(String found) {
    Matcher year = Pattern.compile("^((?:19|20)\\d{2})(?=[年度\\d上前一二三四第])").matcher(found);
    return year.find() ? Integer.valueOf(year.group(1)) : null;
  }

  /** 二〇二四年 as 2024年. */
  private static String arabicYears(String text) {
    Matcher m = Pattern.compile("[〇○零一二三四五六七八九]{4}(?=年)").matcher(text);
    return m.replaceAll(
        r -> {
          StringBuilder digits = new StringBuilder();
          r.group()
              .chars()
              .forEach(c -> digits.append("〇一二三四五六七八九".indexOf(c == '○' || c == '零' ? '〇' : c)));
          return digits.toString();
        });
  }

  boolean isNone() {
    return span == null;
  }

  /**
   * The text with what it says of the period put in words that do not change from month to month.
   */
  String without(String text) {
    String rest = arabicYears(text).replace(found, "");
    if (!rest.isEmpty()) {
      return rest;
    }
    return switch (span) {
      case year -> "本年";
      case quarter -> "本季";
      case month -> "本月";
      case to_month -> "累计";
    };
  }

  /** This phrase, with what it leaves open taken from another. */
  PeriodPhrase completedBy(PeriodPhrase other) {
    if (isNone()) {
      return other;
    }
    boolean open = number == 0 && span != Span.year;
    return new PeriodPhrase(
        year == null ? other.year : year, span, open ? other.endMonth(span) : number, found);
  }

  /** The period at a frequency, where the phrase is whole and fits it. */
  Optional<TimePeriod> at(Frequency frequency) {
    if (year == null || isNone()) {
      return Optional.empty();
    }
    int month = span == Span.year ? 12 : span == Span.quarter ? number * 3 : number;
    if (month == 0) {
      return Optional.empty();
    }
    return switch (frequency) {
      case A ->
          span == Span.year || month == 12 ? Optional.of(TimePeriod.year(year)) : Optional.empty();
      case Q ->
          month % 3 == 0 ? Optional.of(TimePeriod.quarter(year, month / 3)) : Optional.empty();
      case M -> Optional.of(TimePeriod.month(year, month));
    };
  }

  /** What a flow covers at this period; empty where the phrase does not say. */
  Optional<Accumulation> accumulation() {
    if (isNone()) {
      return Optional.empty();
    }
    return switch (span) {
      case year, to_month -> Optional.of(Accumulation.YTD);
      case quarter, month -> Optional.of(Accumulation.PER);
    };
  }

  private int endMonth(Span wanted) {
    int month =
        span == null ? 0 : span == Span.year ? 12 : span == Span.quarter ? number * 3 : number;
    return wanted == Span.quarter ? month / 3 : month;
  }
}
