package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diaodu.domain.Cadence;
import org.diaodu.domain.Owed.Basis;
import org.diaodu.domain.Owed.Kind;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Duty;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.region.TargetSchedule;
import org.diaodu.region.Task;

/** The reports that one plan asks for: on targets without a series, tasks, milestones, duties. */
final class PlannedReports {
  private final RegionPack plan;
  private final TargetSchedule schedule;
  private final Responsibility.OfPlan responsibilities;
  private final LocalDate issued;

  PlannedReports(RegionPack plan) {
    this.plan = plan;
    this.schedule = new TargetSchedule(plan);
    this.responsibilities = plan.responsibilities();
    String issuedOn = plan.plan().issued();
    this.issued = issuedOn.isEmpty() ? LocalDate.MIN : LocalDate.parse(issuedOn);
  }

  /** Reports on targets; one of which none is expected has a demand that says why. */
  List<Demand> targets() {
    return plan.distinctTargets().stream().flatMap(this::target).toList();
  }

  /**
   * Reports on tasks as a whole: by their leads, each of his own where they lead separately, and by
   * the governments of the areas that are responsible.
   */
  List<Demand> tasks() {
    return plan.tasks().stream()
        .flatMap(task -> Stream.concat(ofLeads(task), ofAreas(task)))
        .toList();
  }

  /** Milestones, each due by the end of the plan's year. */
  List<Demand> milestones() {
    TimePeriod year = TimePeriod.year(plan.planYear());
    return plan.tasks().stream()
        .flatMap(
            task ->
                task.milestones().stream()
                    .map(
                        milestone ->
                            demand(
                                Kind.milestone,
                                task.taskId(),
                                milestone,
                                year,
                                Owing.together(plan.leads(task)),
                                Basis.deadline,
                                year.lastDay(),
                                "方案期限%s".formatted(year.lastDay()))))
        .toList();
  }

  /** What is to be done again and again. */
  List<Demand> duties() {
    List<Demand> demands = new ArrayList<>();
    for (Duty duty : plan.duties()) {
      plan.tasks().stream()
          .filter(task -> task.taskId().equals(duty.taskId()))
          .forEach(task -> duty(duty, task).forEach(demands::add));
    }
    return demands;
  }

  private Stream<Demand> target(Target target) {
    if (PlannedFigures.isNominal(target)) {
      return notExpected(target, "只是名称中的数，不作为目标");
    }
    return switch (target.kind()) {
      case overdue_rectifications -> notExpected(target, "由系统统计，不用报送");
      case assessed -> assessed(target);
      case growth_yoy, level, increment, capital_share, count_of_areas -> Stream.of();
    };
  }

  private Stream<Demand> notExpected(Target target, String why) {
    return target.scope().stream()
        .map(area -> target(target, area, TimePeriod.year(plan.planYear()), Basis.none, null, why));
  }

  private Stream<Demand> assessed(Target target) {
    Optional<Cadence> stated = TargetSchedule.cadence(target);
    String why = stated.isPresent() ? "目标清单写明：%s".formatted(target.measureNote()) : "方案没有写明频次，按月填报";
    return schedule.dueDates(target).entrySet().stream()
        .filter(due -> isSinceItsIssue(due.getKey()))
        .flatMap(
            due ->
                schedule.areas(target, plan.policies().ofFigureDue(due.getValue())).stream()
                    .filter(area -> plan.isAt(area, due.getKey()))
                    .map(
                        area ->
                            target(
                                target,
                                area,
                                due.getKey(),
                                stated.isPresent() ? Basis.plan : Basis.assumed,
                                due.getValue(),
                                why)));
  }

