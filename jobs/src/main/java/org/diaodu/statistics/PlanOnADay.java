package org.diaodu.statistics;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.diaodu.attainment.DueChecks;
import org.diaodu.attainment.PlannedCheck;
import org.diaodu.attainment.PlannedChecks;
import org.diaodu.region.RegionPack;

/** What a plan asks for on a day, as tables. */
public final class PlanOnADay {
  private PlanOnADay() {}

  /** What is due on a day, as known then. */
  public static DueChecks due(SparkSession spark, RegionPack pack, LocalDate asOf) {
    return of(spark, pack, asOf, PlannedCheck.due(pack, asOf));
  }

  /** The same, and what each dispatch up to that day looked at, as known then. */
  public static DueChecks sinceTheBeginning(SparkSession spark, RegionPack pack, LocalDate asOf) {
    return of(spark, pack, asOf, PlannedCheck.sinceTheBeginning(pack, asOf));
  }

  private static DueChecks of(
      SparkSession spark, RegionPack pack, LocalDate asOf, List<PlannedCheck> checks) {
    return new DueChecks(
        spark.createDataFrame(PlannedChecks.rows(pack, checks), PlannedChecks.SCHEMA),
        spark.createDataFrame(PlannedChecks.wanted(pack, checks), PlannedChecks.WANTED),
        pack.totalArea(),
        pack.capitalArea(),
        pack.areasInTotal().size(),
        pack.planYear(),
        pack.policy(),
        asOf);
  }
}
