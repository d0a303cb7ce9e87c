package org.diaodu.share;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.diaodu.domain.NotComputed;

/** Every area's share of its parent, for every additive indicator and period. */
public final class AreaShareTable {
  private AreaShareTable() {}

  /**
   * The rows of {@code statistics.area_shares}. An overlapping area has a share of its own and is
   * in no sum.
   *
   * @param growth rows of {@code statistics.growth}, of which {@code level, flag, provenance} are
   *     used
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, additive}
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators, LocalDate asOf) {
    return withYearAgo(Wholes.withWhole(growth, areas, indicators))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("parent"),
            col("in_total"),
            col("level"),
            col("total_level"),
            col("denominator"),
            col("share_pct"),
            col("ago.share_pct").as("share_year_ago_pct"),
            ShareFunction.change().as("change_pp"),
            col("flag"),
            when(
                    col("provenance")
                        .equalTo("simulated")
                        .or(coalesce(col("whole_simulated"), lit(false))),
                    "simulated")
                .otherwise("official")
                .as("provenance"),
            whyNoShare().as("not_computed_because"),
            ShareFunction.whyNoChange(whyNoShare()).as("change_not_computed_because"),
            lit(asOf).as("as_of"));
  }

  private static Dataset<Row> withYearAgo(Dataset<Row> shares) {
    WindowSpec yearAgo =
        // The parent goes with its area; named here it says that the rows are together already.
        Window.partitionBy("indicator", "freq", "accumulation", "parent", "ref_area")
            .orderBy(col("month_index"))
            .rangeBetween(-12, -12);
    return shares
        .withColumn("share_pct", ShareFunction.percent(col("level"), col("total_level")))
        .withColumn("ago", max(struct(col("share_pct"), col("denominator"))).over(yearAgo));
  }

  private static Column whyNoShare() {
    return when(col("share_pct").isNotNull(), lit(null))
        .when(col("level").isNull(), NotComputed.no_observation.name())
        .when(col("total_level").isNull(), NotComputed.no_total.name())
        .otherwise(NotComputed.non_positive_base.name());
  }
}
