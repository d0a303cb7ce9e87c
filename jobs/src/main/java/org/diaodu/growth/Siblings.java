package org.diaodu.growth;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

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
  private static final Column[] AT_ONE_TIME = {
    col("indicator"),
    col("freq"),
    col("accumulation"),
    col("parent"),
    col("in_total"),
    col("month_index")
  };
  private static final Column[] AREA = {
    col("indicator"),
    col("freq"),
    col("accumulation"),
    col("parent"),
    col("in_total"),
    col("ref_area")
  };

  private Siblings() {}

  /**
   * The rows with {@code rank_yoy, rank_level, peers}, and each rank one period and one year
   * before.
   *
   * @param figures with all areas and periods of an indicator in one partition
   */
  static Dataset<Row> ranked(Dataset<Row> figures) {
    Column sign = when(col("better").equalTo("down"), -1).otherwise(1);
    WindowSpec siblings = Window.partitionBy(AT_ONE_TIME);
    WindowSpec past = Window.partitionBy(AREA).orderBy(col("month_index"));
    Column ranks = max(struct(col("rank_yoy"), col("rank_level")));
    return figures
        .withColumn("rank_yoy", place(siblings, sign, col("growth.yoy_pct")))
        .withColumn("rank_level", place(siblings, sign, col("level")))
        .withColumn("peers", when(isRanked(), count(lit(1)).over(siblings).cast("int")))
        .withColumn(
            "last_period",
            when(col("freq").equalTo("M"), ranks.over(past.rangeBetween(-1, -1)))
                .when(col("freq").equalTo("Q"), ranks.over(past.rangeBetween(-3, -3)))
                .otherwise(ranks.over(past.rangeBetween(-12, -12))))
        .withColumn("last_year", ranks.over(past.rangeBetween(-12, -12)));
  }

  private static Column place(WindowSpec siblings, Column sign, Column figure) {
    // A February that is two months in one area may be one month in the next.
    Column isPair =
        col("accumulation")
            .equalTo("PER")
            .and(col("freq").equalTo("M"))
            .and(col("period_months").gt(1));
    Column ordered = when(coalesce(isPair, lit(false)).unary_$bang(), sign.multiply(figure));
    return when(
        isRanked().and(ordered.isNotNull()),
        rank().over(siblings.orderBy(ordered.desc_nulls_last())));
  }

  private static Column isRanked() {
    return col("in_total").and(col("parent").isNotNull());
  }
}
