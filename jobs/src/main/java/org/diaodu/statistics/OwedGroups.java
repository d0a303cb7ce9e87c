package org.diaodu.statistics;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.completeness.OwedFigures;
import org.diaodu.completeness.OwedReports;
import org.diaodu.completeness.OwedRow;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.table.TableRows;

/** Figures put together by indicator and frequency, beside what is asked for of them. */
final class OwedGroups {
  private OwedGroups() {}

  /** All that is asked for: figures, reports, and how problems are put right. */
  static TableRows owed(Inputs in) {
    OwedFigures asked = new OwedFigures(in.pack(), in.reports(), in.asOf());
    FigureGroups<KnownFigure, OwedRow> figures =
        new FigureGroups<>(
            KnownFigure.class,
            asked.indicators(),
            List.of("indicator", "freq"),
            figure -> List.of(figure.indicator(), figure.freq()),
            group ->
                asked.of(
                    group.get(0).indicator(),
                    group.get(0).freq(),
                    group.stream().map(KnownFigure::observation).toList()));
    List<OwedRow> others =
        new ArrayList<>(
            OwedReports.of(
                in.pack(),
                in.reports(),
                in.rectifications().stream().map(OwedGroups::handedOver).toList(),
                in.asOf()));
    others.addAll(asked.neverReported(in.distinct("indicator", "freq")));
    return in.ofGroups(OwedRow.class, figures, others);
  }

  private static OwedReports.HandedOver handedOver(RectificationRow problem) {
    return new OwedReports.HandedOver(
        problem.targetId(),
        problem.refArea(),
        problem.timePeriod(),
        problem.openedOn(),
        problem.owner(),
        problem.coOwners(),
        problem.guides(),
        problem.dueOn(),
        problem.reportedOn(),
        problem.settledOn(),
        problem.provenance());
  }
}
