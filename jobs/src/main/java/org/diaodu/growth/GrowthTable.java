package org.diaodu.growth;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.NotComputed;

/**
 * Growth of every figure: aligns levels with those of a year earlier, and areas with their
 * siblings.
 */
public final class GrowthTable {
  private static final Column[] SERIES = {
    col("indicator"), col("ref_area"), col("freq"), col("accumulation")
  };

  private GrowthTable() {}

  /**
   * The rows of {@code statistics.growth}.
   *
   * @param current figures as known on {@code asOf}, levels and published growth side by side: the
   *     key without {@code measure}, {@code month_index}, and {@code current_level, current_yoy},
   *     each of {@code obs_value, obs_decimals, obs_status, release_date, provenance}
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, kind, growth_source, better}
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> current, Dataset<Row> areas, Dataset<Row> indicators, LocalDate asOf) {
    return amongSiblings(alongSeries(current, areas, indicators), asOf);
  }

  /**
   * Each figure beside those of its own series one and two years before: the first half of {@link
   * #of}, whose parameters these are. For {@link #amongSiblings}, which for a period needs the rows
   * of that period and of the year before, and no others.
   */
  public static Dataset<Row> alongSeries(
      Dataset<Row> current, Dataset<Row> areas, Dataset<Row> indicators) {
    return withTwoYears(
        withYearAgo(PeriodAmounts.added(levelsAndPublished(current)))
            .join(
                broadcast(indicators.select("indicator", "kind", "growth_source", "better")),
                "indicator")
            .join(broadcast(withParents(areas)), "ref_area")
            .withColumn("growth_source", sourceOfAmounts())
            .withColumn("growth", GrowthFunction.growth()));
  }

  /**
   * The rows of {@code statistics.growth}: each figure beside its whole and among its siblings.
   *
   * @param figures rows of {@link #alongSeries}
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> amongSiblings(Dataset<Row> figures, LocalDate asOf) {
    return Siblings.ranked(withContribution(Siblings.together(figures)))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("level"),
            col("period_months"),
            col(PeriodAmounts.DERIVATION),
            col("level_year_ago"),
            col("growth.yoy_computed_pct"),
            col("yoy_published_pct"),
            col("growth.yoy_pct"),
            col("growth.yoy_basis"),
            col("growth.gap_pp"),
            col("growth.gap_class"),
            col("growth.implied_level_year_ago"),
            col("growth.change_pp"),
            col("two_year_average_pct"),
            col("level_last_year_end"),
            col("since_year_end_pct"),
            col("contribution_pp"),
            col("contribution_by_published_pp"),
            col("rank_yoy"),
            col("rank_level"),
            col("last_period.rank_yoy").as("rank_yoy_last_period"),
            col("last_period.rank_level").as("rank_level_last_period"),
            col("last_year.rank_yoy").as("rank_yoy_last_year"),
            col("last_year.rank_level").as("rank_level_last_year"),
            col("peers"),
            when(col("is_break"), "break_in_series").as("flag"),
            when(col("is_simulated"), "simulated").otherwise("official").as("provenance"),
            whyNot().as("not_computed_because"),
            col("release_date"),
            lit(asOf).as("as_of"));
  }

  /**
   * Where growth is ever published, the base may have been revised without the earlier cumulative
   * figure being printed anew; the growth of a difference of the two is then shown as computed, and
   * not reported.
   */
  private static Column sourceOfAmounts() {
    Column derived = col(PeriodAmounts.DERIVATION).equalTo("cumulative_difference");
    Column computed = col("growth_source").equalTo(GrowthSource.computed.name());
    return when(derived.and(not(computed)), GrowthSource.published.name())
        .otherwise(col("growth_source"));
  }

  /** A base that covers other months is there, and yet is none. */
  private static Column whyNot() {
    Column reason = col("growth.not_computed_because");
    return when(
            col("base_differs").and(reason.equalTo(NotComputed.no_base_period.name())),
            NotComputed.period_differs.name())
        .otherwise(reason);
  }

  /** What growth needs to know of a figure. */
  private static Dataset<Row> levelsAndPublished(Dataset<Row> current) {
    return current.select(
        col("indicator"),
        col("ref_area"),
        col("freq"),
        col("accumulation"),
        col("time_period"),
        col("month_index"),
        col("current_level.obs_value").as("level"),
        col("current_level.obs_decimals").as("level_decimals"),
        hasStatus("M").as("level_withdrawn"),
        hasStatus("B").as("is_break"),
        col("current_yoy.obs_value").as("yoy_published_pct"),
        col("current_yoy.obs_decimals").as("published_decimals"),
        isSimulated("current_level").or(isSimulated("current_yoy")).as("simulated_now"),
        greatest(col("current_level.release_date"), col("current_yoy.release_date"))
            .as("released"));
  }

  private static Column hasStatus(String status) {
    return coalesce(col("current_level.obs_status").equalTo(status), lit(false));
  }

