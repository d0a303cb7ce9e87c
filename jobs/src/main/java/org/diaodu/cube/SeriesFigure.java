package org.diaodu.cube;

import java.io.Serializable;
import java.math.BigDecimal;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;

/**
 * What {@code statistics.growth} says of one figure along its own series, for those who judge it
 * and need no row.
 *
 * @param level the level, in the indicator's unit; null where there is none
 * @param whyNoLevel why there is no level; null where there is one
 * @param levelProvenance of the level; null where nothing is known of it
 * @param levelYearAgo the level of the same period a year ago; null where there is none to compare
 * @param levelYearAgoProvenance of that level; null where there is none
 * @param growth the reported growth, in percent; null where there is none
 * @param growthBasis where the growth comes from; null where there is none
 * @param whyNoGrowth why there is no growth; null where there is
 * @param growthProvenance of the figures that the growth was made from; null where there is none
 * @param provenance of the level, the published growth and the level of a year ago, used or not,
 *     and of what the growth was made from
 * @param flag what has to be said of the figure beside that of a year ago; null where there is
 *     nothing
 */
public record SeriesFigure(
    BigDecimal level,
    NotComputed whyNoLevel,
    Provenance levelProvenance,
    BigDecimal levelYearAgo,
    Provenance levelYearAgoProvenance,
    BigDecimal growth,
    Growth.Basis growthBasis,
    NotComputed whyNoGrowth,
    Provenance growthProvenance,
    Provenance provenance,
    SeriesFlag flag)
    implements Serializable {

  /** Nothing is known, nor was a year ago. */
  public static final SeriesFigure NONE = ofYearAgo(null);

  static SeriesFigure of(
      AreaSeries series, Accumulation accumulation, int position, Periods periods) {
    GrowthPoint point = series.growthAt(accumulation, position);
    return point == null
        ? ofYearAgo(series.at(accumulation, periods.yearAgo(position)))
        : of(point);
  }

  /** Whether a simulated figure is in it or beside it. */
  public boolean isSimulated() {
    return provenance == Provenance.simulated;
  }

  /** Whether its growth was computed over a break, so that it says nothing of performance. */
  public boolean isGrowthOverBreak() {
    return growth != null && growthBasis != Growth.Basis.published && isOverBreak();
  }

  /** Whether a break lies between it and the figure of a year ago. */
  public boolean isOverBreak() {
    return flag == SeriesFlag.break_in_series;
  }

  private static SeriesFigure of(GrowthPoint point) {
    Point.Level level = point.now().level();
    Growth.Result growth = point.growth();
    return new SeriesFigure(
        level.value(),
        level.why(),
        level.provenance(),
        point.levelYearAgo(),
        point.baseProvenance(),
        growth.reported(),
        growth.basis(),
        growth.reported() == null ? whyNone(point) : null,
        point.provenanceOfGrowth(),
        Provenance.ofUsed(
            level.provenance(),
            point.now().publishedProvenance(),
            point.baseProvenance(),
            point.provenanceOfGrowth()),
        point.flag());
  }

  /** A rate that changed has a change, and no growth. */
  private static NotComputed whyNone(GrowthPoint point) {
    return point.why() == null ? NotComputed.not_an_amount : point.why();
  }

  /** Without a figure, beside that of a year ago; null where there is none either. */
  private static SeriesFigure ofYearAgo(Point then) {
    Provenance provenance = then == null ? null : then.level().usedProvenance();
    return new SeriesFigure(
        null,
        NotComputed.no_observation,
        null,
        then == null ? null : then.level().value(),
        provenance,
        null,
        null,
        NotComputed.no_observation,
        null,
        Provenance.ofUsed(provenance),
        null);
  }
}
