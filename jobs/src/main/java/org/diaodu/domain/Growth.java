package org.diaodu.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Growth on the same period of the year before. Levels are in the indicator's unit, growth in
 * percent, both at six decimals. A null argument is a figure that is not there; a null result is
 * explained by {@link Result#notComputedBecause}.
 *
 * <p>Definitions: {@code docs/method/growth.md}, after the practice of the National Bureau of
 * Statistics of China: a published growth rate is data. It may be at constant prices or on a
 * comparable scope, and then the ratio of the printed levels does not, and need not, reproduce it.
 */
public final class Growth {
  private Growth() {}

  /** Why published and computed growth differ, or that they do not. */
  public enum GapClass {
    /** They are equal. */
    none,
    /** They differ by no more than the printed decimals of the figures explain. */
    rounding,
    /** The published growth implies another base than the stored one. */
    comparable_basis,
    /** No computed growth to compare with. */
    no_level
  }

  /** Where the reported growth comes from. */
  public enum Basis {
    /** The authority published it. */
    published("公布"),
    /** Computed here from the levels at constant prices that the authority printed. */
    constant_prices("按不变价计算"),
    /** Computed here from the levels at current prices. */
    computed("计算");

    private final String nameZh;

    Basis(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As the bureau's people read it. */
    public String nameZh() {
      return nameZh;
    }

    /**
     * Where the growth to report is taken from; empty where it waits for a published one.
     *
     * @param published growth as published; null where there is none
     * @param constant growth computed from levels at constant prices; null where there is none
     * @param source which growth is to be reported
     */
    public static Optional<Basis> of(
        BigDecimal published, BigDecimal constant, GrowthSource source) {
      return switch (source) {
        case published -> published == null ? Optional.empty() : Optional.of(Basis.published);
        case computed -> Optional.of(computed);
        case published_else_computed ->
            Optional.of(
                published != null
                    ? Basis.published
                    : constant != null ? constant_prices : computed);
      };
    }
  }

  /**
   * One indicator in one area at one period.
   *
   * @param level the figure
   * @param levelYearAgo the figure of the same period one year earlier
   * @param levelDecimals decimals with which the authority printed {@code level}
   * @param levelYearAgoDecimals decimals with which it printed {@code levelYearAgo}
   * @param published growth as published, in percent
   * @param publishedDecimals decimals with which it was published
   * @param constant growth computed from levels at constant prices, in percent
   * @param levelWithdrawn the level was received as missing
   * @param kind the indicator's kind
   * @param source which growth is to be reported
   */
  public record Input(
      BigDecimal level,
      BigDecimal levelYearAgo,
      int levelDecimals,
      int levelYearAgoDecimals,
      BigDecimal published,
      int publishedDecimals,
      BigDecimal constant,
      boolean levelWithdrawn,
      IndicatorKind kind,
      GrowthSource source) {}

  /**
   * Growth, both ways, and what became of it.
   *
   * @param computed {@code 100 × (level / levelYearAgo − 1)}
   * @param reported the growth to report
   * @param basis where {@code reported} comes from; null where it is null
   * @param gap {@code published − computed}, in percentage points; null where either is, and where
   *     it has more digits than a stored figure
   * @param gapClass why there is a gap; null where nothing is published
   * @param impliedLevelYearAgo {@code level / (1 + published / 100)}
   * @param changePp for a rate, {@code level − levelYearAgo} in percentage points
   * @param notComputedBecause why {@code reported} (for a rate {@code changePp}) is null
   */
  public record Result(
      BigDecimal computed,
      BigDecimal reported,
      Basis basis,
      BigDecimal gap,
      GapClass gapClass,
      BigDecimal impliedLevelYearAgo,
      BigDecimal changePp,
      NotComputed notComputedBecause) {}

  /** Everything the growth table says of one figure. */
  public static Result of(Input input) {
    if (input.kind() == IndicatorKind.rate) {
      return ofRate(input);
    }
    BigDecimal computed = computed(input.level(), input.levelYearAgo()).orElse(null);
    BigDecimal published = input.published();
    Basis from = Basis.of(published, input.constant(), input.source()).orElse(null);
    BigDecimal reported =
        from == null
            ? null
            : switch (from) {
              case published -> published;
              case constant_prices -> input.constant();
              case computed -> computed;
            };
    return new Result(
        computed,
        reported,
        reported == null ? null : from,
        published == null || computed == null
            ? null
            : ExactDecimal.inRange(published.subtract(computed)),
        gapClass(input, computed),
        impliedLevelYearAgo(input.level(), published).orElse(null),
        null,
        reported == null ? reason(input, computed) : null);
  }

  /**
   * {@code 100 × (level / levelYearAgo − 1)}, exact, rounded half up once to six decimals. Empty
   * where either is null, where the base is not positive (a ratio to it has no meaning), or where
   * the result has more digits than a stored figure.
   */
  public static Optional<BigDecimal> computed(BigDecimal level, BigDecimal levelYearAgo) {
    if (level == null || levelYearAgo == null || levelYearAgo.signum() <= 0) {
      return Optional.empty();
    }
    return Optional.of(exact(level, levelYearAgo).rounded()).filter(ExactDecimal::fits);
  }

  /** {@code 100 × (level / levelYearAgo − 1)} before it is rounded; the base must be positive. */
  public static Fraction exact(BigDecimal level, BigDecimal levelYearAgo) {
    return Fraction.percent(level.subtract(levelYearAgo), levelYearAgo);
  }

  /**
   * The base that the published growth implies: {@code level / (1 + published / 100) = 100 × level
   * / (100 + published)}. Empty where either is null or the published growth is −100 % or less.
   */
  public static Optional<BigDecimal> impliedLevelYearAgo(BigDecimal level, BigDecimal published) {
    if (level == null || published == null) {
      return Optional.empty();
    }
    BigDecimal index = BigDecimal.valueOf(100).add(published);
    return index.signum() <= 0
        ? Optional.empty()
        : Optional.of(ExactDecimal.percent(level, index)).filter(ExactDecimal::fits);
  }

  /**
   * Average growth over two years (两年平均), in percent: the geometric mean of the two yearly indices
   * less 100, {@code √((100 + g)(100 + g′)) − 100}, exact, rounded half up once to six decimals. It
   * takes the distortion of an exceptional base out of a comparison. Empty where either growth is
   * null or −100 % or less.
   *
   * <p>Example: 12.7 % after −6.8 % in the year before is 2.487268 % a year.
   */
  public static Optional<BigDecimal> twoYearAverage(BigDecimal growth, BigDecimal growthYearAgo) {
    if (growth == null || growthYearAgo == null) {
      return Optional.empty();
    }
    BigDecimal index = BigDecimal.valueOf(100).add(growth);
    BigDecimal indexYearAgo = BigDecimal.valueOf(100).add(growthYearAgo);
    return index.signum() <= 0 || indexYearAgo.signum() <= 0
        ? Optional.empty()
        : Optional.of(
                ExactDecimal.squareRoot(index.multiply(indexYearAgo))
                    .subtract(BigDecimal.valueOf(100)))
            .filter(ExactDecimal::fits);
  }

  private static Result ofRate(Input input) {
    BigDecimal change =
        input.level() == null || input.levelYearAgo() == null
            ? null
            : ExactDecimal.inRange(input.level().subtract(input.levelYearAgo()));
    return new Result(
        null, null, null, null, null, null, change, change == null ? reason(input, null) : null);
  }

  private static NotComputed reason(Input input, BigDecimal computed) {
    if (input.level() == null && input.levelWithdrawn()) {
      return NotComputed.missing_value;
    }
    if (input.kind() != IndicatorKind.rate
        && (input.source() == GrowthSource.published
            || input.kind() == IndicatorKind.growth_only)) {
      return NotComputed.growth_not_published;
    }
    if (input.level() == null) {
      return NotComputed.no_observation;
    }
    if (input.levelYearAgo() == null) {
      return NotComputed.no_base_period;
    }
    if (input.kind() != IndicatorKind.rate && input.levelYearAgo().signum() <= 0) {
      return NotComputed.non_positive_base;
    }
    return computed == null ? NotComputed.out_of_range : null;
  }

  private static GapClass gapClass(Input input, BigDecimal computed) {
    if (input.published() == null) {
      return null;
    }
    if (computed == null) {
      return GapClass.no_level;
    }
    if (input.published().compareTo(computed) == 0) {
      return GapClass.none;
    }
    return explainedByRounding(input) ? GapClass.rounding : GapClass.comparable_basis;
  }

  /**
   * Whether levels and growth that print as these do can agree: the range of growth that the
   * unrounded levels can have, {@code level ± ½ ulp} over {@code base ∓ ½ ulp}, meets the range of
   * the unrounded published growth, {@code published ± ½ ulp}.
   */
  private static boolean explainedByRounding(Input input) {
    BigDecimal halfLevel = halfUnit(input.levelDecimals());
    BigDecimal halfBase = halfUnit(input.levelYearAgoDecimals());
    BigDecimal halfPublished = halfUnit(input.publishedDecimals());
    BigDecimal baseLow = input.levelYearAgo().subtract(halfBase);
    if (baseLow.signum() <= 0) {
      return false;
    }
    BigDecimal baseHigh = input.levelYearAgo().add(halfBase);
    BigDecimal levelLow = input.level().subtract(halfLevel);
    BigDecimal levelHigh = input.level().add(halfLevel);
    // A negative level grows with the base, so its lowest ratio is over the lowest base.
    BigDecimal lowest =
        bound(levelLow, levelLow.signum() < 0 ? baseLow : baseHigh, RoundingMode.FLOOR);
    BigDecimal highest =
        bound(levelHigh, levelHigh.signum() < 0 ? baseHigh : baseLow, RoundingMode.CEILING);
    return input.published().add(halfPublished).compareTo(lowest) >= 0
        && input.published().subtract(halfPublished).compareTo(highest) <= 0;
  }

  private static BigDecimal bound(BigDecimal level, BigDecimal base, RoundingMode outwards) {
    return level.subtract(base).movePointRight(2).divide(base, 12, outwards);
  }

  private static BigDecimal halfUnit(int decimals) {
    return BigDecimal.valueOf(5, decimals + 1);
  }
}
