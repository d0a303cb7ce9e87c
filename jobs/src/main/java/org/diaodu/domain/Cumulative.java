package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one month or quarter alone amounts to, from figures that are published since 1 January.
 * Definitions: {@code docs/method/period-from-cumulative.md}.
 */
public final class Cumulative {
  private Cumulative() {}

  /**
   * An amount and the months that it covers.
   *
   * @param value in the indicator's unit
   * @param months how many; 2 for a February that cannot be told from January
   */
  public record Amount(BigDecimal value, int months) {}

  /**
   * {@code cumulative(t) − cumulative(t − 1)}; of the first period of a year the cumulative figure
   * itself. A February whose January was not published is the pair January–February and is never
   * halved.
   *
   * <p>Example: 15167.40 to March less 8872.10 to February is 6295.30 in March.
   *
   * @param period a month or a quarter
   * @param cumulative the figure from 1 January to its end; null where there is none
   * @param before the one to the end of the period before; null where there is none
   * @return empty where the amount is not known, and for a year, of which it is the figure itself
   */
  public static Optional<Amount> amount(
      TimePeriod period, BigDecimal cumulative, BigDecimal before) {
    int months = period.frequency().months();
    if (cumulative == null || period.frequency() == Frequency.A) {
      return Optional.empty();
    }
    if (period.number() == 1) {
      return Optional.of(new Amount(cumulative, months));
    }
    if (before != null) {
      return Optional.of(new Amount(cumulative.subtract(before), months))
          .filter(amount -> ExactDecimal.fits(amount.value()));
    }
    boolean february = period.frequency() == Frequency.M && period.number() == 2;
    return february ? Optional.of(new Amount(cumulative, 2)) : Optional.empty();
  }
}
