package org.diaodu.observations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.VintageColumns;

/** The figures that are known otherwise on a later day than on an earlier one. */
public final class Changes {
  private Changes() {}

  /**
   * One row for each figure whose current value or status is another on {@code until} than on
   * {@code since}; a figure that was not known at all on {@code since} is no change.
   *
   * @param observations rows of {@code statistics.observations}
   * @return the key of a figure, and {@code before} and {@code now}, each with {@code obs_value,
   *     obs_status, release_date, provenance, source_file, source_cell}
   */
  public static Dataset<Row> between(Dataset<Row> observations, LocalDate since, LocalDate until) {
    Column order = VintageColumns.precedence();
    Column figure =
        struct(
            col("obs_value"),
            col("obs_status"),
            col("release_date"),
            col("provenance"),
            col("source_file"),
            col("source_cell"));
    return observations
        .where(col("release_date").leq(lit(until)))
        .groupBy(SeriesKey.columns(SeriesKey.OBSERVATION))
        .agg(
            max_by(figure, when(col("release_date").leq(lit(since)), order)).as("before"),
            max_by(figure, order).as("now"))
        .where(
            col("before")
                .isNotNull()
                .and(
                    not(
                        col("before.obs_value")
                            .eqNullSafe(col("now.obs_value"))
                            .and(col("before.obs_status").eqNullSafe(col("now.obs_status"))))));
  }
}