  private Stream<Demand> ofLeads(Task task) {
    boolean isOfOneLead =
        switch (task.leadMode()) {
          case separate, each_member -> true;
          case single, joint -> false;
        };
    List<Owing> owing =
        isOfOneLead
            ? plan.leads(task).stream().map(lead -> Owing.together(List.of(lead))).toList()
            : List.of(Owing.together(plan.leads(task)));
    return periods(Policy.Reporting::tasks)
        .flatMap(
            period ->
                owing.stream()
                    .map(
                        who ->
                            task(
                                task,
                                plan.totalArea(),
                                period,
                                who,
                                isOfOneLead,
                                often(Policy.Reporting::tasks, period))));
  }

  private Stream<Demand> ofAreas(Task task) {
    return Stream.concat(
        ofAreas(task, Policy.Reporting::tasksInAreas, false),
        ofAreas(task, Policy.Reporting::tasksOfAllAreas, true));
  }

  private Stream<Demand> ofAreas(
      Task task, Function<Policy.Reporting, Policy.Often> cadence, boolean isShared) {
    return periods(cadence)
        .filter(period -> plan.isOfAllAreas(task, period) == isShared)
        .flatMap(
            period ->
                task.areas().stream()
                    .filter(area -> !area.equals(plan.totalArea()) && plan.isAt(area, period))
                    .map(
                        area ->
                            task(
                                task,
                                area,
                                period,
                                Owing.government(area, plan.leads(task)),
                                false,
                                often(cadence, period))));
  }

  /** The periods of the year at whose end a cadence holds by the policy of that day. */
  private Stream<TimePeriod> periods(Function<Policy.Reporting, Policy.Often> cadence) {
    return Arrays.stream(Cadence.values())
        .flatMap(
            often ->
                often.periods(often.frequency(), plan.planYear()).stream()
                    .filter(period -> often(cadence, period).cadence() == often))
        .filter(this::isSinceItsIssue);
  }

  private boolean isSinceItsIssue(TimePeriod period) {
    return !period.lastDay().isBefore(issued);
  }

  private Stream<Demand> duty(Duty duty, Task task) {
    String words = "方案：“%s”".formatted(duty.words());
    return duty.cadence().periods(duty.cadence().frequency(), plan.planYear()).stream()
        .filter(this::isSinceItsIssue)
        .map(
            period ->
                demand(
                    Kind.duty,
                    task.taskId(),
                    duty.nameZh(),
                    period,
                    Owing.together(plan.leads(task)),
                    duty.basis() == Duty.Basis.stated ? Basis.plan : Basis.assumed,
                    schedule.dueBySilence(period),
                    duty.basis() == Duty.Basis.stated
                        ? words
                        : words + "，没有定频次，" + duty.cadence().nameZh()));
  }

  private Demand target(
      Target target, String area, TimePeriod period, Basis basis, LocalDate due, String why) {
    return new Demand(
        Kind.target,
        target.targetId(),
        "",
        area,
        period,
        Owing.of(responsibilities.of(target, area)),
        false,
        List.of(target.targetId()),
        basis,
        due,
        why);
  }

  private Demand task(
      Task task,
      String area,
      TimePeriod period,
      Owing who,
      boolean isOfOneLead,
      Policy.Often often) {
    return new Demand(
        Kind.task,
        task.taskId(),
        "",
        area,
        period,
        who,
        isOfOneLead,
        List.of(),
        often.isDefault() ? Basis.assumed : Basis.policy,
        schedule.dueBySilence(period),
        (often.isDefault() ? "办法未定频次，默认%s报送" : "办法规定%s报送").formatted(often.cadence().nameZh()));
  }

  private Policy.Often often(Function<Policy.Reporting, Policy.Often> cadence, TimePeriod period) {
    return cadence.apply(plan.policies().on(period.lastDay()).reporting());
  }

  private Demand demand(
      Kind kind,
      String item,
      String part,
      TimePeriod period,
      Owing who,
      Basis basis,
      LocalDate due,
      String why) {
    return new Demand(
        kind, item, part, plan.totalArea(), period, who, false, List.of(), basis, due, why);
  }
}
