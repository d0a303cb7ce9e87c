package org.diaodu.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/** Makes landing files up. A pure function of pack, plan and seed. */
public final class Simulation {
  private final RegionPack pack;
  private final SimulationPlan plan;
  private final RandomGenerator random;
  private final Map<String, SimulatedSeries> made = new LinkedHashMap<>();

  private Simulation(RegionPack pack, SimulationPlan plan, long seed) {
    this.pack = pack;
    this.plan = plan;
    // The same numbers on every machine and Java: its Gaussians use this library's own logarithm
    // and cosine.
    this.random = new Well19937c(seed);
  }

  /** The files, in the order of their paths. */
  public static List<SimulatedFile> run(RegionPack pack, SimulationPlan plan, long seed) {
    return new Simulation(pack, plan, seed).files();
  }

  private List<SimulatedFile> files() {
    List<SimulatedRow> rows = new ArrayList<>();
    for (SimulationPlan.Series series : plan.series()) {
      Indicator indicator =
          pack.indicator(series.indicator())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "simulation.yaml：指标%s不在indicators.csv中".formatted(series.indicator())));
      make(series, indicator);
      SimulatedReports reports = new SimulatedReports(plan, series, indicator);
      for (String area : reportingAreas()) {
        rows.addAll(
            reports.of(pack.area(area).orElseThrow(), made.get(key(series.indicator(), area))));
      }
    }
    Map<String, StringBuilder> texts = new TreeMap<>();
    for (SimulatedRow row : rows) {
      texts
          .computeIfAbsent(row.file(), file -> new StringBuilder(SimulatedRow.HEADER))
          .append(row.line());
    }
    return texts.entrySet().stream()
        .map(e -> new SimulatedFile(e.getKey(), e.getValue().toString()))
        .toList();
  }

  private List<String> reportingAreas() {
    List<String> areas = new ArrayList<>();
    areas.add(pack.totalArea());
    areas.addAll(plan.areas().keySet());
    plan.overlap().ifPresent(o -> areas.add(o.area()));
    return areas;
  }

  private void make(SimulationPlan.Series series, Indicator indicator) {
    List<SimulatedSeries> parts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    plan.areas()
        .forEach(
            (area, size) -> {
              SimulatedSeries one = one(series, indicator, area, size);
              made.put(key(series.indicator(), area), one);
              parts.add(one);
              weights.add(size.sizePct());
            });
    boolean averaged =
        indicator.kind() == IndicatorKind.growth_only || indicator.kind() == IndicatorKind.rate;
    made.put(
        key(series.indicator(), pack.totalArea()),
        averaged
            ? SimulatedSeries.mean(parts, weights, 0.2)
            : SimulatedSeries.sum(parts, 1 + plan.coveragePct() / 100));
    plan.overlap()
        .ifPresent(
            o -> {
              SimulatedSeries within = made.get(key(series.indicator(), o.within()));
              made.put(
                  key(series.indicator(), o.area()),
                  averaged
                      ? SimulatedSeries.mean(List.of(within), List.of(1.0), 1.1)
                      : SimulatedSeries.sum(List.of(within), o.sharePct() / 100));
            });
  }

  private SimulatedSeries one(
      SimulationPlan.Series series,
      Indicator indicator,
      String area,
      SimulationPlan.AreaSize size) {
    if (!series.sumOf().isEmpty()) {
      return SimulatedSeries.sum(
          series.sumOf().stream().map(part -> made.get(key(part, area))).toList(), 1);
    }
    if (indicator.kind() == IndicatorKind.growth_only) {
      return SimulatedSeries.growthOnly(plan, series, size, random);
    }
    if (indicator.kind() == IndicatorKind.rate) {
      return SimulatedSeries.stock(
          plan, series, size, series.base() * (1 + size.tiltPp() / 10), random);
    }
    return indicator.accumulation() == Accumulation.EOP
        ? SimulatedSeries.stock(plan, series, size, series.base() * size.sizePct() / 100, random)
        : SimulatedSeries.flow(plan, series, size, random);
  }

  private static String key(String indicator, String area) {
    return indicator + "/" + area;
  }
}
