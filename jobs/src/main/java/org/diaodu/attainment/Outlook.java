package org.diaodu.attainment;

import java.math.BigDecimal;
import java.util.Optional;
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

  /** What is known. */
  record Figures(
      Target.Kind kind,
      Comparator comparator,
      boolean isFlow,
      TimePeriod period,
      BigDecimal actual,
      BigDecimal required,
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
    BigDecimal rest = isOver ? null : neededGrowth(f, still);
    if (f.kind() != Target.Kind.growth_yoy
        && f.kind() != Target.Kind.increment
        && f.period().frequency() != Frequency.A) {
      return none(needed, rest, NotComputed.no_method);
    }
    if (f.actual() != null && f.period().endMonth() == 12) {
      return over(f);
    }
    if (f.period().frequency() == Frequency.A) {
      return annual(f, confidencePct);
    }
    return f.kind() == Target.Kind.growth_yoy
        ? growth(f, confidencePct, needed, rest)
        : amount(f, confidencePct, needed, rest);
  }

  /**
   * The amount still to come. A stock has no rest of the year that could grow by itself; and what a
   * growth that is published or at constant prices needs is no amount at current prices.
   */
  private static BigDecimal stillToCome(Figures f) {
    if (!f.isFlow()) {
      return null;
    }
    return switch (f.kind()) {
      case growth_yoy ->
          isOffLevels(f)
              ? null
              : NeededPace.amountByGrowth(f.value(), f.level(), f.totalYearAgo()).orElse(null);
      case increment -> NeededPace.amount(f.value(), f.actual()).orElse(null);
      default -> null;
    };
  }

  /** On the basis of the growth that is held against the target. */
  private static BigDecimal neededGrowth(Figures f, BigDecimal stillToCome) {
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
    BigDecimal probability =
        f.required() == null
            ? null
            : Landing.probabilityAtLeast(
                new Landing.Sample(
                    f.differences().years(), at.projected(), f.differences().scale()),
                f.required());
    return with(f, at, probability, needed, rest);
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
    BigDecimal probability =
        f.required() == null || f.required().signum() <= 0
            ? null
            : Landing.probabilityBySeasonalShare(f.actual(), f.shares(), f.required());
    return with(f, at.get(), probability, needed, rest);
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
          f,
          new Landing.Projection(
              Landing.Method.annual_trend, rate.projected(), rate.low(), rate.high()),
          f.required() == null ? null : Landing.probabilityAtLeast(f.annual(), f.required()),
          null,
          null);
    }
    BigDecimal neededGrowth = Growth.computed(f.required(), f.totalYearAgo()).orElse(null);
    return with(
        f,
        Landing.byAnnualTrend(f.totalYearAgo(), f.annual(), confidencePct),
        neededGrowth == null ? null : Landing.probabilityAtLeast(f.annual(), neededGrowth),
        null,
        null);
  }

  private static Outlook with(
      Figures f, Landing.Projection at, BigDecimal atLeast, BigDecimal needed, BigDecimal rest) {
    if (!ExactDecimal.fits(at.projected())
        || !ExactDecimal.fits(at.low())
        || !ExactDecimal.fits(at.high())) {
      return none(needed, rest, NotComputed.out_of_range);
    }
    BigDecimal probability =
        atLeast == null || !f.comparator().wantsLess() ? atLeast : HUNDRED.subtract(atLeast);
    return new Outlook(
        needed, rest, at.method(), at.projected(), at.low(), at.high(), probability, null);
  }

  /** Without an estimate. */
  static Outlook none(NotComputed why) {
    return none(null, null, why);
  }

  private static Outlook none(BigDecimal needed, BigDecimal rest, NotComputed why) {
    return new Outlook(needed, rest, null, null, null, null, null, why);
  }
}
