package org.diaodu.observations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.diaodu.column.VintageColumns;

/**
 * Which of the figures that arrived are new vintages. Every release is kept, also one that repeats
 * the figure of the release before: it says that the figure still held on its day. Only the same
 * statement heard again, with the same release date, value, status and confidentiality, is none.
 * Each source has its own line of vintages: what a paper prints revises no figure of the unit that
 * reports the indicator.
 */
public final class Vintages {
  /** How a new vintage relates to the one before it. */
  public static final String CHANGE = "change";

  /** The value before, null where there was none. */
  public static final String PREVIOUS_VALUE = "previous_value";

  /** {@link #CHANGE} of the first vintage of a figure. */
  public static final String FIRST = "first";

  /** {@link #CHANGE} of a later release with the figure of the release before. */
  public static final String REPEATED = "repeated";

  /**
   * {@link #CHANGE} of what was said of a release before something else that is known of it, and
   * has been heard only now.
   */
  public static final String SUPERSEDED = "superseded";

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
        .withColumn(CHANGE, lit(FIRST));
  }

  /**
   * The rows of {@code arrived} that are to be added to {@code known}.
   *
   * <p>Both have the columns of {@code statistics.observations}. Official and simulated figures of
   * one key, and those of two sources, are separate lines of vintages: none revises the other.
   * Within a release they follow each other as they arrived, whenever they were stored.
   *
   * <p>Worked example, one key, value and release date, in the order of arrival:
   *
   * <pre>
   * known    100  2024-07-15
   * arrived  100  2024-07-15  → no row: the same statement again
   * arrived  100  2024-08-15  → row, change = repeated, previous_value = 100
   * arrived  103  2024-09-15  → row, change = revision, previous_value = 100
   * arrived  104  2024-09-15  → row, change = correction (same release date), previous_value = 103
   * arrived  103  2024-09-15  → row, change = correction: the sender's last word
   * arrived   99  2024-09-15, before all these  → row, change = superseded
   * </pre>
   *
   * @return the new rows, with {@value #CHANGE} ({@code first}, {@code repeated}, {@code revision},
   *     {@code correction}, {@code withdrawal}, {@code superseded}) and {@value #PREVIOUS_VALUE}
   *     beside the columns of both
   */
  public static Dataset<Row> added(Dataset<Row> known, Dataset<Row> arrived) {
    List<String> line = line();
    WindowSpec inOrder =
        Window.partitionBy(SeriesKey.columns(line)).orderBy(VintageColumns.inOrder());
    Dataset<Row> asked = arrived.select(SeriesKey.columns(line)).distinct();
    // The source of most figures is null, which a join by names would never find.
    Dataset<Row> touched =
        known.join(
            asked,
            line.stream()
                .map(name -> known.col(name).eqNullSafe(asked.col(name)))
                .reduce(Column::and)
                .orElseThrow(),
            "left_semi");
    Column repeats = coalesce(saysAs("before").and(isOfRelease("before")), lit(false));
    Column isRepeated =
        coalesce(saysAs("after").and(isOfRelease("after")).and(col("after.known")), lit(false));
    return touched
        .withColumn("known", lit(true))
        .unionByName(arrived.withColumn("known", lit(false)))
        .withColumn("said", said())
        .withColumn("before", lag(col("said"), 1).over(inOrder))
        .withColumn("after", lead(col("said"), 1).over(inOrder))
        .where(not(col("known")).and(not(repeats)).and(not(isRepeated)))
        .withColumn(PREVIOUS_VALUE, col("before.obs_value"))
        .withColumn(CHANGE, change())
        .drop("known", "said", "before", "after");
  }

  private static Column said() {
    return struct(
        col("release_date"), col("obs_value"), col("obs_status"), col("conf_status"), col("known"));
  }

  private static Column isOfRelease(String other) {
    return col(other + ".release_date").equalTo(col("release_date"));
  }

  private static Column saysAs(String other) {
    return col(other + ".obs_value")
        .eqNullSafe(col("obs_value"))
        .and(col(other + ".obs_status").equalTo(col("obs_status")))
        .and(col(other + ".conf_status").eqNullSafe(col("conf_status")));
  }

  private static Column change() {
    return when(isOfRelease("after").and(col("after.known")), SUPERSEDED)
        .when(col("before").isNull(), FIRST)
        .when(saysAs("before"), REPEATED)
        .when(col("obs_value").isNull(), "withdrawal")
        .when(isOfRelease("before"), "correction")
        .otherwise("revision");
  }

  /** What names a line of vintages. */
  private static List<String> line() {
    List<String> line = new ArrayList<>(SeriesKey.OF_SOURCE);
    line.add("provenance");
    return line;
  }
}
