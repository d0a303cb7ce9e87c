package org.diaodu.revisions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.domain.Growth;

/** The revision triangle in long form: every vintage of every figure that has more than one. */
public final class RevisionTable {
  /** What names a figure; official and simulated ones are separate lines of vintages. */
  static final Column[] FIGURE = {
    col("indicator"),
    col("ref_area"),
    col("freq"),
    col("accumulation"),
    col("measure"),
    col("time_period"),
    col("provenance")
  };

  private static final UserDefinedFunction PERCENT =
      udf(
          (UDF2<BigDecimal, BigDecimal, BigDecimal>)
              (value, before) -> Growth.computed(value, before).orElse(null),
          DataTypes.createDecimalType(18, 6));

  private RevisionTable() {}

  /**
   * The rows of {@code statistics.revisions}.
   *
   * <p>Worked example, one figure:
   *
   * <pre>
   * vintage 1  preliminary  2024-07-15  100
   * vintage 2  revision     2024-09-15  103  revision  3   total_revision  3
   * vintage 3  revision     2025-03-15  101  revision −2   total_revision  1   is_current
   * </pre>
   *
   * @param observations rows of {@code statistics.observations}
   * @param asOf later releases are not known yet; stored with each row
   */
  public static Dataset<Row> of(Dataset<Row> observations, LocalDate asOf) {
    WindowSpec vintages =
        Window.partitionBy(FIGURE).orderBy(col("release_date"), col("recorded_at"));
    WindowSpec all = vintages.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column before =
        lag(
                struct(
                    col("obs_value"), col("release_date"), col("source_file"), col("source_cell")),
                1)
            .over(vintages);
    return observations
        .where(col("release_date").leq(lit(asOf)))
        .withColumn("vintage", row_number().over(vintages))
        .withColumn("vintages", count(lit(1)).over(all).cast("int"))
        .withColumn("preliminary", first(col("obs_value")).over(vintages))
        .withColumn("before", before)
        .where(col("vintages").gt(1))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("measure"),
            col("time_period"),
            col("provenance"),
            col("vintage"),
            col("vintages"),
            col("vintage").equalTo(col("vintages")).as("is_current"),
            change().as("change"),
            col("release_date"),
            col("obs_value"),
            col("before.obs_value").as("previous_value"),
            difference(col("obs_value"), col("before.obs_value")).as("revision"),
            when(
                    col("measure").equalTo("LEVEL"),
                    PERCENT.apply(col("obs_value"), col("before.obs_value")))
                .as("revision_pct"),
            difference(col("obs_value"), col("preliminary")).as("total_revision"),
            col("source_file"),
            col("source_cell"),
            col("before.source_file").as("previous_source_file"),
            col("before.source_cell").as("previous_source_cell"),
            lit(asOf).as("as_of"));
  }

  private static Column change() {
    return when(col("vintage").equalTo(1), "preliminary")
        .when(col("obs_status").equalTo("M"), "withdrawal")
        .when(col("release_date").equalTo(col("before.release_date")), "correction")
        .otherwise("revision");
  }

  private static Column difference(Column value, Column base) {
    // Null out of range, where the values beside it say enough.
    return value.minus(base).try_cast("decimal(18,6)");
  }
}
