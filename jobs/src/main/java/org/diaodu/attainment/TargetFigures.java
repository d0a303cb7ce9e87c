package org.diaodu.attainment;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Share;

/** The figures that targets are held against, as known on each day that is asked for. */
final class TargetFigures {
  private static final Column[] PLACE = {
    col("known_on"), col("indicator"), col("freq"), col("accumulation"), col("time_period")
  };

  private static final UserDefinedFunction PERCENT =
      udf(
          (UDF2<BigDecimal, BigDecimal, BigDecimal>)
              (part, total) -> Share.percent(part, total).orElse(null),
          SeriesFunction.FIGURE);

  private TargetFigures() {}

  /**
   * One row for each area and wanted figure: {@code known_on, indicator, ref_area, freq,
   * accumulation, time_period}, and what {@link SeriesFunction#figures} says of it. Rows move once,
   * by series.
   */
  static Dataset<Row> of(DueChecks plan, Dataset<Row> observations) {
    Dataset<Row> wanted = plan.wanted();
    int from = plan.planYear() - plan.policy().landing().years() - 1;
    return observations
        .where(
            col("release_date")
                .leq(lit(plan.asOf()))
                .and(col("time_period").geq(lit(String.valueOf(from)))))
        .join(
            broadcast(wanted.select("indicator", "freq", "accumulation").distinct()),
            Columns.named("indicator", "freq", "accumulation"))
        .groupBy("indicator", "ref_area", "freq", "accumulation")
        .agg(SeriesFunction.vintages().as("vintages"))
        .join(broadcast(wanted), Columns.named("indicator", "freq", "accumulation"))
        .withColumn("figure", explode(SeriesFunction.figures(plan.policy().landing())))
        .select("indicator", "ref_area", "freq", "accumulation", "figure.*");
  }

  /**
   * The capital's share of the total, and that of a year earlier, by indicator, period and day. The
   * same rules as in {@code statistics.capital_share}: the sum of the areas is a total only with
   * every one of them, and two years are compared only over the same kind of total. A sum out of
   * range is no total.
   */
  static Dataset<Row> capitalShares(DueChecks plan, Dataset<Row> figures, Dataset<Row> areas) {
    Column isCapital = col("ref_area").equalTo(plan.capitalArea());
    Column isTotal = col("ref_area").equalTo(plan.totalArea());
    Column isPart = col("in_total").and(col("parent").equalTo(plan.totalArea()));
    Dataset<Row> wholes =
        figures
            .join(broadcast(areas.select("ref_area", "parent", "in_total")), "ref_area")
            .groupBy(PLACE)
            .agg(
                max(when(isCapital, col("level"))).as("capital"),
                max(when(isCapital, col("level_year_ago"))).as("capital_ago"),
                max(when(isTotal, col("level"))).as("total"),
                max(when(isTotal, col("level_year_ago"))).as("total_ago"),
                sum(when(isPart, col("level"))).try_cast("decimal(18,6)").as("parts"),
                count(when(isPart, col("level"))).as("parts_counted"),
                sum(when(isPart, col("level_year_ago"))).try_cast("decimal(18,6)").as("parts_ago"),
                count(when(isPart, col("level_year_ago"))).as("parts_ago_counted"),
                max(coalesce(col("simulated"), lit(false))).as("share_simulated"));
    Column sum = when(col("parts_counted").equalTo(plan.areasInTotal()), col("parts"));
    Column sumAgo = when(col("parts_ago_counted").equalTo(plan.areasInTotal()), col("parts_ago"));
    Column sameDenominator = col("total").isNull().equalTo(col("total_ago").isNull());
    return wholes
        .withColumn("share", PERCENT.apply(col("capital"), coalesce(col("total"), sum)))
        .withColumn(
            "share_ago",
            when(
                sameDenominator,
                PERCENT.apply(col("capital_ago"), coalesce(col("total_ago"), sumAgo))))
        .withColumn(
            "share_missing",
            when(col("capital").isNull(), NotComputed.no_capital.name())
                .when(col("share").isNull(), NotComputed.no_total.name())
                .when(not(sameDenominator), NotComputed.denominator_differs.name())
                .otherwise(NotComputed.no_base_period.name()))
        .select(
            PLACE[0],
            PLACE[1],
            PLACE[2],
            PLACE[3],
            PLACE[4],
            col("share"),
            col("share_ago"),
            col("share_missing"),
            col("share_simulated"));
  }

  /** How many areas reach a check's threshold; known only where every area has a level. */
  static Dataset<Row> counts(DueChecks plan, Dataset<Row> figures, Dataset<Row> areas) {
    Dataset<Row> parts =
        areas
            .where(col("in_total").and(col("parent").equalTo(plan.totalArea())))
            .select("ref_area");
    return plan.checks()
        .where(col("kind").equalTo("count_of_areas"))
        .select(
            col("known_on"),
            col("target_id"),
            col("indicator"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("threshold"))
        .join(
            figures.join(broadcast(parts), "ref_area"),
            Columns.named("known_on", "indicator", "freq", "accumulation", "time_period"))
        .groupBy("known_on", "target_id", "time_period")
        .agg(
            count(when(col("level").geq(col("threshold")), 1)).as("above"),
            count(col("level")).as("counted"),
            max(coalesce(col("simulated"), lit(false))).as("count_simulated"))
        .select(
            col("known_on"),
            col("target_id"),
            col("time_period"),
            when(col("counted").equalTo(plan.areasInTotal()), col("above").cast("decimal(18,6)"))
                .as("areas_above"),
            col("count_simulated"));
  }

  /** The growth of the series that a relative target is compared with. */
  static Dataset<Row> references(Dataset<Row> figures) {
    return figures.select(
        col("known_on"),
        col("indicator").as("reference"),
        col("ref_area"),
        col("freq"),
        col("accumulation").as("reference_accumulation"),
        col("time_period"),
        struct(col("growth"), col("simulated")).as("reference_figure"));
  }
}
