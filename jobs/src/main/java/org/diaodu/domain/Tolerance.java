package org.diaodu.domain;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How far a target may be missed.
 *
 * @param size zero or more
 * @param isRelative whether it is in percent of what the figure is held against; otherwise it is in
 *     the target's unit, and of a target in percent in percentage points
 */
public record Tolerance(BigDecimal size, boolean isRelative) implements Serializable {
  /** No room at all. */
  public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, false);

  /** The room around what a figure is held against, in the target's unit. */
  public Fraction around(Fraction required) {
    Fraction room = Fraction.of(size);
    return isRelative
        ? required.abs().times(room).over(Fraction.of(BigDecimal.valueOf(100)))
        : room;
  }

  /**
   * With its unit, in Chinese.
   *
   * @param unit of the target
   * @param isOfProgress whether it is said of the part that is done, which is in percent itself
   */
  public String text(String unit, boolean isOfProgress) {
    String relative = isOfProgress ? "个百分点" : "%";
    String absolute = unit.startsWith("%") ? "个百分点" : unit;
    return ExactDecimal.plain(size) + (isRelative ? relative : absolute);
  }
}
