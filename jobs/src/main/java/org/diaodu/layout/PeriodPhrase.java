package org.diaodu.layout;

import java.util.Optional;
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
    to_month,
    /** A part of the year, or several years, that no period stands for: 下半年, 7-12月, 2020-2024年. */
    unclear
  }

  static final PeriodPhrase NONE = new PeriodPhrase(null, null, 0, "");

  private static final Pattern FIRST_QUARTER = Pattern.compile("(?<![-至到])第?[一1]季度$");

  boolean isNone() {
    return span == null;
  }

  /**
   * The text with what it says of the period put in words that do not change from month to month.
   */
  String without(String text) {
    String rest = PeriodFinder.arabic(text).replace(found, "");
    if (rest.isEmpty()) {
      return word();
    }
    // 当月值 and 累计值 are two labels.
    boolean inWords = year == null && number == 0 && span != Span.unclear;
    return inWords ? PeriodFinder.arabic(text).replace(found, word()) : rest;
  }

  /** The word that stands for every period of its span. */
  String word() {
    return switch (span) {
      case year -> "本年";
      case quarter -> "本季";
      case month -> "本月";
      case to_month -> "累计";
      case unclear -> found;
    };
  }

  /** This phrase, with what it leaves open taken from another. */
  PeriodPhrase completedBy(PeriodPhrase other) {
    if (isNone()) {
      return other;
    }
    boolean open = number == 0 && span != Span.year;
    boolean needed = (year == null || open) && !found.contains(other.found);
    return new PeriodPhrase(
        year == null ? other.year : year,
        span,
        open ? other.endMonth(span) : number,
        needed ? other.found + found : found);
  }

  /** The whole year of this phrase. */
  PeriodPhrase asYear() {
    return new PeriodPhrase(year, Span.year, 0, found);
  }

  /**
   * This statement and another of the same kind that stands nearer to the figures, as one: a year
   * and a month are the month of that year, and of a month and the months up to it the latter say
   * more. Empty where the two contradict each other.
   */
  Optional<PeriodPhrase> joined(PeriodPhrase nearer) {
    if (isNone() || nearer.isNone()) {
      return Optional.of(isNone() ? nearer : this);
    }
    if (year != null && nearer.year != null && !year.equals(nearer.year)) {
      return Optional.empty();
    }
    Integer both = year == null ? nearer.year : year;
    if (isBareYear() || nearer.isBareYear()) {
      return Optional.of((isBareYear() ? nearer : this).in(both));
    }
    boolean unclear = span == Span.unclear || nearer.span == Span.unclear;
    int month = endMonth(Span.month);
    int other = nearer.endMonth(Span.month);
    if (unclear ? !found.equals(nearer.found) : month > 0 && other > 0 && month != other) {
      return Optional.empty();
    }
    PeriodPhrase kept = span == Span.to_month && nearer.span != Span.year ? this : nearer;
    int last = Math.max(month, other);
    int end = kept.span == Span.year || kept.span == Span.unclear ? 0 : last;
    if (kept.span == Span.quarter) {
      end = last % 3 == 0 ? last / 3 : 0;
    }
    return Optional.of(new PeriodPhrase(both, kept.span, end, kept.found));
  }

  /** This statement, with what it leaves open taken from one of lower rank that agrees with it. */
  PeriodPhrase completedByRank(PeriodPhrase lower) {
    return lower.joined(this).orElse(this);
  }

  /** Whether it is a year and nothing more: 2024年, but not 2024年度 or 2024年全年. */
  boolean isBareYear() {
    return span == Span.year && !found.contains("度") && !found.contains("全年");
  }

  /** Whether it says in so many words from when on it counts: 1-6月 or 本月, but not 6月. */
  boolean saysAccumulation() {
    return switch (span == null ? Span.unclear : span) {
      case to_month -> !isFirstQuarter();
      case month, quarter -> number == 0;
      case year, unclear -> false;
    };
  }

  /** Whether it is a first quarter, which is a quarter alone and the year so far. */
  boolean isFirstQuarter() {
    return span == Span.to_month && FIRST_QUARTER.matcher(found).find();
  }

  private PeriodPhrase in(Integer otherYear) {
    return new PeriodPhrase(otherYear, span, number, found);
  }

  /** The period at a frequency, where the phrase is whole and fits it. */
  Optional<TimePeriod> at(Frequency frequency) {
    if (year == null || isNone() || span == Span.unclear) {
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
      case unclear -> Optional.empty();
    };
  }

  /** The month, or the quarter, in which it ends; 0 where it does not say. */
  int endMonth(Span wanted) {
    int month =
        span == null ? 0 : span == Span.year ? 12 : span == Span.quarter ? number * 3 : number;
    return wanted != Span.quarter ? month : month % 3 == 0 ? month / 3 : 0;
  }
}
