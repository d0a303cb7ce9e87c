package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;
import static org.diaodu.contract.Table.ADDITIVITY;
import static org.diaodu.contract.Table.AREA_SHARES;
import static org.diaodu.contract.Table.ASSESSMENTS;
import static org.diaodu.contract.Table.ATTAINMENT;
import static org.diaodu.contract.Table.CAPITAL_SHARE;
import static org.diaodu.contract.Table.COMPLETENESS;
import static org.diaodu.contract.Table.GROWTH;
import static org.diaodu.contract.Table.LANDING_TRIALS;
import static org.diaodu.contract.Table.OBSERVATIONS;
import static org.diaodu.contract.Table.OWED;
import static org.diaodu.contract.Table.PROGRESS;
import static org.diaodu.contract.Table.RECONCILED;
import static org.diaodu.contract.Table.RECTIFICATIONS;
import static org.diaodu.contract.Table.REVISIONS;
import static org.diaodu.contract.Table.REVISION_SUMMARY;
import static org.diaodu.contract.Table.SUPPRESSIONS;
import static org.diaodu.contract.Table.TASK_STATUS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.attainment.AttainmentRow;
import org.diaodu.attainment.LandingTrialRow;
import org.diaodu.attainment.LandingTrials;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.cube.Cubes;
import org.diaodu.dispatch.AssessmentRow;
import org.diaodu.dispatch.AssessmentRows;
import org.diaodu.dispatch.OwedFigure;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.dispatch.TaskStatusRow;
import org.diaodu.dispatch.TaskStatusRows;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Completeness;
import org.diaodu.peergroup.CubeTable;
import org.diaodu.reconciliation.ReconciledRow;
import org.diaodu.reconciliation.ReconciledRows;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.revisions.RevisionRow;

/** Every computed table, each declared once. */
public final class StatisticTables {
  /** All of them; the order says nothing. */
  public static final List<StatisticTable> ALL =
      List.of(
          StatisticTable.of(
              SUPPRESSIONS,
              List.of(OBSERVATIONS),
              Reach.ANY_ROW,
              in -> in.of(SuppressionRow.class, in.suppressions())),
          StatisticTable.of(
              GROWTH,
              List.of(OBSERVATIONS),
              Reach.ALONG_THE_SERIES,
              in -> in.ofCubes(CubeTable.growth(in.asOf()))),
          StatisticTable.of(
              CAPITAL_SHARE,
              List.of(OBSERVATIONS),
              Reach.ALONG_THE_SERIES,
              in -> in.ofCubes(capitalShare(in))),
          StatisticTable.of(
              AREA_SHARES,
              List.of(OBSERVATIONS),
              Reach.ALONG_THE_SERIES,
              in -> in.ofCubes(CubeTable.areaShares(in.asOf()))),
          StatisticTable.of(
              ADDITIVITY,
              List.of(OBSERVATIONS),
              Reach.ALONG_THE_SERIES,
              in -> in.ofCubes(CubeTable.additivity(in.asOf()))),
          StatisticTable.of(
              RECONCILED,
              List.of(OBSERVATIONS),
              Reach.ANY_ROW,
              in ->
                  in.ofCubes(
                      reconciled(
                          in.pack().policies().on(in.asOf()).reconciledToTotal(), in.asOf()))),
          StatisticTable.of(
              REVISIONS,
              List.of(OBSERVATIONS),
              Reach.ITS_PERIOD,
              in -> in.ofGroups(RevisionRow.class, RevisionGroups.byFigure(in.asOf()))),
          StatisticTable.of(
              REVISION_SUMMARY,
              List.of(OBSERVATIONS, REVISIONS),
              Reach.ANY_ROW,
              RevisionGroups::summary),
          StatisticTable.of(
              LANDING_TRIALS,
              List.of(OBSERVATIONS),
              Reach.ANY_ROW,
              in -> in.ofGroups(LandingTrialRow.class, landingTrials(in))),
          StatisticTable.of(
              COMPLETENESS, List.of(OBSERVATIONS), Reach.EVERY_DAY, CalendarGroups::completeness),
          StatisticTable.of(
              OWED,
              List.of(OBSERVATIONS, PROGRESS, RECTIFICATIONS),
              Reach.EVERY_DAY,
              OwedGroups::owed),
          StatisticTable.of(
              RECTIFICATIONS,
              List.of(OBSERVATIONS, PROGRESS),
              Reach.EVERY_DAY,
              in -> in.of(RectificationRow.class, in.plan().rectifications())),
          StatisticTable.of(
              ATTAINMENT,
              List.of(OBSERVATIONS, PROGRESS, RECTIFICATIONS),
              Reach.EVERY_DAY,
              in -> in.of(AttainmentRow.class, in.plan().attainment())),
          StatisticTable.of(
              ASSESSMENTS,
              List.of(ATTAINMENT, RECTIFICATIONS, COMPLETENESS),
              Reach.EVERY_DAY,
              in -> in.of(AssessmentRow.class, assessments(in))),
          StatisticTable.of(
              TASK_STATUS,
              List.of(ATTAINMENT, PROGRESS),
              Reach.EVERY_DAY,
              in ->
                  in.of(
                      TaskStatusRow.class,
                      TaskStatusRows.of(
                          in.pack().allTasks(),
                          in.pack().allTargets(),
                          in.newestLights(),
                          in.reports(),
                          in.asOf()))));

