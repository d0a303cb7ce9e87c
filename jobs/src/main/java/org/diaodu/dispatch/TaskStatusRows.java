package org.diaodu.dispatch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Light;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/**
 * {@code statistics.task_status}: where every task of the plan stands, by the lights of its
 * targets, its milestones and its last report.
 */
public final class TaskStatusRows {
  /**
   * The order whose greatest is the last report. Of reports that came together for one period, one
   * on the task as a whole says more than one on a milestone; milestone and area only make the
   * order complete.
   */
  private static final Comparator<ProgressReport> LAST =
      Comparator.comparing(ProgressReport::timePeriod)
          .thenComparing(ProgressReport.VINTAGE_ORDER)
          .thenComparing(report -> report.milestone().isEmpty())
          .thenComparing(ProgressReport::milestone)
          .thenComparing(ProgressReport::refArea);

  private final Map<String, Target> targets;
  private final Map<String, List<Light>> lights;
  private final LocalDate asOf;

  private TaskStatusRows(
      Collection<Target> targets, Collection<NewestLight> lights, LocalDate asOf) {
    this.targets =
        targets.stream().collect(Collectors.toMap(Target::targetId, Function.identity()));
    this.lights =
        lights.stream()
            .filter(NewestLight::isSetFor)
            .collect(
                Collectors.groupingBy(
                    NewestLight::targetId,
                    Collectors.mapping(NewestLight::light, Collectors.toList())));
    this.asOf = asOf;
  }

  /**
   * A row for every task, in the order of their ids; one of which nothing was reported has neither
   * status nor provenance. A target that repeats others has the lights of those, and none is
   * counted twice in a task.
   *
   * @param tasks of the plan
   * @param targets of the plan
   * @param lights one for each target and area; those of areas that a target is not set for are
   *     left out
   * @param progress reports of any kind; those on tasks that were released by the day count
   * @param asOf the day, stored with each row
   */
  public static List<TaskStatusRow> of(
      Collection<Task> tasks,
      Collection<Target> targets,
      Collection<NewestLight> lights,
      Collection<ProgressReport> progress,
      LocalDate asOf) {
    TaskStatusRows rows = new TaskStatusRows(targets, lights, asOf);
    Map<String, List<ProgressReport>> reports =
        progress.stream()
            .filter(report -> report.itemKind().equals("task"))
            .filter(report -> !report.releaseDate().isAfter(asOf))
            .collect(Collectors.groupingBy(ProgressReport::item));
    return tasks.stream()
        .map(task -> rows.row(task, reports.getOrDefault(task.taskId(), List.of())))
        .sorted(Comparator.comparing(TaskStatusRow::taskId))
        .toList();
  }

  /** A report on a duty, such as a quarter's ranking, says nothing of how the task stands. */
  private TaskStatusRow row(Task task, List<ProgressReport> all) {
    List<ProgressReport> reports =
        all.stream()
            .filter(
                report ->
                    report.milestone().isEmpty() || task.milestones().contains(report.milestone()))
            .toList();
    LightCounts counts = LightCounts.of(lightsOf(task));
    ProgressReport last = byItsLeads(task, reports).stream().max(LAST).orElse(null);
    return new TaskStatusRow(
        task.taskId(),
        counts.green(),
        counts.blue(),
        counts.yellow(),
        counts.red(),
        counts.noData(),
        task.milestones().size(),
        milestonesReached(reports),
        last == null ? null : last.timePeriod(),
        last == null ? null : last.status(),
        last == null ? null : last.percent(),
        last == null ? null : last.evidence(),
        last == null
            ? null
            : Provenance.ofUsed(
                reports.stream().map(ProgressReport::provenance).toArray(Provenance[]::new)),
        asOf);
  }

  /**
   * The reports that say how a task stands: those of its leads. What an area says of its own part
   * does so only where no lead says anything.
   */
  private static List<ProgressReport> byItsLeads(Task task, List<ProgressReport> reports) {
    List<ProgressReport> ofLeads =
        reports.stream().filter(report -> task.leads().contains(report.reporter())).toList();
    return ofLeads.isEmpty() ? reports : ofLeads;
  }

  private List<Light> lightsOf(Task task) {
    return task.targets().stream()
        .flatMap(this::itselfOrThoseItRepeats)
        .distinct()
        .flatMap(target -> lights.getOrDefault(target, List.of()).stream())
        .toList();
  }

  private Stream<String> itselfOrThoseItRepeats(String targetId) {
    Target target = targets.get(targetId);
    return target == null || target.isDistinct() ? Stream.of(targetId) : target.sameAs().stream();
  }

  private static int milestonesReached(List<ProgressReport> reports) {
    return (int)
        reports.stream()
            .filter(report -> report.status().equals("done") && !report.milestone().isEmpty())
            .map(ProgressReport::milestone)
            .distinct()
            .count();
  }
}
