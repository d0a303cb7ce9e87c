package org.diaodu.dispatch;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;
import org.diaodu.region.Policies;
import org.diaodu.region.Policy;
import org.diaodu.region.Target;

/** {@code reporting.rectifications}: {@link Rectification} over every target and area. */
public final class RectificationRows {
  /** Of entries of one day the first is taken, whatever order they were read in. */
  private static final Comparator<Rectification.Entry> BY_DAY =
      Comparator.comparing(Rectification.Entry::day).thenComparing(Rectification.Entry::evidence);

  private final Map<String, Target> targets;
  private final Policies policies;
  private final LocalDate asOf;

  private RectificationRows(Collection<Target> targets, Policies policies, LocalDate asOf) {
    this.targets =
        targets.stream().collect(Collectors.toMap(Target::targetId, Function.identity()));
    this.policies = policies;
    this.asOf = asOf;
  }

  /** One target in one area. */
  private record Place(String targetId, String refArea) {}

  /**
   * Every problem that a dispatch found by a day, in the order of their ids. What is known of one
   * target in one area must come in one call; several may come together.
   *
   * @param lights of newest due checks, which the caller picks out. Days that are not the last of
   *     their month are no dispatch and are left out here; so are targets that the plan does not
   *     have
   * @param progress reports of any kind; those with status {@code closed} that were released by the
   *     day close
   * @param targets of the plan
   * @param policies of which the one in force on the day of a dispatch sets days and dispatches
   * @param asOf the day, stored with each row
   */
  public static List<RectificationRow> of(
      Collection<SeenLight> lights,
      Collection<ProgressReport> progress,
      Collection<Target> targets,
      Policies policies,
      LocalDate asOf) {
    RectificationRows rows = new RectificationRows(targets, policies, asOf);
    Map<Place, List<Rectification.Entry>> entries = rows.entries(progress);
    List<RectificationRow> all = new ArrayList<>();
    rows.dispatches(lights)
        .forEach(
            (place, seen) ->
                all.addAll(rows.of(place, seen, entries.getOrDefault(place, List.of()))));
    all.sort(Comparator.comparing(RectificationRow::rectificationId));
    return all;
  }

  private Map<Place, List<SeenLight>> dispatches(Collection<SeenLight> lights) {
    return lights.stream()
        .filter(light -> isDispatch(light.knownOn()) && targets.containsKey(light.targetId()))
        .collect(Collectors.groupingBy(light -> new Place(light.targetId(), light.refArea())));
  }

  private static boolean isDispatch(LocalDate day) {
    return day.equals(day.with(TemporalAdjusters.lastDayOfMonth()));
  }

  private Map<Place, List<Rectification.Entry>> entries(Collection<ProgressReport> progress) {
    return progress.stream()
        .filter(report -> report.status().equals("closed") && !report.releaseDate().isAfter(asOf))
        .collect(
            Collectors.groupingBy(
                report -> new Place(report.item(), report.refArea()),
                Collectors.mapping(
                    report -> new Rectification.Entry(report.releaseDate(), report.evidence()),
                    Collectors.toList())));
  }

  private List<RectificationRow> of(
      Place place, List<SeenLight> dispatches, List<Rectification.Entry> entries) {
    Target target = targets.get(place.targetId());
    Provenance provenance =
        Provenance.ofUsed(
            dispatches.stream().map(SeenLight::provenance).toArray(Provenance[]::new));
    List<Rectification.Seen> seen =
        dispatches.stream()
            .map(
                light ->
                    new Rectification.Seen(
                        light.knownOn(), light.timePeriod(), light.light(), light.lightReason()))
            .toList();
    return Rectification.of(seen, entries.stream().sorted(BY_DAY).toList(), this::deadlines)
        .stream()
        .map(problem -> row(target, place.refArea(), problem, provenance))
        .toList();
  }

  private Rectification.Deadlines deadlines(LocalDate dispatch) {
    Policy.Rectification days = policies.on(dispatch).rectification();
    return new Rectification.Deadlines(days.dueDays(), days.superviseAfter(), days.escalateAfter());
  }

  private RectificationRow row(
      Target target, String refArea, Rectification problem, Provenance provenance) {
    return new RectificationRow(
        String.join("/", target.targetId(), refArea, problem.openedOn().toString()),
        target.targetId(),
        refArea,
        target.action(),
        target.owner(),
        problem.openedOn(),
        problem.period(),
        problem.reason(),
        problem.dueOn(),
        problem.missed(),
        problem.supervisedOn(),
        problem.escalatedOn(),
        problem.closedOn(),
        problem.closedBecause(),
        problem.evidence(),
        problem.state(),
        problem.isOverdue(asOf),
        provenance,
        asOf);
  }
}
