package org.diaodu.attainment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.region.TargetRule;
import org.diaodu.region.TargetSchedule;

/**
 * One target in one area at one period: what is to be held against what.
 *
 * @param target the target
 * @param refArea area held against it
 * @param period period of the plan year
 * @param knownOn day as of which it is judged
 * @param due whether the figure is due by then; where no period is, the first one stands for all
 * @param newest whether it is the newest period that is due
 * @param stage of the year's judgement
 * @param policy in force on the day of the dispatch that was the first to look at the period
 * @param indicator the target's indicator; empty where no series measures it
 */
public record PlannedCheck(
    Target target,
    String refArea,
    TimePeriod period,
    LocalDate knownOn,
    boolean due,
    boolean newest,
    Stage stage,
    Policy policy,
    Optional<Indicator> indicator) {
  private static final int DISPATCHES = 24;

  /** How far a year's judgement has come. */
  public enum Stage {
    /** The year is not over, or it has one figure for its end alone. */
    running(""),
    /** By the cumulative figure of the year's end, before the annual one is due. */
    preliminary("，为初步判断，以年度数据为准"),
    /** By the annual figure. */
    concluding("，为按年度数据的最终判断");

    private final String addition;

    Stage(String addition) {
      this.addition = addition;
    }

    /** What the reason of a light adds of it, in Chinese; empty while the year runs. */
    String addition() {
      return addition;
    }

    /** Of a period, where these are all that are due of the target. */
    static Stage of(TimePeriod period, Collection<TimePeriod> all) {
      boolean hasBoth =
          all.stream().anyMatch(p -> p.frequency() == Frequency.A)
              && all.stream().anyMatch(p -> p.frequency() != Frequency.A);
      if (!hasBoth || period.endMonth() != 12) {
        return running;
      }
      return period.frequency() == Frequency.A ? concluding : preliminary;
    }
  }

  /**
   * Every check that is due on a day, so that one without a figure shows as such, for the areas and
   * periods of {@link TargetSchedule}. An area is judged for the periods at whose end it exists,
   * and for one that is over by the newest of them it has no newest check.
   */
  public static List<PlannedCheck> due(RegionPack pack, LocalDate knownOn) {
    return checks(pack, knownOn, false);
  }

  /**
   * The newest due check of every target and area, and the earlier ones of targets that must be met
   * all year: what a dispatch on that day looks at.
   */
  public static List<PlannedCheck> newest(RegionPack pack, LocalDate knownOn) {
    return checks(pack, knownOn, true);
  }

  /**
   * What is due on a day, and what each monthly dispatch up to that day looked at: the last day of
   * each month from the plan year on, two years at most.
   */
  public static List<PlannedCheck> sinceTheBeginning(RegionPack pack, LocalDate asOf) {
    List<PlannedCheck> checks = new ArrayList<>(due(pack, asOf));
    Stream.iterate(YearMonth.of(pack.planYear(), 1), month -> month.plusMonths(1))
        .limit(DISPATCHES)
        .map(YearMonth::atEndOfMonth)
        .filter(day -> day.isBefore(asOf))
        .forEach(day -> checks.addAll(newest(pack, day)));
    return checks;
  }

  /**
   * Whether it is an amount that comes over the year and is due in part. A level of a series that
   * is cumulative is one, too: the sum since 1 January says nothing of the year before its end.
   * Only a percentage, and what must hold all year, is held against the whole at any time.
   */
  boolean isAmount() {
    return switch (target.kind()) {
      case increment, assessed -> true;
      case level ->
          target.comparator().isProrated()
              && !target.isInPercent()
              && !target.has(TargetRule.Kind.all_year)
              && indicator.filter(PlannedCheck::isCumulative).isPresent();
      case growth_yoy, capital_share, count_of_areas, overdue_rectifications -> false;
    };
  }

  /** Whether a series is a sum since 1 January. */
  static boolean isCumulative(Indicator indicator) {
    return indicator.kind() == IndicatorKind.flow && indicator.accumulation() == Accumulation.YTD;
  }

  /** Percentages are printed to one decimal, shares to two; amounts as the indicator says. */
  int decimals() {
    return switch (target.kind()) {
      case growth_yoy, assessed -> 1;
      case capital_share -> 2;
      case count_of_areas, overdue_rectifications -> 0;
      case level, increment -> indicator.map(Indicator::decimals).orElse(0);
    };
  }

  private static List<PlannedCheck> checks(RegionPack pack, LocalDate knownOn, boolean onlyNewest) {
    TargetSchedule schedule = new TargetSchedule(pack);
    List<PlannedCheck> checks = new ArrayList<>();
    for (Target target : pack.distinctTargets()) {
      Optional<Indicator> indicator = schedule.indicator(target);
      SortedMap<TimePeriod, LocalDate> dueDates = schedule.dueDates(target);
      Map<String, List<TimePeriod>> periodsOf = new LinkedHashMap<>();
      Map<TimePeriod, Policy> policies = new HashMap<>();
      dueDates.forEach(
          (period, day) -> {
            Policy policy = pack.policies().ofFigureDue(day);
            policies.put(period, policy);
            schedule
                .areas(target, policy)
                .forEach(
                    area -> periodsOf.computeIfAbsent(area, of -> new ArrayList<>()).add(period));
          });
      periodsOf.forEach(
          (area, periods) -> {
            List<TimePeriod> allDue =
                periods.stream().filter(p -> !dueDates.get(p).isAfter(knownOn)).toList();
            List<TimePeriod> existing = periods.stream().filter(p -> pack.isAt(area, p)).toList();
            List<TimePeriod> due = existing.stream().filter(allDue::contains).toList();
            for (TimePeriod period : due.isEmpty() ? existing.stream().limit(1).toList() : due) {
              boolean newest = due.isEmpty() || period.equals(allDue.get(allDue.size() - 1));
              if (newest || !onlyNewest || target.has(TargetRule.Kind.all_year)) {
                checks.add(
                    new PlannedCheck(
                        target,
                        area,
                        period,
                        knownOn,
                        !due.isEmpty(),
                        newest,
                        Stage.of(period, dueDates.keySet()),
                        policies.get(period),
                        indicator));
              }
            }
          });
    }
    return checks;
  }
}
