package org.diaodu.attainment;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.region.Policy;

/** {@link LandingTrial} over every series of an indicator that targets are set for. */
public final class LandingTrialTable {
  private LandingTrialTable() {}

  /**
   * The rows of {@code statistics.landing_trials}.
   *
   * @param observations rows of {@code statistics.observations}
   * @param indicators {@code indicator, kind, growth_source}: those to be tried
   * @param policy how full-year values are estimated
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> observations, Dataset<Row> indicators, Policy.Landing policy, LocalDate asOf) {
    return observations
        .where(col("release_date").leq(lit(asOf)).and(col("accumulation").equalTo("YTD")))
        .join(broadcast(indicators.select("indicator", "kind", "growth_source")), "indicator")
        .groupBy("indicator", "kind", "growth_source", "ref_area", "freq", "accumulation")
        .agg(SeriesFunction.vintages().as("vintages"))
        .withColumn("trial", explode(SeriesFunction.trials(policy, asOf)))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("trial.*"),
            lit(asOf).as("as_of"));
  }
}
