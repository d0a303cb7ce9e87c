package org.diaodu.growth;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Growth of every figure: aligns levels with those of a year earlier, and areas with their
 * siblings.
 */
public final class GrowthTable {
  private static final Column[] SERIES = {
    col("indicator"), col("ref_area"), col("freq"), col("accumulation")
  };
  private static final Column[] SIBLINGS = {
    col("indicator"),
    col("freq"),
    col("accumulation"),
    col("time_period"),
    col("parent"),
    col("in_total")
  };

  private GrowthTable() {}

  /**
   * The rows of {@code statistics.growth}.
   *
   * @param current figures as known on {@code asOf}: the key with {@code measure}, and {@code
   *     obs_value, obs_decimals, obs_status, release_date, provenance}
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, kind, growth_source, better}
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> current, Dataset<Row> areas, Dataset<Row> indicators, LocalDate asOf) {
    Dataset<Row> figures =
        withYearAgo(levelsAndPublished(current))
            .join(indicators.select("indicator", "kind", "growth_source", "better"), "indicator")
            .join(areas.select("ref_area", "parent", "in_total"), "ref_area")
            .withColumn("growth", GrowthFunction.growth());
    return withRanks(withContribution(figures))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("level"),
            col("level_year_ago"),
            col("growth.yoy_computed_pct"),
            col("yoy_published_pct"),
            col("growth.yoy_pct"),
            col("growth.yoy_basis"),
            col("growth.gap_pp"),
            col("growth.gap_class"),
            col("growth.implied_level_year_ago"),
            col("growth.change_pp"),
            col("contribution_pp"),
            col("rank_yoy"),
            col("rank_level"),
            col("peers"),
            when(col("is_break"), "break_in_series").as("flag"),
            when(col("is_simulated"), "simulated").otherwise("official").as("provenance"),
            col("growth.not_computed_because"),
            col("release_date"),
            lit(asOf).as("as_of"));
  }

  /** One row per figure, its level and its published growth side by side. */
  private static Dataset<Row> levelsAndPublished(Dataset<Row> current) {
    Column level = col("measure").equalTo("LEVEL");
    Column published = col("measure").equalTo("YOY");
    return current
        .groupBy(SERIES[0], SERIES[1], SERIES[2], SERIES[3], col("time_period"))
        .agg(
            max(when(level, col("obs_value"))).as("level"),
            max(when(level, col("obs_decimals"))).as("level_decimals"),
            coalesce(max(level.and(col("obs_status").equalTo("M"))), lit(false))
                .as("level_withdrawn"),
            max(level.and(col("obs_status").equalTo("B"))).as("is_break"),
            max(when(published, col("obs_value"))).as("yoy_published_pct"),
            max(when(published, col("obs_decimals"))).as("published_decimals"),
            max(col("provenance").equalTo("simulated")).as("simulated_now"),
            max("release_date").as("released"));
  }

  /**
   * The same period one year earlier is 12 months back on the month number, found by its value and
   * not by counting rows: a missing month leaves a gap, never a wrong neighbour.
   */
  private static Dataset<Row> withYearAgo(Dataset<Row> figures) {
    WindowSpec yearAgo =
        Window.partitionBy(SERIES).orderBy(col("month_index")).rangeBetween(-12, -12);
    Column ago =
        max(struct(col("level"), col("level_decimals"), col("simulated_now"), col("released")))
            .over(yearAgo);
    return figures
        .withColumn("month_index", GrowthFunction.monthIndex(col("time_period")))
        .withColumn("ago", ago)
        .withColumn("level_year_ago", col("ago.level"))
        .withColumn(
            "is_simulated",
            col("simulated_now")
                .or(
                    coalesce(
                        col("ago.simulated_now").and(col("ago.level").isNotNull()), lit(false))))
        .withColumn("release_date", greatest(col("released"), col("ago.released")));
  }

  private static Dataset<Row> withContribution(Dataset<Row> figures) {
    Dataset<Row> parents =
        figures.select(
            col("indicator"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("ref_area").as("parent"),
            col("level_year_ago").as("parent_level_year_ago"));
    return figures
        .join(
            parents,
            scala.jdk.javaapi.CollectionConverters.asScala(
                    List.of("indicator", "freq", "accumulation", "time_period", "parent"))
                .toSeq(),
            "left")
        .withColumn(
            "contribution_pp",
            when(
                col("kind").isin("flow", "stock"),
                GrowthFunction.contribution(
                    col("level"), col("level_year_ago"), col("parent_level_year_ago"))));
  }

  /**
   * Ranks run over the areas of one parent that add up to it; one without the figure has no place.
   */
  private static Dataset<Row> withRanks(Dataset<Row> figures) {
    Column sign = when(col("better").equalTo("down"), -1).otherwise(1);
    WindowSpec siblings = Window.partitionBy(SIBLINGS);
    return figures
        .withColumn("rank_yoy", place(siblings, sign, col("growth.yoy_pct")))
        .withColumn("rank_level", place(siblings, sign, col("level")))
        .withColumn("peers", when(isRanked(), count(lit(1)).over(siblings).cast("int")));
  }

  private static Column place(WindowSpec siblings, Column sign, Column figure) {
    Column ordered = sign.multiply(figure);
    return when(
        isRanked().and(figure.isNotNull()),
        rank().over(siblings.orderBy(ordered.desc_nulls_last())));
  }

  private static Column isRanked() {
    return col("in_total").and(col("parent").isNotNull());
  }
}
