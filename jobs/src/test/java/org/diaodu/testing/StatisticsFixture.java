package org.diaodu.testing;

import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.cube.Cubes;
import org.diaodu.peergroup.CubeTable;
import org.diaodu.peergroup.PeerGroups;
import org.diaodu.region.RegionPack;

/** Current figures written down one by one, and the tables that follow from them. */
public final class StatisticsFixture {
  /** Day as of which everything is known. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private static final StructType FIGURES =
      new StructType()
          .add("indicator", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("accumulation", DataTypes.StringType)
          .add("time_period", DataTypes.StringType)
          .add("measure", DataTypes.StringType)
          .add("obs_value", DataTypes.createDecimalType(18, 6))
          .add("obs_decimals", DataTypes.IntegerType)
          .add("obs_status", DataTypes.StringType)
          .add("release_date", DataTypes.DateType)
          .add("provenance", DataTypes.StringType);

  private final SparkSession spark = SharedSpark.session();
  private final RegionPack pack;
  private final List<Row> rows = new ArrayList<>();
  private JavaRDD<Row> exchanged;
  private final List<String> copies = new ArrayList<>();
  private String copy = "";

  /** Without any figure. */
  public StatisticsFixture(RegionPack pack) {
    this.pack = pack;
  }

  /** From now on figures are those of copies of the pack's indicators, told by what is appended. */
  void ofIndicatorsNamed(String appended) {
    copy = appended;
    copies.add(appended);
  }

  /** A level; {@code null} is one that was withdrawn. */
  public StatisticsFixture level(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, "LEVEL", value, value == null ? "M" : "A", "official");
  }

  /** A level of the period alone. */
  public StatisticsFixture amount(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, "PER", "LEVEL", value, "A", "official");
  }

  /** Published growth. */
  public StatisticsFixture growth(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, "YOY", value, "A", "official");
  }

  /** A level that is marked as a break in its series. */
  public StatisticsFixture breakAt(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, "LEVEL", value, "B", "official");
  }

  /** A simulated level. */
  public StatisticsFixture simulated(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, "LEVEL", value, "A", "simulated");
  }

  /** The figures as stored, each the first of its kind. */
  public Dataset<Row> observations() {
    return spark
        .createDataFrame(rows, FIGURES)
        .withColumn("arrived_at", lit(null).cast("timestamp"))
        .withColumn("recorded_at", lit(Instant.parse("2025-01-20T00:00:00Z")));
  }

  /** The rows of the growth table. */
  public Dataset<Row> growthTable() {
    return rows(CubeTable.growth(AS_OF));
  }

  /** The rows of the table of residuals. */
  public Dataset<Row> additivity() {
    return rows(CubeTable.additivity(AS_OF));
  }

  /** The rows of the table of shares. */
  public Dataset<Row> areaShares() {
    return rows(CubeTable.areaShares(AS_OF));
  }

  /** The rows of the capital share table. */
  public Dataset<Row> capitalShareTable() {
    return rows(CubeTable.capitalShare(pack.totalArea(), pack.capitalArea(), AS_OF));
  }

  /** The figures put together by peer group. */
  public JavaRDD<Row> exchanged() {
    if (exchanged == null) {
      exchanged = PeerGroups.exchanged(observations(), cubes()).toJavaRDD();
    }
    return exchanged;
  }

  private Dataset<Row> rows(CubeTable<?> table) {
    Cubes cubes = cubes();
    return spark.createDataFrame(
        exchanged().mapPartitions(rows -> PeerGroups.rows(rows, cubes, table)),
        ContractReader.read(table.table()).struct());
  }

  private Cubes cubes() {
    return CubeFixture.cubes(pack, copies());
  }

  private List<String> copies() {
    return copies.isEmpty() ? List.of("") : copies;
  }

  /** The areas as the tables need them. */
  public Dataset<Row> areas() {
    return spark.createDataFrame(
        pack.areas().stream()
            .map(
                a ->
                    RowFactory.create(
                        a.refArea(), a.parent().isEmpty() ? null : a.parent(), a.inTotal()))
            .toList(),
        new StructType()
            .add("ref_area", DataTypes.StringType)
            .add("parent", DataTypes.StringType)
            .add("in_total", DataTypes.BooleanType));
  }

  private StatisticsFixture figure(
      String indicator,
      String area,
      String period,
      String measure,
      String value,
      String status,
      String provenance) {
    String accumulation = pack.indicator(indicator).orElseThrow().accumulation().name();
    return figure(indicator, area, period, accumulation, measure, value, status, provenance);
  }

  private StatisticsFixture figure(
      String indicator,
      String area,
      String period,
      String accumulation,
      String measure,
      String value,
      String status,
      String provenance) {
    BigDecimal printed = value == null ? null : new BigDecimal(value);
    String freq = period.length() == 4 ? "A" : period.contains("Q") ? "Q" : "M";
    rows.add(
        RowFactory.create(
            indicator + copy,
            area,
            freq,
            accumulation,
            period,
            measure,
            printed == null ? null : printed.setScale(6),
            printed == null ? null : printed.scale(),
            status,
            LocalDate.parse("2025-01-20"),
            provenance));
    return this;
  }
}
