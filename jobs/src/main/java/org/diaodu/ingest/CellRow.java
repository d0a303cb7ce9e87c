package org.diaodu.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.ExactDecimal;

/** A cell as a row: where it stands, what became of it, and the observation where there is one. */
final class CellRow {
  static final StructType FAULT =
      new StructType()
          .add("rule_id", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("source_cell", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("expected", DataTypes.StringType)
          .add("message", DataTypes.StringType);

  /** What a report of progress has beside its place in time and area. */
  private static final StructType REPORT =
      new StructType()
          .add("item_kind", DataTypes.StringType)
          .add("amount", DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE))
          .add("percent", DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE))
          .add("evidence", DataTypes.StringType)
          .add("reporter", DataTypes.StringType)
          .add("due_on", DataTypes.DateType)
          .add("problem_opened_on", DataTypes.DateType);

  static final StructType SCHEMA =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("source_sha256", DataTypes.StringType)
          .add("file_ordinal", DataTypes.IntegerType)
          .add("arrived_at", DataTypes.TimestampType)
          .add("line", DataTypes.LongType)
          .add("source_cell", DataTypes.StringType)
          .add("record", DataTypes.StringType)
          .add("raw_text", DataTypes.StringType)
          .add("outcome", DataTypes.StringType)
          .add("ignored_because", DataTypes.StringType)
          .add("faults", DataTypes.createArrayType(FAULT))
          .add("indicator", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("time_period", DataTypes.StringType)
          .add("accumulation", DataTypes.StringType)
          .add("measure", DataTypes.StringType)
          .add("obs_value", DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE))
          .add("obs_decimals", DataTypes.IntegerType)
          .add("obs_status", DataTypes.StringType)
          .add("conf_status", DataTypes.StringType)
          .add("release_date", DataTypes.DateType)
          .add("provenance", DataTypes.StringType)
          .add("note", DataTypes.StringType)
          .add("subject_indicator", DataTypes.StringType)
          .add("subject_ref_area", DataTypes.StringType)
          .add("subject_time_period", DataTypes.StringType)
          .add("subject_accumulation", DataTypes.StringType)
          .add("subject_measure", DataTypes.StringType)
          .add("report", REPORT)
          .add("hold_id", DataTypes.StringType)
          .add("source", DataTypes.StringType);

  /** The columns that say what a refused figure is a figure of. */
  static final String[] SUBJECT = {
    "subject_indicator",
    "subject_ref_area",
    "subject_time_period",
    "subject_accumulation",
    "subject_measure"
  };

  private CellRow() {}

  static Row of(String file, String sha256, int fileOrdinal, Instant arrivedAt, Cell cell) {
    Cell.Figure figure = cell.said();
    Cell.Report report = cell.report();
    Cell.Subject subject = cell.subject();
    return RowFactory.create(
        file,
        sha256,
        fileOrdinal,
        arrivedAt,
        cell.line(),
        cell.sourceCell(),
        cell.record(),
        cell.rawText(),
        cell.outcome(),
        cell.ignoredBecause(),
        cell.faults().stream().map(CellRow::fault).toArray(Row[]::new),
        figure == null ? null : figure.indicator(),
        figure == null ? null : figure.refArea(),
        figure == null ? null : figure.frequency(),
        figure == null ? null : figure.timePeriod(),
        figure == null ? null : figure.accumulation(),
        figure == null ? null : figure.measure(),
        figure == null ? null : stored(figure.value()),
        figure == null ? null : figure.decimals(),
        figure == null ? null : figure.status(),
        figure == null ? null : figure.confStatus(),
        figure == null ? null : figure.releaseDate(),
        figure == null ? null : figure.provenance(),
        figure == null ? null : figure.note(),
        subject == null ? null : subject.indicator(),
        subject == null ? null : subject.refArea(),
        subject == null ? null : subject.timePeriod(),
        subject == null ? null : subject.accumulation(),
        subject == null ? null : subject.measure(),
        report == null ? null : row(report),
        null,
        figure == null ? null : figure.source());
  }

  private static Row row(Cell.Report report) {
    return RowFactory.create(
        report.itemKind(),
        report.amount(),
        report.percent(),
        report.evidence(),
        report.reporter(),
        report.dueOn(),
        report.problemOpenedOn());
  }

  /** An accepted cell as a statement that is held against others of its figure. */
  static SameFigure.Statement statement(Row row) {
    BigDecimal value = row.getAs("obs_value");
    Row report = row.getAs("report");
    return new SameFigure.Statement(
        row.getAs("source_file"),
        row.<Long>getAs("line"),
        row.getAs("source_cell"),
        row.getAs("raw_text"),
        value == null ? null : value.toPlainString(),
        row.getAs("obs_status"),
        row.getAs("conf_status"),
        report == null
            ? ""
            : Cell.Report.besides(
                report.getAs("percent"),
                report.getAs("evidence"),
                report.getAs("reporter"),
                report.getAs("due_on")),
        report != null);
  }

  /** An accepted cell with what became of it among others of its figure. */
  static Row judged(Row row, SameFigure.Verdict verdict) {
    if (verdict.conflict() != null) {
      return refused(row, verdict.conflict());
    }
    if (!verdict.repeated()) {
      return row;
    }
    Object[] values = values(row);
    values[SCHEMA.fieldIndex("outcome")] = "ignored";
    values[SCHEMA.fieldIndex("ignored_because")] = SameFigure.REPEATED;
    return RowFactory.create(values);
  }

  /**
   * A cell, held where it contradicts what was stored.
   *
   * @param otherFile file of what was stored; null where it contradicts nothing
   */
  static Row heldAgainst(Row row, String otherFile) {
    return otherFile == null
        ? RowFactory.create(values(row))
        : refused(row, SameFigure.againstStored(statement(row), otherFile));
  }

  private static Row refused(Row row, Fault fault) {
    Object[] values = values(row);
    List<Row> faults = new ArrayList<>(row.getList(row.fieldIndex("faults")));
    faults.add(fault(fault));
    values[SCHEMA.fieldIndex("outcome")] =
        fault.severity() == Fault.Severity.hold ? "held" : "quarantined";
    values[SCHEMA.fieldIndex("faults")] = faults.toArray(Row[]::new);
    return RowFactory.create(values);
  }

  /** The values in the order of the schema, whatever stands beside them. */
  private static Object[] values(Row row) {
    Object[] values = new Object[SCHEMA.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(row.fieldIndex(SCHEMA.fieldNames()[i]));
    }
    return values;
  }

  /**
   * What is to be said of a book as a whole.
   *
   * @param outcome {@code book}, or {@code unreadable}
   * @param cells how many of its cells hold a figure
   */
  static Row ofBook(
      String file, String sha256, int fileOrdinal, String outcome, long cells, List<Fault> faults) {
    Object[] values = new Object[SCHEMA.length()];
    values[0] = file;
    values[1] = sha256;
    values[2] = fileOrdinal;
    values[4] = cells;
    values[5] = "0:0";
    values[8] = outcome;
    values[10] = faults.stream().map(CellRow::fault).toArray(Row[]::new);
    return RowFactory.create(values);
  }

  static Row fault(Fault fault) {
    return RowFactory.create(
        fault.ruleId(),
        fault.severity().name(),
        fault.sourceCell(),
        fault.found(),
        fault.expected(),
        fault.message());
  }

  private static BigDecimal stored(BigDecimal value) {
    return value == null ? null : ExactDecimal.stored(value);
  }
}
