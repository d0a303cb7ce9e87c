package org.diaodu.observations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.VintageColumns;

/** The figures as known on a day. */
public final class Current {
  private static final Column FIGURE =
      struct(
          col("obs_value"),
          col("obs_decimals"),
          col("obs_status"),
          col("release_date"),
          col("provenance"));

  private Current() {}

  /**
   * For each figure its latest vintage, {@link VintageColumns}, among those released on {@code
   * asOf} or before. An official figure stands before a simulated one, whatever their dates.
   *
   * @param observations rows of {@code statistics.observations}
   * @return one row for each {@code indicator, ref_area, freq, accumulation, time_period, measure,
   *     source}, with {@code obs_value, obs_decimals, obs_status, release_date, provenance};
   *     partitioned by indicator, area and frequency
   */
  public static Dataset<Row> asOf(Dataset<Row> observations, LocalDate asOf) {
    return known(observations, asOf)
        .groupBy(SeriesKey.columns(SeriesKey.OF_SOURCE))
        .agg(max_by(FIGURE, VintageColumns.precedence()).as("current"))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("measure"),
            col("source"),
            col("current.*"));
  }

  /** By line, not by figure: what comes after looks along a line without moving a row again. */
  private static Dataset<Row> known(Dataset<Row> observations, LocalDate asOf) {
    return observations
        .where(col("release_date").leq(lit(asOf)))
        .repartition(SeriesKey.columns(SeriesKey.LINE));
  }
}
