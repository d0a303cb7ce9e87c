package org.diaodu.ingest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.ExactDecimal;

/**
 * A cell of a tried file.
 *
 * @param place where it stands: line:column, or sheet!address
 * @param rawText what stands there
 * @param outcome what became of it
 * @param fields what it says, by column of {@code statistics.observations} or {@code
 *     statistics.progress}; of a refused one what it is about, as far as that is known
 * @param leftOutBecause why it was left out; null unless it was
 * @param faults why it is refused, or what is doubted
 */
public record TriedCell(
    String place,
    String rawText,
    Outcome outcome,
    Map<String, String> fields,
    String leftOutBecause,
    List<Fault> faults) {
  /** What becomes of a cell. */
  public enum Outcome {
    /** Taken. */
    accepted,
    /** Refused. */
    quarantined,
    /** Held until somebody says which counts. */
    held,
    /** Left out, for a reason. */
    ignored
  }

  static TriedCell of(Cell cell) {
    return new TriedCell(
        cell.sourceCell(),
        cell.rawText(),
        Outcome.valueOf(cell.outcome()),
        fields(cell),
        cell.ignoredBecause(),
        cell.faults());
  }

  private static Map<String, String> fields(Cell cell) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (cell.report() != null) {
      Cell.Report report = cell.report();
      fields.put("item", report.item());
      fields.put("item_kind", report.itemKind());
      fields.put("ref_area", report.refArea());
      fields.put("time_period", report.timePeriod());
      fields.put("milestone", report.milestone());
      fields.put("amount", plain(report.amount()));
      fields.put("percent", plain(report.percent()));
      fields.put("status", report.status());
      fields.put("evidence", report.evidence());
      fields.put("reporter", report.reporter());
      if (report.problemOpenedOn() != null) {
        fields.put("problem_opened_on", report.problemOpenedOn().toString());
      }
      fields.put("release_date", report.releaseDate().toString());
      fields.put("provenance", report.provenance());
    } else if (cell.figure() != null) {
      Cell.Figure figure = cell.figure();
      fields.put("ref_area", figure.refArea());
      fields.put("indicator", figure.indicator());
      fields.put("time_period", figure.timePeriod());
      fields.put("accumulation", figure.accumulation());
      fields.put("measure", figure.measure());
      fields.put("obs_value", plain(figure.value()));
      fields.put("obs_status", figure.status());
      fields.put("conf_status", figure.confStatus());
      fields.put("release_date", figure.releaseDate().toString());
      fields.put("provenance", figure.provenance());
      fields.put("note", figure.note());
    } else if (cell.subject() != null) {
      Cell.Subject subject = cell.subject();
      fields.put("ref_area", subject.refArea());
      fields.put("indicator", subject.indicator());
      fields.put("time_period", subject.timePeriod());
      fields.put("accumulation", subject.accumulation());
      fields.put("measure", subject.measure());
    }
    return fields;
  }

  /** A figure as it is stored, without the zeros behind it. */
  private static String plain(BigDecimal value) {
    return value == null ? null : ExactDecimal.stored(value).stripTrailingZeros().toPlainString();
  }
}
