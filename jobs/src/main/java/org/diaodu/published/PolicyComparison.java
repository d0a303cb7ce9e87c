package org.diaodu.published;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.ReferenceRows;

/** Which lights would be others under another policy, over the same figures. */
public final class PolicyComparison {
  private PolicyComparison() {}

  /**
   * The lights of a period that two policies choose differently, in columns for people.
   *
   * @param tables as published
   * @param first the pack with one policy
   * @param second the same pack with another
   * @param period period of the plan year
   */
  public static Dataset<Row> of(
      SparkSession spark,
      PublishedTables tables,
      RegionPack first,
      RegionPack second,
      TimePeriod period) {
    Dataset<Row> before =
        lights(spark, tables, first, period)
            .withColumnRenamed("light", "light_before")
            .withColumnRenamed("light_reason", "reason_before");
    Dataset<Row> now = lights(spark, tables, second, period);
    return before
        .join(
            now,
            scala.jdk.javaapi.CollectionConverters.asScala(
                    java.util.List.of("target_id", "ref_area"))
                .toSeq())
        .where(col("light").notEqual(col("light_before")))
        .join(broadcast(names(spark, first, Table.TARGETS, "target_id", "目标")), "target_id")
        .join(broadcast(names(spark, first, Table.AREAS, "ref_area", "地区")), "ref_area")
        .orderBy("target_id", "ref_area")
        .select(
            col("目标"),
            col("地区"),
            ChangesSince.colour("light_before").as(policyId(first, period)),
            ChangesSince.colour("light").as(policyId(second, period)),
            col("reason_before").as("前者的理由"),
            col("light_reason").as("后者的理由"));
  }

  private static String policyId(RegionPack pack, TimePeriod period) {
    return pack.planOf(period.year())
        .orElse(pack)
        .policies()
        .ofFigureDue(period.lastDay().plusDays(1))
        .policyId();
  }

  private static Dataset<Row> lights(
      SparkSession spark, PublishedTables tables, RegionPack pack, TimePeriod period) {
    return new KnownOnADay(spark, pack, tables.asOf(), tables::read, false)
        .lights()
        .where(col("time_period").equalTo(period.toString()))
        .select("target_id", "ref_area", "light", "light_reason");
  }

  private static Dataset<Row> names(
      SparkSession spark, RegionPack pack, Table table, String code, String as) {
    return spark
        .createDataFrame(new ReferenceRows(pack).of(table), ContractReader.read(table).struct())
        .select(col(code), col("name_zh").as(as));
  }
}
