package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.attainment.AttainmentTable;
import org.diaodu.attainment.DueChecks;
import org.diaodu.attainment.LandingTrialTable;
import org.diaodu.completeness.CompletenessTable;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.cube.AreaHierarchy;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.IndicatorDefinition;
import org.diaodu.dispatch.AssessmentTable;
import org.diaodu.dispatch.RectificationTable;
import org.diaodu.dispatch.TaskTable;
import org.diaodu.peergroup.CubeTable;
import org.diaodu.peergroup.PeerGroups;
import org.diaodu.reconciliation.ReconciledTable;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.revisions.RevisionSummaryTable;
import org.diaodu.revisions.RevisionTable;

/** Every table of statistics as known on one day, with what a pack says of areas and indicators. */
public final class PackStatistics {
  private final SparkSession spark;
  private final RegionPack pack;
  private final LocalDate asOf;
  private DueChecks checks;

  public PackStatistics(SparkSession spark, RegionPack pack, LocalDate asOf) {
    this.spark = spark;
    this.pack = pack;
    this.asOf = asOf;
  }

  /** Observations put together by peer group; as many as there may be, or few. */
  public CubeTables linedUp(Dataset<Row> observations, boolean areMany) {
    Cubes cubes = cubes();
    return new CubeTables(spark, cubes, PeerGroups.figures(observations, cubes, asOf), areMany);
  }

  public Dataset<Row> growth(CubeTables figures) {
    return figures.rows(CubeTable.growth(asOf));
  }

  public Dataset<Row> capitalShare(CubeTables figures) {
    return figures.rows(CubeTable.capitalShare(pack.totalArea(), pack.capitalArea(), asOf));
  }

  public Dataset<Row> areaShares(CubeTables figures) {
    return figures.rows(CubeTable.areaShares(asOf));
  }

  public Dataset<Row> additivity(CubeTables figures) {
    return figures.rows(CubeTable.additivity(asOf));
  }

  public Dataset<Row> reconciled(Dataset<Row> growth) {
    Object[] opted = pack.policy().reconciledToTotal().toArray();
    return ReconciledTable.of(
        growth, areas(), indicators().where(col("indicator").isin(opted)), asOf);
  }

  /**
   * Every check that is due, and what each dispatch before looked at, as known then.
   *
   * @param progress rows of {@code statistics.progress}
   */
  public Dataset<Row> judged(Dataset<Row> observations, Dataset<Row> progress) {
    return AttainmentTable.judged(
        checks().aboutRectifications(false), observations, progress, areas());
  }

  /** What is due on the day alone; without the targets about rectifications. */
  public Dataset<Row> lights(Dataset<Row> observations, Dataset<Row> progress) {
    DueChecks due = PlanOnADay.due(spark, pack, asOf).aboutRectifications(false);
    return AttainmentTable.of(AttainmentTable.judged(due, observations, progress, areas()), due);
  }

  public Dataset<Row> rectifications(Dataset<Row> judged, Dataset<Row> progress) {
    return RectificationTable.of(judged, progress, reference(Table.TARGETS), pack.policy(), asOf);
  }

  /**
   * The rows of {@code statistics.attainment}: what was judged, and the targets about
   * rectifications, which are counted here.
   */
  public Dataset<Row> attainment(
      Dataset<Row> judged, Dataset<Row> rectifications, Dataset<Row> observations) {
    DueChecks checks = checks();
    boolean any =
        pack.distinctTargets().stream()
            .anyMatch(t -> t.kind() == Target.Kind.overdue_rectifications);
    if (!any) {
      return AttainmentTable.of(judged, checks);
    }
    DueChecks about = checks.aboutRectifications(true);
    Dataset<Row> counted =
        AttainmentTable.judged(
            about,
            observations.where(lit(false)),
            AttainmentTable.overdueRectifications(checks, rectifications),
            areas());
    return AttainmentTable.of(judged, checks).unionByName(AttainmentTable.of(counted, about));
  }

  public Dataset<Row> assessments(Dataset<Row> attainment, Dataset<Row> rectifications) {
    return AssessmentTable.of(
        attainment,
        rectifications,
        reference(Table.TARGETS),
        reference(Table.TASKS),
        areas(),
        pack.totalArea(),
        pack.policy(),
        asOf);
  }

  public Dataset<Row> taskStatus(Dataset<Row> attainment, Dataset<Row> progress) {
    return TaskTable.of(
        reference(Table.TASKS), reference(Table.TARGETS), attainment, progress, asOf);
  }

  public Dataset<Row> landingTrials(Dataset<Row> observations) {
    Object[] tried =
        pack.distinctTargets().stream()
            .filter(
                t ->
                    t.kind() == Target.Kind.growth_yoy
                        || t.kind() == Target.Kind.increment
                        || t.kind() == Target.Kind.count_of_areas)
            .map(Target::indicator)
            .distinct()
            .toArray();
    return LandingTrialTable.of(
        observations,
        indicators().where(col("indicator").isin(tried)),
        pack.policy().landing(),
        asOf);
  }

  private DueChecks checks() {
    if (checks == null) {
      checks = PlanOnADay.sinceTheBeginning(spark, pack, asOf);
    }
    return checks;
  }

  public Dataset<Row> revisions(Dataset<Row> observations) {
    return RevisionTable.of(observations, asOf);
  }

  public Dataset<Row> valuesOfSeries(Dataset<Row> observations) {
    return RevisionSummaryTable.values(observations, asOf);
  }

  public Dataset<Row> revisionSummary(Dataset<Row> values, Dataset<Row> revisions) {
    return RevisionSummaryTable.of(values, revisions, asOf);
  }

  public Dataset<Row> completeness(Dataset<Row> observations) {
    List<Row> calendar = pack.calendar().stream().map(CompletenessTable::row).toList();
    return CompletenessTable.of(
        spark.createDataFrame(calendar, CompletenessTable.CALENDAR),
        observations,
        areas(),
        pack.totalArea(),
        asOf);
  }

  /** What the pack says of indicators and areas. */
  private Cubes cubes() {
    return new Cubes(
        pack.indicators().stream().map(PackStatistics::definition).toList(),
        new AreaHierarchy(pack.areas().stream().map(PackStatistics::place).toList()));
  }

  private static IndicatorDefinition definition(Indicator indicator) {
    return new IndicatorDefinition(
        indicator.indicator(),
        indicator.kind(),
        indicator.growthSource(),
        indicator.better(),
        indicator.additive(),
        indicator.decimals());
  }

  private static AreaHierarchy.Place place(Area area) {
    return new AreaHierarchy.Place(
        area.refArea(), area.parent().isEmpty() ? null : area.parent(), area.inTotal());
  }

  private Dataset<Row> areas() {
    return reference(Table.AREAS).select("ref_area", "parent", "in_total");
  }

  private Dataset<Row> indicators() {
    return reference(Table.INDICATORS);
  }

  private Dataset<Row> reference(Table table) {
    return spark.createDataFrame(
        new ReferenceRows(pack).of(table), ContractReader.read(table).struct());
  }
}
