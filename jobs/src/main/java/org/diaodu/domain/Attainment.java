package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far a target is met. All figures are in the target's unit; for a growth target that is
 * percent, and it is never prorated: 6 % for the year is 6 % in every month of it.
 */
public final class Attainment {
  private Attainment() {}

  /**
   * {@code actual − target}: positive is ahead where more is better. Empty where the actual is
   * null.
   */
  public static Optional<BigDecimal> gap(BigDecimal actual, BigDecimal target) {
    return actual == null || target == null
        ? Optional.empty()
        : Optional.of(actual.subtract(target));
  }

  /**
   * For an amount, how much of it is done: {@code 100 × actual / target}, exact, rounded half up
   * once. Empty where either is null or the target is not positive.
   */
  public static Optional<BigDecimal> progress(BigDecimal actual, BigDecimal target) {
    return Share.percent(actual, target);
  }

  /** For an amount, how much of the year has passed: {@code 100 × endMonth / 12}. */
  public static BigDecimal schedule(TimePeriod period) {
    return ExactDecimal.percent(BigDecimal.valueOf(period.endMonth()), BigDecimal.valueOf(12));
  }

  /**
   * Green where {@code actual} meets {@code required}; yellow where it misses by no more than
   * {@code tolerance}; else red; {@link Light#no_data} where there is no actual figure.
   *
   * @param tolerance of the policy, in the unit of the figures, zero or more; for {@link
   *     Comparator#ABOUT} it is what still counts as met
   */
  public static Light light(
      Comparator comparator, BigDecimal actual, BigDecimal required, BigDecimal tolerance) {
    if (actual == null || required == null) {
      return Light.no_data;
    }
    BigDecimal ahead = actual.subtract(required);
    return switch (comparator) {
      case AT_LEAST -> graded(ahead.signum() >= 0, ahead.negate(), tolerance);
      case ABOVE, UP -> graded(ahead.signum() > 0, ahead.negate(), tolerance);
      case AT_MOST -> graded(ahead.signum() <= 0, ahead, tolerance);
      case BELOW, DOWN -> graded(ahead.signum() < 0, ahead, tolerance);
      case EXACTLY -> graded(ahead.signum() == 0, ahead.abs(), tolerance);
      case ABOUT -> ahead.abs().compareTo(tolerance) <= 0 ? Light.green : Light.red;
    };
  }

  private static Light graded(boolean met, BigDecimal shortfall, BigDecimal tolerance) {
    if (met) {
      return Light.green;
    }
    return shortfall.compareTo(tolerance) <= 0 ? Light.yellow : Light.red;
  }
}
