package org.diaodu.share;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.diaodu.column.MonthIndex;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Share;

/** The capital's share of the total, for every additive indicator and period. */
public final class CapitalShareTable {
  private CapitalShareTable() {}

  /**
   * The rows of {@code statistics.capital_share}.
   *
   * @param growth rows of {@code statistics.growth}, of which {@code level, period_months, flag,
   *     provenance} are used
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, additive}
   * @param totalArea code of the area that is the whole
   * @param capitalArea code of the capital
   * @param areasInTotal how many areas add up to the whole; their sum is a total only with all of
   *     them
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> growth,
      Dataset<Row> areas,
      Dataset<Row> indicators,
      String totalArea,
      String capitalArea,
      int areasInTotal,
      LocalDate asOf) {
    Column isCapital = col("ref_area").equalTo(capitalArea);
    Column isTotal = col("ref_area").equalTo(totalArea);
    Column isPart = col("in_total").and(col("parent").equalTo(totalArea));
    Dataset<Row> totals =
        Wholes.comparable(growth)
            .join(indicators.where("additive").select("indicator"), "indicator")
            .join(areas.select("ref_area", "parent", "in_total"), "ref_area")
            .where(isTotal.or(coalesce(isPart, lit(false))))
            .groupBy("indicator", "freq", "accumulation", "time_period")
            .agg(
                max(when(isCapital, col("level"))).as("capital_level"),
                max(when(isTotal, col("level"))).as("published_total"),
                sum(when(isPart, col("level"))).cast("decimal(18,6)").as("parts"),
                count(when(isPart, col("level"))).cast("int").as("areas_counted"),
                max(when(isCapital.or(isTotal), col("flag"))).as("flag"),
                max(col("provenance")).as("provenance"))
            .withColumn("areas_sum", when(col("areas_counted").equalTo(areasInTotal), col("parts")))
            .withColumn("total_level", coalesce(col("published_total"), col("areas_sum")))
            .withColumn(
                "denominator",
                when(col("published_total").isNotNull(), Share.Denominator.published_total.name())
                    .when(col("areas_sum").isNotNull(), Share.Denominator.sum_of_areas.name()))
            .withColumn(
                "share_pct", ShareFunction.percent(col("capital_level"), col("total_level")));
    return withYearAgo(totals)
        .select(
            col("indicator"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            lit(capitalArea).as("capital_area"),
            col("capital_level"),
            col("total_level"),
            col("denominator"),
            col("share_pct"),
            col("ago.share_pct").as("share_year_ago_pct"),
            ShareFunction.change().as("change_pp"),
            col("areas_sum"),
            col("published_total").minus(col("areas_sum")).cast("decimal(18,6)").as("residual"),
            col("areas_counted"),
            col("flag"),
            col("provenance"),
            whyNoShare().as("not_computed_because"),
            ShareFunction.whyNoChange(whyNoShare()).as("change_not_computed_because"),
            lit(asOf).as("as_of"));
  }

  private static Dataset<Row> withYearAgo(Dataset<Row> totals) {
    WindowSpec yearAgo =
        Window.partitionBy("indicator", "freq", "accumulation")
            .orderBy(col("month_index"))
            .rangeBetween(-12, -12);
    return totals
        .withColumn("month_index", MonthIndex.of(col("time_period")))
        .withColumn("ago", max(struct(col("share_pct"), col("denominator"))).over(yearAgo));
  }

  private static Column whyNoShare() {
    return when(col("share_pct").isNotNull(), lit(null))
        .when(col("capital_level").isNull(), NotComputed.no_capital.name())
        .when(col("total_level").isNull(), NotComputed.no_total.name())
        .otherwise(NotComputed.non_positive_base.name());
  }
}
