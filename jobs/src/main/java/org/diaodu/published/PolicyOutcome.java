package org.diaodu.published;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.diaodu.attainment.AttainmentRow;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.dispatch.AssessmentRow;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.domain.Light;
import org.diaodu.domain.Score;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.StatisticTables;

/**
 * What a policy makes of the figures that are published.
 *
 * @param lights of one period
 * @param problems that were ever handed over
 * @param assessments of areas and units
 */
public record PolicyOutcome(
    List<AttainmentRow> lights, List<RectificationRow> problems, List<AssessmentRow> assessments) {

  /**
   * Computed from the tables as published.
   *
   * @param pack with the policy
   * @param period of the lights
   */
  public static PolicyOutcome of(
      SparkSession spark, PublishedTables tables, RegionPack pack, TimePeriod period) {
    KnownOnADay known = new KnownOnADay(spark, pack, tables.asOf(), tables::read, false);
    return new PolicyOutcome(
        rows(known, Table.ATTAINMENT, AttainmentRow.class).stream()
            .filter(row -> row.timePeriod().equals(period))
            .toList(),
        rows(known, Table.RECTIFICATIONS, RectificationRow.class),
        rows(known, Table.ASSESSMENTS, AssessmentRow.class));
  }

  private static <R extends Record> List<R> rows(KnownOnADay known, Table table, Class<R> type) {
    RowCodec<R> codec = RowCodec.of(table, type);
    return StatisticTables.of(table)
        .orElseThrow()
        .rows(known)
        .in(known.spark(), table)
        .collectAsList()
        .stream()
        .map(codec::record)
        .toList();
  }

  /** How many lights have a colour. */
  public long lights(Light light) {
    return lights.stream().filter(row -> row.light() == light).count();
  }

  /** How many areas and units are found so. */
  public long found(Score.Finding finding) {
    return assessments.stream().filter(row -> row.finding() == finding).count();
  }
}
