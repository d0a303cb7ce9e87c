package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Cadence;
import org.diaodu.domain.Owed.Basis;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.region.TargetSchedule;

/** The figures that the targets of one plan need, each once, however many targets need it. */
final class PlannedFigures {
  private final RegionPack plan;
  private final TargetSchedule schedule;
  private final Responsibility.OfPlan responsibilities;
  private final Map<Key, Demand> demands = new LinkedHashMap<>();

  private record Key(String indicator, String refArea, TimePeriod period) {}

  private PlannedFigures(RegionPack plan) {
    this.plan = plan;
    this.schedule = new TargetSchedule(plan);
    this.responsibilities = plan.responsibilities();
  }

  /**
   * The figures of all areas and periods. A target that is a number in a name needs none; one that
   * is held against another series needs that one's, too.
   */
  static Collection<Demand> of(RegionPack plan) {
    PlannedFigures figures = new PlannedFigures(plan);
    plan.distinctTargets().stream()
        .filter(target -> target.isMeasured() && !isNominal(target))
        .forEach(figures::add);
    return figures.demands.values();
  }

  static boolean isNominal(Target target) {
    return target.targetClass() == Target.TargetClass.nominal;
  }

  /** Who owes a figure: of the whole its reporter, or else the leads; of a part its government. */
  static Owing who(RegionPack pack, String indicator, String refArea, List<String> leads) {
    List<String> reporters =
        pack.indicator(indicator)
            .map(Indicator::reporter)
            .filter(reporter -> !reporter.isEmpty())
            .map(List::of)
            .orElse(leads);
    return refArea.equals(pack.totalArea()) && !reporters.isEmpty()
        ? Owing.together(reporters)
        : Owing.government(refArea, reporters);
  }

  private void add(Target target) {
    Stream.of(target.indicator(), target.reference())
        .filter(indicator -> !indicator.isEmpty())
        .forEach(
            indicator ->
                schedule
                    .dueDates(target, indicator)
                    .forEach((period, due) -> add(target, indicator, period, due)));
  }

  private void add(Target target, String indicator, TimePeriod period, LocalDate due) {
    Set<String> areas = new LinkedHashSet<>();
    for (String area : schedule.areas(target, plan.policies().ofFigureDue(due))) {
      areas.addAll(
          switch (target.kind()) {
            case count_of_areas ->
                plan.areasInTotal(period).stream()
                    .map(Area::refArea)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            case capital_share -> List.of(plan.totalArea(), plan.capitalArea());
            case growth_yoy, level, increment, assessed, overdue_rectifications -> List.of(area);
          });
    }
    areas.stream()
        .filter(area -> plan.isAt(area, period))
        .forEach(
            area ->
                demands.merge(
                    new Key(indicator, area, period),
                    demand(target, indicator, area, period, due),
                    PlannedFigures::forBoth));
  }

  private Demand demand(
      Target target, String indicator, String refArea, TimePeriod period, LocalDate due) {
    Optional<Cadence> cadence =
        indicator.equals(target.indicator()) ? TargetSchedule.cadence(target) : Optional.empty();
    return Demand.figure(
        indicator,
        refArea,
        period,
        who(plan, indicator, refArea, responsibilities.leads(target)),
        List.of(target.targetId()),
        cadence.isPresent() ? Basis.plan : Basis.frequency,
        due,
        cadence.isPresent()
            ? "目标清单写明：%s".formatted(target.measureNote())
            : "日历没有规定，按指标的频率（%s）报送".formatted(period.frequency().nameZh()));
  }

  /** The earlier day counts, and both targets. */
  private static Demand forBoth(Demand one, Demand other) {
    List<String> targets = new ArrayList<>(one.targets());
    other.targets().stream().filter(id -> !targets.contains(id)).forEach(targets::add);
    Demand first = other.due().isBefore(one.due()) ? other : one;
    return Demand.figure(
        first.item(),
        first.refArea(),
        first.period(),
        first.who(),
        List.copyOf(targets),
        first.basis(),
        first.due(),
        first.reason());
  }
}
