package org.diaodu.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.contract.Table;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** Which figures a row was computed from: pure rules, one for each table. */
final class Inputs {
  private Inputs() {}

  /** The figures that the row may rest on, its own first. Some may never have arrived. */
  static Set<SeriesPoint> of(TableRow row, RegionPack pack) {
    return switch (row.table()) {
      case GROWTH ->
          level(
              row.text("indicator"),
              row.text("ref_area"),
              row.text("freq"),
              row.text("accumulation"),
              row.period(),
              pack);
      case REVISIONS ->
          Set.of(
              new SeriesPoint(
                  row.text("indicator"),
                  row.text("ref_area"),
                  row.text("freq"),
                  row.text("accumulation"),
                  row.text("time_period")));
      case CAPITAL_SHARE -> share(row, pack);
      case ATTAINMENT -> target(row, pack);
      default -> Set.of();
    };
  }

  /**
   * The figures that one column of the row may rest on. A share of a published total does not rest
   * on the other areas; what is left between them does.
   */
  static Set<SeriesPoint> of(TableRow row, String column, RegionPack pack) {
    Set<SeriesPoint> points = of(row, pack);
    if (row.table() != Table.CAPITAL_SHARE
        || !"published_total".equals(row.text("denominator"))
        || List.of("areas_sum", "residual").contains(column)) {
      return points;
    }
    Set<String> areas = Set.of(pack.capitalArea(), pack.totalArea());
    return points.stream()
        .filter(point -> areas.contains(point.refArea()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The report that the row may rest on: item, area, period; empty where it rests on none. */
  static Optional<List<String>> report(TableRow row) {
    return switch (row.table()) {
      case ATTAINMENT ->
          Optional.of(
              List.of(row.text("target_id"), row.text("ref_area"), row.text("time_period")));
      case TASK_STATUS ->
          row.has("reported_for")
              ? Optional.of(List.of(row.text("task_id"), "", row.text("reported_for")))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * A figure, the same a year earlier, and where it is a difference, the two of that; before the
   * area existed, those of the areas that it took over from.
   */
  private static Set<SeriesPoint> level(
      String indicator,
      String area,
      String freq,
      String accumulation,
      TimePeriod period,
      RegionPack pack) {
    Set<SeriesPoint> points = new LinkedHashSet<>();
    for (TimePeriod at : List.of(period, period.yearEarlier())) {
      for (String of : pack.heldBy(area, at)) {
        points.add(new SeriesPoint(indicator, of, freq, accumulation, at.toString()));
      }
      if (accumulation.equals("PER")) {
        for (TimePeriod end : List.of(at, at.previous())) {
          for (String of : pack.heldBy(area, end)) {
            points.add(new SeriesPoint(indicator, of, freq, "YTD", end.toString()));
          }
        }
      }
    }
    return points;
  }

  private static Set<SeriesPoint> share(TableRow row, RegionPack pack) {
    return shares(
        row.text("indicator"), row.text("freq"), row.text("accumulation"), row.period(), pack);
  }

  private static Set<SeriesPoint> shares(
      String indicator, String freq, String accumulation, TimePeriod period, RegionPack pack) {
    List<String> areas = new ArrayList<>(List.of(pack.capitalArea(), pack.totalArea()));
    Stream.of(period, period.yearEarlier())
        .flatMap(at -> pack.areasInTotal(at).stream())
        .map(Area::refArea)
        .distinct()
        .forEach(areas::add);
    Set<SeriesPoint> points = new LinkedHashSet<>();
    for (String area : areas) {
      points.addAll(level(indicator, area, freq, accumulation, period, pack));
    }
    return points;
  }

  private static Set<SeriesPoint> target(TableRow row, RegionPack pack) {
    Optional<Target> target = pack.target(row.text("target_id"));
    Optional<Indicator> indicator = target.flatMap(t -> pack.indicator(t.indicator()));
    if (indicator.isEmpty()) {
      return Set.of();
    }
    TimePeriod period = row.period();
    String accumulation = indicator.get().accumulation().name();
    String code = indicator.get().indicator();
    Set<SeriesPoint> points = new LinkedHashSet<>();
    switch (target.get().kind()) {
      case capital_share ->
          points.addAll(shares(code, period.frequency().name(), accumulation, period, pack));
      case count_of_areas ->
          pack.areasInTotal(period)
              .forEach(
                  area ->
                      points.addAll(
                          level(code, area.refArea(), freq(period), accumulation, period, pack)));
      default ->
          points.addAll(
              level(code, row.text("ref_area"), freq(period), accumulation, period, pack));
    }
    pack.indicator(target.get().reference())
        .ifPresent(
            other ->
                points.addAll(
                    level(
                        other.indicator(),
                        row.text("ref_area"),
                        freq(period),
                        other.accumulation().name(),
                        period,
                        pack)));
    return points;
  }

  private static String freq(TimePeriod period) {
    Frequency frequency = period.frequency();
    return frequency.name();
  }
}
