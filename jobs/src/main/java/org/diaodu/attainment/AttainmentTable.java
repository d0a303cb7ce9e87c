package org.diaodu.attainment;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.diaodu.domain.NotComputed;
import org.diaodu.region.Policy;

/** Figures held against targets: finds the figure that each kind of target is measured by. */
public final class AttainmentTable {
  private AttainmentTable() {}

  /**
   * Every check with its judgement, as known on its day: the columns of {@code
   * statistics.attainment} without {@code as_of}, and {@code known_on, newest, due}.
   *
   * @param plan what is to be judged
   * @param observations rows of {@code statistics.observations}
   * @param progress rows of {@code statistics.progress}
   * @param areas {@code ref_area, parent, in_total}
   */
  public static Dataset<Row> judged(
      DueChecks plan, Dataset<Row> observations, Dataset<Row> progress, Dataset<Row> areas) {
    Dataset<Row> figures = TargetFigures.of(plan, observations);
    Dataset<Row> measured =
        plan.checks()
            .join(
                figures,
                Columns.named(
                    "known_on", "indicator", "ref_area", "freq", "accumulation", "time_period"),
                "left")
            .join(
                TargetFigures.references(figures),
                Columns.named(
                    "known_on",
                    "reference",
                    "ref_area",
                    "freq",
                    "reference_accumulation",
                    "time_period"),
                "left")
            .join(
                TargetFigures.capitalShares(plan, figures, areas),
                Columns.named("known_on", "indicator", "freq", "accumulation", "time_period"),
                "left")
            .join(
                TargetFigures.counts(plan, figures, areas),
                Columns.named("known_on", "target_id", "time_period"),
                "left")
            .join(
                ReportedProgress.of(plan.checks(), progress),
                Columns.named("known_on", "target_id", "ref_area", "time_period"),
                "left")
            .withColumn("actual", actual())
            .withColumn("required", required())
            .withColumn("simulated_any", simulated())
            .withColumn("missing", missing());
    Dataset<Row> judged =
        withSiblings(measured, areas, plan)
            .withColumn("judged", AttainmentFunction.judged(plan.policy()));
    return withTheYear(judged.select(col("*"), col("judged.*")), plan.policy());
  }

  /**
   * The rows of {@code statistics.attainment}: of all that was judged, what is known on the day.
   */
  public static Dataset<Row> of(Dataset<Row> judged, DueChecks plan) {
    return judged
        .where(col("known_on").equalTo(lit(plan.asOf())))
        .select(
            col("target_id"),
            col("ref_area"),
            col("time_period"),
            col("indicator"),
            col("kind"),
            col("comparator_code").as("comparator"),
            col("actual"),
            col("required").as("target_value"),
            col("gap"),
            col("progress_pct"),
            col("schedule_pct"),
            col("schedule_basis"),
            col("needed_rest"),
            col("needed_rest_pct"),
            col("projected"),
            col("projected_low"),
            col("projected_high"),
            col("probability"),
            col("projection_method"),
            track("mean_error").as("projection_error"),
            track("trials").as("projection_trials"),
            col("not_projected_because"),
            col("light"),
            col("joint_light"),
            col("light_reason"),
            col("newest").as("is_newest"),
            col("is_set_for"),
            lit(plan.policy().policyId()).as("policy_id"),
            lit(null).cast("string").as("flag"),
            col("provenance"),
            col("not_computed_because"),
            lit(plan.asOf()).as("as_of"));
  }

