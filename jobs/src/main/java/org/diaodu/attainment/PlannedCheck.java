package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.CalendarEntry;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/**
 * One target in one area at one period: what is to be held against what.
 *
 * @param target the target
 * @param refArea area held against it
 * @param period period of the plan year whose figure is due
 * @param indicator the target's indicator
 * @param tolerance by how much it may be missed and still be yellow
 * @param threshold for a count of areas, the level from which an area counts; else null
 */
public record PlannedCheck(
    Target target,
    String refArea,
    TimePeriod period,
    Indicator indicator,
    BigDecimal tolerance,
    BigDecimal threshold) {

  /**
   * Every check that is due on a day, so that one without a figure shows as such. A target is held
   * against the areas it is set for, and against every area in the total where the policy says so
   * and the area has no target of its own for the same indicator and kind. Periods are those that
   * the calendar expects of the indicator in the plan year; without any, the plan year as a whole.
   */
  public static List<PlannedCheck> due(RegionPack pack, LocalDate asOf) {
    List<PlannedCheck> checks = new ArrayList<>();
    for (Target target : pack.targets()) {
      if (!target.sameAs().isEmpty()) {
        continue;
      }
      Indicator indicator = pack.indicator(target.indicator()).orElseThrow();
      for (TimePeriod period : periods(pack, target, asOf)) {
        for (String area : areas(pack, target)) {
          checks.add(
              new PlannedCheck(
                  target, area, period, indicator, tolerance(pack, target), threshold(target)));
        }
      }
    }
    return checks;
  }

  private static List<TimePeriod> periods(RegionPack pack, Target target, LocalDate asOf) {
    List<CalendarEntry> entries =
        pack.calendar().stream()
            .filter(e -> e.indicator().equals(target.indicator()))
            .filter(e -> e.timePeriod().year() == pack.planYear())
            .filter(e -> annualOnly(target) ? e.frequency() == Frequency.A : true)
            .toList();
    if (entries.isEmpty()) {
      TimePeriod year = TimePeriod.year(pack.planYear());
      return year.lastDay().isBefore(asOf) ? List.of(year) : List.of();
    }
    return entries.stream()
        .filter(e -> e.expected() && !e.dueDate().isAfter(asOf))
        .map(CalendarEntry::timePeriod)
        .sorted()
        .toList();
  }

  /** A threshold on a year's amount says nothing of half a year. */
  private static boolean annualOnly(Target target) {
    return target.kind() == Target.Kind.count_of_areas;
  }

  private static Set<String> areas(RegionPack pack, Target target) {
    Set<String> areas = new LinkedHashSet<>(target.scope());
    if (pack.policy().appliesToCounties().contains(target.targetId())) {
      pack.areasInTotal().stream()
          .map(Area::refArea)
          .filter(area -> !hasItsOwn(pack, target, area))
          .forEach(areas::add);
    }
    return areas;
  }

  private static boolean hasItsOwn(RegionPack pack, Target target, String area) {
    return pack.targets().stream()
        .anyMatch(
            other ->
                !other.targetId().equals(target.targetId())
                    && other.indicator().equals(target.indicator())
                    && other.kind() == target.kind()
                    && other.scope().contains(area));
  }

  private static BigDecimal tolerance(RegionPack pack, Target target) {
    return target.comparator() == org.diaodu.domain.Comparator.ABOUT
        ? pack.policy().aboutWithin()
        : pack.policy().yellowWithin().getOrDefault(target.kind(), BigDecimal.ZERO);
  }

  private static BigDecimal threshold(Target target) {
    return target.kind() == Target.Kind.count_of_areas
        ? new BigDecimal(target.rule().replace(">=", "").strip())
        : null;
  }
}
