package org.diaodu.validation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.column.MonthIndex;
import org.diaodu.column.VintageColumns;
import org.diaodu.domain.Growth;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;

/** What stands around a figure that arrived: its own past, its siblings, and the whole. */
final class Surroundings {
  /** Every column that a rule can name. */
  static final Set<String> COLUMNS =
      Set.of(
          "indicator",
          "ref_area",
          "freq",
          "time_period",
          "accumulation",
          "measure",
          "obs_value",
          "obs_status",
          "source",
          "kind",
          "additive",
          "is_total",
          "previous",
          "year_ago",
          "growth_published",
          "growth_computed",
          "growth_source",
          "gap_class",
          "peers",
          "areas_sum",
          "areas_counted",
          "areas_expected",
          "history_median",
          "history_mad",
          "history_length",
          "known_same_release",
          "values_tonight");

  /** Stands for the unit that reports an indicator, whose rows have no source. */
  private static final String REPORTER = "";

  /** Growth of so many months before is what the growth of a figure is likened to. */
  private static final int HISTORY = 60;

  /** The oldest growth of that history rests on a level of a year before. */
  static final int MONTHS_BACK = HISTORY + 12;

  /**
   * Official and simulated figures are never held against each other, nor are those of different
   * sources.
   */
  private static final List<String> FIGURE =
      List.of(
          "indicator", "ref_area", "freq", "accumulation", "time_period", "provenance", "source");

  private static final List<String> PLACE =
      List.of("indicator", "freq", "accumulation", "time_period", "provenance", "source");

  private static final List<String> PEERS =
      List.of("ref_area", "freq", "accumulation", "time_period", "provenance", "source");

  private static final UserDefinedFunction ORDINAL =
      udf(
          (UDF1<String, Integer>)
              text -> {
                TimePeriod period = TimePeriod.of(text);
                return period.year() * period.frequency().periodsPerYear() + period.number();
              },
          DataTypes.IntegerType);

  private static final UserDefinedFunction GAP_CLASS =
      udf((UDF1<Row, String>) Surroundings::gapClass, DataTypes.StringType);

  private Surroundings() {}

  /**
   * The figures that arrived, each with what stands around it: tonight's figures count before what
   * was known. Of several vintages of one figure from one source only the newest is judged; the
   * others are history.
   *
   * @param arrived accepted cells: a figure's columns, {@code arrived_at, source_file, source_cell}
   * @param current figures as known before tonight
   * @param observations all vintages before tonight
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, kind, additive, growth_source}
   */
  static Dataset<Row> of(
      Dataset<Row> arrived,
      Dataset<Row> current,
      Dataset<Row> observations,
      Dataset<Row> areas,
      Dataset<Row> indicators) {
    return ofNamedSources(named(arrived), named(current), named(observations), areas, indicators)
        .withColumn("source", when(col("source").notEqual(REPORTER), col("source")));
  }

  /** So that rows without a source are found by joins, too. */
  private static Dataset<Row> named(Dataset<Row> figures) {
    return figures.withColumn("source", coalesce(col("source"), lit(REPORTER)));
  }

  private static Dataset<Row> ofNamedSources(
      Dataset<Row> arrived,
      Dataset<Row> current,
      Dataset<Row> observations,
      Dataset<Row> areas,
      Dataset<Row> indicators) {
    Dataset<Row> touched = arrived.select("indicator").distinct();
    Dataset<Row> figures = withPast(figures(arrived, current.join(touched, "indicator")));
    Dataset<Row> sums = sums(figures, areas);
    Dataset<Row> peers = peers(current, arrived);
    Dataset<Row> released =
        observations
            .join(touched, "indicator")
            .groupBy(columns(with(FIGURE, "measure", "release_date")))
            .agg(
                max_by(col("obs_value"), struct(VintageColumns.ARRIVAL, col("recorded_at")))
                    .as("known_same_release"));
    WindowSpec vintages =
        Window.partitionBy(columns(with(FIGURE, "measure")))
            .orderBy(
                col("release_date").desc(),
                col("arrived_at").desc(),
                col("source_file").desc(),
                col("source_cell"));
    WindowSpec alike = Window.partitionBy(columns(with(FIGURE, "measure", "release_date")));
    return arrived
        .withColumn("values_tonight", size(collect_set(col("obs_value")).over(alike)))
        .withColumn("vintage", rank().over(vintages))
        .where(col("vintage").equalTo(1))
        .select(
            columns(
                with(
                    FIGURE,
                    "measure",
                    "obs_value",
                    "obs_status",
                    "release_date",
                    "source_file",
                    "source_cell",
                    "values_tonight")))
        .join(figures.drop("level"), seq(FIGURE), "left")
        .join(peers, seq(PEERS), "left")
        .join(sums, seq(with(PLACE, "ref_area")), "left")
        .join(released, seq(with(FIGURE, "measure", "release_date")), "left")
        .join(indicators.select("indicator", "kind", "additive", "growth_source"), "indicator")
        .withColumn("is_total", col("areas_expected").isNotNull());
  }

