package org.diaodu.cube;

import java.math.BigDecimal;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.Share;

/**
 * The share of one area in the aggregate of its peer group at one period, beside that of a year
 * ago.
 *
 * @param level the area's level; {@link Point.Level#NONE} where it has none
 * @param aggregate what it is a share of
 * @param share the share, or why there is none
 * @param yearAgo the share of a year ago; null where there is none
 * @param change the change of the share, or why there is none
 * @param flag of area and aggregate
 * @param provenance of every figure of both years that is used
 */
record AreaShare(
    Point.Level level,
    Aggregate aggregate,
    Share.Result share,
    BigDecimal yearAgo,
    Share.Result change,
    SeriesFlag flag,
    Provenance provenance) {

  /**
   * At a position.
   *
   * @param area the area's series; null where it has none
   */
  static AreaShare of(
      PeerGroupCube cube, AreaSeries area, Accumulation accumulation, int position) {
    int then = cube.periods().yearAgo(position);
    Point.Level level =
        area != null && area.isOwn(position)
            ? level(area, accumulation, position)
            : Point.Level.NONE;
    Point.Level levelThen = level(area, accumulation, then);
    Aggregate aggregate = cube.aggregate(accumulation, position);
    Aggregate aggregateThen = cube.aggregate(accumulation, then);
    Share.Result share = share(level, aggregate);
    Share.Result shareThen = share(levelThen, aggregateThen);
    boolean comparedWithThen = shareThen.pct() != null;
    return new AreaShare(
        level,
        aggregate,
        share,
        shareThen.pct(),
        Share.change(share, aggregate.denominator(), shareThen.pct(), aggregateThen.denominator()),
        SeriesFlag.graver(
            area == null ? null : area.flag(accumulation, position),
            cube.aggregateFlag(accumulation, position, aggregate.denominator())),
        Provenance.ofUsed(
            level.provenance(),
            aggregate.provenance(),
            comparedWithThen ? levelThen.provenance() : null,
            comparedWithThen ? aggregateThen.provenance() : null));
  }

  /** Of the figures of this year that are used, and not of those that it is compared with. */
  Provenance provenanceOfShare() {
    return Provenance.ofUsed(level.provenance(), aggregate.provenance());
  }

  private static Share.Result share(Point.Level level, Aggregate aggregate) {
    if (level.isSuppressed()) {
      return new Share.Result(null, NotComputed.suppressed);
    }
    Share.Result share = Share.of(level.value(), aggregate.level());
    return share.why() == NotComputed.no_total
        ? new Share.Result(null, aggregate.whyNone())
        : share;
  }

  private static Point.Level level(AreaSeries area, Accumulation accumulation, int position) {
    Point point = area == null ? null : area.comparable(accumulation, position);
    return point == null ? Point.Level.NONE : point.level();
  }
}
