package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Residual;

/**
 * {@code statistics.additivity}: whether the components of a peer group add up to their aggregate.
 */
public final class AdditivityRows {
  private AdditivityRows() {}

  /**
   * Of every period in which the aggregate or a component has a figure; none of a group without
   * components, and none where areas do not add up.
   */
  public static List<AdditivityRow> of(PeerGroupCube cube, LocalDate asOf) {
    List<AdditivityRow> rows = new ArrayList<>();
    if (!cube.indicator().additive() || !cube.group().hasComponents()) {
      return rows;
    }
    for (Accumulation accumulation : cube.accumulations()) {
      for (int t = 0; t < cube.periods().count(); t++) {
        if (cube.hasAggregateAt(accumulation, t)) {
          rows.add(row(cube, accumulation, t, asOf));
        }
      }
    }
    return rows;
  }

  private static AdditivityRow row(
      PeerGroupCube cube, Accumulation accumulation, int t, LocalDate asOf) {
    Aggregate aggregate = cube.aggregate(accumulation, t);
    Map<String, Point.Level> overlapping = overlapping(cube, accumulation, t);
    BigDecimal residual =
        aggregate.published() == null || aggregate.sum() == null
            ? null
            : aggregate.published().subtract(aggregate.sum());
    boolean isKnown = residual != null && ExactDecimal.fits(residual);
    Residual.ResidualClass residualClass =
        isKnown
            ? Residual.classOf(
                aggregate.published(),
                aggregate.sum(),
                aggregate.counted(),
                cube.indicator().decimals(),
                overlapping.values().stream().map(Point.Level::value).toList())
            : null;
    return new AdditivityRow(
        cube.indicator().indicator(),
        cube.group().aggregate(),
        cube.periods().frequency(),
        accumulation,
        cube.periods().at(t),
        aggregate.published(),
        aggregate.sum(),
        aggregate.counted(),
        aggregate.expected(),
        overlapping.isEmpty() ? null : List.copyOf(overlapping.keySet()),
        isKnown ? residual : null,
        residualClass,
        Provenance.ofUsed(
            aggregate.publishedProvenance(),
            aggregate.sumProvenance(),
            residualClass == Residual.ResidualClass.overlap && residual.signum() > 0
                ? Provenance.ofUsed(
                    overlapping.values().stream()
                        .map(Point.Level::provenance)
                        .toArray(Provenance[]::new))
                : null),
        isKnown ? null : whyNone(aggregate),
        asOf);
  }

  /** Areas with a figure that overlap the components, in the order of their codes. */
  private static Map<String, Point.Level> overlapping(
      PeerGroupCube cube, Accumulation accumulation, int t) {
    Map<String, Point.Level> found = new TreeMap<>();
    for (PeerGroup.Member area : cube.group().areas()) {
      AreaSeries series = area.inTotal() ? null : cube.of(area.refArea());
      Point point = series == null ? null : series.ownComparable(accumulation, t);
      if (point != null && point.level().value() != null) {
        found.put(area.refArea(), point.level());
      }
    }
    return found;
  }

  private static NotComputed whyNone(Aggregate aggregate) {
    if (aggregate.published() == null) {
      return NotComputed.no_total;
    }
    return aggregate.sum() != null || aggregate.sumIsOutOfRange()
        ? NotComputed.out_of_range
        : NotComputed.areas_missing;
  }
}
