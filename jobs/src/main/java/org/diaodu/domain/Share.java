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
   * A share or its change, or why there is none.
   *
   * @param pct in percent; null where there is none
   * @param exact the same before it was rounded; null where there is none
   * @param why null where there is one
   */
  public record Result(BigDecimal pct, Fraction exact, NotComputed why) {

    /** None, for a reason. */
    public static Result none(NotComputed why) {
      return new Result(null, null, why);
    }
  }

  /**
   * {@link #percent} with the reason where it is empty: {@code no_observation} without the part,
   * {@code no_total} without the total, {@code non_positive_base}, or {@code out_of_range}.
   */
  public static Result of(BigDecimal part, BigDecimal total) {
    if (part == null) {
      return Result.none(NotComputed.no_observation);
    }
    if (total == null) {
      return Result.none(NotComputed.no_total);
    }
    if (total.signum() <= 0) {
      return Result.none(NotComputed.non_positive_base);
    }
    return percent(part, total)
        .map(pct -> new Result(pct, Fraction.percent(part, total), null))
        .orElse(Result.none(NotComputed.out_of_range));
  }

  /**
   * The change of a share, in percentage points, on the one of a year ago, or why there is none.
   * Shares of different totals are not compared.
   */
  public static Result change(
      Result share, Denominator denominator, BigDecimal shareYearAgo, Denominator denominatorThen) {
    if (share.pct() == null) {
      return share;
    }
    if (shareYearAgo == null) {
      return Result.none(NotComputed.no_base_period);
    }
    if (denominator != denominatorThen) {
      return Result.none(NotComputed.denominator_differs);
    }
    BigDecimal change = share.pct().subtract(shareYearAgo);
    return ExactDecimal.fits(change)
        ? new Result(change, Fraction.of(change), null)
        : Result.none(NotComputed.out_of_range);
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
