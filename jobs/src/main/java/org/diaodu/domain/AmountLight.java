package org.diaodu.domain;

import java.math.BigDecimal;

/**
 * The light of an amount that comes, or is used up, over a stretch of time. Compared at full
 * precision: by multiplying out, never by a rounded quotient.
 *
 * @param actual in the target's unit
 * @param required the target, or for a direction the same months of last year, in the same unit
 * @param duePart numerator of the share that is due by now
 * @param dueWhole denominator of that share, positive
 * @param tolerance in percentage points of {@code required}
 * @param aboutWithin what still counts as met for {@link Comparator#ABOUT}, in the target's unit
 */
public record AmountLight(
    BigDecimal actual,
    BigDecimal required,
    BigDecimal duePart,
    BigDecimal dueWhole,
    BigDecimal tolerance,
    BigDecimal aboutWithin) {

  /**
   * The light under a comparator; what must be none, or is compared with none, has no tolerance.
   */
  public Light under(Comparator comparator) {
    if (required.signum() <= 0) {
      BigDecimal room = comparator == Comparator.ABOUT ? aboutWithin : BigDecimal.ZERO;
      return Attainment.light(comparator, actual, required, room);
    }
    boolean isAllDue = duePart.compareTo(dueWhole) >= 0;
    int toRequired = actual.compareTo(required);
    return switch (comparator) {
      case AT_LEAST -> graded(behind());
      case ABOVE -> isAllDue && toRequired == 0 ? Light.yellow : graded(behind());
      case AT_MOST -> toRequired > 0 ? Light.red : graded(behind().negate());
      case BELOW -> toRequired >= 0 ? Light.red : graded(behind().negate());
      case EXACTLY -> {
        if (toRequired > 0) {
          yield isAllDue ? graded(behind().negate()) : Light.red;
        }
        yield graded(behind());
      }
      case ABOUT -> about(isAllDue);
      case UP, DOWN, HIGHER_THAN, NOT_LOWER_THAN ->
          Attainment.light(
              comparator, actual, required, required.multiply(tolerance).movePointLeft(2));
    };
  }

  private Light about(boolean isAllDue) {
    if (actual.compareTo(required.add(aboutWithin)) > 0) {
      return isAllDue ? graded(behind().negate()) : Light.red;
    }
    BigDecimal least = required.subtract(aboutWithin).multiply(duePart);
    return actual.multiply(dueWhole).compareTo(least) >= 0 ? Light.green : graded(behind());
  }

  /** By how much it is behind what is due, times {@code dueWhole}. */
  private BigDecimal behind() {
    return required.multiply(duePart).subtract(actual.multiply(dueWhole));
  }

  private Light graded(BigDecimal missing) {
    if (missing.signum() <= 0) {
      return Light.green;
    }
    BigDecimal room = required.multiply(dueWhole).multiply(tolerance).movePointLeft(2);
    return missing.compareTo(room) <= 0 ? Light.yellow : Light.red;
  }
}