  private StatisticTables() {}

  /** The declaration of a table; empty where it is not computed. */
  public static Optional<StatisticTable> of(Table table) {
    return ALL.stream().filter(of -> of.table() == table).findFirst();
  }

  /**
   * All of them in groups: what a group reads was computed before it, and within a group no table
   * reads another.
   *
   * @throws IllegalStateException where tables read each other in a circle
   */
  public static List<List<StatisticTable>> inOrder() {
    List<List<StatisticTable>> groups = new ArrayList<>();
    List<StatisticTable> left = new ArrayList<>(ALL);
    while (!left.isEmpty()) {
      Set<Table> open = left.stream().map(StatisticTable::table).collect(Collectors.toSet());
      List<StatisticTable> next =
          left.stream().filter(of -> of.reads().stream().noneMatch(open::contains)).toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("Cannot order tables that read each other: " + open);
      }
      groups.add(next);
      left.removeAll(next);
    }
    return groups;
  }

  /** What is computed, and what that is computed from. */
  public static Set<Table> resultsAndInputs() {
    return ALL.stream()
        .flatMap(of -> Stream.concat(of.reads().stream(), Stream.of(of.table())))
        .collect(Collectors.toSet());
  }

  private static FigureGroups<KnownFigure, LandingTrialRow> landingTrials(Inputs in) {
    Cubes cubes = in.cubes();
    Policy.Landing policy = in.pack().policies().on(in.asOf()).landing();
    LocalDate asOf = in.asOf();
    Set<String> tried = LandingTrials.indicators(in.pack());
    return new FigureGroups<>(
        KnownFigure.class,
        tried,
        List.of("indicator", "freq", "ref_area"),
        figure -> List.of(figure.indicator(), figure.freq(), figure.refArea()),
        series -> {
          String indicator = series.get(0).indicator();
          return tried.contains(indicator)
              ? LandingTrials.of(
                  cubes.indicator(indicator),
                  series.stream().map(KnownFigure::observation).toList(),
                  Accumulation.YTD,
                  policy,
                  asOf)
              : List.of();
        });
  }

  private static List<AssessmentRow> assessments(Inputs in) {
    RegionPack pack = in.pack().assessedOn(in.asOf());
    Set<String> assessed =
        pack.targets().stream().map(Target::targetId).collect(Collectors.toSet());
    return AssessmentRows.of(
        in.newestLights().stream().filter(light -> assessed.contains(light.targetId())).toList(),
        owedForTooLong(in),
        in.rectifications(),
        pack.allTargets(),
        pack.tasks(),
        pack.areas(),
        pack.totalArea(),
        pack.policies().on(in.asOf()),
        in.asOf());
  }

  private static Set<OwedFigure> owedForTooLong(Inputs in) {
    return in
        .rows(COMPLETENESS)
        .where(
            col("status")
                .equalTo(Completeness.Status.missing.name())
                .and(
                    col("days_late")
                        .gt(in.pack().policies().on(in.asOf()).assessment().silenceAfter())))
        .select("indicator", "ref_area")
        .collectAsList()
        .stream()
        .map(row -> new OwedFigure(row.getString(0), row.getString(1)))
        .collect(Collectors.toSet());
  }

  private static CubeTable<?> reconciled(Set<String> indicators, LocalDate asOf) {
    return new CubeTable<>(
        RECONCILED,
        cube -> ReconciledRows.of(cube, indicators, asOf),
        RowCodec.of(RECONCILED, ReconciledRow.class));
  }

  private static CubeTable<?> capitalShare(Inputs in) {
    RegionPack pack = in.pack();
    return CubeTable.capitalShare(pack.totalArea(), pack.capitalArea(), in.asOf());
  }
}
