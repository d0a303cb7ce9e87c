package org.diaodu.collecting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.ProgressStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** What a form shows beside what it asks for: texts, empty ones where nothing is known. */
public final class KnownBefore {
  private static final String SIMULATED = "（模拟）";

  /** The latest report is that of the latest period. */
  private static final Comparator<ProgressReport> LATEST =
      Comparator.comparingInt((ProgressReport report) -> report.timePeriod().monthIndex())
          .thenComparing(ProgressReport.VINTAGE_ORDER);

  /** Nothing at all. */
  public static final KnownBefore NOTHING = new KnownBefore(List.of(), List.of(), List.of());

  private final Map<FigureKey, String> figures = new HashMap<>();
  private final Map<ReportKey, String> reports = new HashMap<>();
  private final Map<ProblemKey, RectificationRow> problems = new HashMap<>();

  private record FigureKey(String indicator, String refArea, TimePeriod period, Measure measure) {}

  private record ReportKey(String item, String refArea, String part) {}

  private record ProblemKey(String target, String refArea, String openedOn) {}

  /**
   * A figure that is known, in its indicator's usual accumulation.
   *
   * @param text its digits
   */
  public record Figure(
      String indicator,
      String refArea,
      TimePeriod period,
      Measure measure,
      String text,
      Provenance provenance) {}

  /**
   * What is known.
   *
   * @param reports of any kind; those on how a problem is handled are left out
   */
  public KnownBefore(
      List<Figure> figures, List<ProgressReport> reports, List<RectificationRow> problems) {
    for (Figure figure : figures) {
      this.figures.put(
          new FigureKey(figure.indicator(), figure.refArea(), figure.period(), figure.measure()),
          figure.text() + mark(figure.provenance()));
    }
    reports.stream()
        .filter(report -> !report.isOnAProblem())
        .sorted(LATEST)
        .forEach(
            report ->
                this.reports.put(
                    new ReportKey(report.item(), report.refArea(), report.milestone()),
                    words(report)));
    for (RectificationRow problem : problems) {
      this.problems.put(
          new ProblemKey(problem.targetId(), problem.refArea(), problem.openedOn().toString()),
          problem);
    }
  }

  String figure(String indicator, String refArea, TimePeriod period, Measure measure) {
    return figures.getOrDefault(new FigureKey(indicator, refArea, period, measure), "");
  }

  String report(String item, String refArea, String part) {
    return reports.getOrDefault(new ReportKey(item, refArea, part), "");
  }

  /** Why the light of a problem was red. */
  String reason(String target, String refArea, String openedOn) {
    RectificationRow problem = problems.get(new ProblemKey(target, refArea, openedOn));
    return problem == null ? "" : problem.reason() + mark(problem.provenance());
  }

  /** How far a problem was handled. */
  String stage(String target, String refArea, String openedOn) {
    RectificationRow problem = problems.get(new ProblemKey(target, refArea, openedOn));
    Handling.Stage stage = problem == null ? null : problem.stage();
    return stage == null ? "" : stage.nameZh();
  }

  private static String words(ProgressReport report) {
    String percent =
        report.percent() == null
            ? ""
            : " " + report.percent().stripTrailingZeros().toPlainString() + "%";
    return "%s%s（%s）%s"
        .formatted(
            ProgressStatus.valueOf(report.status()).nameZh(),
            percent,
            report.timePeriod(),
            mark(report.provenance()));
  }

  private static String mark(Provenance provenance) {
    return provenance == Provenance.simulated ? SIMULATED : "";
  }
}
