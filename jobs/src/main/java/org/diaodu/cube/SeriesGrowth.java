package org.diaodu.cube;

import java.math.BigDecimal;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Growth;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;

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
    Growth.Result result = growth(now, base);
    boolean flagged = series.crossesBreak(accumulation, t);
    NotComputed why =
        differs && result.notComputedBecause() == NotComputed.no_base_period
            ? NotComputed.period_differs
            : result.notComputedBecause();
    Point.Level yearEnd = yearEnd(t);
    return new GrowthPoint(
        now,
        base,
        result,
        why,
        result.reported() == null
            ? noAverage(indicator.kind() == IndicatorKind.rate ? NotComputed.not_an_amount : why)
            : average(t, now, base, result, flagged),
        yearEnd,
        indicator.kind() == IndicatorKind.stock && yearEnd != null
            ? Growth.computed(now.level().value(), yearEnd.value()).orElse(null)
            : null,
        flagged);
  }

  private Growth.Result growth(Point now, Point base) {
    return Growth.of(
        new Growth.Input(
            now.level().value(),
            base == null ? null : base.level().value(),
            now.level().decimals(),
            base == null ? 0 : base.level().decimals(),
            now.publishedValue(),
            now.publishedDecimals(),
            now.level().isWithdrawn(),
            indicator.kind(),
            source(now, indicator)));
  }

  private Point.Level yearEnd(int t) {
    Point december =
        accumulation == Accumulation.EOP ? series.at(accumulation, periods.lastYearEnd(t)) : null;
    return december == null ? null : december.level();
  }

  private GrowthPoint.Average average(
      int t, Point now, Point base, Growth.Result result, boolean flagged) {
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
                    null,
                    flagged || before.isFlagged(),
                    Provenance.ofUsed(
                        GrowthPoint.provenanceOfGrowth(now, base, result),
                        before.provenanceOfGrowth())))
        .orElse(noAverage(whyNoAverage(result.reported(), then)));
  }

  private static NotComputed whyNoAverage(BigDecimal growth, BigDecimal growthYearAgo) {
    BigDecimal nothingLeft = BigDecimal.valueOf(-100);
    return growth.compareTo(nothingLeft) <= 0 || growthYearAgo.compareTo(nothingLeft) <= 0
        ? NotComputed.non_positive_base
        : NotComputed.out_of_range;
  }

  private static GrowthPoint.Average noAverage(NotComputed why) {
    return new GrowthPoint.Average(null, why, false, null);
  }
}