  /**
   * How many rectifications are open past their day at the end of each period: what this program
   * reports of itself to the targets that are about it, in the columns of {@code
   * statistics.progress} that matter.
   *
   * @param rectifications rows of {@code reporting.rectifications}
   */
  public static Dataset<Row> overdueRectifications(DueChecks plan, Dataset<Row> rectifications) {
    Column periodEnd = last_day(to_date(concat(col("time_period"), lit("-01"))));
    return plan.checks()
        .where(
            col("kind")
                .equalTo("overdue_rectifications")
                .and(col("known_on").equalTo(lit(plan.asOf())))
                .and(col("due")))
        .select(
            col("target_id"),
            col("ref_area").as("set_for"),
            col("time_period"),
            periodEnd.as("ends_on"))
        .join(
            rectifications.select("due_on", "closed_on", "provenance"),
            col("due_on")
                .lt(col("ends_on"))
                .and(col("closed_on").isNull().or(col("closed_on").gt(col("ends_on")))),
            "left")
        .groupBy("target_id", "set_for", "time_period", "ends_on")
        .agg(
            count(col("due_on")).cast(SeriesFunction.FIGURE).as("amount"),
            coalesce(max("provenance"), lit("official")).as("provenance"))
        .select(
            col("target_id").as("item"),
            lit("target").as("item_kind"),
            col("set_for").as("ref_area"),
            col("time_period"),
            col("amount"),
            lit(null).cast(SeriesFunction.FIGURE).as("percent"),
            lit("on_schedule").as("status"),
            col("ends_on").as("release_date"),
            lit(plan.asOf()).cast("timestamp").as("recorded_at"),
            col("provenance"));
  }

  /** The record of the method by which the estimate was made. */
  private static Column track(String of) {
    Column method = col("projection_method");
    return when(method.equalTo("seasonal_share"), col("shares_track." + of))
        .when(method.equalTo("growth_difference"), col("differences_track." + of))
        .when(method.equalTo("annual_trend"), col("annual_track." + of));
  }

  private static Column actual() {
    Column kind = col("kind");
    return when(kind.equalTo("growth_yoy"), col("growth"))
        .when(kind.equalTo("capital_share"), col("share"))
        .when(kind.equalTo("count_of_areas"), col("areas_above"))
        .when(kind.equalTo("assessed"), col("reported_percent"))
        .otherwise(coalesce(col("level"), col("reported_amount")));
  }

  private static Column required() {
    Column kind = col("kind");
    return when(kind.equalTo("capital_share"), col("share_ago"))
        .when(kind.equalTo("assessed"), lit(100).cast(SeriesFunction.FIGURE))
        .when(
            col("comparator").isin("HIGHER_THAN", "NOT_LOWER_THAN"), col("reference_figure.growth"))
        .when(col("comparator").isin("UP", "DOWN"), col("level_year_ago"))
        .otherwise(col("value"));
  }

  private static Column simulated() {
    Column kind = col("kind");
    Column fromSeries =
        coalesce(col("simulated"), lit(false))
            .or(coalesce(col("reference_figure.simulated"), lit(false)));
    return when(kind.equalTo("capital_share"), coalesce(col("share_simulated"), lit(false)))
        .when(kind.equalTo("count_of_areas"), coalesce(col("count_simulated"), lit(false)))
        .when(
            kind.equalTo("assessed").or(col("level").isNull().and(col("growth").isNull())),
            coalesce(col("progress_simulated"), lit(false)).or(fromSeries))
        .otherwise(fromSeries);
  }

  /** Why there is nothing to hold against the target, should it come to that. */
  private static Column missing() {
    Column kind = col("kind");
    Column noActual =
        when(kind.equalTo("assessed"), NotComputed.no_report.name())
            .when(kind.equalTo("capital_share"), coalesce(col("share_missing"), noObservation()))
            .when(kind.equalTo("count_of_areas"), NotComputed.areas_missing.name())
            .when(kind.equalTo("growth_yoy"), coalesce(col("growth_missing"), noObservation()))
            .otherwise(coalesce(col("level_missing"), noObservation()));
    Column notSet =
        col("value")
            .isNull()
            .and(not(col("comparator").isin("UP", "DOWN", "HIGHER_THAN", "NOT_LOWER_THAN")))
            .and(not(kind.isin("assessed", "capital_share")));
    Column noRequired =
        when(kind.equalTo("capital_share"), coalesce(col("share_missing"), noObservation()))
            .when(
                col("comparator").isin("HIGHER_THAN", "NOT_LOWER_THAN"),
                NotComputed.no_reference.name())
            .otherwise(NotComputed.no_base_period.name());
    return when(notSet, NotComputed.value_not_set.name())
        .when(col("actual").isNull().and(not(col("due"))), NotComputed.not_due.name())
        .when(col("actual").isNull(), noActual)
        .when(col("required").isNull(), noRequired);
  }