  /** One row per figure: its level and published growth, tonight's before what was known. */
  private static Dataset<Row> figures(Dataset<Row> arrived, Dataset<Row> current) {
    List<String> columns = with(FIGURE, "measure", "release_date", "obs_value", "obs_decimals");
    Dataset<Row> all =
        current
            .select(columns(columns))
            .withColumn("newness", lit(0))
            .unionByName(arrived.select(columns(columns)).withColumn("newness", lit(1)));
    Column newest =
        struct(col("newness"), col("release_date"), col("obs_value"), col("obs_decimals"));
    Column level = col("measure").equalTo(Measure.LEVEL.name());
    Column growth = col("measure").equalTo(Measure.YOY.name());
    return all.groupBy(columns(FIGURE))
        .agg(max(when(level, newest)).as("of_level"), max(when(growth, newest)).as("of_growth"))
        .withColumn("level", col("of_level.obs_value"))
        .withColumn("level_decimals", col("of_level.obs_decimals"))
        .withColumn("growth_published", col("of_growth.obs_value"))
        .withColumn("growth_decimals", col("of_growth.obs_decimals"))
        .drop("of_level", "of_growth");
  }

  private static Dataset<Row> withPast(Dataset<Row> figures) {
    Column[] series =
        columns(List.of("indicator", "ref_area", "freq", "accumulation", "provenance", "source"));
    WindowSpec before = Window.partitionBy(series).orderBy(col("ordinal")).rangeBetween(-1, -1);
    WindowSpec yearBefore = Window.partitionBy(series).orderBy(col("month")).rangeBetween(-12, -12);
    WindowSpec past = Window.partitionBy(series).orderBy(col("month")).rangeBetween(-HISTORY, -1);
    return figures
        .withColumn("month", MonthIndex.of(col("time_period")))
        .withColumn("ordinal", ORDINAL.apply(col("time_period")))
        .withColumn("previous", max(col("level")).over(before))
        .withColumn("ago", max(struct(col("level"), col("level_decimals"))).over(yearBefore))
        .withColumn("year_ago", col("ago.level"))
        .withColumn(
            "gap_class",
            GAP_CLASS.apply(
                struct(
                    col("level"),
                    col("year_ago"),
                    coalesce(col("level_decimals"), lit(0)),
                    coalesce(col("ago.level_decimals"), lit(0)),
                    col("growth_published"),
                    coalesce(col("growth_decimals"), lit(0)))))
        .withColumn(
            "growth_computed",
            when(
                col("year_ago").gt(0),
                expr("try_cast(100 * (level / year_ago - 1) AS DECIMAL(18,6))")))
        // A test of plausibility and no figure, so the precision of a double is enough.
        .withColumn(
            "history",
            sort_array(
                collect_list(
                        coalesce(col("growth_published"), col("growth_computed")).cast("double"))
                    .over(past)))
        .withColumn("history_length", size(col("history")))
        .withColumn("history_median", median("history"))
        .withColumn(
            "deviations",
            expr("array_sort(transform(history, x -> abs(x - CAST(history_median AS DOUBLE))))"))
        .withColumn("history_mad", median("deviations"))
        .drop(
            "month",
            "ordinal",
            "ago",
            "level_decimals",
            "growth_decimals",
            "history",
            "deviations");
  }

  private static String gapClass(Row figures) {
    Growth.GapClass of =
        Growth.of(
                new Growth.Input(
                    figures.getDecimal(0),
                    figures.getDecimal(1),
                    figures.getInt(2),
                    figures.getInt(3),
                    figures.getDecimal(4),
                    figures.getInt(5),
                    null,
                    false,
                    IndicatorKind.flow,
                    GrowthSource.published))
            .gapClass();
    return of == null ? null : of.name();
  }

  /** Of a sorted array: the one in the middle, or the mean of the two. */
  private static Column median(String sorted) {
    return expr(
        ("try_cast((get(%1$s, CAST((size(%1$s) - 1) div 2 AS INT))"
                + " + get(%1$s, CAST(size(%1$s) div 2 AS INT))) / 2 AS DECIMAL(18,2))")
            .formatted(sorted));
  }

  /** For each area that has parts: their sum, and how many of them there are and should be. */
  private static Dataset<Row> sums(Dataset<Row> figures, Dataset<Row> areas) {
    Dataset<Row> parts = areas.where(col("in_total").and(col("parent").isNotNull()));
    Dataset<Row> expected =
        parts.groupBy("parent").agg(count(lit(1)).cast("int").as("areas_expected"));
    return figures
        .join(parts.select("ref_area", "parent"), "ref_area")
        .groupBy(columns(with(PLACE, "parent")))
        .agg(
            sum("level").cast("decimal(18,6)").as("areas_sum"),
            count("level").cast("int").as("areas_counted"))
        .join(expected, "parent")
        .withColumnRenamed("parent", "ref_area");
  }

  /** Levels of all indicators at the same place and time, by indicator. */
  private static Dataset<Row> peers(Dataset<Row> current, Dataset<Row> arrived) {
    Dataset<Row> places = arrived.select(columns(PEERS)).distinct();
    return figures(arrived, current.join(places, seq(PEERS), "left_semi"))
        .where(col("level").isNotNull())
        .groupBy(columns(PEERS))
        .agg(map_from_entries(collect_list(struct(col("indicator"), col("level")))).as("peers"));
  }

  private static List<String> with(List<String> names, String... more) {
    List<String> all = new java.util.ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }

  private static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
