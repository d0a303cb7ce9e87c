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
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.column.SourceColumns;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.Measure;
import org.diaodu.observations.Changes;
import org.diaodu.observations.EarlierReader;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.ReferenceRows;
import org.diaodu.table.TableRow;
import org.diaodu.trace.SeriesPoint;

/**
 * What a reader of an earlier day must be told, of the last bulletin for instance: the figures that
 * are known otherwise now, those that came since and turned a light that he saw, and the lights
 * that turned.
 *
 * @param figures columns for people: indicator, area, period, what, before, now, how it changed,
 *     releases, sources
 * @param lights columns for people: target, area, period, light before and now, the reason now
 */
public record ChangesSince(Dataset<Row> figures, Dataset<Row> lights) {
  private static final String LIGHT_BEFORE = "light_before";

  private static final List<String> POINT_COLUMNS =
      List.of("indicator", "ref_area", "freq", "accumulation", "time_period");

  /**
   * Compares the published tables with what was known on a day.
   *
   * @param tables as published; "now" is their as-of day
   * @param since the earlier day
   */
  public static ChangesSince of(
      SparkSession spark, PublishedTables tables, RegionPack pack, LocalDate since) {
    Dataset<Row> observations = withConfirmations(tables, pack);
    EarlierReader reader =
        EarlierReader.of(
            since,
            pack.timeZone(),
            !observations.where(EarlierReader.hadCome(since, pack.timeZone())).isEmpty());
    Dataset<Row> turned = turned(spark, tables, pack, observations, reader);
    Dataset<Row> changes = Changes.between(observations, reader, tables.asOf());
    Dataset<Row> told =
        changes
            .where(col(Changes.KIND).notEqual(Changes.Kind.first.name()))
            .unionByName(
                changes
                    .where(col(Changes.KIND).equalTo(Changes.Kind.first.name()))
                    .where(col("now.obs_value").isNotNull())
                    .join(
                        broadcast(heldAgainst(spark, turned, pack)),
                        seq(POINT_COLUMNS.toArray(String[]::new)),
                        "left_semi"));
    return new ChangesSince(named(spark, pack, told), shown(spark, pack, turned));
  }

  private static Dataset<Row> named(SparkSession spark, RegionPack pack, Dataset<Row> changes) {
    return changes
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
            kind().as("变化"),
            col("before.release_date").as("原来发布"),
            col("now.release_date").as("现在发布"),
            col("before.source_file").as("原来出自"),
            col("now.source_file").as("现在出自"),
            col("now.source_cell").as("位置"),
            when(
                    col("now.provenance")
                        .equalTo("simulated")
                        .or(col("before.provenance").eqNullSafe("simulated")),
                    "模拟")
                .otherwise("")
                .as("性质"));
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
            .agg(max("decided_at").as(EarlierReader.CONFIRMED_AT));
    return tables
        .read(Table.OBSERVATIONS)
        .where(SourceColumns.isJudged(pack.judgedSources()))
        .join(broadcast(confirmed), seq(cell), "left");
  }

  /** Rows of attainment whose light is another than the reader saw, with that one beside. */
  private static Dataset<Row> turned(
      SparkSession spark,
      PublishedTables tables,
      RegionPack pack,
      Dataset<Row> observations,
      EarlierReader reader) {
    Function<Table, Dataset<Row>> knownThen =
        table ->
            switch (table) {
              case OBSERVATIONS -> observations.where(reader.knew());
              case PROGRESS -> tables.read(table).where(reader.knewReport());
              default -> tables.read(table);
            };
    Dataset<Row> before =
        new KnownOnADay(spark, pack, reader.day(), knownThen, false)
            .lights()
            .select(
                col("target_id"),
                col("ref_area"),
                col("time_period"),
                col("light").as(LIGHT_BEFORE));
    return tables
        .read(Table.ATTAINMENT)
        .join(before, seq("target_id", "ref_area", "time_period"))
        .where(col("light").notEqual(col(LIGHT_BEFORE)));
  }

  /** The figures that lights are held against, each once. */
  private static Dataset<Row> heldAgainst(
      SparkSession spark, Dataset<Row> lights, RegionPack pack) {
    List<Row> points =
        TableRow.of(Table.ATTAINMENT, lights.collectAsList()).stream()
            .flatMap(row -> SeriesPoint.under(row, pack).stream())
            .distinct()
            .map(
                point ->
                    RowFactory.create(
                        point.indicator(),
                        point.refArea(),
                        point.freq(),
                        point.accumulation(),
                        point.period()))
            .toList();
    StructType columns = new StructType();
    for (String column : POINT_COLUMNS) {
      columns = columns.add(column, DataTypes.StringType, false);
    }
    return spark.createDataFrame(points, columns);
  }

  private static Dataset<Row> shown(SparkSession spark, RegionPack pack, Dataset<Row> turned) {
    return turned
        .join(broadcast(names(spark, pack, Table.TARGETS, "target_id")), "target_id")
        .join(broadcast(names(spark, pack, Table.AREAS, "ref_area")), "ref_area")
        .orderBy("target_id", "ref_area", "time_period")
        .select(
            col("target_id_zh").as("目标"),
            col("ref_area_zh").as("地区"),
            col("time_period").as("时期"),
            colour(LIGHT_BEFORE).as("原来"),
            colour("light").as("现在"),
            col("light_reason").as("现在的理由"),
            when(col("provenance").equalTo("simulated"), "模拟").otherwise("").as("性质"));
  }

  private static Column kind() {
    Column name = lit(null);
    for (Changes.Kind kind : Changes.Kind.values()) {
      name = when(col(Changes.KIND).equalTo(kind.name()), kind.nameZh()).otherwise(name);
    }
    return name;
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
