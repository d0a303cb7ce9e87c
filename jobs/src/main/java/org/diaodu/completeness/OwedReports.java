package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.diaodu.domain.Owed.Basis;
import org.diaodu.domain.Owed.Kind;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;

/** Every report that a plan asks for, and what became of it. */
public final class OwedReports {
  private OwedReports() {}

  /**
   * A problem that was handed over.
   *
   * @param targetId its target
   * @param refArea code of the area
   * @param period period whose figure was red
   * @param openedOn day on which it was handed over
   * @param owner who answers for it
   * @param coOwners who answers together with the owner
   * @param guides who guides an area's government
   * @param dueOn day by which it is to be put right, as put off last
   * @param reportedOn day on which the result was first reported back; null before
   * @param settledOn day on which it was closed, or proposed to be; null before
   * @param provenance of what it rests on
   */
  public record HandedOver(
      String targetId,
      String refArea,
      TimePeriod period,
      LocalDate openedOn,
      String owner,
      List<String> coOwners,
      List<String> guides,
      LocalDate dueOn,
      LocalDate reportedOn,
      LocalDate settledOn,
      Provenance provenance) {}

  /**
   * Rows of all plans that are held against figures on the day, with their whole years.
   *
   * @param reports of any kind and day; those that were released by the day count
   * @param problems that were handed over by the day
   * @param asOf the day, stored with each row
   */
  public static List<OwedRow> of(
      RegionPack pack,
      Collection<ProgressReport> reports,
      Collection<HandedOver> problems,
      LocalDate asOf) {
    ReceivedReports received = new ReceivedReports(reports, asOf);
    List<OwedRow> rows = new ArrayList<>();
    for (RegionPack each : pack.plansOn(asOf)) {
      PlannedReports plan = new PlannedReports(each);
      plan.targets().forEach(d -> rows.add(OwedRow.of(d, received.onPeriod(d), asOf)));
      plan.tasks().forEach(d -> rows.add(OwedRow.of(d, received.onPeriod(d), asOf)));
      plan.milestones().forEach(d -> rows.add(OwedRow.of(d, received.onReaching(d), asOf)));
      plan.duties().forEach(d -> rows.add(OwedRow.of(d, onTime(received.onPeriod(d)), asOf)));
    }
    problems.forEach(problem -> rows.add(OwedRow.of(demand(problem), receipt(problem), asOf)));
    return rows;
  }

  /** That something was done in one quarter says nothing of the next. */
  private static Receipt onTime(Receipt receipt) {
    return receipt.endedOn() == null ? receipt : Receipt.NONE;
  }

  private static Demand demand(HandedOver problem) {
    return new Demand(
        Kind.rectification,
        problem.targetId(),
        problem.openedOn().toString(),
        problem.refArea(),
        problem.period(),
        new Owing(problem.owner(), problem.coOwners(), problem.guides()),
        false,
        List.of(problem.targetId()),
        Basis.handed_over,
        problem.dueOn(),
        "%s交办".formatted(problem.openedOn()));
  }

  private static Receipt receipt(HandedOver problem) {
    if (problem.reportedOn() != null) {
      return Receipt.on(problem.reportedOn(), problem.provenance());
    }
    return problem.settledOn() == null
        ? new Receipt(null, null, null, problem.provenance())
        : Receipt.ended(
            problem.settledOn(),
            "%s数据已好转或已销号，不再反馈".formatted(problem.settledOn()),
            problem.provenance());
  }
}