  private static Column isSimulated(String figure) {
    return coalesce(col(figure + ".provenance").equalTo("simulated"), lit(false));
  }

  /**
   * The same period one year earlier is 12 months back on the month number, found by its value and
   * not by counting rows: a missing month leaves a gap, never a wrong neighbour. Last year's end is
   * the last December before, if it is no more than 12 months back. Both are looked for in one pass
   * along the series, and no row is looked at twelve times.
   */
  private static Dataset<Row> withYearAgo(Dataset<Row> figures) {
    WindowSpec series = Window.partitionBy(SERIES).orderBy(col("month_index"));
    Column[] figure = {
      col("level"),
      col("level_decimals"),
      col("simulated_now"),
      col("released"),
      col("period_months")
    };
    Column isDecember = col("month_index").mod(12).equalTo(11);
    Column december = struct(col("month_index"), struct(figure).as("figure"));
    Column before =
        max(when(isDecember, december)).over(series.rangeBetween(Window.unboundedPreceding(), -1));
    return figures
        .select(
            col("*"),
            max(struct(figure)).over(series.rangeBetween(-12, -12)).as("earlier"),
            before.as("december"))
        .withColumn(
            "base_differs",
            coalesce(
                col("earlier.level")
                    .isNotNull()
                    .and(col("earlier.period_months").notEqual(col("period_months"))),
                lit(false)))
        .withColumn("ago", when(not(col("base_differs")), col("earlier")))
        .withColumn("level_year_ago", col("ago.level"))
        .withColumn("ago_simulated", col("ago.simulated_now"))
        .withColumn(
            "year_end",
            when(
                col("accumulation")
                    .equalTo("EOP")
                    .and(col("december.month_index").geq(col("month_index").minus(12))),
                col("december.figure")))
        .withColumn("level_last_year_end", col("year_end.level"))
        .withColumn(
            "is_simulated",
            col("simulated_now").or(usesSimulated("ago")).or(usesSimulated("year_end")))
        .withColumn("release_date", greatest(col("released"), col("ago.released")));
  }

  private static Column usesSimulated(String base) {
    Column used = col(base + ".level").isNotNull();
    return coalesce(col(base + ".simulated_now").and(used), lit(false));
  }

  private static Dataset<Row> withTwoYears(Dataset<Row> figures) {
    WindowSpec yearAgo =
        Window.partitionBy(SERIES).orderBy(col("month_index")).rangeBetween(-12, -12);
    return figures
        .withColumn("before", max(struct(col("growth.yoy_pct"), col("is_simulated"))).over(yearAgo))
        .withColumn(
            "two_year_average_pct",
            GrowthFunction.twoYearAverage(col("growth.yoy_pct"), col("before.yoy_pct")))
        .withColumn(
            "is_simulated",
            col("is_simulated")
                .or(
                    coalesce(
                        col("before.is_simulated").and(col("two_year_average_pct").isNotNull()),
                        lit(false))))
        .withColumn(
            "since_year_end_pct",
            when(
                col("kind").equalTo("stock"),
                GrowthFunction.computed(col("level"), col("level_last_year_end"))));
  }

  private static Dataset<Row> withParents(Dataset<Row> areas) {
    Dataset<Row> parents =
        areas.select(col("parent").as("ref_area"), lit(true).as("is_parent")).distinct();
    return areas
        .select("ref_area", "parent", "in_total")
        .join(broadcast(parents), seq("ref_area"), "left");
  }

  /** The parent's figures of a year ago, found in the group where it stands as the whole. */
  private static Dataset<Row> withContribution(Dataset<Row> figures) {
    Column whole =
        when(
            col("is_whole"),
            struct(
                col("level_year_ago").as("level_year_ago"),
                col("ago_simulated").as("simulated"),
                col("period_months").as("months")));
    Column sameMonths = col("of_parent.months").eqNullSafe(col("period_months"));
    return figures
        .withColumn("of_parent", max(whole).over(Siblings.groupAtOneTime()))
        .where(not(col("is_whole")))
        .withColumn("parent_level_year_ago", when(sameMonths, col("of_parent.level_year_ago")))
        .withColumn("parent_simulated", col("of_parent.simulated"))
        .withColumn(
            "contribution_pp",
            when(
                isAmount(),
                GrowthFunction.contribution(
                    col("level"), col("level_year_ago"), col("parent_level_year_ago"))))
        .withColumn(
            "contribution_by_published_pp",
            when(
                isAmount(),
                GrowthFunction.contributionByPublished(
                    col("level_year_ago"), col("yoy_published_pct"), col("parent_level_year_ago"))))
        .withColumn(
            "is_simulated",
            col("is_simulated")
                .or(
                    coalesce(
                        col("parent_simulated").and(col("contribution_pp").isNotNull()),
                        lit(false))));
  }

  private static scala.collection.immutable.Seq<String> seq(String name) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(name)).toSeq();
  }

  private static Column isAmount() {
    return col("kind").isin("flow", "stock");
  }
}
