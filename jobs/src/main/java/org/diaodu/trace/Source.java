package org.diaodu.trace;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The cell of a file in which a figure arrived.
 *
 * @param role which figure it is, in words
 * @param file path below the landing folder
 * @param sha256 of the file
 * @param cell line:column, or sheet!address
 * @param rawText the text as it stood there
 * @param releaseDate its vintage
 * @param recordedAt when it was stored
 * @param status SDMX observation status; empty for a report
 * @param provenance official or simulated
 * @param runId the run that stored it
 */
public record Source(
    String role,
    String file,
    String sha256,
    String cell,
    String rawText,
    String releaseDate,
    String recordedAt,
    String status,
    String provenance,
    String runId) {

  /** As it is kept in {@code reporting.dispatch_figures}. */
  public static final StructType STRUCT =
      new StructType()
          .add("role", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("sha256", DataTypes.StringType)
          .add("cell", DataTypes.StringType)
          .add("raw_text", DataTypes.StringType)
          .add("release_date", DataTypes.StringType)
          .add("recorded_at", DataTypes.StringType)
          .add("obs_status", DataTypes.StringType)
          .add("provenance", DataTypes.StringType)
          .add("run_id", DataTypes.StringType);

  /** The cell of a row of {@code statistics.observations} or {@code statistics.progress}. */
  static Source of(String role, Row row, String status) {
    return new Source(
        role,
        row.getAs("source_file"),
        row.getAs("source_sha256"),
        row.getAs("source_cell"),
        row.getAs("raw_text"),
        String.valueOf(row.<Object>getAs("release_date")),
        row.getAs("recorded_at").toString(),
        status,
        row.getAs("provenance"),
        row.getAs("run_id"));
  }

  /** As a row of {@link #STRUCT}. */
  public Row row() {
    return RowFactory.create(
        role, file, sha256, cell, rawText, releaseDate, recordedAt, status, provenance, runId);
  }

  /** From a row of {@link #STRUCT}. */
  public static Source of(Row row) {
    return new Source(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }
}
