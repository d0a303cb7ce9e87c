package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.TimePeriod;

/**
 * {@code statistics.capital_share}: the share of one area in the group whose aggregate is the
 * total.
 */
public final class CapitalShareRows {
  private CapitalShareRows() {}

  /**
   * Of every period in which the total or a component has a figure; none of another group, and none
   * where areas do not add up.
   */
  public static List<CapitalShareRow> of(
      PeerGroupCube cube, String totalArea, String capitalArea, LocalDate asOf) {
    List<CapitalShareRow> rows = new ArrayList<>();
    if (!isDefinedFor(cube, totalArea)) {
      return rows;
    }
    AreaSeries capital = capital(cube, capitalArea);
    for (Accumulation accumulation : cube.accumulations()) {
      for (int t = 0; t < cube.periods().count(); t++) {
        if (cube.hasAggregateAt(accumulation, t)) {
          rows.add(row(cube, capital, capitalArea, accumulation, t, asOf));
        }
      }
    }
    return rows;
  }

  /** The share of one period; empty where {@link #of} has no row of it. */
  public static Optional<CapitalShare> at(
      PeerGroupCube cube,
      String totalArea,
      String capitalArea,
      Accumulation accumulation,
      TimePeriod period) {
    int t = cube.periods().positionOf(period);
    if (!isDefinedFor(cube, totalArea)
        || !cube.accumulations().contains(accumulation)
        || !cube.periods().contains(t)
        || !cube.hasAggregateAt(accumulation, t)) {
      return Optional.empty();
    }
    AreaShare share = AreaShare.of(cube, capital(cube, capitalArea), accumulation, t);
    return Optional.of(
        new CapitalShare(
            share.share().pct(),
            share.share().exact(),
            ofCapital(share.share().why()),
            share.provenanceOfShare(),
            share.change().pct() == null ? null : share.yearAgo().pct(),
            share.change().pct() == null ? null : share.yearAgo().exact(),
            ofCapital(share.change().why()),
            share.provenance(),
            share.flag()));
  }

  private static boolean isDefinedFor(PeerGroupCube cube, String totalArea) {
    return cube.indicator().additive() && cube.group().aggregate().equals(totalArea);
  }

  /** The capital's series; null where it has none, and where it is no part of the total. */
  private static AreaSeries capital(PeerGroupCube cube, String capitalArea) {
    boolean isAmong =
        capitalArea.equals(cube.group().aggregate())
            || cube.group().areas().stream()
                .anyMatch(area -> area.inTotal() && area.refArea().equals(capitalArea));
    return isAmong ? cube.of(capitalArea) : null;
  }

  private static CapitalShareRow row(
      PeerGroupCube cube,
      AreaSeries capital,
      String capitalArea,
      Accumulation accumulation,
      int t,
      LocalDate asOf) {
    AreaShare share = AreaShare.of(cube, capital, accumulation, t);
    Aggregate aggregate = share.aggregate();
    return new CapitalShareRow(
        cube.indicator().indicator(),
        cube.periods().frequency(),
        accumulation,
        cube.periods().at(t),
        capitalArea,
        share.level().value(),
        aggregate.level(),
        aggregate.denominator(),
        share.share().pct(),
        share.yearAgo().pct(),
        share.change().pct(),
        aggregate.sum(),
        residual(aggregate),
        aggregate.counted(),
        share.flag(),
        share.provenance(),
        ofCapital(share.share().why()),
        ofCapital(share.change().why()),
        asOf);
  }

  private static BigDecimal residual(Aggregate aggregate) {
    if (aggregate.published() == null || aggregate.sum() == null) {
      return null;
    }
    BigDecimal residual = aggregate.published().subtract(aggregate.sum());
    return ExactDecimal.fits(residual) ? residual : null;
  }

  private static NotComputed ofCapital(NotComputed why) {
    return why == NotComputed.no_observation ? NotComputed.no_capital : why;
  }
}
