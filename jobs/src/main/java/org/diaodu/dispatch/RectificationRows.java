package org.diaodu.dispatch;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.domain.Handling;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;
import org.diaodu.region.Area;
import org.diaodu.region.Policies;
import org.diaodu.region.Policy;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;

/** {@code reporting.rectifications}: {@link Rectification} over every target and area. */
public final class RectificationRows {
  private final Map<String, Target> targets;
  private final Responsibility.OfPlan responsibilities;
  private final String office;
  private final Policies policies;
  private final LocalDate asOf;

  private RectificationRows(
      Collection<Target> targets,
      Responsibility.OfPlan responsibilities,
      String office,
      Policies policies,
      LocalDate asOf) {
    this.targets =
        targets.stream()
            .filter(Target::isDistinct)
            .collect(Collectors.toMap(Target::targetId, Function.identity()));
    this.responsibilities = responsibilities;
    this.office = office;
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
   * @param progress reports of any kind; those that handle a problem and were released by the day
   *     count. What only the dispatch office can say counts where it comes from there, and the
   *     office does not answer for the problem itself
   * @param targets of the plan; only distinct ones have problems
   * @param responsibilities who answers for them
   * @param office code of the dispatch office; empty where there is none, and then nobody closes
   * @param policies of which the one in force on the day of a dispatch sets days and dispatches
   * @param areas of the pack: what is open of one that ended goes on with who takes over from it
   * @param asOf the day, stored with each row
   */
  public static List<RectificationRow> of(
      Collection<SeenLight> lights,
      Collection<ProgressReport> progress,
      Collection<Target> targets,
      Responsibility.OfPlan responsibilities,
      String office,
      Policies policies,
      Collection<Area> areas,
      LocalDate asOf) {
    RectificationRows rows =
        new RectificationRows(targets, responsibilities, office, policies, asOf);
    Succession succession = new Succession(areas);
    Map<Place, List<ProgressReport>> reports = rows.onProblems(progress);
    List<RectificationRow> all = new ArrayList<>();
    rows.dispatches(lights)
        .forEach((target, seen) -> all.addAll(rows.of(target, seen, reports, succession)));
    all.sort(Comparator.comparing(RectificationRow::rectificationId));
    return all;
  }

  /** By target, then by area. */
  private Map<String, Map<String, List<SeenLight>>> dispatches(Collection<SeenLight> lights) {
    return lights.stream()
        .filter(light -> isDispatch(light.knownOn()) && targets.containsKey(light.targetId()))
        .sorted(Comparator.comparing(SeenLight::knownOn))
        .collect(
            Collectors.groupingBy(SeenLight::targetId, Collectors.groupingBy(SeenLight::refArea)));
  }

  private static boolean isDispatch(LocalDate day) {
    return day.equals(day.with(TemporalAdjusters.lastDayOfMonth()));
  }

  private Map<Place, List<ProgressReport>> onProblems(Collection<ProgressReport> progress) {
    return progress.stream()
        .filter(report -> report.isOnAProblem() && !report.releaseDate().isAfter(asOf))
        .collect(Collectors.groupingBy(report -> new Place(report.item(), report.refArea())));
  }

  private List<RectificationRow> of(
      String targetId,
      Map<String, List<SeenLight>> seen,
      Map<Place, List<ProgressReport>> reports,
      Succession succession) {
    Target target = targets.get(targetId);
    Function<String, List<Handling.Entry>> entries =
        area ->
            reports.getOrDefault(new Place(targetId, area), List.of()).stream()
                .flatMap(report -> entry(report, responsibilities.of(target, area)).stream())
                .toList();
    List<RectificationRow> rows = new ArrayList<>();
    new ProblemsOfTarget(
            seen, area -> closings(entries.apply(area)), this::deadlines, succession, asOf)
        .byArea()
        .forEach(
            (area, found) ->
                found
                    .problems()
                    .forEach(
                        problem ->
                            rows.add(
                                row(
                                    target,
                                    area,
                                    problem,
                                    responsibilities.of(target, area),
                                    entries.apply(area),
                                    found.provenance()))));
    return rows;
  }

  private Optional<Handling.Entry> entry(ProgressReport report, Responsibility answers) {
    return Handling.Step.of(report.status())
        .filter(step -> !step.isOfTheOffice() || isOfTheOffice(report.reporter(), answers))
        .map(
            step ->
                new Handling.Entry(
                    report.releaseDate(),
                    step,
                    report.evidence(),
                    report.dueOn(),
                    report.problemOpenedOn()));
  }

  private boolean isOfTheOffice(String reporter, Responsibility answers) {
    return !office.isEmpty() && office.equals(reporter) && !answers.answering().contains(reporter);
  }

  private static List<Rectification.Entry> closings(List<Handling.Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.step() == Handling.Step.closed)
        .sorted(Handling.Entry.ORDER)
        .map(entry -> new Rectification.Entry(entry.day(), entry.evidence()))
        .toList();
  }

  private Rectification.Deadlines deadlines(LocalDate dispatch) {
    Policy.Rectification days = policies.on(dispatch).rectification();
    return new Rectification.Deadlines(
        days.dueDays(), days.superviseAfter(), days.escalateAfter(), days.officeCloses());
  }

  private RectificationRow row(
      Target target,
      String refArea,
      Rectification problem,
      Responsibility answers,
      List<Handling.Entry> entries,
      Provenance provenance) {
    boolean isClosed = problem.closedOn() != null;
    Handling handling =
        Handling.of(problem.openedOn(), problem.dueOn(), problem.closedOn(), entries);
    LocalDate settledOn = isClosed ? problem.closedOn() : problem.proposedOn();
    return new RectificationRow(
        String.join("/", target.targetId(), refArea, problem.openedOn().toString()),
        target.targetId(),
        refArea,
        target.action(),
        answers.owner(),
        answers.basis(),
        answers.coOwners(),
        answers.guides(),
        problem.openedOn(),
        problem.period(),
        problem.reason(),
        handling.dueOn(),
        problem.missed(),
        problem.supervisedOn(),
        problem.escalatedOn(),
        handling.receivedOn(),
        handling.reportedOn(),
        handling.extendedOn(),
        handling.reviewedOn(),
        problem.proposedOn(),
        problem.closedOn(),
        isClosed ? problem.closedBecause() : null,
        problem.evidence(),
        problem.state(),
        isClosed ? Handling.Stage.closed : handling.stage(),
        handling.isOverdue(asOf, settledOn),
        provenance,
        asOf);
  }
}
