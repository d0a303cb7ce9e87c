package org.diaodu.observations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.VintageColumns;

/** The figures that are known otherwise on a later day than a reader of an earlier one knew. */
public final class Changes {
  private Changes() {}

  /** Column that says when a statement was known here, where that was later than it came. */
  public static final String CONFIRMED_AT = "confirmed_at";

  /**
   * One row for each figure whose current value or status is another on {@code until} than a reader
   * knew on {@code since}; a figure that was not known at all then is no change.
   *
   * <p>A reader knew what was released by then and had come by then. A correction bears the release
   * date of what it corrects, and is a change for whoever read that; so is a figure that was held
   * and has been confirmed since. Where nothing of a figure had come, as where an archive was read
   * later, the release alone counts.
   *
   * <p>Worked example, {@code since} 1 August:
   *
   * <pre>
   * 100  released 15 July, came 16 July
   * 104  released 15 July, came 20 September   → 100 before, 104 now
   * </pre>
   *
   * @param observations rows of {@code statistics.observations}, with {@value #CONFIRMED_AT}
   *     beside: when somebody confirmed what had been held, else null
   * @param zone in which days begin
   * @return the key of a figure, and {@code before} and {@code now}, each with {@code obs_value,
   *     obs_status, release_date, provenance, source_file, source_cell}
   */
  public static Dataset<Row> between(
      Dataset<Row> observations, LocalDate since, LocalDate until, ZoneId zone) {
    Column order = VintageColumns.precedence();
    Column released = col("release_date").leq(lit(since));
    Instant end = since.plusDays(1).atStartOfDay(zone).toInstant();
    Column had = coalesce(col(CONFIRMED_AT), VintageColumns.ARRIVAL).lt(lit(end));
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
            coalesce(
                    max_by(figure, when(released.and(had), order)),
                    max_by(figure, when(released, order)))
                .as("before"),
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
