package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.attainment.AttainmentRow;
import org.diaodu.column.SourceColumns;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.disclosure.Cell;
import org.diaodu.disclosure.Suppression;
import org.diaodu.domain.ProgressReport;
import org.diaodu.peergroup.PeerGroups;
import org.diaodu.region.RegionPack;
import org.diaodu.revisions.SeriesValuesQuery;
import org.diaodu.table.IndicatorPeriods;
import org.diaodu.table.TableRows;

/**
 * What all tables of one day are computed from, each thing read and put together once: few figures
 * in the memory of this process, where no job is needed for what follows from them, many by one
 * exchange.
 */
public final class KnownOnADay {
  /** So many figures are few: they and all that follows from them take some hundred megabytes. */
  private static final int FEW = 20_000;

  private static final RowCodec<ProgressReport> REPORTS = RowCodec.of(ProgressReport.class);

  /** What of a figure any table rests on. */
  private static final List<String> COLUMNS =
      List.of(
          "indicator",
          "ref_area",
          "freq",
          "accumulation",
          "time_period",
          "measure",
          "obs_value",
          "obs_decimals",
          "obs_status",
          "release_date",
          "arrived_at",
          "recorded_at",
          "provenance",
          "conf_status",
          "source_file",
          "source_cell");

  private final SparkSession spark;
  private final RegionPack pack;
  private final LocalDate asOf;
  private final Function<Table, Dataset<Row>> tables;
  private final boolean areMany;
  private final Optional<Dataset<Row>> valuesOfSeries;
  private final Cubes cubes;

  /** The day of whose figures this has some; null where it has all. */
  private final KnownOnADay whole;

  private Optional<List<Row>> few;
  private Optional<List<PeerGroupCube>> cubesAtHand;
  private JavaRDD<Row> exchanged;
  private Map<Cell, Suppression.Because> hidden;
  private JudgedPlan plan;
  private List<ProgressReport> reports;

  /**
   * Of a day.
   *
   * @param tables the rows of each table, as stored or as computed for the day
   * @param areMany whether the figures are known to be many; where they are not, they are looked at
   */
  public KnownOnADay(
      SparkSession spark,
      RegionPack pack,
      LocalDate asOf,
      Function<Table, Dataset<Row>> tables,
      boolean areMany) {
    this(spark, pack, asOf, tables, areMany, Optional.empty(), null);
  }

  /**
   * The same.
   *
   * @param valuesOfSeries how many values each series has, where that is known without a look at
   *     all figures
   */
  KnownOnADay(
      SparkSession spark,
      RegionPack pack,
      LocalDate asOf,
      Function<Table, Dataset<Row>> tables,
      boolean areMany,
      Optional<Dataset<Row>> valuesOfSeries) {
    this(spark, pack, asOf, tables, areMany, valuesOfSeries, null);
  }

  private KnownOnADay(
      SparkSession spark,
      RegionPack pack,
      LocalDate asOf,
      Function<Table, Dataset<Row>> tables,
      boolean areMany,
      Optional<Dataset<Row>> valuesOfSeries,
      KnownOnADay whole) {
    this.whole = whole;
    this.spark = spark;
    this.pack = pack;
    this.asOf = asOf;
    this.tables = tables;
    this.areMany = areMany;
    this.valuesOfSeries = valuesOfSeries;
    this.cubes = PackDefinitions.cubes(pack);
  }

  /** The same day, with the figures of some periods alone. */
  KnownOnADay only(IndicatorPeriods periods) {
    return new KnownOnADay(
        spark,
        pack,
        asOf,
        table ->
            table == Table.OBSERVATIONS ? periods.in(tables.apply(table)) : tables.apply(table),
        areMany,
        Optional.empty(),
        whole == null ? this : whole);
  }

  /** What a table may look at. */
  Inputs inputsOf(StatisticTable table) {
    return new Inputs(this, table);
  }

  /** The session that it computes with. */
  public SparkSession spark() {
    return spark;
  }

  RegionPack pack() {
    return pack;
  }

  LocalDate asOf() {
    return asOf;
  }

  Cubes cubes() {
    return cubes;
  }

