package org.diaodu.share;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Share;

/** Areas beside the whole that they are parts of: their parent. */
final class Wholes {
  /** What one whole is found by. */
  private static final Column[] PLACE = {
    col("indicator"), col("freq"), col("accumulation"), col("time_period"), col("parent")
  };

  private Wholes() {}

  /**
   * One row for each whole: {@code indicator, freq, accumulation, time_period, parent,
   * published_total, parts, areas_counted, areas_expected, areas_sum, total_level, denominator,
   * whole_simulated}. The sum of the areas is a total only with every one of them: with one missing
   * it would look like a total and raise every share.
   */
  static Dataset<Row> of(Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators) {
    Dataset<Row> levels = additive(growth, indicators);
    Dataset<Row> expected =
        areas
            .where(col("in_total").and(col("parent").isNotNull()))
            .groupBy("parent")
            .agg(count(lit(1)).cast("int").as("areas_expected"));
    Column isPart = col("role").equalTo("part");
    Column isWhole = col("role").equalTo("whole");
    Dataset<Row> parts =
        levels
            .join(broadcast(areas.where(col("parent").isNotNull())), "ref_area")
            .where("in_total")
            .withColumn("role", lit("part"));
    Dataset<Row> wholes =
        levels
            .withColumn("parent", col("ref_area"))
            .withColumn("in_total", lit(true))
            .withColumn("role", lit("whole"));
    return parts
        .unionByName(wholes.select(columns(parts)))
        .groupBy(PLACE)
        .agg(
            max(when(isWhole, col("level"))).as("published_total"),
            max(when(isWhole, col("provenance").equalTo("simulated"))).as("total_simulated"),
            max(when(isPart, col("provenance").equalTo("simulated"))).as("parts_simulated"),
            sum(when(isPart, col("level"))).cast("decimal(18,6)").as("parts"),
            count(when(isPart, col("level"))).cast("int").as("areas_counted"))
        .join(broadcast(expected), "parent")
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

  /** Every area that has a parent, with the whole beside it. */
  static Dataset<Row> withWhole(Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators) {
    Dataset<Row> wholes =
        of(growth, areas, indicators)
            .select(
                col("indicator"),
                col("freq"),
                col("accumulation"),
                col("time_period"),
                col("parent"),
                col("total_level"),
                col("denominator"),
                col("whole_simulated"));
    return additive(growth, indicators)
        .join(broadcast(areas.where(col("parent").isNotNull())), "ref_area")
        .join(
            wholes,
            scala.jdk.javaapi.CollectionConverters.asScala(
                    java.util.List.of("indicator", "freq", "accumulation", "time_period", "parent"))
                .toSeq(),
            "left")
        .withColumn("month_index", ShareFunction.monthIndex(col("time_period")));
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
    return growth.where(coalesce(isPair, lit(false)).unary_$bang());
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

  private static Column[] columns(Dataset<Row> rows) {
    return java.util.Arrays.stream(rows.columns())
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
