package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a component contributes to the growth of its aggregate: in percentage points (拉动), and as
 * the part of the aggregate's growth that it makes up (贡献率). Both are on the basis of the growth
 * that stands beside them. Definitions: {@code docs/method/contribution.md}.
 */
public final class Contribution {
  private Contribution() {}

  /**
   * A part of an aggregate.
   *
   * @param level its figure
   * @param levelYearAgo its figure one year earlier
   * @param published its growth as published, in percent
   * @param constant its growth computed from levels at constant prices, in percent
   * @param source which growth of it is reported
   */
  public record Component(
      BigDecimal level,
      BigDecimal levelYearAgo,
      BigDecimal published,
      BigDecimal constant,
      GrowthSource source) {
    /** The growth that it is told by; empty where it waits for a published one. */
    Optional<Growth.Basis> basis() {
      return Growth.Basis.of(published, constant, source);
    }
  }

  /**
   * What it is a part of.
   *
   * @param levelYearAgo the aggregate one year earlier; null where there is none
   * @param level the aggregate now, of the same kind; null where there is none
   * @param growth its growth, in percent; null where there is none
   * @param basis where its growth comes from; null where there is none
   * @param why why {@code levelYearAgo} is null
   */
  public record Aggregate(
      BigDecimal levelYearAgo,
      BigDecimal level,
      BigDecimal growth,
      Growth.Basis basis,
      NotComputed why) {}

  /**
   * Contribution and contribution rate.
   *
   * @param points in percentage points of the aggregate's growth
   * @param basis of the growth that it goes with; null where there is none
   * @param why why {@code points} is null; null where it is not
   * @param ratePct part of the aggregate's growth, in percent
   * @param whyNoRate why {@code ratePct} is null; null where it is not
   */
  public record Result(
      BigDecimal points,
      Growth.Basis basis,
      NotComputed why,
      BigDecimal ratePct,
      NotComputed whyNoRate) {}

  /** Neither, for one reason. */
  public static Result none(NotComputed why) {
    return new Result(null, null, why, null, why);
  }

  /** The contribution of a component on the basis of the growth that it is told by. */
  public static Result of(Component component, Aggregate aggregate) {
    Growth.Basis basis = component.basis().orElse(null);
    if (basis == null) {
      return none(NotComputed.growth_not_published);
    }
    if (component.levelYearAgo() == null) {
      return none(NotComputed.no_base_period);
    }
    if (basis == Growth.Basis.computed && component.level() == null) {
      return none(NotComputed.no_observation);
    }
    if (aggregate.levelYearAgo() == null) {
      return none(aggregate.why());
    }
    if (aggregate.levelYearAgo().signum() <= 0) {
      return none(NotComputed.non_positive_base);
    }
    BigDecimal points = points(component, aggregate, basis).orElse(null);
    if (points == null) {
      return none(NotComputed.out_of_range);
    }
    NotComputed why = whyNoRate(aggregate, basis);
    BigDecimal rate = why == null ? rate(component, aggregate, basis).orElse(null) : null;
    return new Result(
        points, basis, null, rate, rate == null && why == null ? NotComputed.out_of_range : why);
  }

  /**
   * From levels, in percentage points: {@code 100 × (level − levelYearAgo) / aggregateYearAgo}.
   * Contributions of all components add up to the computed growth of their sum. Empty where a
   * figure is null, the aggregate's is not positive, or the result has too many digits.
   */
  public static Optional<BigDecimal> byLevels(
      BigDecimal level, BigDecimal levelYearAgo, BigDecimal aggregateYearAgo) {
    return level == null || levelYearAgo == null
        ? Optional.empty()
        : Share.percent(level.subtract(levelYearAgo), aggregateYearAgo);
  }

  /**
   * From growth on another basis than the levels, in percentage points: the share of a year ago
   * times the growth, {@code levelYearAgo / aggregateYearAgo × growth}. It adds up to the
   * aggregate's growth where growth is at constant prices and levels at current ones. Empty as
   * {@link #byLevels} is.
   */
  public static Optional<BigDecimal> byGrowth(
      BigDecimal levelYearAgo, BigDecimal growth, BigDecimal aggregateYearAgo) {
    return levelYearAgo == null || growth == null
        ? Optional.empty()
        : Share.percent(levelYearAgo.multiply(growth).movePointLeft(2), aggregateYearAgo);
  }

  /**
   * The part of an increment, in percent: {@code 100 × (level − levelYearAgo) / (aggregate −
   * aggregateYearAgo)}. Empty where a figure is null, the aggregate did not change, or the result
   * has too many digits.
   */
  public static Optional<BigDecimal> rateByLevels(
      BigDecimal level,
      BigDecimal levelYearAgo,
      BigDecimal aggregate,
      BigDecimal aggregateYearAgo) {
    return level == null || levelYearAgo == null || aggregate == null || aggregateYearAgo == null
        ? Optional.empty()
        : percent(level.subtract(levelYearAgo), aggregate.subtract(aggregateYearAgo));
  }

  /**
   * The part of such a growth, in percent: {@code 100 × contribution / growth of the aggregate},
   * where the contribution is that {@link #byGrowth}, not rounded before. Empty where a figure is
   * null, the aggregate's base is not positive or its growth zero, or the result has too many
   * digits.
   */
  public static Optional<BigDecimal> rateByGrowth(
      BigDecimal levelYearAgo,
      BigDecimal growth,
      BigDecimal aggregateYearAgo,
      BigDecimal aggregateGrowth) {
    return levelYearAgo == null
            || growth == null
            || aggregateYearAgo == null
            || aggregateYearAgo.signum() <= 0
            || aggregateGrowth == null
        ? Optional.empty()
        : percent(levelYearAgo.multiply(growth), aggregateYearAgo.multiply(aggregateGrowth));
  }

  private static Optional<BigDecimal> points(
      Component component, Aggregate aggregate, Growth.Basis basis) {
    return switch (basis) {
      case published ->
          byGrowth(component.levelYearAgo(), component.published(), aggregate.levelYearAgo());
      case constant_prices ->
          byGrowth(component.levelYearAgo(), component.constant(), aggregate.levelYearAgo());
      case computed ->
          byLevels(component.level(), component.levelYearAgo(), aggregate.levelYearAgo());
    };
  }

  private static Optional<BigDecimal> rate(
      Component component, Aggregate aggregate, Growth.Basis basis) {
    return switch (basis) {
      case published ->
          rateByGrowth(
              component.levelYearAgo(),
              component.published(),
              aggregate.levelYearAgo(),
              aggregate.growth());
      case constant_prices ->
          rateByGrowth(
              component.levelYearAgo(),
              component.constant(),
              aggregate.levelYearAgo(),
              aggregate.growth());
      case computed ->
          rateByLevels(
              component.level(),
              component.levelYearAgo(),
              aggregate.level(),
              aggregate.levelYearAgo());
    };
  }

  private static NotComputed whyNoRate(Aggregate aggregate, Growth.Basis basis) {
    if (aggregate.growth() == null) {
      return NotComputed.no_aggregate_growth;
    }
    if (aggregate.basis() != basis) {
      return NotComputed.basis_differs;
    }
    boolean unchanged =
        basis == Growth.Basis.computed
            ? aggregate.level().compareTo(aggregate.levelYearAgo()) == 0
            : aggregate.growth().signum() == 0;
    return unchanged ? NotComputed.zero_growth : null;
  }

  private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(ExactDecimal.percent(part, whole)).filter(ExactDecimal::fits);
  }
}
