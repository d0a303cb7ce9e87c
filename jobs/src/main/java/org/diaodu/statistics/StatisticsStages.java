package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.operation.Stages;
import org.diaodu.region.RegionPack;
import org.diaodu.revisions.RevisionSummaryTable;
import org.diaodu.table.ComputedRows;
import org.diaodu.table.Fingerprint;
import org.diaodu.table.IndicatorPeriods;
import org.diaodu.table.Manifest;
import org.diaodu.table.Program;
import org.diaodu.table.Together;
import org.diaodu.table.Warehouse;

/**
 * Growth, capital share and attainment from the observations. Nothing is computed where neither the
 * observations, the pack, the program nor the day changed since what was last published, nor what
 * rests on figures alone where none of them is known otherwise; and no table is written whose
 * content came out the same. Of large tables only those periods of an indicator are computed and
 * written that follow from a figure that is.
 */
public final class StatisticsStages {
  private static final List<Table> INPUTS_AND_RESULTS =
      List.of(
          Table.OBSERVATIONS,
          Table.GROWTH,
          Table.CAPITAL_SHARE,
          Table.AREA_SHARES,
          Table.ADDITIVITY,
          Table.RECONCILED,
          Table.PROGRESS,
          Table.ATTAINMENT,
          Table.RECTIFICATIONS,
          Table.ASSESSMENTS,
          Table.TASK_STATUS,
          Table.LANDING_TRIALS,
          Table.REVISIONS,
          Table.REVISION_SUMMARY,
          Table.COMPLETENESS);

  /** Columns that say how a row came about, and not what it says. */
  private static final Set<String> BESIDES = Set.of("as_of");

  private final Warehouse warehouse;
  private final RegionPack pack;
  private final LocalDate asOf;
  private final Optional<Manifest> published;
  private final PackStatistics statistics;
  private final BooleanSupplier large;
  private final Checkpoints checkpoints;
  private Boolean unchanged;
  private Optional<Dataset<Row>> knownOtherwise;
  private Optional<WantedPeriods> touched;
  private final Map<WantedPeriods, CubeTables> linedUp = new HashMap<>();
  private final Map<String, String> fingerprints = new ConcurrentSkipListMap<>();

  public StatisticsStages(
      SparkSession spark,
      Warehouse warehouse,
      RegionPack pack,
      LocalDate asOf,
      Optional<Manifest> published,
      BooleanSupplier large,
      Checkpoints checkpoints) {
    this.large = large;
    this.checkpoints = checkpoints;
    this.warehouse = warehouse;
    this.pack = pack;
    this.asOf = asOf;
    this.published = published;
    this.statistics = new PackStatistics(spark, pack, asOf);
    published.ifPresent(m -> fingerprints.putAll(m.fingerprints()));
  }

  /** Content of each computed table as it now is. */
  public Map<String, String> fingerprints() {
    return fingerprints;
  }

  public Stages.Written growth() {
    return byPeriods(Table.GROWTH, wanted -> wanted.growth(statistics, linedUp(wanted)));
  }

  public Stages.Written capitalShare() {
    return byPeriods(
        Table.CAPITAL_SHARE, wanted -> wanted.capitalShare(statistics, linedUp(wanted)));
  }

  /**
   * Targets, what follows from their lights, and who answers for it. Checkpoints and not caches:
   * two threads that fill caches of which one rests on the other wait for each other for ever.
   */
  public Stages.Written attainment() {
    if (nothingChanged()) {
      return unchanged(Table.ATTAINMENT);
    }
    Dataset<Row> judged = checkpoints.of(statistics.judged(observations(), progress()));
    Dataset<Row> problems = checkpoints.of(statistics.rectifications(judged, progress()));
    Dataset<Row> attainment =
        checkpoints.of(statistics.attainment(judged, problems, observations()));
    return together(
        List.of(
            () -> computed(Table.ATTAINMENT, () -> attainment),
            () -> computed(Table.RECTIFICATIONS, () -> problems),
            () -> computed(Table.ASSESSMENTS, () -> statistics.assessments(attainment, problems)),
            () ->
                computed(Table.TASK_STATUS, () -> statistics.taskStatus(attainment, progress()))));
  }

  /** What follows from the figures beside growth; the tables do not depend on each other. */
  public Stages.Written other() {
    return together(
        List.of(
            () -> computed(Table.LANDING_TRIALS, () -> statistics.landingTrials(observations())),
            () ->
                byPeriods(
                    Table.AREA_SHARES, wanted -> wanted.areaShares(statistics, linedUp(wanted))),
            () ->
                byPeriods(
                    Table.ADDITIVITY, wanted -> wanted.additivity(statistics, linedUp(wanted))),
            () -> byFigures(Table.RECONCILED, () -> statistics.reconciled(growthTable())),
            this::revisions,
            () -> computed(Table.COMPLETENESS, () -> statistics.completeness(observations()))));
  }

  /** Every vintage of what was revised, and from it how much is revised in each series. */
  private Stages.Written revisions() {
    Supplier<Dataset<Row>> values = values();
    Stages.Written triangle =
        byPeriods(Table.REVISIONS, wanted -> wanted.revisions(statistics, observations()));
    Stages.Written summary =
        byFigures(
            Table.REVISION_SUMMARY,
            () -> statistics.revisionSummary(values.get(), warehouse.read(Table.REVISIONS)));
    return all(List.of(triangle, summary));
  }

