package org.diaodu.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

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

  /** Of accepted, quarantined and ignored always exactly one. */
  String outcome() {
    if (ignoredBecause != null) {
      return "ignored";
    }
    return figure == null && report == null ? "quarantined" : "accepted";
  }

  /** What a refused or doubtful figure is a figure of. */
  record Subject(
      String indicator, String refArea, String timePeriod, String accumulation, String measure)
      implements Serializable {}

  /** An accepted observation, in the indicator's unit. */
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
      LocalDate releaseDate,
      String provenance)
      implements Serializable {}
}
