package org.diaodu.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How much of a year's amount is due by the end of a period (序时进度). Never for growth: 6 % for the
 * year is 6 % in every month of it. Definitions: {@code docs/method/phasing.md}.
 */
public final class Phasing {
  private Phasing() {}

  /**
   * One earlier year.
   *
   * @param part what had come in by the end of the same period
   * @param total the whole year
   */
  public record Year(BigDecimal part, BigDecimal total) {}

  /**
   * In proportion to time: {@code months from 1 January to the end of the period / months from 1
   * January to the deadline}, at most 1.
   *
   * @param planYear the year whose 1 January is meant
   */
  public static Fraction byTime(TimePeriod period, int planYear, LocalDate deadline) {
    int elapsed = period.monthIndex() - 12 * planYear + 1;
    int due = 12 * (deadline.getYear() - planYear) + deadline.getMonthValue();
    return new Fraction(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(due)).min(Fraction.ONE);
  }

  /**
   * In proportion to earlier years: {@code Σ parts / Σ totals}. Empty without an earlier year,
   * where their total is not positive, and where the share has more digits than a stored figure.
   */
  public static Optional<Fraction> byHistory(List<Year> years) {
    BigDecimal part = years.stream().map(Year::part).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal total = years.stream().map(Year::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Share.percent(part, total).map(fits -> new Fraction(part, total));
  }
}
