package org.diaodu.attainment;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.domain.NotComputed;

/** Figures held against targets: finds the figure that each kind of target is measured by. */
public final class AttainmentTable {
  private static final List<String> FIGURE =
      List.of("indicator", "ref_area", "freq", "accumulation", "time_period");
  private static final List<String> WHOLE =
      List.of("indicator", "freq", "accumulation", "time_period");

  private AttainmentTable() {}

  /**
   * The rows of {@code statistics.attainment}.
   *
   * @param checks what is due, as {@link PlannedChecks#rows} lays it out
   * @param growth rows of {@code statistics.growth}
   * @param capitalShare rows of {@code statistics.capital_share}
   * @param areas {@code ref_area, parent, in_total}
   * @param totalArea code of the area that is the whole
   * @param policyId policy by which it is judged
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> checks,
      Dataset<Row> growth,
      Dataset<Row> capitalShare,
      Dataset<Row> areas,
      String totalArea,
      String policyId,
      LocalDate asOf) {
    Column kind = col("kind");
    Column isCount = kind.equalTo("count_of_areas");
    Dataset<Row> figures =
        checks
            .join(figure(growth), seq(FIGURE), "left")
            .join(share(capitalShare), seq(WHOLE), "left")
            .join(counts(checks, growth, areas, totalArea), seq(join(FIGURE, "target_id")), "left")
            .withColumn(
                "actual",
                when(kind.equalTo("growth_yoy"), col("yoy_pct"))
                    .when(kind.equalTo("capital_share"), col("share_pct"))
                    .when(isCount, col("areas_above"))
                    .otherwise(col("level")))
            .withColumn(
                "required",
                when(kind.equalTo("capital_share"), col("share_year_ago_pct"))
                    .when(col("comparator").isin("up", "down"), col("level_year_ago"))
                    .otherwise(col("value")))
            .withColumn(
                "provenance",
                when(kind.equalTo("capital_share"), col("share_provenance"))
                    .when(isCount, col("count_provenance"))
                    .otherwise(col("figure_provenance")))
            .withColumn(
                "missing",
                when(kind.equalTo("growth_yoy"), col("figure_missing"))
                    .when(kind.equalTo("capital_share"), col("share_missing"))
                    .when(isCount, lit(NotComputed.no_total.name()))
                    .otherwise(levelMissing()))
            .withColumn("judged", AttainmentFunction.judged());
    return figures.select(
        col("target_id"),
        col("ref_area"),
        col("time_period"),
        col("indicator"),
        kind,
        col("comparator"),
        col("actual"),
        col("required").as("target_value"),
        col("judged.gap"),
        col("judged.progress_pct"),
        col("judged.schedule_pct"),
        col("judged.light"),
        col("judged.light_reason"),
        lit(policyId).as("policy_id"),
        when(col("actual").isNotNull(), col("provenance")).as("provenance"),
        col("judged.not_computed_because"),
        lit(asOf).as("as_of"));
  }

  /** The growth's own reason speaks of growth; of a level only a withdrawal carries over. */
  private static Column levelMissing() {
    return when(col("actual").isNotNull(), NotComputed.no_base_period.name())
        .when(
            col("figure_missing").equalTo(NotComputed.missing_value.name()),
            NotComputed.missing_value.name())
        .otherwise(NotComputed.no_observation.name());
  }

  private static Dataset<Row> figure(Dataset<Row> growth) {
    return growth.select(
        col("indicator"),
        col("ref_area"),
        col("freq"),
        col("accumulation"),
        col("time_period"),
        col("level"),
        col("level_year_ago"),
        col("yoy_pct"),
        col("provenance").as("figure_provenance"),
        col("not_computed_because").as("figure_missing"));
  }

  private static Dataset<Row> share(Dataset<Row> capitalShare) {
    return capitalShare.select(
        col("indicator"),
        col("freq"),
        col("accumulation"),
        col("time_period"),
        col("share_pct"),
        col("share_year_ago_pct"),
        col("provenance").as("share_provenance"),
        coalesce(col("not_computed_because"), col("change_not_computed_because"))
            .as("share_missing"));
  }

  /** A count is known only where every area of the total has a level. */
  private static Dataset<Row> counts(
      Dataset<Row> checks, Dataset<Row> growth, Dataset<Row> areas, String totalArea) {
    Dataset<Row> parts =
        areas
            .where(col("in_total").and(col("parent").equalTo(totalArea)))
            .select(col("ref_area").as("part"));
    Dataset<Row> levels =
        growth.select(
            col("indicator"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("ref_area").as("part"),
            col("level"),
            col("provenance").as("part_provenance"));
    return checks
        .where(col("kind").equalTo("count_of_areas"))
        .crossJoin(parts)
        .join(levels, seq(join(WHOLE, "part")), "left")
        .groupBy(columns(join(FIGURE, "target_id")))
        .agg(
            count(when(col("level").geq(col("threshold")), 1)).as("above"),
            max(col("level").isNull()).as("incomplete"),
            max("part_provenance").as("count_provenance"))
        .withColumn(
            "areas_above",
            when(col("incomplete").unary_$bang(), col("above").cast("decimal(18,6)")))
        .drop("above", "incomplete");
  }

  private static List<String> join(List<String> names, String more) {
    return java.util.stream.Stream.concat(names.stream(), java.util.stream.Stream.of(more))
        .toList();
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }

  private static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
