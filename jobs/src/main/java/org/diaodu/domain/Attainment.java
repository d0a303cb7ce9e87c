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
   * null, and where it has more digits than a stored figure.
   */
  public static Optional<BigDecimal> gap(BigDecimal actual, BigDecimal target) {
    return actual == null || target == null
        ? Optional.empty()
        : Optional.of(actual.subtract(target)).filter(ExactDecimal::fits);
  }

  /**
   * For an amount, how much of it is done: {@code 100 × actual / target}, exact, rounded half up
   * once. Empty where either is null or the target is not positive.
   */
  public static Optional<BigDecimal> progress(BigDecimal actual, BigDecimal target) {
    return Share.percent(actual, target);
  }

  /**
   * Why there is no {@link #progress} though both figures are there: a target that is not positive,
   * or a result with too many digits.
   */
  public static NotComputed whyNoProgress(BigDecimal target) {
    return target.signum() <= 0 ? NotComputed.non_positive_target : NotComputed.out_of_range;
  }

  /**
   * Green where {@code actual} meets {@code required}; yellow where it misses by no more than the
   * room for it; else red; {@link Light#no_data} where there is no actual figure.
   *
   * @param room in the unit of the figures
   */
  public static Light light(Comparator comparator, Fraction actual, Fraction required, Room room) {
    if (actual == null || required == null) {
      return Light.no_data;
    }
    Fraction ahead = actual.minus(required);
    return switch (comparator) {
      case AT_LEAST, NOT_LOWER_THAN -> graded(ahead.signum() >= 0, ahead.negate(), room);
      case ABOVE, UP, HIGHER_THAN -> graded(ahead.signum() > 0, ahead.negate(), room);
      case AT_MOST -> graded(ahead.signum() <= 0, ahead, room);
      case BELOW, DOWN -> graded(ahead.signum() < 0, ahead, room);
      case EXACTLY -> graded(ahead.signum() == 0, ahead.abs(), room);
      case ABOUT -> graded(ahead.abs().compare(room.about()) <= 0, ahead.abs(), room);
    };
  }

  /**
   * Light by the average of the siblings: green where {@code actual} is not worse, else red. Empty
   * average, no light.
   */
  public static Light lightByAverage(boolean moreIsBetter, Fraction actual, Fraction average) {
    if (actual == null || average == null) {
      return Light.no_data;
    }
    int ahead = actual.compare(average);
    return (moreIsBetter ? ahead >= 0 : ahead <= 0) ? Light.green : Light.red;
  }

  /**
   * Light by the rank among {@code peers} siblings: green, blue, yellow and red for the four
   * quarters, {@code ⌈4 × rank / peers⌉}.
   *
   * <p>Example: among eight, ranks 1 and 2 are green, 3 and 4 blue, 5 and 6 yellow, 7 and 8 red.
   */
  public static Light lightByRank(int rank, int peers) {
    int quarter = (4 * rank + peers - 1) / peers;
    return switch (quarter) {
      case 1 -> Light.green;
      case 2 -> Light.blue;
      case 3 -> Light.yellow;
      default -> Light.red;
    };
  }

  private static Light graded(boolean met, Fraction shortfall, Room room) {
    if (met) {
      return Light.green;
    }
    return shortfall.compare(room.yellow()) <= 0 ? Light.yellow : Light.red;
  }
}
