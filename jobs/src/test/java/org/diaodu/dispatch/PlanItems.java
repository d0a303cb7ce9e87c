package org.diaodu.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/** Targets and tasks of an invented plan, and reports on them, with only what a test looks at. */
final class PlanItems {
  private PlanItems() {}

  /** A target that a unit owns, set for some areas. */
  static Target target(String id, String owner, String... scope) {
    return target(id, owner, "", "", List.of(scope), List.of());
  }

  /** A target whose text says how firm it is. */
  static Target firm(String id, String owner, String commitment, String... scope) {
    return target(id, owner, "", commitment, List.of(scope), List.of());
  }

  /** A target that a series measures. */
  static Target measured(String id, String owner, String indicator, String... scope) {
    return target(id, owner, indicator, "", List.of(scope), List.of());
  }

  /** A target that repeats others. */
  static Target repeating(String id, String... sameAs) {
    return target(id, "office", "", "", List.of("T00"), List.of(sameAs));
  }

  /** A task with the units that lead it, the areas that are responsible, and what stands in it. */
  static Task task(
      String id,
      List<String> leads,
      List<String> areas,
      List<String> targets,
      List<String> milestones) {
    return new Task(
        id,
        0,
        "action",
        "1",
        "任务",
        leads,
        Task.LeadMode.joint,
        false,
        List.of(),
        false,
        areas,
        targets,
        milestones);
  }

  /** A report by a bureau that was stored on the day of its release. */
  static ProgressReport report(
      String item,
      String itemKind,
      String refArea,
      String period,
      String milestone,
      String status,
      String evidence,
      String released) {
    return reportBy(
        "bureau", item, itemKind, refArea, period, milestone, status, evidence, released);
  }

  /** The same by whoever reports it. */
  static ProgressReport reportBy(
      String reporter,
      String item,
      String itemKind,
      String refArea,
      String period,
      String milestone,
      String status,
      String evidence,
      String released) {
    return new ProgressReport(
        item,
        itemKind,
        refArea,
        TimePeriod.of(period),
        milestone,
        null,
        null,
        status,
        evidence,
        reporter,
        null,
        null,
        LocalDate.parse(released),
        null,
        Instant.parse(released + "T12:00:00Z"),
        Provenance.official);
  }

  /** A line about a problem, by whoever says it; the new day of an extension, or null. */
  static ProgressReport handling(
      String target, String refArea, String step, String reporter, String dueOn, String day) {
    return new ProgressReport(
        target,
        "target",
        refArea,
        TimePeriod.of("2024-03"),
        "",
        null,
        null,
        step,
        "file of " + day,
        reporter,
        dueOn == null ? null : LocalDate.parse(dueOn),
        null,
        LocalDate.parse(day),
        null,
        Instant.parse(day + "T12:00:00Z"),
        Provenance.official);
  }

  private static Target target(
      String id,
      String owner,
      String indicator,
      String commitment,
      List<String> scope,
      List<String> sameAs) {
    return new Target(
        id,
        0,
        "action",
        "1",
        indicator,
        "目标",
        Target.TargetClass.quantified,
        Target.Kind.growth_yoy,
        Comparator.AT_LEAST,
        "",
        null,
        "%",
        List.of(),
        commitment,
        scope,
        owner,
        Target.OwnerBasis.item,
        List.of(),
        sameAs,
        "2024-12-31",
        "",
        "");
  }
}
