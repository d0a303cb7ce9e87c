package org.diaodu.region;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.domain.Cadence;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/** When the figures and reports of a plan's targets are due, and which areas they are about. */
public final class TargetSchedule {
  private final RegionPack pack;
  private final Map<String, Indicator> indicators;
  private final Map<String, List<CalendarEntry>> calendar;

  /** Of the pack's own plan. */
  public TargetSchedule(RegionPack pack) {
    this.pack = pack;
    this.indicators =
        pack.indicators().stream()
            .collect(Collectors.toMap(Indicator::indicator, Function.identity()));
    this.calendar =
        pack.expected().stream()
            .filter(entry -> entry.timePeriod().year() == pack.planYear())
            .collect(Collectors.groupingBy(CalendarEntry::indicator));
  }

  /** The series that measures a target; empty where none does. */
  public Optional<Indicator> indicator(Target target) {
    return Optional.ofNullable(indicators.get(target.indicator()));
  }

  /**
   * The periods of the plan year and the day on which each is due: those that the calendar expects
   * of the target's indicator; where it is silent, every period of the indicator's frequency, or
   * those at whose end the target's own words ask for it, due by the policy's days after its end.
   */
  public SortedMap<TimePeriod, LocalDate> dueDates(Target target) {
    return dueDates(target, target.indicator());
  }

  /** The same of another series that a target is held against. */
  public SortedMap<TimePeriod, LocalDate> dueDates(Target target, String code) {
    boolean isAnnual = target.kind() == Target.Kind.count_of_areas;
    SortedMap<TimePeriod, LocalDate> dates = new TreeMap<>();
    for (CalendarEntry entry : calendar.getOrDefault(code, List.of())) {
      // A threshold on a year's amount says nothing of half a year.
      if (entry.expected() && (!isAnnual || entry.frequency() == Frequency.A)) {
        dates.put(entry.timePeriod(), entry.dueDate());
      }
    }
    if (dates.isEmpty()) {
      Optional<Indicator> indicator = Optional.ofNullable(indicators.get(code));
      Cadence cadence = cadence(target).orElse(Cadence.monthly);
      Frequency frequency =
          isAnnual ? Frequency.A : indicator.map(Indicator::frequency).orElse(cadence.frequency());
      cadence.periods(frequency, pack.planYear()).stream()
          .filter(period -> indicator.map(i -> i.isAt(period)).orElse(true))
          .forEach(period -> dates.put(period, dueBySilence(period)));
    }
    return dates;
  }

  /** How often a target's own words ask for it; empty where they do not say. */
  public static Optional<Cadence> cadence(Target target) {
    return Cadence.in(target.measureNote());
  }

  /** Day on which something about a period is due of which the calendar says nothing. */
  public LocalDate dueBySilence(TimePeriod period) {
    return period.lastDay().plusDays(pack.policies().on(period.lastDay()).dueDays());
  }

  /**
   * The areas that are held against a target: those it is set for, and every area in the total
   * where the policy says so and the area has no target of its own for the same indicator and kind.
   */
  public Set<String> areas(Target target, Policy policy) {
    Set<String> areas = new LinkedHashSet<>(target.scope());
    if (policy.appliesToCounties().contains(target.targetId())) {
      pack.components().stream()
          .map(Area::refArea)
          .filter(area -> !hasItsOwn(target, area))
          .forEach(areas::add);
    }
    return areas;
  }

  private boolean hasItsOwn(Target target, String area) {
    return pack.targets().stream()
        .anyMatch(
            other ->
                !other.targetId().equals(target.targetId())
                    && other.indicator().equals(target.indicator())
                    && other.kind() == target.kind()
                    && other.scope().contains(area));
  }
}
