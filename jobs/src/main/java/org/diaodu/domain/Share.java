package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** An area's share of a total, in percent. Definitions: {@code docs/method/share.md}. */
public final class Share {
  private Share() {}

  /** What the share is taken of. */
  public enum Denominator {
    /** The total area's own figure. */
    published_total,
    /** The sum of every area in the total, because the total area has no figure. */
    sum_of_areas
  }

  /**
   * {@code 100 × part / total}, exact, rounded half up once to six decimals. Empty where either is
   * null or the total is not positive.
   */
  public static Optional<BigDecimal> percent(BigDecimal part, BigDecimal total) {
    return part == null || total == null || total.signum() <= 0
        ? Optional.empty()
        : Optional.of(ExactDecimal.percent(part, total)).filter(ExactDecimal::fits);
  }
}
