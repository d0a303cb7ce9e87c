package org.diaodu.observations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which of the figures that arrived are new vintages. A figure that repeats what was known at its
 * release is no vintage; one that differs is, also where it differs only in status.
 */
public final class Vintages {
  /** How a new vintage relates to the one before it. */
  public static final String CHANGE = "change";

  /** The value before, null where there was none. */
  public static final String PREVIOUS_VALUE = "previous_value";

  private Vintages() {}

  /**
   * Hashes of figures that may be known already, or have arrived twice: of lines of vintages that
   * occur more than once in both. Where there is none, {@link #first} says with less work what
   * {@link #added} would.
   */
  public static Dataset<Row> meeting(Dataset<Row> known, Dataset<Row> arrived) {
    Column[] line = SeriesKey.columns(line());
    return known
        .select(xxhash64(line).as("line"))
        .unionByName(arrived.select(xxhash64(line).as("line")))
        .groupBy("line")
        .agg(count(lit(1)).as("times"))
        .where(col("times").gt(1));
  }

  /** The rows of {@code arrived} where each is the first vintage of its figure. */
  public static Dataset<Row> first(Dataset<Row> arrived) {
    return arrived
        .withColumn(PREVIOUS_VALUE, lit(null).cast(arrived.schema().apply("obs_value").dataType()))
        .withColumn(CHANGE, lit("first"));
  }

  /**
   * The rows of {@code arrived} that are to be added to {@code known}.
   *
   * <p>Both have the columns of {@code statistics.observations}. Official and simulated figures of
   * one key are separate lines of vintages: neither revises the other.
   *
   * <p>Worked example, one key, value and release date:
   *
   * <pre>
   * known    100  2024-07-15
   * arrived  100  2024-08-15  → no row: nothing changed
   * arrived  103  2024-09-15  → row, change = revision, previous_value = 100
   * arrived  104  2024-09-15  → row, change = correction (same release date), previous_value = 103
   * </pre>
   *
   * @return the new rows, with {@value #CHANGE} ({@code first}, {@code revision}, {@code
   *     correction}, {@code withdrawal}) and {@value #PREVIOUS_VALUE} beside the columns of both
   */
  public static Dataset<Row> added(Dataset<Row> known, Dataset<Row> arrived) {
    List<String> line = line();
    WindowSpec inOrder =
        Window.partitionBy(SeriesKey.columns(line))
            .orderBy(col("release_date"), col("recorded_at"));
    Column before = lag(col("obs_status"), 1).over(inOrder);
    Column same =
        col("obs_value")
            .eqNullSafe(col(PREVIOUS_VALUE))
            .and(col("obs_status").eqNullSafe(col("previous_status")));
    Dataset<Row> touched =
        known.join(
            arrived.select(SeriesKey.columns(line)).distinct(),
            scala.jdk.javaapi.CollectionConverters.asScala(line).toSeq(),
            "left_semi");
    return touched
        .withColumn("arrived", lit(false))
        .unionByName(arrived.withColumn("arrived", lit(true)))
        .withColumn(PREVIOUS_VALUE, lag(col("obs_value"), 1).over(inOrder))
        .withColumn("previous_status", before)
        .withColumn("previous_release", lag(col("release_date"), 1).over(inOrder))
        .where(col("arrived").and(not(same).or(col("previous_status").isNull())))
        .withColumn(
            CHANGE,
            when(col("previous_status").isNull(), "first")
                .when(col("obs_status").equalTo("M"), "withdrawal")
                .when(col("release_date").equalTo(col("previous_release")), "correction")
                .otherwise("revision"))
        .drop("arrived", "previous_status", "previous_release");
  }

  /** What names a line of vintages. */
  private static List<String> line() {
    List<String> line = new ArrayList<>(SeriesKey.OBSERVATION);
    line.add("provenance");
    return line;
  }
}
