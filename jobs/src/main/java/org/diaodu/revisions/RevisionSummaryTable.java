package org.diaodu.revisions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.RevisionStatistics;

/** How much, and to which side, the first figures of each series are revised. */
public final class RevisionSummaryTable {
  private static final DecimalType DECIMAL = DataTypes.createDecimalType(18, 6);

  private static final UserDefinedFunction STATISTICS =
      udf(
          (UDF1<scala.collection.Seq<BigDecimal>, Row>)
              revisions -> row(scala.jdk.javaapi.CollectionConverters.asJava(revisions)),
          new StructType()
              .add("figures", DataTypes.IntegerType)
              .add("revised", DataTypes.IntegerType)
              .add("mean_revision", DECIMAL)
              .add("mean_absolute_revision", DECIMAL)
              .add("t_statistic", DECIMAL)
              .add("p_value", DECIMAL)
              .add("bias", DataTypes.StringType)
              .add("not_computed_because", DataTypes.StringType));

  private RevisionSummaryTable() {}

  /**
   * The rows of {@code statistics.revision_summary}: one for each series of which a figure has a
   * value both first and now.
   *
   * @param observations rows of {@code statistics.observations}
   * @param asOf later releases are not known yet; stored with each row
   */
  public static Dataset<Row> of(Dataset<Row> observations, LocalDate asOf) {
    Column order = struct(col("release_date"), col("recorded_at"));
    return observations
        .where(col("release_date").leq(lit(asOf)))
        .groupBy(RevisionTable.FIGURE)
        .agg(
            min_by(col("obs_value"), order).as("preliminary"),
            max_by(col("obs_value"), order).as("current"))
        .where(col("preliminary").isNotNull().and(col("current").isNotNull()))
        .groupBy("indicator", "ref_area", "freq", "accumulation", "measure", "provenance")
        .agg(
            STATISTICS
                .apply(collect_list(col("current").minus(col("preliminary")).cast("decimal(18,6)")))
                .as("statistics"))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("measure"),
            col("provenance"),
            col("statistics.*"),
            lit(asOf).as("as_of"));
  }

  private static Row row(List<BigDecimal> revisions) {
    RevisionStatistics of = RevisionStatistics.of(revisions);
    return RowFactory.create(
        of.figures(),
        of.revised(),
        of.mean(),
        of.meanAbsolute(),
        of.t(),
        of.p(),
        of.bias() == null ? null : of.bias().name(),
        of.notTestedBecause() == null ? null : of.notTestedBecause().name());
  }
}
