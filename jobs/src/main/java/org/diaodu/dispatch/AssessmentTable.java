package org.diaodu.dispatch;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Light;
import org.diaodu.domain.Score;
import org.diaodu.region.Policy;

/** Points, praise and criticism of counties and units, by the newest light of each target. */
public final class AssessmentTable {
  private static final DecimalType FIGURE =
      DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE);
  private static final StructType RESULT =
      new StructType()
          .add("score_pct", FIGURE)
          .add("finding", DataTypes.StringType)
          .add("reason", DataTypes.StringType);

  private static final List<String> NUMBERS =
      List.of(
          "tasks",
          "green",
          "blue",
          "yellow",
          "red",
          "no_data",
          "open_rectifications",
          "overdue_rectifications");

  private AssessmentTable() {}

  /**
   * The rows of {@code reporting.assessments}. An area is assessed by every target that is held
   * against it; a unit by the targets that it owns, in the areas that they are set for. An
   * overlapping area is listed with {@code counted = false}.
   *
   * @param attainment rows of {@code statistics.attainment}
   * @param rectifications rows of {@code reporting.rectifications}
   * @param targets {@code target_id, owner, commitment, scope}
   * @param tasks {@code leads, areas}
   * @param areas {@code ref_area, in_total}
   * @param totalArea code of the area that is the whole
   * @param policy points, weights and limits
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> attainment,
      Dataset<Row> rectifications,
      Dataset<Row> targets,
      Dataset<Row> tasks,
      Dataset<Row> areas,
      String totalArea,
      Policy policy,
      LocalDate asOf) {
    Dataset<Row> lights =
        attainment
            .where("is_newest")
            .join(broadcast(targets.select("target_id", "owner", "commitment")), "target_id")
            .withColumn("weight", weight(policy.assessment().weights()))
            .withColumn("points", points(policy.assessment().points()).multiply(col("weight")))
            .select(
                col("ref_area"),
                col("owner"),
                col("light"),
                col("weight"),
                col("points"),
                col("provenance"),
                col("is_set_for"));
    Dataset<Row> problems =
        rectifications
            .where(col("closed_on").isNull())
            .join(broadcast(targets.select("target_id", "scope")), "target_id")
            .select(col("ref_area"), col("owner"), col("overdue"), isSetFor());
    Dataset<Row> ofAreas =
        listed(
                areas
                    .where(col("ref_area").notEqual(totalArea))
                    .select(col("ref_area").as("subject")),
                tasks.select(explode(col("areas")).as("subject")),
                counted(lights.where(col("ref_area").notEqual(totalArea)), problems, "ref_area"))
            .join(
                broadcast(areas.select("ref_area", "in_total")),
                col("subject").equalTo(col("ref_area")))
            .drop("ref_area")
            .withColumnRenamed("in_total", "counted")
            .withColumn("subject_type", lit("area"));
    Dataset<Row> led = tasks.select(explode(col("leads")).as("subject"));
    Dataset<Row> ofUnits =
        listed(
                led.union(lights.select(col("owner").as("subject"))).distinct(),
                led,
                counted(lights.where("is_set_for"), problems.where("is_set_for"), "owner"))
            .withColumn("counted", lit(true))
            .withColumn("subject_type", lit("unit"));
    return ofAreas
        .unionByName(ofUnits)
        .withColumn("result", result(policy.assessment()))
        .select(
            col("subject_type"),
            col("subject"),
            col("counted"),
            col("tasks"),
            col("green"),
            col("blue"),
            col("yellow"),
            col("red"),
            col("no_data"),
            col("open_rectifications"),
            col("overdue_rectifications"),
            col("points"),
            col("points_possible"),
            col("result.score_pct"),
            col("result.finding"),
            col("result.reason"),
            lit(policy.policyId()).as("policy_id"),
            col("provenance"),
            lit(asOf).as("as_of"));
  }

  private static Column isSetFor() {
    return exists(col("scope"), area -> area.equalTo(col("ref_area"))).as("is_set_for");
  }

  private static Dataset<Row> counted(Dataset<Row> lights, Dataset<Row> problems, String subject) {
    Column judged = col("light").notEqual("no_data");
    Dataset<Row> open =
        problems
            .groupBy(col(subject).as("problem_subject"))
            .agg(
                count(lit(1)).cast("int").as("open_rectifications"),
                count(when(col("overdue"), 1)).cast("int").as("overdue_rectifications"));
    return lights
        .groupBy(col(subject).as("subject"))
        .agg(
            of("green"),
            of("blue"),
            of("yellow"),
            of("red"),
            of("no_data"),
            coalesce(sum(when(judged, col("points"))), lit(0)).cast(FIGURE).as("earned"),
            coalesce(sum(when(judged, col("weight"))), lit(0)).cast(FIGURE).as("points_possible"),
            coalesce(max(col("provenance")), lit("official")).as("provenance"))
        .join(open, col("subject").equalTo(col("problem_subject")), "left")
        .drop("problem_subject")
        .withColumn("open_rectifications", coalesce(col("open_rectifications"), lit(0)))
        .withColumn("overdue_rectifications", coalesce(col("overdue_rectifications"), lit(0)))
        .withColumn("points", col("earned"));
  }

  /** Everybody of whom there is something to say, also where no target has a light. */
  private static Dataset<Row> listed(
      Dataset<Row> subjects, Dataset<Row> responsible, Dataset<Row> counted) {
    Dataset<Row> tasks = responsible.groupBy("subject").agg(count(lit(1)).cast("int").as("tasks"));
    Dataset<Row> all =
        subjects
            .join(counted, Names.of("subject"), "left")
            .join(tasks, Names.of("subject"), "left");
    for (String number : NUMBERS) {
      all = all.withColumn(number, coalesce(col(number), lit(0)));
    }
    Column nothing = lit(BigDecimal.ZERO).cast(FIGURE);
    return all.withColumn("points", coalesce(col("points"), nothing))
        .withColumn("points_possible", coalesce(col("points_possible"), nothing))
        .withColumn("provenance", coalesce(col("provenance"), lit("official")));
  }

  private static Column of(String light) {
    return count(when(col("light").equalTo(light), 1)).cast("int").as(light);
  }

  private static Column weight(Map<String, BigDecimal> weights) {
    Column weight = lit(BigDecimal.ONE);
    for (Map.Entry<String, BigDecimal> entry : weights.entrySet()) {
      weight =
          when(coalesce(col("commitment"), lit("")).equalTo(entry.getKey()), lit(entry.getValue()))
              .otherwise(weight);
    }
    return weight.cast(FIGURE);
  }

  private static Column points(Map<Light, BigDecimal> points) {
    Column of = lit(BigDecimal.ZERO);
    for (Map.Entry<Light, BigDecimal> entry : points.entrySet()) {
      of = when(col("light").equalTo(entry.getKey().name()), lit(entry.getValue())).otherwise(of);
    }
    return of.cast(FIGURE);
  }

  private static Column result(Policy.Assessment policy) {
    return udf((UDF1<Row, Row>) row -> result(row, policy), RESULT)
        .apply(
            struct(
                col("points"),
                col("points_possible"),
                col("green"),
                col("blue"),
                col("yellow"),
                col("red"),
                col("open_rectifications"),
                col("overdue_rectifications")));
  }

  private static Row result(Row row, Policy.Assessment policy) {
    int judged = row.getInt(2) + row.getInt(3) + row.getInt(4) + row.getInt(5);
    int overdue = row.getInt(7);
    BigDecimal points =
        row.getDecimal(0).add(policy.overdue().multiply(BigDecimal.valueOf(overdue)));
    BigDecimal score = Score.percent(points, row.getDecimal(1)).orElse(null);
    Score.Finding finding =
        Score.finding(
            score,
            judged,
            overdue,
            policy.praiseFrom(),
            policy.criticiseBelow(),
            policy.judgedAtLeast());
    return RowFactory.create(score, finding.name(), reason(row, judged, score, policy));
  }

  private static String reason(Row row, int judged, BigDecimal score, Policy.Assessment policy) {
    if (score == null || judged < policy.judgedAtLeast()) {
      return "有数据的目标只有%d项，不足%d项，不作评价".formatted(judged, policy.judgedAtLeast());
    }
    return "已评判%d项，红灯%d项，未销号%d件（其中逾期%d件），得分率%s%%"
        .formatted(
            judged,
            row.getInt(5),
            row.getInt(6),
            row.getInt(7),
            ExactDecimal.printed(score, 1).toPlainString());
  }
}
