package org.diaodu.attainment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.MonthIndex;

/** What was last reported of a target's progress, for a check's period and day. */
final class ReportedProgress {
  private ReportedProgress() {}

  /**
   * For each check with a report: {@code known_on, target_id, ref_area, time_period,
   * reported_amount, reported_percent, progress_simulated}. A report speaks of its own period
   * alone: that nothing happened by March says nothing of April. Only what is done stays done, at
   * 100 percent.
   */
  static Dataset<Row> of(Dataset<Row> checks, Dataset<Row> progress) {
    Dataset<Row> reports =
        progress
            .where(col("item_kind").equalTo("target").and(col("status").notEqual("closed")))
            .select(
                col("item"),
                col("ref_area").as("reported_area"),
                MonthIndex.of(col("time_period")).as("reported_month"),
                col("status").equalTo("done").as("is_done"),
                col("amount"),
                when(col("status").equalTo("done"), lit(100))
                    .when(col("status").equalTo("not_started"), lit(0))
                    .otherwise(col("percent"))
                    .cast(SeriesFunction.FIGURE)
                    .as("percent"),
                col("release_date"),
                col("recorded_at"),
                col("provenance").equalTo("simulated").as("progress_simulated"));
    Column newest = struct(col("reported_month"), col("release_date"), col("recorded_at"));
    return checks
        .select(
            col("known_on"),
            col("target_id"),
            col("ref_area"),
            col("time_period"),
            col("plan_year"),
            MonthIndex.of(col("time_period")).as("month"))
        .join(
            reports,
            col("target_id")
                .equalTo(col("item"))
                .and(col("ref_area").equalTo(col("reported_area")))
                .and(col("release_date").leq(col("known_on")))
                .and(
                    col("reported_month")
                        .equalTo(col("month"))
                        .or(
                            col("is_done")
                                .and(col("reported_month").leq(col("month")))
                                .and(col("reported_month").geq(col("plan_year").multiply(12))))))
        .groupBy("known_on", "target_id", "ref_area", "time_period")
        .agg(
            max_by(struct(col("amount"), col("percent"), col("progress_simulated")), newest)
                .as("report"))
        .select(
            col("known_on"),
            col("target_id"),
            col("ref_area"),
            col("time_period"),
            col("report.amount").as("reported_amount"),
            col("report.percent").as("reported_percent"),
            col("report.progress_simulated"));
  }
}
