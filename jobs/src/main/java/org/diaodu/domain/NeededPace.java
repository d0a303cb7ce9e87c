package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the rest of the year must bring so that the target is met on its last day. Definitions:
 * {@code docs/method/needed-pace.md}.
 */
public final class NeededPace {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private NeededPace() {}

  /**
   * The amount still to come: {@code target − actual}, and nothing where it is there already. Empty
   * where either is null.
   */
  public static Optional<BigDecimal> amount(BigDecimal target, BigDecimal actual) {
    return target == null || actual == null
        ? Optional.empty()
        : Optional.of(target.subtract(actual).max(BigDecimal.ZERO));
  }

  /**
   * The amount that a growth target makes of last year's: {@code total year ago × (1 + target /
   * 100)}, less what is there. Exact; not rounded.
   */
  public static Optional<BigDecimal> amountByGrowth(
      BigDecimal targetPct, BigDecimal level, BigDecimal totalYearAgo) {
    return targetPct == null || level == null || totalYearAgo == null
        ? Optional.empty()
        : Optional.of(
            totalYearAgo
                .multiply(HUNDRED.add(targetPct))
                .movePointLeft(2)
                .subtract(level)
                .max(BigDecimal.ZERO));
  }

  /**
   * The growth that the rest of the year needs, in percent: {@code 100 × (amount still to come /
   * the same months a year ago − 1)}. Empty where a figure is missing, or where nothing came in
   * those months a year ago.
   *
   * <p>Example: 1000 in all of last year, 450 of it by June; 6 % wanted and 470 there by June: 590
   * must come where 550 came, 7.272727 %.
   */
  public static Optional<BigDecimal> growth(
      BigDecimal stillToCome, BigDecimal levelYearAgo, BigDecimal totalYearAgo) {
    if (stillToCome == null || levelYearAgo == null || totalYearAgo == null) {
      return Optional.empty();
    }
    return Growth.computed(stillToCome, totalYearAgo.subtract(levelYearAgo));
  }

  /**
   * The same on the basis of a growth that is published or at constant prices, which levels at
   * current prices would contradict: {@code (target − w × growth) / (1 − w)}, where {@code w} is
   * the share of last year that the months so far had; never below −100 %. Empty where a figure is
   * missing, or where nothing came in the rest of last year.
   *
   * <p>Example: 508 of last year's 1000 by June, 7.1 % so far, 6 % wanted: 4.864228 % in the rest.
   */
  public static Optional<BigDecimal> growthOnPublished(
      BigDecimal targetPct, BigDecimal growth, BigDecimal levelYearAgo, BigDecimal totalYearAgo) {
    if (targetPct == null || growth == null || levelYearAgo == null || totalYearAgo == null) {
      return Optional.empty();
    }
    BigDecimal rest = totalYearAgo.subtract(levelYearAgo);
    if (levelYearAgo.signum() < 0 || rest.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal needed = targetPct.multiply(totalYearAgo).subtract(growth.multiply(levelYearAgo));
    return Optional.of(ExactDecimal.quotient(needed, rest).max(HUNDRED.negate()))
        .filter(ExactDecimal::fits);
  }
}