  private static Column noObservation() {
    return lit(NotComputed.no_observation.name());
  }

  /** Average and rank among siblings, where the policy goes by them. */
  private static Dataset<Row> withSiblings(
      Dataset<Row> measured, Dataset<Row> areas, DueChecks plan) {
    if (plan.policy().scheme() == Policy.Scheme.gap) {
      return measured
          .withColumn("siblings", lit(null).cast("int"))
          .withColumn("siblings_sum", lit(null).cast(SeriesFunction.FIGURE))
          .withColumn("sibling_rank", lit(null).cast("int"));
    }
    WindowSpec siblings = Window.partitionBy("known_on", "target_id", "time_period", "is_sibling");
    Column order =
        when(col("better").equalTo("up"), col("actual").multiply(-1)).otherwise(col("actual"));
    Column isSibling =
        coalesce(col("in_total").and(col("parent").equalTo(plan.totalArea())), lit(false))
            .and(col("actual").isNotNull());
    return measured
        .join(broadcast(areas.select("ref_area", "parent", "in_total")), "ref_area")
        .withColumn("is_sibling", isSibling)
        .withColumn(
            "siblings", when(col("is_sibling"), count(col("actual")).over(siblings).cast("int")))
        .withColumn(
            "siblings_sum",
            when(col("is_sibling"), sum("actual").over(siblings).try_cast(SeriesFunction.FIGURE)))
        .withColumn(
            "sibling_rank",
            when(col("is_sibling"), rank().over(siblings.orderBy(order)).cast("int")));
  }

  /** What other periods and other targets make of a light. */
  private static Dataset<Row> withTheYear(Dataset<Row> judged, Policy policy) {
    WindowSpec year =
        Window.partitionBy("known_on", "target_id", "ref_area").orderBy("month_index");
    Column missed =
        max(col("light").isin("red", "yellow"))
            .over(year.rowsBetween(Window.unboundedPreceding(), -1));
    Column later =
        max(col("light").equalTo("green")).over(year.rowsBetween(1, Window.unboundedFollowing()));
    Column brokenBefore =
        col("all_year").and(col("light").equalTo("green")).and(coalesce(missed, lit(false)));
    Column madeUp =
        lit(policy.catchUp()).and(col("light").equalTo("red")).and(coalesce(later, lit(false)));
    Dataset<Row> settled =
        judged
            .withColumn(
                "settled", when(brokenBefore, "red").when(madeUp, "yellow").otherwise(col("light")))
            .withColumn(
                "light_reason",
                when(brokenBefore, concat(col("light_reason"), lit("\uff1b须全年保持\uff0c此前有一期未达到")))
                    .when(madeUp, concat(col("light_reason"), lit("\uff1b后来补上\uff0c改为黄灯")))
                    .otherwise(col("light_reason")))
            .drop("light")
            .withColumnRenamed("settled", "light");
    WindowSpec promise = Window.partitionBy("known_on", "together", "ref_area", "time_period");
    Column worst = max(severity()).over(promise);
    return settled
        .withColumn(
            "joint_light",
            when(worst.equalTo(5), "red")
                .when(worst.equalTo(4), "yellow")
                .when(worst.equalTo(3), "no_data")
                .when(worst.equalTo(2), "blue")
                .otherwise("green"))
        .withColumn(
            "provenance",
            when(
                col("actual").isNotNull().or(col("projected").isNotNull()),
                when(col("simulated_any"), "simulated").otherwise("official")));
  }

  private static Column severity() {
    return when(col("light").equalTo("red"), 5)
        .when(col("light").equalTo("yellow"), 4)
        .when(col("light").equalTo("no_data"), 3)
        .when(col("light").equalTo("blue"), 2)
        .otherwise(1);
  }
}
