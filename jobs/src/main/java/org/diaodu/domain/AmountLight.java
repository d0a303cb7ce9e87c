package org.diaodu.domain;

/**
 * The light of an amount that comes, or is used up, over a stretch of time. Compared at full
 * precision, never by a rounded quotient.
 *
 * @param actual in the target's unit
 * @param required the target, or for a direction the same months of last year, in the same unit
 * @param due the share of the target that is due by now, or of a ceiling that may be used; from 0
 *     to 1
 * @param room in the target's unit
 */
public record AmountLight(Fraction actual, Fraction required, Fraction due, Room room) {

  /**
   * The light under a comparator; what must be none, or is compared with none, has no tolerance.
   */
  public Light under(Comparator comparator) {
    if (required.signum() <= 0) {
      return Attainment.light(comparator, actual, required, room.withoutYellow());
    }
    return switch (comparator) {
      case AT_LEAST -> graded(behind());
      case ABOVE -> isAllDue() && actual.compare(required) == 0 ? Light.yellow : graded(behind());
      case AT_MOST, BELOW -> isLost(comparator) ? Light.red : graded(behind().negate());
      case EXACTLY ->
          actual.compare(required) > 0
              ? isLost(comparator) ? Light.red : graded(behind().negate())
              : graded(behind());
      case ABOUT -> about();
      case UP, DOWN, HIGHER_THAN, NOT_LOWER_THAN ->
          Attainment.light(comparator, actual, required, room);
    };
  }

  /**
   * Whether it cannot be met any more: more of a ceiling is used than there is, or more has come
   * before the deadline than there should be in the end.
   */
  public boolean isLost(Comparator comparator) {
    return switch (comparator) {
      case AT_MOST -> actual.compare(required) > 0;
      case BELOW -> actual.compare(required) >= 0;
      case EXACTLY -> !isAllDue() && actual.compare(required) > 0;
      case ABOUT -> !isAllDue() && actual.compare(required.plus(room.about())) > 0;
      case AT_LEAST, ABOVE, UP, DOWN, HIGHER_THAN, NOT_LOWER_THAN -> false;
    };
  }

  private Light about() {
    if (isLost(Comparator.ABOUT)) {
      return Light.red;
    }
    Fraction least = required.minus(room.about()).times(due);
    boolean isEnough = actual.compare(least) >= 0;
    boolean isTooMuch = actual.compare(required.plus(room.about())) > 0;
    return isEnough && !isTooMuch ? Light.green : graded(behind().abs());
  }

  private boolean isAllDue() {
    return due.compare(Fraction.ONE) >= 0;
  }

  /** By how much it is behind what is due. */
  private Fraction behind() {
    return required.times(due).minus(actual);
  }

  private Light graded(Fraction missing) {
    if (missing.signum() <= 0) {
      return Light.green;
    }
    return missing.compare(room.yellow()) <= 0 ? Light.yellow : Light.red;
  }
}
