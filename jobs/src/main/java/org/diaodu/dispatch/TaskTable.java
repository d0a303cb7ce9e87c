package org.diaodu.dispatch;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where every task of the plan stands: its targets' lights, its milestones, its last report. */
public final class TaskTable {
  private TaskTable() {}

  /**
   * The rows of {@code statistics.task_status}. A target that repeats another has the light of that
   * one.
   *
   * @param tasks {@code task_id, targets, milestones}
   * @param targets {@code target_id, same_as}
   * @param attainment rows of {@code statistics.attainment}
   * @param progress rows of {@code statistics.progress}
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> tasks,
      Dataset<Row> targets,
      Dataset<Row> attainment,
      Dataset<Row> progress,
      LocalDate asOf) {
    Dataset<Row> targetsOf =
        tasks
            .select(col("task_id"), explode(col("targets")).as("place"))
            .join(broadcast(targets), col("place").equalTo(col("target_id")), "left")
            .select(
                col("task_id"),
                explode(
                        when(size(col("same_as")).gt(0), col("same_as"))
                            .otherwise(org.apache.spark.sql.functions.array(col("place"))))
                    .as("target_id"))
            .distinct();
    Dataset<Row> lights =
        targetsOf
            .join(
                attainment
                    .where(col("is_newest").and(col("is_set_for")))
                    .select("target_id", "light"),
                "target_id")
            .groupBy("task_id")
            .agg(of("green"), of("blue"), of("yellow"), of("red"), of("no_data"));
    Column newest = struct(col("time_period"), col("release_date"), col("recorded_at"));
    Dataset<Row> reports =
        progress
            .where(col("item_kind").equalTo("task").and(col("release_date").leq(lit(asOf))))
            .groupBy(col("item").as("task_id"))
            .agg(
                count_distinct(
                        when(
                            col("status").equalTo("done").and(col("milestone").notEqual("")),
                            col("milestone")))
                    .cast("int")
                    .as("milestones_reached"),
                max_by(
                        struct(col("time_period"), col("status"), col("percent"), col("evidence")),
                        newest)
                    .as("report"),
                max(col("provenance")).as("provenance"));
    return tasks
        .join(lights, Names.of("task_id"), "left")
        .join(reports, Names.of("task_id"), "left")
        .select(
            col("task_id"),
            coalesce(col("green"), lit(0)).as("green"),
            coalesce(col("blue"), lit(0)).as("blue"),
            coalesce(col("yellow"), lit(0)).as("yellow"),
            coalesce(col("red"), lit(0)).as("red"),
            coalesce(col("no_data"), lit(0)).as("no_data"),
            size(col("milestones")).as("milestones"),
            coalesce(col("milestones_reached"), lit(0)).as("milestones_reached"),
            col("report.time_period").as("reported_for"),
            col("report.status").as("status"),
            col("report.percent").as("percent"),
            col("report.evidence").as("evidence"),
            col("provenance"),
            lit(asOf).as("as_of"));
  }

  private static Column of(String light) {
    return count(when(col("light").equalTo(light), 1)).cast("int").as(light);
  }
}
