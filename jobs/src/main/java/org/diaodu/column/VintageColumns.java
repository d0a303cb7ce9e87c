package org.diaodu.column;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** {@code domain.VintageOrder} for rows of observations and of reports of progress. */
public final class VintageColumns {
  /** When it came; where that was not kept yet, when it was stored. */
  public static final Column ARRIVAL = coalesce(col("arrived_at"), col("recorded_at"));

  private VintageColumns() {}

  /** What statements of one figure and one provenance are put in order by. */
  public static Column[] inOrder() {
    return new Column[] {col("release_date"), ARRIVAL, col("recorded_at")};
  }

  /** What the greatest of is current: an official figure stands before a simulated one. */
  public static Column precedence() {
    return struct(
        when(col("provenance").equalTo("official"), 1).otherwise(0).as("official"),
        col("release_date"),
        ARRIVAL.as("arrival"),
        col("recorded_at"));
  }
}
