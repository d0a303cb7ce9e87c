package org.diaodu.attainment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Growth;
import org.diaodu.domain.Landing;
import org.diaodu.domain.NeededPace;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Target;

/**
 * What a target still needs, and where the year will end.
 *
 * @param neededRest amount that the rest of the year must bring, in the indicator's unit
 * @param neededRestPct growth that the rest of the year must have, in percent
 * @param method how the estimate was made; null without one
 * @param projected the estimate of what the target will be held against at the year's end
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param probability in percent, that the target is met
 * @param why why there is no estimate; null where there is one
 */
record Outlook(
    BigDecimal neededRest,
    BigDecimal neededRestPct,
    Landing.Method method,
    BigDecimal projected,
    BigDecimal low,
    BigDecimal high,
    BigDecimal probability,
    NotComputed why) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NOTHING = ExactDecimal.stored(BigDecimal.ZERO);

  /**
   * What is known.
   *
   * @param isAmount whether the target is due in part over the year
   * @param isFlow whether the series is a sum since 1 January
   * @param isDueAtYearEnd whether the target is due when the estimate is for
   * @param about how far off still counts as met under {@link Comparator#ABOUT}
   */
  record Figures(
      Target.Kind kind,
      Comparator comparator,
      boolean isAmount,
      boolean isFlow,
      boolean isDueAtYearEnd,
      TimePeriod period,
      BigDecimal actual,
      BigDecimal required,
      BigDecimal about,
      BigDecimal value,
      BigDecimal level,
      BigDecimal levelYearAgo,
      BigDecimal totalYearAgo,
      Growth.Basis growthBasis,
      Landing.Sample shares,
      Landing.Sample differences,
      Landing.Sample annual) {}

  /** The outlook of a target; without an estimate, and saying so, where no method fits. */
  static Outlook of(Figures f, BigDecimal confidencePct) {
    boolean isOver = f.period().endMonth() == 12;
    BigDecimal still = isOver ? null : stillToCome(f);
    BigDecimal needed = still == null ? null : ExactDecimal.inRange(ExactDecimal.stored(still));
    BigDecimal rest = isOver || !f.isDueAtYearEnd() ? null : neededGrowth(f, still);
    boolean isYearly = f.period().frequency() == Frequency.A;
    if (f.kind() != Target.Kind.growth_yoy && !isSum(f) && !isYearly) {
      return none(needed, rest, NotComputed.no_method);
    }
    if (f.actual() != null && isOver) {
      return over(f);
    }
    if (!f.isDueAtYearEnd()) {
      return none(needed, rest, NotComputed.no_method);
    }
    if (isYearly) {
      return annual(f, confidencePct);
    }
    return f.kind() == Target.Kind.growth_yoy
        ? growth(f, confidencePct, needed, rest)
        : amount(f, confidencePct, needed, rest);
  }

  /** Whether it is an amount in the unit of its series. */
  private static boolean isSum(Figures f) {
    return f.kind() == Target.Kind.increment || (f.isAmount() && f.kind() == Target.Kind.level);
  }

  /**
   * The amount still to come. A stock has no rest of the year that could grow by itself; what a
   * growth that is published or at constant prices needs is no amount at current prices; and a
   * ceiling needs nothing, nor does a middle that is behind.
   */
  private static BigDecimal stillToCome(Figures f) {
    if (!f.isFlow() || f.value() == null || f.comparator().isCeiling()) {
      return null;
    }
    BigDecimal still = null;
    if (f.kind() == Target.Kind.growth_yoy && !isOffLevels(f)) {
      still = NeededPace.amountByGrowth(f.value(), f.level(), f.totalYearAgo()).orElse(null);
    } else if (isSum(f)) {
      still = NeededPace.amount(f.value(), f.actual()).orElse(null);
    }
    boolean isNothingLeft = still != null && still.signum() == 0;
    return isNothingLeft && !f.comparator().isReached() ? null : still;
  }

  /** On the basis of the growth that is held against the target; a ceiling needs none. */
  private static BigDecimal neededGrowth(Figures f, BigDecimal stillToCome) {
    if (f.comparator().isCeiling()) {
      return null;
    }
    return f.isFlow() && f.kind() == Target.Kind.growth_yoy && isOffLevels(f)
        ? NeededPace.growthOnPublished(f.value(), f.actual(), f.levelYearAgo(), f.totalYearAgo())
            .orElse(null)
        : NeededPace.growth(stillToCome, f.levelYearAgo(), f.totalYearAgo()).orElse(null);
  }

  /** Whether the growth is on another basis than the levels at current prices. */
  private static boolean isOffLevels(Figures f) {
    return f.growthBasis() == Growth.Basis.published
        || f.growthBasis() == Growth.Basis.constant_prices;
  }

  private static Outlook over(Figures f) {
    Landing.Projection is = Landing.outcome(f.actual());
    return new Outlook(null, null, is.method(), is.projected(), is.low(), is.high(), null, null);
  }

  private static Outlook growth(
      Figures f, BigDecimal confidencePct, BigDecimal needed, BigDecimal rest) {
    if (f.actual() == null) {
      return none(needed, rest, NotComputed.no_observation);
    }
    if (f.differences() == null) {
      return none(needed, rest, NotComputed.too_few_figures);
    }
    Landing.Projection at = Landing.byGrowthDifference(f.actual(), f.differences(), confidencePct);
    Landing.Sample year =
        new Landing.Sample(f.differences().years(), at.projected(), f.differences().scale());
    return with(at, probability(f, f.required(), Odds.of(year)), needed, rest);
  }

  private static Outlook amount(
      Figures f, BigDecimal confidencePct, BigDecimal needed, BigDecimal rest) {
    if (f.actual() == null) {
      return none(needed, rest, NotComputed.no_observation);
    }
    if (f.shares() == null) {
      return none(needed, rest, NotComputed.too_few_figures);
    }
    Optional<Landing.Projection> at =
        Landing.bySeasonalShare(f.actual(), f.shares(), confidencePct);
    if (at.isEmpty()) {
      return none(needed, rest, NotComputed.no_upper_end);
    }
    // Last year's same months say where a direction stands, its whole where it must end.
    BigDecimal bound = f.comparator().isDirection() ? f.totalYearAgo() : f.required();
    return with(at.get(), probability(f, bound, ofShare(f)), needed, rest);
  }

  /** A series that comes once a year: from the growth of the years before. */
  private static Outlook annual(Figures f, BigDecimal confidencePct) {
    boolean growth = f.kind() == Target.Kind.growth_yoy;
    if (!growth && f.kind() != Target.Kind.increment && f.kind() != Target.Kind.level) {
      return none(null, null, NotComputed.no_method);
    }
    if (f.annual() == null || (!growth && f.totalYearAgo() == null)) {
      return none(null, null, NotComputed.too_few_figures);
    }
    if (growth) {
      Landing.Projection rate =
          Landing.byGrowthDifference(BigDecimal.ZERO.setScale(6), f.annual(), confidencePct);
      return with(
          new Landing.Projection(
              Landing.Method.annual_trend, rate.projected(), rate.low(), rate.high()),
          probability(f, f.required(), Odds.of(f.annual())),
          null,
          null);
    }
    return with(
        Landing.byAnnualTrend(f.totalYearAgo(), f.annual(), confidencePct),
        probability(f, f.required(), ofYearsGrowth(f)),
        null,
        null);
  }

  private static Outlook with(
      Landing.Projection at, BigDecimal probability, BigDecimal needed, BigDecimal rest) {
    if (!ExactDecimal.fits(at.projected())
        || !ExactDecimal.fits(at.low())
        || !ExactDecimal.fits(at.high())) {
      return none(needed, rest, NotComputed.out_of_range);
    }
    return new Outlook(
        needed, rest, at.method(), at.projected(), at.low(), at.high(), probability, null);
  }

  /** How likely it is that the year ends at a bound or above, and at it or below, in percent. */
  private record Odds(UnaryOperator<BigDecimal> atLeast, UnaryOperator<BigDecimal> atMost) {

    static Odds of(Landing.Sample year) {
      return new Odds(
          bound -> Landing.probabilityAtLeast(year, bound),
          bound -> Landing.probabilityAtMost(year, bound));
    }
  }

  /** The year reaches an amount where what has come is at most that part of the year. */
  private static Odds ofShare(Figures f) {
    return new Odds(
        amount -> Landing.probabilityAtMost(f.shares(), ExactDecimal.percent(f.actual(), amount)),
        amount -> Landing.probabilityAtLeast(f.shares(), ExactDecimal.percent(f.actual(), amount)));
  }

  private static Odds ofYearsGrowth(Figures f) {
    return new Odds(
        amount ->
            Growth.computed(amount, f.totalYearAgo())
                .map(growth -> Landing.probabilityAtLeast(f.annual(), growth))
                .orElse(null),
        amount ->
            Growth.computed(amount, f.totalYearAgo())
                .map(growth -> Landing.probabilityAtMost(f.annual(), growth))
                .orElse(null));
  }

  /**
   * The probability, in percent, that the target is met; null where there is none: for an exact
   * value, for another series that moves as well, and where there is no bound, or none that an
   * amount has.
   */
  private static BigDecimal probability(Figures f, BigDecimal bound, Odds odds) {
    if (bound == null || (f.kind() != Target.Kind.growth_yoy && bound.signum() <= 0)) {
      return null;
    }
    return switch (f.comparator()) {
      case AT_LEAST -> odds.atLeast().apply(bound);
      case AT_MOST -> odds.atMost().apply(bound);
      case ABOVE, UP -> other(odds.atMost().apply(bound));
      case BELOW, DOWN -> other(odds.atLeast().apply(bound));
      case ABOUT -> within(f, bound, odds);
      case EXACTLY, HIGHER_THAN, NOT_LOWER_THAN -> null;
    };
  }

  private static BigDecimal within(Figures f, BigDecimal bound, Odds odds) {
    BigDecimal low = bound.subtract(f.about());
    if (f.kind() != Target.Kind.growth_yoy && low.signum() <= 0) {
      return odds.atMost().apply(bound.add(f.about()));
    }
    BigDecimal below = other(odds.atLeast().apply(low));
    BigDecimal atMost = odds.atMost().apply(bound.add(f.about()));
    return below == null || atMost == null ? null : atMost.subtract(below).max(NOTHING);
  }

  private static BigDecimal other(BigDecimal probability) {
    return probability == null ? null : HUNDRED.subtract(probability);
  }

  /** Without an estimate. */
  static Outlook none(NotComputed why) {
    return none(null, null, why);
  }

  private static Outlook none(BigDecimal needed, BigDecimal rest, NotComputed why) {
    return new Outlook(needed, rest, null, null, null, null, null, why);
  }
}
