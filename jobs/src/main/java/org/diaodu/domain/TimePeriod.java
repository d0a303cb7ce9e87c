package org.diaodu.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A year, a quarter or a month, written as SDMX writes it: {@code 2024}, {@code 2024-Q2}, {@code
 * 2024-06}. The frequency follows from the text.
 *
 * @param frequency annual, quarterly or monthly
 * @param year calendar year, 1900 to 2199
 * @param number 1 for a year, 1 to 4 for a quarter, 1 to 12 for a month
 */
public record TimePeriod(Frequency frequency, int year, int number)
    implements Comparable<TimePeriod>, java.io.Serializable {

  private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(\\d{2})))?");

  /** Refuses a year or a number that no calendar has. */
  public TimePeriod {
    if (year < 1900 || year > 2199) {
      throw new IllegalArgumentException(
          "Cannot make a period: year " + year + " is not 1900-2199");
    }
    if (number < 1 || number > frequency.periodsPerYear()) {
      throw new IllegalArgumentException(
          "Cannot make a period: number %d is not 1-%d"
              .formatted(number, frequency.periodsPerYear()));
    }
  }

  /** The period a text names; empty where it names none, as {@code 2024-13} or {@code 2024-Q5}. */
  public static Optional<TimePeriod> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    if (year < 1900 || year > 2199) {
      return Optional.empty();
    }
    if (matcher.group(2) != null) {
      return Optional.of(quarter(year, Integer.parseInt(matcher.group(2))));
    }
    if (matcher.group(3) != null) {
      int month = Integer.parseInt(matcher.group(3));
      return month >= 1 && month <= 12 ? Optional.of(month(year, month)) : Optional.empty();
    }
    return Optional.of(year(year));
  }

  /**
   * The period a text names.
   *
   * @throws IllegalArgumentException where it names none
   */
  public static TimePeriod of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read period '%s': expected 2024, 2024-Q2 or 2024-06".formatted(text)));
  }

  /** A whole year. */
  public static TimePeriod year(int year) {
    return new TimePeriod(Frequency.A, year, 1);
  }

  /** A quarter, 1 to 4. */
  public static TimePeriod quarter(int year, int quarter) {
    return new TimePeriod(Frequency.Q, year, quarter);
  }

  /** A month, 1 to 12. */
  public static TimePeriod month(int year, int month) {
    return new TimePeriod(Frequency.M, year, month);
  }

  /** The period of a frequency that a day is in. */
  public static TimePeriod containing(Frequency frequency, LocalDate day) {
    return new TimePeriod(
        frequency, day.getYear(), (day.getMonthValue() - 1) / frequency.months() + 1);
  }

  /** Last month of the period, 1 to 12. */
  public int endMonth() {
    return number * frequency.months();
  }

  /**
   * The last month counted from year 0: {@code 12 × year + endMonth − 1}. The same period one year
   * earlier is exactly 12 less, whatever the frequency, so a year-ago match never depends on rows
   * being complete.
   */
  public int monthIndex() {
    return 12 * year + endMonth() - 1;
  }

  /**
   * The number of the period among those of its frequency, counted from year 0 without a gap: the
   * one before is one less, that of a year ago {@link Frequency#periodsPerYear} less.
   */
  public int ordinal() {
    return frequency.periodsPerYear() * year + number - 1;
  }

  /** The period with an {@link #ordinal}. */
  public static TimePeriod ofOrdinal(Frequency frequency, int ordinal) {
    int each = frequency.periodsPerYear();
    return new TimePeriod(
        frequency, Math.floorDiv(ordinal, each), Math.floorMod(ordinal, each) + 1);
  }

  /** The last day of the period. */
  public LocalDate lastDay() {
    return YearMonth.of(year, endMonth()).atEndOfMonth();
  }

  /** The period before this one. */
  public TimePeriod previous() {
    return number > 1
        ? new TimePeriod(frequency, year, number - 1)
        : new TimePeriod(frequency, year - 1, frequency.periodsPerYear());
  }

  /** The period after this one. */
  public TimePeriod next() {
    return number < frequency.periodsPerYear()
        ? new TimePeriod(frequency, year, number + 1)
        : new TimePeriod(frequency, year + 1, 1);
  }

  /** This period and those after it, up to one of the same frequency. */
  public List<TimePeriod> through(TimePeriod last) {
    return Stream.iterate(this, p -> p.compareTo(last) <= 0, TimePeriod::next).toList();
  }

  /** The same period one year earlier. */
  public TimePeriod yearEarlier() {
    return new TimePeriod(frequency, year - 1, number);
  }

  /** In time order: by last month, and the shorter period first where two end together. */
  @Override
  public int compareTo(TimePeriod other) {
    int byEnd = Integer.compare(monthIndex(), other.monthIndex());
    return byEnd != 0 ? byEnd : Integer.compare(frequency.months(), other.frequency.months());
  }

  @Override
  public String toString() {
    return switch (frequency) {
      case A -> String.valueOf(year);
      case Q -> year + "-Q" + number;
      case M -> year + (number < 10 ? "-0" : "-") + number;
    };
  }
}
