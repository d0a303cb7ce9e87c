package org.diaodu.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Handling;

/**
 * What became of the one figure on a line.
 *
 * @param line its place in the order of the file, from 1
 * @param sourceCell line:column of the figure, or sheet!address
 * @param record the line as it stands
 * @param rawText the figure as it stands
 * @param figure the observation; null unless accepted
 * @param report the report of progress; null unless accepted as one
 * @param subject what it is a figure of, as far as that is known of a refused one; null elsewhere
 * @param ignoredBecause why it was left out; null unless ignored
 * @param faults what is wrong; of an accepted figure only warnings
 */
record Cell(
    long line,
    String sourceCell,
    String record,
    String rawText,
    Figure figure,
    Report report,
    Subject subject,
    String ignoredBecause,
    List<Fault> faults)
    implements Serializable {

  /** A cell of a figure. */
  Cell(
      long line,
      String sourceCell,
      String record,
      String rawText,
      Figure figure,
      Subject subject,
      String ignoredBecause,
      List<Fault> faults) {
    this(line, sourceCell, record, rawText, figure, null, subject, ignoredBecause, faults);
  }

  /** A line of a progress file. */
  static Cell ofReport(
      long line,
      String sourceCell,
      String record,
      String rawText,
      Report report,
      List<Fault> faults) {
    return new Cell(line, sourceCell, record, rawText, null, report, null, null, faults);
  }

  /**
   * The observation; of a report one that stands for it, so that what was said twice is found in
   * the same way: the item is its indicator, the milestone its accumulation. Null unless accepted.
   */
  Figure said() {
    return report == null
        ? figure
        : new Figure(
            report.item(),
            report.refArea(),
            report.frequency(),
            report.timePeriod(),
            report.milestone(),
            // How a problem is handled is told apart from how the item goes.
            Handling.Step.of(report.status()).map(report::measure).orElse("REPORT"),
            report.amount() != null ? report.amount() : report.percent(),
            null,
            report.status(),
            null,
            report.releaseDate(),
            report.provenance(),
            null,
            null);
  }

  /** This cell as one that is left out. */
  Cell leftOut(String because) {
    return new Cell(line, sourceCell, record, rawText, null, null, null, because, faults);
  }

  /** This cell as one that is refused, or held where the fault says so. */
  Cell refused(Fault fault) {
    List<Fault> all = new ArrayList<>(faults);
    all.add(fault);
    return new Cell(line, sourceCell, record, rawText, null, null, subject, null, all);
  }

  /** This cell with other faults. */
  Cell with(List<Fault> others) {
    return new Cell(
        line, sourceCell, record, rawText, figure, report, subject, ignoredBecause, others);
  }

  /** Of accepted, quarantined, held and ignored always exactly one. */
  String outcome() {
    if (ignoredBecause != null) {
      return "ignored";
    }
    if (figure != null || report != null) {
      return "accepted";
    }
    boolean held = faults.stream().anyMatch(f -> f.severity() == Fault.Severity.hold);
    return held ? "held" : "quarantined";
  }

  /** What a refused or doubtful figure is a figure of. */
  record Subject(
      String indicator, String refArea, String timePeriod, String accumulation, String measure)
      implements Serializable {}

  /**
   * An accepted observation, in the indicator's unit.
   *
   * @param source whose figure it is, where that is not the unit that reports the indicator; else
   *     null
   */
  record Figure(
      String indicator,
      String refArea,
      String frequency,
      String timePeriod,
      String accumulation,
      String measure,
      BigDecimal value,
      Integer decimals,
      String status,
      String confStatus,
      LocalDate releaseDate,
      String provenance,
      String source,
      String note)
      implements Serializable {}

  /** An accepted report of progress. */
  record Report(
      String item,
      String itemKind,
      String refArea,
      String frequency,
      String timePeriod,
      String milestone,
      BigDecimal amount,
      BigDecimal percent,
      String status,
      String evidence,
      String reporter,
      LocalDate dueOn,
      LocalDate problemOpenedOn,
      LocalDate releaseDate,
      String provenance)
      implements Serializable {

    /** Two problems of one target are told apart where the report names its own. */
    private String measure(Handling.Step step) {
      return problemOpenedOn == null
          ? "REPORT/" + step
          : "REPORT/%s/%s".formatted(step, problemOpenedOn);
    }

    /** All that {@link Cell#said} does not say of it, in one text. */
    String besides() {
      return besides(percent, evidence, reporter, dueOn);
    }

    /** All that {@link Cell#said} does not say of a report, in one text. */
    static String besides(BigDecimal percent, String evidence, String reporter, LocalDate dueOn) {
      return Stream.of(
              percent == null ? null : TidyCsvLine.plain(percent), evidence, reporter, dueOn)
          .map(part -> Objects.toString(part, ""))
          .collect(Collectors.joining("\n"));
    }
  }
}