  /**
   * How many values each series has: of many figures what the published tables say, and what has
   * come since; as of an earlier day, all are counted. To be asked before these tables are written.
   */
  private Supplier<Dataset<Row>> values() {
    Optional<Manifest> before =
        published
            .filter(m -> large.getAsBoolean() && !asOf.isBefore(m.asOf()))
            .filter(m -> isAsPublished(m, Table.REVISIONS))
            .filter(m -> isAsPublished(m, Table.REVISION_SUMMARY));
    return () ->
        before
            .flatMap(
                m ->
                    knownOtherwise()
                        .map(
                            figures ->
                                RevisionSummaryTable.valuesSince(
                                    publishedAs(m, Table.REVISION_SUMMARY),
                                    publishedAs(m, Table.REVISIONS),
                                    figures)))
            .orElseGet(() -> statistics.valuesOfSeries(observations()));
  }

  private Dataset<Row> publishedAs(Manifest manifest, Table table) {
    return warehouse.read(table, manifest.versions().get(table.fullName()));
  }

  private static Stages.Written together(List<Callable<Stages.Written>> tables) {
    return all(Together.run(tables));
  }

  private static Stages.Written all(List<Stages.Written> written) {
    Map<Table, Long> rows = new EnumMap<>(Table.class);
    written.forEach(w -> rows.putAll(w.rows()));
    return new Stages.Written(rows, OptionalLong.empty());
  }

  private Dataset<Row> observations() {
    return warehouse.read(Table.OBSERVATIONS);
  }

  private Dataset<Row> progress() {
    return warehouse.read(Table.PROGRESS);
  }

  private Dataset<Row> growthTable() {
    return warehouse.read(Table.GROWTH);
  }

  /** A table whose rows rest on figures of their own period and some before it. */
  private Stages.Written byPeriods(Table table, Function<WantedPeriods, Dataset<Row>> rows) {
    WantedPeriods wanted = wanted(table);
    if (!large.getAsBoolean() || wanted.areNone()) {
      return byFigures(table, () -> rows.apply(WantedPeriods.all()));
    }
    if (wanted.areAll()) {
      Fingerprint all = warehouse.replace(table, rows.apply(wanted), BESIDES);
      return written(table, all.text(), all.rows());
    }
    IndicatorPeriods periods = wanted.periods();
    Fingerprint before = warehouse.content(table, periods, BESIDES);
    Fingerprint after = warehouse.replace(table, periods, rows.apply(wanted), BESIDES);
    String content = Fingerprint.replaced(fingerprints.get(table.fullName()), before, after);
    return written(table, content, after.rows());
  }

  /** A table that rests on figures, however old, and on nothing else. */
  private Stages.Written byFigures(Table table, Supplier<Dataset<Row>> rows) {
    return wanted(table).areNone() ? unchanged(table) : computed(table, rows);
  }

  private Stages.Written unchanged(Table table) {
    return Stages.Written.rows(table, 0, warehouse.version(table));
  }

  private Stages.Written written(Table table, String content, long rows) {
    fingerprints.put(table.fullName(), content);
    return Stages.Written.rows(table, rows, warehouse.version(table));
  }

  /** The periods of a table that are no longer what they were published as. */
  private WantedPeriods wanted(Table table) {
    if (nothingChanged()) {
      return WantedPeriods.restingOn(IndicatorPeriods.none(), IndicatorPeriods.none());
    }
    return published.filter(m -> isAsPublished(m, table)).isPresent()
        ? touched().orElseGet(WantedPeriods::all)
        : WantedPeriods.all();
  }

  /** Asked once. A small night computes all periods as soon as there is a new figure. */
  private synchronized Optional<WantedPeriods> touched() {
    if (touched == null) {
      touched =
          knownOtherwise()
              .map(IndicatorPeriods::of)
              .map(
                  periods ->
                      WantedPeriods.restingOn(
                          periods, periods.isEmpty() ? periods : everMarkedAsBreaks()));
    }
    return touched;
  }

  private IndicatorPeriods everMarkedAsBreaks() {
    return IndicatorPeriods.of(
        observations().where(col("obs_status").equalTo(ObservationStatus.B.name())));
  }

  /** The observations of all periods, or of those that are needed, each put together once. */
  private synchronized CubeTables linedUp(WantedPeriods wanted) {
    return linedUp.computeIfAbsent(
        wanted, of -> of.linedUp(statistics, observations(), large.getAsBoolean()));
  }

  private synchronized Optional<Dataset<Row>> knownOtherwise() {
    if (knownOtherwise == null) {
      knownOtherwise =
          published
              .filter(m -> large.getAsBoolean() || isAsPublished(m, Table.OBSERVATIONS))
              .flatMap(m -> KnownOtherwise.since(m, warehouse, pack, asOf));
    }
    return knownOtherwise;
  }

  private Stages.Written computed(Table table, Supplier<Dataset<Row>> rows) {
    if (nothingChanged()) {
      return unchanged(table);
    }
    try (ComputedRows result = warehouse.compute(table, rows.get(), BESIDES)) {
      Fingerprint fingerprint = result.fingerprint();
      boolean same =
          fingerprint.text().equals(fingerprints.get(table.fullName()))
              && published.filter(m -> isAsPublished(m, table)).isPresent();
      if (same) {
        return unchanged(table);
      }
      warehouse.replace(result);
      return written(table, fingerprint.text(), fingerprint.rows());
    }
  }

  /** Asked once, before anything is written: each answer costs a look at every table's log. */
  private synchronized boolean nothingChanged() {
    if (unchanged == null) {
      unchanged =
          published
              .filter(m -> m.packId().equals(pack.packId()))
              .filter(m -> m.program().equals(Program.id()))
              .filter(m -> m.asOf().equals(asOf))
              .filter(m -> INPUTS_AND_RESULTS.stream().allMatch(t -> isAsPublished(m, t)))
              .isPresent();
    }
    return unchanged;
  }

  private boolean isAsPublished(Manifest manifest, Table table) {
    Long version = manifest.versions().get(table.fullName());
    return version != null && version == warehouse.version(table);
  }
}
