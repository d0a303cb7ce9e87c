package org.diaodu.attainment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;

/** What was last reported of a target's progress, for a check's period and day. */
final class LatestReports {
  private static final BigDecimal ALL = ExactDecimal.stored(BigDecimal.valueOf(100));
  private static final BigDecimal NOTHING = ExactDecimal.stored(BigDecimal.ZERO);

  /** The latest is that of the latest period, then the latest of what was said of it. */
  private static final Comparator<ProgressReport> ORDER =
      Comparator.comparingInt((ProgressReport report) -> report.timePeriod().monthIndex())
          .thenComparing(ProgressReport.VINTAGE_ORDER)
          .thenComparing(ProgressReport::milestone);

  private final int planYear;
  private final Map<Item, List<ProgressReport>> reports = new HashMap<>();

  private record Item(String target, String refArea) {}

  /**
   * A report as it is held against a target.
   *
   * @param amount how much there is, in the target's unit; null where none was reported
   * @param percent how much of it is done; null where nothing was reported of it
   * @param provenance of the report
   */
  record Progress(BigDecimal amount, BigDecimal percent, Provenance provenance) {}

  /**
   * Of reports on targets; what asks that a rectification be closed is none.
   *
   * @param planYear the year from which on what is done stays done
   */
  LatestReports(List<ProgressReport> all, int planYear) {
    this.planYear = planYear;
    for (ProgressReport report : all) {
      if (report.itemKind().equals("target") && !report.isOnAProblem()) {
        reports
            .computeIfAbsent(new Item(report.item(), report.refArea()), item -> new ArrayList<>())
            .add(report);
      }
    }
  }

  /**
   * The latest report for a check. A report speaks of its own period alone: that nothing happened
   * by March says nothing of April. Only what is done stays done, at 100 percent.
   */
  Optional<Progress> of(PlannedCheck check) {
    return reports
        .getOrDefault(new Item(check.target().targetId(), check.refArea()), List.of())
        .stream()
        .filter(report -> !report.releaseDate().isAfter(check.knownOn()))
        .filter(report -> speaksOf(report, check))
        .max(ORDER)
        .map(
            report ->
                new Progress(
                    report.amount(),
                    switch (report.status()) {
                      case "done" -> ALL;
                      case "not_started" -> NOTHING;
                      default -> report.percent();
                    },
                    report.provenance()));
  }

  private boolean speaksOf(ProgressReport report, PlannedCheck check) {
    int reported = report.timePeriod().monthIndex();
    int checked = check.period().monthIndex();
    return reported == checked
        || (report.status().equals("done")
            && reported <= checked
            && report.timePeriod().year() >= planYear);
  }
}
