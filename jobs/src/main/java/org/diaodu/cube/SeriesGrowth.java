package org.diaodu.cube;

import java.math.BigDecimal;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Growth;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;

/**
 * Growth along one series. A base is found by its period and not by counting figures: a missing
 * month leaves a gap, never a wrong neighbour.
 *
 * <p>A point is made when it is asked for: whoever judges a few periods does not pay for the whole
 * series. Two threads that ask at once make the same point twice and keep either of them, which is
 * harmless as points do not change.
 */
final class SeriesGrowth {
  private final AreaSeries series;
  private final Accumulation accumulation;
  private final Periods periods;
  private final IndicatorDefinition indicator;
  private final GrowthPoint[] growth;

  SeriesGrowth(
      AreaSeries series,
      Accumulation accumulation,
      Periods periods,
      IndicatorDefinition indicator) {
    this.series = series;
    this.accumulation = accumulation;
    this.periods = periods;
    this.indicator = indicator;
    this.growth = new GrowthPoint[periods.count()];
  }

  /** Growth at a position; null where nothing is known, and outside of the periods. */
  GrowthPoint at(int t) {
    Point now = series.at(accumulation, t);
    if (now == null) {
      return null;
    }
    GrowthPoint known = growth[t];
    if (known == null) {
      known = at(t, now);
      growth[t] = known;
    }
    return known;
  }

  /**
   * Which growth of a figure is reported. Where growth is ever published, the base may have been
   * revised without the earlier cumulative figure being printed anew; the growth of a difference of
   * the two is then shown as computed, and not reported.
   */
  static GrowthSource source(Point point, IndicatorDefinition indicator) {
    return point.derivation() == Derivation.cumulative_difference
            && indicator.growthSource() != GrowthSource.computed
        ? GrowthSource.published
        : indicator.growthSource();
  }

  private GrowthPoint at(int t, Point now) {
    Point earlier = series.at(accumulation, periods.yearAgo(t));
    boolean differs =
        earlier != null && earlier.level().value() != null && earlier.months() != now.months();
    Point base = differs ? null : earlier;
    GrowthPoint.Constant constant = constant(t, now, earlier);
    Growth.Result result = growth(now, base, constant);
    SeriesFlag flag = series.flag(accumulation, t);
    NotComputed why = why(result, now, earlier, differs);
    Point.Level yearEnd = yearEnd(t);
    return new GrowthPoint(
        now,
        base,
        constant,
        result,
        why,
        average(t, now, result, why, GrowthPoint.provenanceOfGrowth(now, base, constant, result)),
        yearEnd,
        indicator.kind() == IndicatorKind.stock && yearEnd != null
            ? Growth.computed(now.level().value(), yearEnd.value()).orElse(null)
            : null,
        flag);
  }

  private static NotComputed why(Growth.Result result, Point now, Point earlier, boolean differs) {
    NotComputed why = result.notComputedBecause();
    if (why == null) {
      return null;
    }
    return switch (why) {
      case missing_value -> now.level().isSuppressed() ? NotComputed.suppressed : why;
      case no_base_period ->
          differs
              ? NotComputed.period_differs
              : earlier != null && earlier.level().isSuppressed() ? NotComputed.suppressed : why;
      default -> why;
    };
  }

  /** Growth at constant prices, where those of both levels are of one year. */
  private GrowthPoint.Constant constant(int t, Point now, Point earlier) {
    return earlier == null || earlier.constantValue() == null || series.isRebased(t)
        ? GrowthPoint.Constant.NONE
        : new GrowthPoint.Constant(
            earlier, Growth.computed(now.constantValue(), earlier.constantValue()).orElse(null));
  }

  private Growth.Result growth(Point now, Point base, GrowthPoint.Constant constant) {
    return Growth.of(
        new Growth.Input(
            now.level().value(),
            base == null ? null : base.level().value(),
            now.level().decimals(),
            base == null ? 0 : base.level().decimals(),
            now.publishedValue(),
            now.publishedDecimals(),
            constant.pct(),
            now.level().isWithdrawn(),
            indicator.kind(),
            source(now, indicator)));
  }

  private Point.Level yearEnd(int t) {
    Point december =
        accumulation == Accumulation.EOP ? series.at(accumulation, periods.lastYearEnd(t)) : null;
    return december == null ? null : december.level();
  }

  /** A published average takes precedence, as a published growth does. */
  private GrowthPoint.Average average(
      int t, Point now, Growth.Result result, NotComputed why, Provenance ofGrowth) {
    if (indicator.kind() == IndicatorKind.rate) {
      return noAverage(NotComputed.not_an_amount);
    }
    if (now.averageValue() != null && indicator.growthSource() != GrowthSource.computed) {
      return new GrowthPoint.Average(
          now.averageValue(),
          Growth.Basis.published,
          null,
          flagInTwoYears(t),
          now.averageProvenance());
    }
    if (result.reported() == null) {
      return noAverage(why);
    }
    GrowthPoint before = at(periods.yearAgo(t));
    BigDecimal then = before == null ? null : before.growth().reported();
    if (then == null) {
      return noAverage(NotComputed.no_base_period);
    }
    return Growth.twoYearAverage(result.reported(), then)
        .map(
            pct ->
                new GrowthPoint.Average(
                    pct,
                    Growth.Basis.computed,
                    null,
                    flagInTwoYears(t),
                    Provenance.ofUsed(ofGrowth, before.provenanceOfGrowth())))
        .orElse(noAverage(whyNoAverage(result.reported(), then)));
  }

  private SeriesFlag flagInTwoYears(int t) {
    int yearAgo = periods.yearAgo(t);
    return SeriesFlag.graver(
        series.flag(accumulation, t), yearAgo < 0 ? null : series.flag(accumulation, yearAgo));
  }

  private static NotComputed whyNoAverage(BigDecimal growth, BigDecimal growthYearAgo) {
    BigDecimal nothingLeft = BigDecimal.valueOf(-100);
    return growth.compareTo(nothingLeft) <= 0 || growthYearAgo.compareTo(nothingLeft) <= 0
        ? NotComputed.non_positive_base
        : NotComputed.out_of_range;
  }

  private static GrowthPoint.Average noAverage(NotComputed why) {
    return new GrowthPoint.Average(null, null, why, null, null);
  }
}
