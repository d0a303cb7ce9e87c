package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.TimePeriod;

/** The reports on targets, tasks, milestones and duties that are known on a day. */
final class ReceivedReports {
  /** The order whose greatest is what was said last, of the latest period. */
  private static final Comparator<ProgressReport> LATEST =
      Comparator.comparingInt((ProgressReport report) -> report.timePeriod().monthIndex())
          .thenComparing(ProgressReport.VINTAGE_ORDER);

  private final Map<Item, List<ProgressReport>> reports;

  private record Item(String id, String part) {}

  /** Of all reports; those released after the day, and lines about problems, are left out. */
  ReceivedReports(Collection<ProgressReport> all, LocalDate asOf) {
    this.reports =
        all.stream()
            .filter(report -> !report.isOnAProblem() && !report.releaseDate().isAfter(asOf))
            .collect(Collectors.groupingBy(report -> new Item(report.item(), report.milestone())));
  }

  /**
   * The report on a period: the first of them. What was said to be done by an earlier period, and
   * not taken back since, is no longer asked for.
   */
  Receipt onPeriod(Demand demand) {
    return onPeriod(demand.period(), of(demand, report -> isFrom(report, demand)));
  }

  /** The same of a figure, for which the amount stands that was reported of a target. */
  Receipt ofAmount(String targetId, Demand figure) {
    return onPeriod(
        figure.period(),
        reports.getOrDefault(new Item(targetId, ""), List.of()).stream()
            .filter(report -> report.amount() != null && isFrom(report, figure))
            .toList());
  }

  private static Receipt onPeriod(TimePeriod period, List<ProgressReport> own) {
    int month = period.monthIndex();
    ProgressReport first =
        own.stream()
            .filter(report -> report.timePeriod().monthIndex() == month)
            .min(Comparator.comparing(ProgressReport::releaseDate))
            .orElse(null);
    if (first != null) {
      return Receipt.on(first.releaseDate(), first.provenance());
    }
    return own.stream()
        .filter(report -> report.timePeriod().monthIndex() < month)
        .max(LATEST)
        .filter(ReceivedReports::isDone)
        .map(
            done ->
                Receipt.ended(
                    done.releaseDate(),
                    "%s已报完成，不再报送".formatted(done.timePeriod()),
                    done.provenance()))
        .orElse(Receipt.NONE);
  }

  /** The report that something is reached, whatever period it names. */
  Receipt onReaching(Demand demand) {
    List<ProgressReport> own = of(demand, report -> true);
    return own.stream()
        .max(LATEST)
        .filter(ReceivedReports::isDone)
        .flatMap(
            last ->
                own.stream()
                    .filter(ReceivedReports::isDone)
                    .min(Comparator.comparing(ProgressReport::releaseDate)))
        .map(done -> Receipt.on(done.releaseDate(), done.provenance()))
        .orElse(Receipt.NONE);
  }

  private List<ProgressReport> of(Demand demand, Predicate<ProgressReport> counts) {
    return reports.getOrDefault(new Item(demand.item(), demand.part()), List.of()).stream()
        .filter(counts)
        .toList();
  }

  /** Where every lead owes one of his own, another's does not stand for it. */
  private static boolean isFrom(ProgressReport report, Demand demand) {
    return report.refArea().equals(demand.refArea())
        && (!demand.isOfOneLead() || report.reporter().equals(demand.who().owner()));
  }

  private static boolean isDone(ProgressReport report) {
    return report.status().equals("done");
  }
}
