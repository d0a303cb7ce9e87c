package org.diaodu.revisions;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@link SeriesValues} of many figures. */
public final class SeriesValuesQuery {
  private static final List<String> SERIES =
      List.of("indicator", "ref_area", "freq", "accumulation", "measure", "provenance");

  private SeriesValuesQuery() {}

  /**
   * How many vintages with a value each series has.
   *
   * @param observations rows of {@code statistics.observations}
   * @param asOf later releases are not known yet
   * @return the columns of {@link SeriesValues}
   */
  public static Dataset<Row> of(Dataset<Row> observations, LocalDate asOf) {
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
   * @return the columns of {@link SeriesValues}
   */
  public static Dataset<Row> since(
      Dataset<Row> summary, Dataset<Row> revisions, Dataset<Row> newlyKnown) {
    Column hasMoved = col("is_current").and(col("total_revision").isNotNull());
    Dataset<Row> ofSeveral =
        revisions
            .groupBy(series())
            .agg(
                count(when(hasMoved, 1)).as("moved"),
                count(col("obs_value")).as("values_of_moved"));
    Column neverMoved = number("figures").minus(number("moved"));
    Dataset<Row> before =
        summary
            .join(ofSeveral, scala.jdk.javaapi.CollectionConverters.asScala(SERIES).toSeq(), "full")
            .withColumn("values", neverMoved.plus(number("values_of_moved")));
    Dataset<Row> since = newlyKnown.withColumn("values", col("obs_value").isNotNull().cast("long"));
    return counted(before)
        .unionByName(counted(since))
        .groupBy(series())
        .agg(sum("values").as("values"));
  }

  private static Column number(String column) {
    return coalesce(col(column).cast("long"), lit(0L));
  }

  private static Dataset<Row> counted(Dataset<Row> rows) {
    return rows.select(
        Stream.concat(SERIES.stream(), Stream.of("values"))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new));
  }

  private static Column[] series() {
    return SERIES.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
