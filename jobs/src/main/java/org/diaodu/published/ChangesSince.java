package org.diaodu.published;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.column.SourceColumns;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.Measure;
import org.diaodu.observations.Changes;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.ReferenceRows;

/**
 * What moved since a day, the last bulletin's for instance: the figures that are known otherwise
 * now, and the lights that turned for it.
 *
 * @param figures columns for people: indicator, area, period, what, before, now, releases, sources
 * @param lights columns for people: target, area, period, light before and now, the reason now
 */
public record ChangesSince(Dataset<Row> figures, Dataset<Row> lights) {

  /**
   * Compares the published tables with what was known on a day.
   *
   * @param tables as published; "now" is their as-of day
   * @param since the earlier day
   */
  public static ChangesSince of(
      SparkSession spark, PublishedTables tables, RegionPack pack, LocalDate since) {
    Dataset<Row> observations = withConfirmations(tables, pack);
    Dataset<Row> figures =
        Changes.between(observations, since, tables.asOf(), pack.timeZone())
            .join(broadcast(names(spark, pack, Table.INDICATORS, "indicator")), "indicator")
            .join(broadcast(names(spark, pack, Table.AREAS, "ref_area")), "ref_area")
            .orderBy("indicator", "ref_area", "time_period", "measure")
            .select(
                col("indicator_zh").as("指标"),
                col("ref_area_zh").as("地区"),
                col("time_period").as("时期"),
                measure().as("项目"),
                col("before.obs_value").as("原来"),
                col("now.obs_value").as("现在"),
                col("before.release_date").as("原来发布"),
                col("now.release_date").as("现在发布"),
                col("before.source_file").as("原来出自"),
                col("now.source_file").as("现在出自"),
                col("now.source_cell").as("位置"),
                when(
                        col("now.provenance")
                            .equalTo("simulated")
                            .or(col("before.provenance").equalTo("simulated")),
                        "模拟")
                    .otherwise("")
                    .as("性质"));
    return new ChangesSince(figures, lights(spark, tables, pack, since));
  }

  /** What had been held was known only when somebody confirmed it. */
  private static Dataset<Row> withConfirmations(PublishedTables tables, RegionPack pack) {
    String[] cell = {"source_file", "source_sha256", "source_cell", "release_date", "arrived_at"};
    Dataset<Row> confirmed =
        tables
            .read(Table.HELD)
            .join(
                tables.read(Table.CONFIRMATIONS).where(col("decision").equalTo("accepted")),
                "hold_id")
            .groupBy(Arrays.stream(cell).map(name -> col(name)).toArray(Column[]::new))
            .agg(max("decided_at").as(Changes.CONFIRMED_AT));
    return tables
        .read(Table.OBSERVATIONS)
        .where(SourceColumns.isJudged(pack.judgedSources()))
        .join(broadcast(confirmed), seq(cell), "left");
  }

  private static Dataset<Row> lights(
      SparkSession spark, PublishedTables tables, RegionPack pack, LocalDate since) {
    Dataset<Row> before =
        new KnownOnADay(spark, pack, since, tables::read, false)
            .lights()
            .select(
                col("target_id"),
                col("ref_area"),
                col("time_period"),
                col("light").as("light_before"));
    return tables
        .read(Table.ATTAINMENT)
        .join(before, seq("target_id", "ref_area", "time_period"))
        .where(col("light").notEqual(col("light_before")))
        .join(broadcast(names(spark, pack, Table.TARGETS, "target_id")), "target_id")
        .join(broadcast(names(spark, pack, Table.AREAS, "ref_area")), "ref_area")
        .orderBy("target_id", "ref_area", "time_period")
        .select(
            col("target_id_zh").as("目标"),
            col("ref_area_zh").as("地区"),
            col("time_period").as("时期"),
            colour("light_before").as("原来"),
            colour("light").as("现在"),
            col("light_reason").as("现在的理由"),
            when(col("provenance").equalTo("simulated"), "模拟").otherwise("").as("性质"));
  }

  /** What a figure is, as people call it. */
  private static Column measure() {
    Column name = lit(null);
    for (Measure measure : Measure.values()) {
      name = when(col("measure").equalTo(measure.name()), measure.nameZh()).otherwise(name);
    }
    return name;
  }

  /** A light as people call it. */
  static Column colour(String light) {
    return when(col(light).equalTo("green"), "绿")
        .when(col(light).equalTo("blue"), "蓝")
        .when(col(light).equalTo("yellow"), "黄")
        .when(col(light).equalTo("red"), "红")
        .otherwise("无数据");
  }

  private static Dataset<Row> names(SparkSession spark, RegionPack pack, Table table, String code) {
    return spark
        .createDataFrame(new ReferenceRows(pack).of(table), ContractReader.read(table).struct())
        .select(col(code), coalesce(col("name_zh"), lit("")).as(code + "_zh"));
  }

  private static scala.collection.immutable.Seq<String> seq(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
