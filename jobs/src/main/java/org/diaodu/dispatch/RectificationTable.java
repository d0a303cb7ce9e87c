package org.diaodu.dispatch;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.Light;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Policy;

/** {@link Rectification} over every target and area. */
public final class RectificationTable {
  private static final StructType PROBLEM =
      new StructType()
          .add("opened_on", DataTypes.DateType)
          .add("time_period", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("due_on", DataTypes.DateType)
          .add("missed", DataTypes.IntegerType)
          .add("supervised_on", DataTypes.DateType)
          .add("escalated_on", DataTypes.DateType)
          .add("closed_on", DataTypes.DateType)
          .add("closed_because", DataTypes.StringType)
          .add("evidence", DataTypes.StringType)
          .add("state", DataTypes.StringType)
          .add("overdue", DataTypes.BooleanType)
          .add("provenance", DataTypes.StringType);

  private RectificationTable() {}

  /**
   * The rows of {@code reporting.rectifications}.
   *
   * @param judged every check as each dispatch knew it, with {@code known_on, newest, due}
   * @param progress rows of {@code statistics.progress}; entries with status {@code closed} close
   * @param targets {@code target_id, owner, action}
   * @param policy days and dispatches
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> judged,
      Dataset<Row> progress,
      Dataset<Row> targets,
      Policy policy,
      LocalDate asOf) {
    Dataset<Row> entries =
        progress
            .where(col("status").equalTo("closed").and(col("release_date").leq(lit(asOf))))
            .groupBy(col("item").as("target_id"), col("ref_area"))
            .agg(
                array_sort(collect_list(struct(col("release_date"), col("evidence"))))
                    .as("entries"));
    return judged
        .where(
            col("newest").and(col("due")).and(col("known_on").equalTo(last_day(col("known_on")))))
        .groupBy("target_id", "ref_area")
        .agg(
            array_sort(
                    collect_list(
                        struct(
                            col("known_on"),
                            col("time_period"),
                            col("light"),
                            col("light_reason"),
                            col("provenance"))))
                .as("dispatches"))
        .join(broadcast(entries), Names.of("target_id", "ref_area"), "left")
        .withColumn("problem", explode(problems(policy.rectification(), asOf)))
        .join(broadcast(targets.select("target_id", "owner", "action")), "target_id")
        .select(
            concat_ws("/", col("target_id"), col("ref_area"), col("problem.opened_on"))
                .as("rectification_id"),
            col("target_id"),
            col("ref_area"),
            col("action"),
            col("owner"),
            col("problem.opened_on"),
            col("problem.time_period"),
            col("problem.reason"),
            col("problem.due_on"),
            col("problem.missed"),
            col("problem.supervised_on"),
            col("problem.escalated_on"),
            col("problem.closed_on"),
            col("problem.closed_because"),
            col("problem.evidence"),
            col("problem.state"),
            col("problem.overdue"),
            col("problem.provenance"),
            lit(asOf).as("as_of"));
  }

  private static org.apache.spark.sql.Column problems(Policy.Rectification rules, LocalDate asOf) {
    Rectification.Deadlines deadlines =
        new Rectification.Deadlines(rules.dueDays(), rules.superviseAfter(), rules.escalateAfter());
    return udf(
            (UDF1<Row, List<Row>>) row -> problems(row, deadlines, asOf),
            DataTypes.createArrayType(PROBLEM))
        .apply(struct(col("dispatches"), col("entries")));
  }

  private static List<Row> problems(Row row, Rectification.Deadlines deadlines, LocalDate asOf) {
    List<Row> dispatches = row.getList(0);
    List<Rectification.Seen> seen =
        dispatches.stream()
            .map(
                d ->
                    new Rectification.Seen(
                        d.getLocalDate(0),
                        TimePeriod.of(d.getString(1)),
                        Light.valueOf(d.getString(2)),
                        d.getString(3)))
            .toList();
    List<Rectification.Entry> entries =
        row.isNullAt(1)
            ? List.of()
            : row.<Row>getList(1).stream()
                .map(e -> new Rectification.Entry(e.getLocalDate(0), e.getString(1)))
                .toList();
    boolean simulated = dispatches.stream().anyMatch(d -> "simulated".equals(d.getString(4)));
    return Rectification.of(seen, entries, deadlines).stream()
        .map(
            r ->
                RowFactory.create(
                    r.openedOn(),
                    r.period().toString(),
                    r.reason(),
                    r.dueOn(),
                    r.missed(),
                    r.supervisedOn(),
                    r.escalatedOn(),
                    r.closedOn(),
                    r.closedBecause() == null ? null : r.closedBecause().name(),
                    r.evidence(),
                    r.state().name(),
                    r.isOverdue(asOf),
                    simulated ? "simulated" : "official"))
        .toList();
  }
}
