package org.diaodu.revisions;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
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
          (UDF2<Long, scala.collection.Seq<BigDecimal>, Row>)
              (never, revisions) ->
                  row(never, scala.jdk.javaapi.CollectionConverters.asJava(revisions)),
          new StructType()
              .add("figures", DataTypes.IntegerType)
              .add("revised", DataTypes.IntegerType)
              .add("mean_revision", DECIMAL)
              .add("mean_absolute_revision", DECIMAL)
              .add("t_statistic", DECIMAL)
              .add("p_value", DECIMAL)
              .add("bias", DataTypes.StringType)
              .add("not_computed_because", DataTypes.StringType));

  private static final List<String> SERIES =
      List.of("indicator", "ref_area", "freq", "accumulation", "measure", "provenance");

  private RevisionSummaryTable() {}

  /**
   * The rows of {@code statistics.revision_summary}: one for each series of which a figure has a
   * value both first and now. Nearly all figures have one vintage, which is both; these are counted
   * and no more, so that the figures need not be put together one by one.
   *
   * @param values of each series how many vintages with a value are known on the day: {@link
   *     #values}, or {@link #valuesSince}
   * @param revisions rows of {@code statistics.revisions} of the same day
   * @param asOf stored with each row
   */
  public static Dataset<Row> of(Dataset<Row> values, Dataset<Row> revisions, LocalDate asOf) {
    return values
        .join(
            revised(revisions),
            scala.jdk.javaapi.CollectionConverters.asScala(SERIES).toSeq(),
            "left")
        .withColumn("never", col("values").minus(coalesce(col("values_of_revised"), lit(0L))))
        .withColumn("revisions", coalesce(col("revisions"), none()))
        .where(col("never").gt(0).or(size(col("revisions")).gt(0)))
        .withColumn("statistics", STATISTICS.apply(col("never"), col("revisions")))
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

  /**
   * How many vintages with a value each series has.
   *
   * @param observations rows of {@code statistics.observations}
   * @param asOf later releases are not known yet
   * @return the columns of a series, and {@code values}
   */
  public static Dataset<Row> values(Dataset<Row> observations, LocalDate asOf) {
    return observations
        .where(col("release_date").leq(lit(asOf)))
        .groupBy(series())
        .agg(count(col("obs_value")).as("values"));
  }

  /**
   * The same without a look at all observations: what the tables of an earlier day tell, and what
   * has become known since. A figure of one vintage has one value, and those of several stand in
   * {@code revisions} with each of theirs.
   *
   * @param summary rows of {@code statistics.revision_summary} of the earlier day
   * @param revisions rows of {@code statistics.revisions} of the earlier day
   * @param newlyKnown rows of {@code statistics.observations} that were not known on that day and
   *     are now
   * @return the columns of a series, and {@code values}
   */
  public static Dataset<Row> valuesSince(
      Dataset<Row> summary, Dataset<Row> revisions, Dataset<Row> newlyKnown) {
    Column neverRevised =
        coalesce(col("figures").cast("long"), lit(0L))
            .minus(size(coalesce(col("revisions"), none())));
    Dataset<Row> before =
        summary
            .join(
                revised(revisions),
                scala.jdk.javaapi.CollectionConverters.asScala(SERIES).toSeq(),
                "full")
            .withColumn("values", neverRevised.plus(coalesce(col("values_of_revised"), lit(0L))));
    Dataset<Row> since = newlyKnown.withColumn("values", col("obs_value").isNotNull().cast("long"));
    return columnsOf(before)
        .unionByName(columnsOf(since))
        .groupBy(series())
        .agg(sum("values").as("values"));
  }

  private static Dataset<Row> columnsOf(Dataset<Row> rows) {
    List<String> columns = new ArrayList<>(SERIES);
    columns.add("values");
    return rows.select(
        columns.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new));
  }

  private static Column none() {
    return array().cast("array<decimal(18,6)>");
  }

  /** Of each series its figures of several vintages: how far they moved, and their values. */
  private static Dataset<Row> revised(Dataset<Row> revisions) {
    return revisions
        .groupBy(RevisionTable.FIGURE)
        .agg(
            max(when(col("vintage").equalTo(1), col("obs_value"))).as("preliminary"),
            max(when(col("is_current"), col("obs_value"))).as("current"),
            count(col("obs_value")).as("values_of_figure"))
        .groupBy(series())
        .agg(
            // Without those that had no value first, have none now, or moved out of range: their
            // difference is null.
            collect_list(col("current").minus(col("preliminary")).try_cast("decimal(18,6)"))
                .as("revisions"),
            sum("values_of_figure").as("values_of_revised"));
  }

  private static Column[] series() {
    return SERIES.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }

  private static Row row(long neverRevised, List<BigDecimal> revised) {
    List<BigDecimal> revisions = new ArrayList<>(revised);
    revisions.addAll(Collections.nCopies(Math.toIntExact(neverRevised), BigDecimal.ZERO));
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