  Dataset<Row> valuesOfSeries() {
    return valuesOfSeries.orElseGet(() -> SeriesValuesQuery.of(figures(), asOf));
  }

  /** All that was ever reported of tasks and targets. */
  synchronized List<ProgressReport> reports() {
    if (reports == null) {
      reports = collectedReports();
    }
    return reports;
  }

  private List<ProgressReport> collectedReports() {
    return rows(Table.PROGRESS).select(columns(REPORTS.columns())).collectAsList().stream()
        .map(REPORTS::record)
        .toList();
  }

  /** The plan held against all this. */
  synchronized JudgedPlan plan() {
    if (plan == null) {
      plan = JudgedPlan.of(this);
    }
    return plan;
  }

  Dataset<Row> rows(Table table) {
    return tables.apply(table);
  }

  /**
   * The vintages that are known on the day and judged by, where they are few, as records that hold
   * some of it.
   */
  <F extends Record> Optional<List<F>> figuresAtHand(Class<F> type) {
    RowCodec<F> codec = RowCodec.of(type, COLUMNS);
    return atHand().map(rows -> rows.stream().map(codec::record).toList());
  }

  private synchronized Optional<List<Row>> atHand() {
    if (few == null) {
      few = areMany ? Optional.empty() : collected();
    }
    return few;
  }

  /** What columns of the figures hold together, each once. */
  Set<List<String>> distinct(List<String> columns) {
    int[] places = columns.stream().mapToInt(COLUMNS::indexOf).toArray();
    return atHand()
        .map(rows -> rows.stream().map(row -> texts(row, places)))
        .orElseGet(
            () ->
                figures().select(columns(columns)).distinct().collectAsList().stream()
                    .map(row -> texts(row, IntStream.range(0, row.length()).toArray())))
        .collect(Collectors.toSet());
  }

  private static List<String> texts(Row row, int[] places) {
    return Arrays.stream(places).mapToObj(row::getString).toList();
  }

  private Optional<List<Row>> collected() {
    List<Row> rows = released().select(columns(COLUMNS)).limit(FEW + 1).collectAsList();
    if (rows.size() > FEW) {
      return Optional.empty();
    }
    if (whole == null) {
      hidden = HiddenFigures.among(rows, cubes);
    }
    return Optional.of(HiddenFigures.without(rows, hidden().keySet()));
  }

  /**
   * The figures that are not for the public, by all that is known on the day; nothing is computed
   * from them.
   */
  synchronized Map<Cell, Suppression.Because> hidden() {
    if (whole != null) {
      return whole.hidden();
    }
    if (hidden == null && atHand().isEmpty()) {
      hidden = HiddenFigures.among(released(), cubes);
    }
    return hidden;
  }

  /**
   * The vintages that are known on the day: rows of {@code statistics.observations}, in which what
   * is not for the public is suppressed.
   */
  Dataset<Row> figures() {
    return HiddenFigures.without(released(), hidden().keySet());
  }

  private Dataset<Row> released() {
    return rows(Table.OBSERVATIONS)
        .where(col("release_date").leq(lit(asOf)))
        .where(SourceColumns.isJudged(pack.judgedSources()));
  }

  /** The cubes of all figures, where these are few. */
  synchronized Optional<List<PeerGroupCube>> cubesAtHand() {
    if (cubesAtHand == null) {
      cubesAtHand =
          figuresAtHand(KnownFigure.class)
              .map(few -> cubes.of(few.stream().map(KnownFigure::observation).toList()));
    }
    return cubesAtHand;
  }

  /** Many figures, put together by peer group. */
  synchronized JavaRDD<Row> exchanged() {
    if (exchanged == null) {
      exchanged = PeerGroups.exchanged(figures(), cubes).toJavaRDD();
    }
    return exchanged;
  }

  static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }

  /**
   * The lights of the day alone, as rows of {@code statistics.attainment}; without those of targets
   * about rectifications.
   */
  public Dataset<Row> lights() {
    RowCodec<AttainmentRow> rows = RowCodec.of(Table.ATTAINMENT, AttainmentRow.class);
    return new TableRows.AtHand(JudgedPlan.lights(this).stream().map(rows::row).toList())
        .in(spark, Table.ATTAINMENT);
  }
}
