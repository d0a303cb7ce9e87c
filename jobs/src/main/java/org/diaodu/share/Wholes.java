package org.diaodu.share;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.diaodu.column.MonthIndex;
import org.diaodu.domain.Share;

/** Areas beside the whole that they are parts of: their parent. */
final class Wholes {
  /** What one whole is found by. */
  private static final Column[] PLACE = {
    col("indicator"), col("freq"), col("accumulation"), col("time_period"), col("parent")
  };

  private static final Column IS_PART = col("role").equalTo("part");
  private static final Column IS_WHOLE = col("role").equalTo("whole");
  private static final Column IS_SIMULATED = col("provenance").equalTo("simulated");

  /** What is known of a whole and of its parts at one time, over the members of one place. */
  private static final List<Map.Entry<String, Column>> SUMS =
      List.of(
          Map.entry("published_total", max(when(IS_WHOLE, col("level")))),
          Map.entry("total_simulated", max(when(IS_WHOLE, IS_SIMULATED))),
          Map.entry("parts_simulated", max(when(IS_PART, IS_SIMULATED))),
          Map.entry("parts", sum(when(IS_PART, col("level")))),
          Map.entry("areas_counted", count(when(IS_PART, col("level")))));

  private Wholes() {}

  /**
   * One row for each whole: {@code indicator, freq, accumulation, time_period, parent,
   * published_total, parts, areas_counted, areas_expected, areas_sum, total_level, denominator,
   * whole_simulated}. The sum of the areas is a total only with every one of them: with one missing
   * it would look like a total and raise every share.
   */
  static Dataset<Row> of(Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators) {
    Column[] sums =
        SUMS.stream().map(sum -> sum.getValue().as(sum.getKey())).toArray(Column[]::new);
    return totals(
        members(growth, areas, indicators)
            .where(col("role").notEqual("overlapping"))
            .groupBy(PLACE)
            .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length)),
        areas);
  }

  /**
   * Every area that has a parent, with the whole beside it: found, as in growth, among the areas of
   * one parent, where it stands a second time. One shuffle for these and for the shares of a year
   * ago.
   */
  static Dataset<Row> withWhole(Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators) {
    WindowSpec place = Window.partitionBy(PLACE);
    Column[] beside =
        Stream.concat(
                Stream.of(col("*")),
                SUMS.stream().map(sum -> sum.getValue().over(place).as(sum.getKey())))
            .toArray(Column[]::new);
    Dataset<Row> members =
        members(growth, areas, indicators)
            .repartition(col("indicator"), col("freq"), col("parent"))
            .select(beside)
            .where(col("role").notEqual("whole"));
    return totals(members, areas).withColumn("month_index", MonthIndex.of(col("time_period")));
  }

  /**
   * Levels of additive figures, each once for every role of its area: {@code part} of its parent or
   * {@code overlapping} others, and {@code whole} of the areas that it is the parent of.
   */
  private static Dataset<Row> members(
      Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators) {
    Column role = when(col("in_total"), "part").otherwise("overlapping");
    Dataset<Row> inParent =
        areas
            .where(col("parent").isNotNull())
            .select(col("ref_area"), col("parent"), col("in_total"), role.as("role"));
    Dataset<Row> asWhole =
        expected(areas)
            .select(
                col("parent").as("ref_area"),
                col("parent"),
                lit(true).as("in_total"),
                lit("whole").as("role"));
    return additive(growth, indicators).join(broadcast(inParent.unionByName(asWhole)), "ref_area");
  }

  /** How many areas add up to each parent. */
  private static Dataset<Row> expected(Dataset<Row> areas) {
    return areas
        .where(col("in_total").and(col("parent").isNotNull()))
        .groupBy("parent")
        .agg(count(lit(1)).cast("int").as("areas_expected"));
  }

  /** What follows from the sums of a whole; of one whose areas all overlap there is nothing. */
  private static Dataset<Row> totals(Dataset<Row> sums, Dataset<Row> areas) {
    return sums.withColumn("parts", col("parts").cast("decimal(18,6)"))
        .withColumn("areas_counted", col("areas_counted").cast("int"))
        .join(broadcast(expected(areas)), seq("parent"), "left")
        .withColumn(
            "areas_sum", when(col("areas_counted").equalTo(col("areas_expected")), col("parts")))
        .withColumn("total_level", coalesce(col("published_total"), col("areas_sum")))
        .withColumn(
            "whole_simulated",
            when(col("published_total").isNotNull(), col("total_simulated"))
                .otherwise(col("parts_simulated")))
        .withColumn(
            "denominator",
            when(col("published_total").isNotNull(), Share.Denominator.published_total.name())
                .when(col("areas_sum").isNotNull(), Share.Denominator.sum_of_areas.name()));
  }

  /**
   * Figures of areas that can be set beside each other. A February that is two months in one area
   * may be one month in the next, so no pair is among them; its share is that of January to
   * February.
   */
  static Dataset<Row> comparable(Dataset<Row> growth) {
    Column isPair =
        col("accumulation")
            .equalTo("PER")
            .and(col("freq").equalTo("M"))
            .and(col("period_months").gt(1));
    return growth.where(not(coalesce(isPair, lit(false))));
  }

  static Dataset<Row> additive(Dataset<Row> growth, Dataset<Row> indicators) {
    return comparable(growth)
        .select(
            "indicator",
            "ref_area",
            "freq",
            "accumulation",
            "time_period",
            "level",
            "flag",
            "provenance")
        .join(broadcast(indicators.where("additive").select("indicator")), "indicator");
  }

  private static scala.collection.immutable.Seq<String> seq(String name) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(name)).toSeq();
  }
}
