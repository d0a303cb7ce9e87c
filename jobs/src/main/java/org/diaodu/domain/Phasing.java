package org.diaodu.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How much of a year's amount is due by the end of a period (序时进度), in percent. Never for growth: 6
 * % for the year is 6 % in every month of it. Definitions: {@code docs/method/phasing.md}.
 */
public final class Phasing {
  private static final BigDecimal ALL = ExactDecimal.stored(BigDecimal.valueOf(100));

  private Phasing() {}

  /**
   * One earlier year.
   *
   * @param part what had come in by the end of the same period
   * @param total the whole year
   */
  public record Year(BigDecimal part, BigDecimal total) {}

  /**
   * In proportion to time: {@code 100 × months from 1 January to the end of the period / months
   * from 1 January to the deadline}, at most 100.
   *
   * @param planYear the year whose 1 January is meant
   */
  public static BigDecimal byTime(TimePeriod period, int planYear, LocalDate deadline) {
    int elapsed = period.monthIndex() - 12 * planYear + 1;
    int due = 12 * (deadline.getYear() - planYear) + deadline.getMonthValue();
    return ExactDecimal.percent(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(due)).min(ALL);
  }

  /**
   * In proportion to earlier years: {@code 100 × Σ parts / Σ totals}. Empty without an earlier
   * year, or where their total is not positive.
   */
  public static Optional<BigDecimal> byHistory(List<Year> years) {
    BigDecimal part = years.stream().map(Year::part).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal total = years.stream().map(Year::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    return total.signum() <= 0 ? Optional.empty() : Share.percent(part, total);
  }
}
