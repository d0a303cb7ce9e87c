package org.diaodu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.TargetRule;

/** What other periods and other targets make of the light of a check. */
final class Lights {
  /** From the best to the worst of targets that are promised together. */
  private static final List<Light> BEST_FIRST =
      List.of(Light.green, Light.blue, Light.no_data, Light.yellow, Light.red);

  /** End of the reason of a red light that a later period made up for; the embargo goes by it. */
  static final String MADE_UP_FOR = "；后来补上，改为黄灯";

  private Lights() {}

  private record Year(LocalDate knownOn, String target, String refArea) {}

  private record Promise(LocalDate knownOn, String promise, String refArea, TimePeriod period) {}

  /** A check with the light of its period alone. */
  record OfPeriod(PlannedCheck check, Light light, String reason) {}

  /**
   * A light as it stands.
   *
   * @param light with what the other periods of the year make of it
   * @param reason why, in one Chinese sentence
   * @param joint the worst among the targets that are promised together
   */
  record Settled(Light light, String reason, Light joint) {}

  /** The lights of all checks, in their order. */
  static List<Settled> settled(List<OfPeriod> checks) {
    OfPeriod[] inTheYear = new OfPeriod[checks.size()];
    for (List<Integer> year : years(checks)) {
      for (int i = 0; i < year.size(); i++) {
        inTheYear[year.get(i)] = inTheYear(checks, year, i);
      }
    }
    Map<Promise, Light> worst = new HashMap<>();
    for (OfPeriod check : inTheYear) {
      worst.merge(promise(check.check()), check.light(), Lights::worse);
    }
    List<Settled> settled = new ArrayList<>(checks.size());
    for (OfPeriod check : inTheYear) {
      settled.add(new Settled(check.light(), check.reason(), worst.get(promise(check.check()))));
    }
    return settled;
  }

  /** Places of the checks of a target in one area as known on one day, in the order of periods. */
  private static Collection<List<Integer>> years(List<OfPeriod> checks) {
    Map<Year, List<Integer>> years = new LinkedHashMap<>();
    for (int i = 0; i < checks.size(); i++) {
      PlannedCheck check = checks.get(i).check();
      years
          .computeIfAbsent(
              new Year(check.knownOn(), check.target().targetId(), check.refArea()),
              year -> new ArrayList<>())
          .add(i);
    }
    years
        .values()
        .forEach(year -> year.sort(Comparator.comparing(i -> checks.get(i).check().period())));
    return years.values();
  }

  private static OfPeriod inTheYear(List<OfPeriod> checks, List<Integer> year, int i) {
    List<Light> lights = year.stream().map(place -> checks.get(place).light()).toList();
    List<Light> before = lights.subList(0, i);
    List<Light> after = lights.subList(i + 1, lights.size());
    OfPeriod alone = checks.get(year.get(i));
    if (alone.check().target().has(TargetRule.Kind.all_year)
        && alone.light() == Light.green
        && (before.contains(Light.red) || before.contains(Light.yellow))) {
      return new OfPeriod(alone.check(), Light.red, alone.reason() + "；须全年保持，此前有一期未达到");
    }
    if (alone.check().policy().catchUp()
        && alone.light() == Light.red
        && after.contains(Light.green)) {
      return new OfPeriod(alone.check(), Light.yellow, alone.reason() + MADE_UP_FOR);
    }
    return alone;
  }

  private static Light worse(Light one, Light other) {
    return BEST_FIRST.indexOf(one) >= BEST_FIRST.indexOf(other) ? one : other;
  }

  private static Promise promise(PlannedCheck check) {
    return new Promise(check.knownOn(), check.target().promise(), check.refArea(), check.period());
  }
}
