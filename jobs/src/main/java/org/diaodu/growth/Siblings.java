package org.diaodu.growth;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Places among siblings: the areas of one parent that add up to it. An area without the figure has
 * no place; one that overlaps others, or has no parent, is not ranked at all.
 */
final class Siblings {
  private static final String GROUP = "group";

  private static final List<String> AT_ONE_TIME =
      List.of("indicator", "freq", "accumulation", GROUP, "month_index");

  private Siblings() {}

  /**
   * The rows with their {@code group}: the areas of one parent and, a second time and marked {@code
   * is_whole}, the parent itself. So its figures are found among those of its children without a
   * second reading of the table, as a join with itself would be. All periods of an indicator in one
   * group come into one partition; a group is never large, as the areas of a whole country together
   * would be.
   *
   * @param figures rows with {@code indicator, ref_area, freq, parent, is_parent}
   */
  static Dataset<Row> together(Dataset<Row> figures) {
    Column asPart = struct(col("parent").as(GROUP), lit(false).as("is_whole"));
    Column asWhole = struct(col("ref_area").as(GROUP), lit(true).as("is_whole"));
    return figures
        .withColumn(
            "place",
            explode(when(col("is_parent"), array(asPart, asWhole)).otherwise(array(asPart))))
        .withColumn(GROUP, col("place." + GROUP))
        .withColumn("is_whole", col("place.is_whole"))
        .repartition(col("indicator"), col("freq"), col(GROUP));
  }

  /** The rows of one group about one period. */
  static WindowSpec groupAtOneTime() {
    return Window.partitionBy(columns(AT_ONE_TIME));
  }

  /**
   * The rows with {@code rank_yoy, rank_level, peers}, and each rank one period and one year
   * before.
   *
   * @param figures rows of {@link #together}, without those of a whole
   */
  static Dataset<Row> ranked(Dataset<Row> figures) {
    WindowSpec past =
        Window.partitionBy("indicator", "freq", "accumulation", GROUP, "ref_area")
            .orderBy(col("month_index"));
    Column ranks = max(struct(col("rank_yoy"), col("rank_level")));
    Column lastYear = ranks.over(past.rangeBetween(-12, -12));
    return placed(figures)
        .select(
            col("*"),
            when(col("freq").equalTo("M"), ranks.over(past.rangeBetween(-1, -1)))
                .when(col("freq").equalTo("Q"), ranks.over(past.rangeBetween(-3, -3)))
                .otherwise(lastYear)
                .as("last_period"),
            lastYear.as("last_year"));
  }

  private static Dataset<Row> placed(Dataset<Row> figures) {
    Column sign = when(col("better").equalTo("down"), -1).otherwise(1);
    WindowSpec byYoy = siblings().orderBy(col("yoy_order").desc_nulls_last());
    WindowSpec byLevel = siblings().orderBy(col("level_order").desc_nulls_last());
    WindowSpec all = byLevel.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    return figures
        .withColumn("yoy_order", ordered(sign.multiply(col("growth.yoy_pct"))))
        .withColumn("level_order", ordered(sign.multiply(col("level"))))
        .withColumn("rank_yoy", when(col("yoy_order").isNotNull(), rank().over(byYoy)))
        .select(
            col("*"),
            when(col("level_order").isNotNull(), rank().over(byLevel)).as("rank_level"),
            when(isRanked(), count(lit(1)).over(all).cast("int")).as("peers"));
  }

  private static WindowSpec siblings() {
    return Window.partitionBy(columns(AT_ONE_TIME, "in_total"));
  }

  /** What is put in order: a February that is two months in one area may be one in the next. */
  private static Column ordered(Column figure) {
    Column isPair =
        col("accumulation")
            .equalTo("PER")
            .and(col("freq").equalTo("M"))
            .and(col("period_months").gt(1));
    return when(isRanked().and(not(coalesce(isPair, lit(false)))), figure);
  }

  private static Column[] columns(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more))
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }

  private static Column isRanked() {
    return col("in_total").and(col("parent").isNotNull());
  }
}
