package org.diaodu.cube;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.SeriesFlag;

/** All series of one area, one for each accumulation, on the periods of its peer group. */
final class AreaSeries {
  private final Periods periods;
  private final Map<Accumulation, Point[]> points;
  private final Map<Accumulation, SeriesGrowth> growth = new EnumMap<>(Accumulation.class);

  /** The positions at which the area exists; null for all. */
  private final BitSet existence;

  /** How many breaks there are before each position. */
  private final int[] breaksBefore;

  /** How many changes of the year of constant prices there are before each position. */
  private final int[] rebasedBefore;

  /**
   * From the figures of an area and of those that it took over from.
   *
   * @param existence the positions at which the area exists; null for all
   */
  AreaSeries(
      AreaFigures figures, Periods periods, IndicatorDefinition indicator, BitSet existence) {
    this.periods = periods;
    this.existence = existence;
    this.points = PeriodAmounts.of(figures, periods);
    this.breaksBefore = countedBefore(figures.breaks(periods));
    this.rebasedBefore = countedBefore(figures.breaksOfConstantPrices(periods));
    points.keySet().forEach(a -> growth.put(a, new SeriesGrowth(this, a, periods, indicator)));
  }

  Set<Accumulation> accumulations() {
    return points.keySet();
  }

  /** What is known at a position; null where nothing is, and outside of the periods. */
  Point at(Accumulation accumulation, int position) {
    Point[] series = points.get(accumulation);
    return series == null || position < 0 || position >= series.length ? null : series[position];
  }

  /** Whether a figure at a position is the area's own, and not one that it took over. */
  boolean isOwn(int position) {
    return existence == null || existence.get(position);
  }

  /**
   * What is known, where it can be set beside other areas: a February that is two months in one
   * area may be one month in the next, so that a pair is null.
   */
  Point comparable(Accumulation accumulation, int position) {
    Point point = at(accumulation, position);
    return point == null || isPair(accumulation, point) ? null : point;
  }

  boolean isPair(Accumulation accumulation, Point point) {
    return accumulation == Accumulation.PER
        && periods.frequency() == Frequency.M
        && point.months() > 1;
  }

  /** Growth at a position; null where nothing is known, and outside of the periods. */
  GrowthPoint growthAt(Accumulation accumulation, int position) {
    SeriesGrowth along = growth.get(accumulation);
    return along == null ? null : along.at(position);
  }

  /** The same where it is the area's own; what an area took over is not counted beside others. */
  Point ownComparable(Accumulation accumulation, int position) {
    return position >= 0 && isOwn(position) ? comparable(accumulation, position) : null;
  }

  /** What has to be said of a figure beside that of a year ago; null where there is nothing. */
  SeriesFlag flag(Accumulation accumulation, int position) {
    return SeriesFlag.graver(
        SeriesFlag.breakIf(crossesBreak(accumulation, position)),
        isBaseOfPredecessor(accumulation, position) ? SeriesFlag.base_of_predecessor : null);
  }

  /** Whether the figure of a year ago, or one that it is the difference of, was taken over. */
  private boolean isBaseOfPredecessor(Accumulation accumulation, int position) {
    int base = periods.yearAgo(position);
    Point then = at(accumulation, base);
    return then != null
        && isOwn(position)
        && !isOwn(Math.max(0, base - (then.level().periods() - 1)));
  }

  /**
   * Whether a break lies between a figure and its base of a year ago: after the base, up to and
   * with the figure. A base at the break itself is of the new kind. Where the base is the
   * difference of two cumulative figures, a break between these two counts as well.
   */
  boolean crossesBreak(Accumulation accumulation, int position) {
    int base = periods.yearAgo(position);
    Point then = at(accumulation, base);
    int after = then == null ? base : base - (then.level().periods() - 1);
    return breaksBefore[position + 1] - breaksBefore[Math.max(after + 1, 0)] > 0;
  }

  /**
   * Whether the level at constant prices and that of a year ago are at prices of different years:
   * one after the base, up to and with the figure, is marked as a break.
   */
  boolean isRebased(int position) {
    int base = periods.yearAgo(position);
    return rebasedBefore[position + 1] - rebasedBefore[Math.max(base + 1, 0)] > 0;
  }

  private static int[] countedBefore(boolean[] marked) {
    int[] before = new int[marked.length + 1];
    for (int t = 0; t < marked.length; t++) {
      before[t + 1] = before[t] + (marked[t] ? 1 : 0);
    }
    return before;
  }
}
