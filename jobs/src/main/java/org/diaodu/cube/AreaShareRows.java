package org.diaodu.cube;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.domain.Accumulation;

/**
 * {@code statistics.area_shares} of a peer group. An overlapping area has a share and is in no sum.
 */
public final class AreaShareRows {
  private AreaShareRows() {}

  /** Of every area of the group that has a figure; none where areas do not add up. */
  public static List<AreaShareRow> of(PeerGroupCube cube, LocalDate asOf) {
    List<AreaShareRow> rows = new ArrayList<>();
    if (!cube.indicator().additive()) {
      return rows;
    }
    for (Accumulation accumulation : cube.accumulations()) {
      for (PeerGroup.Member area : cube.group().areas()) {
        AreaSeries series = cube.of(area.refArea());
        for (int t = 0; series != null && t < cube.periods().count(); t++) {
          if (series.ownComparable(accumulation, t) != null) {
            rows.add(row(cube, area, accumulation, t, asOf));
          }
        }
      }
    }
    return rows;
  }

  private static AreaShareRow row(
      PeerGroupCube cube, PeerGroup.Member area, Accumulation accumulation, int t, LocalDate asOf) {
    AreaShare share = AreaShare.of(cube, cube.of(area.refArea()), accumulation, t);
    return new AreaShareRow(
        cube.indicator().indicator(),
        area.refArea(),
        cube.periods().frequency(),
        accumulation,
        cube.periods().at(t),
        cube.group().aggregate(),
        area.inTotal(),
        share.level().value(),
        share.aggregate().level(),
        share.aggregate().denominator(),
        share.share().pct(),
        share.yearAgo().pct(),
        share.change().pct(),
        share.flag(),
        share.provenance(),
        share.share().why(),
        share.change().why(),
        asOf);
  }
}
