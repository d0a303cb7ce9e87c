package org.diaodu.night;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.lock.RunLock;
import org.diaodu.lock.WarehouseInUseException;
import org.diaodu.operation.Lineage;
import org.diaodu.operation.Progress;
import org.diaodu.operation.StageResult;
import org.diaodu.operation.Stages;
import org.diaodu.region.PackFault;
import org.diaodu.region.PackReader;
import org.diaodu.region.PolicyChanges;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.Checkpoints;
import org.diaodu.statistics.ReferenceRows;
import org.diaodu.statistics.StoredPolicies;
import org.diaodu.statistics.TableRefresh;
import org.diaodu.table.ChangedAfterwardsException;
import org.diaodu.table.ClockSetBackException;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.OtherRegionException;
import org.diaodu.table.Program;
import org.diaodu.table.StoredPicture;
import org.diaodu.table.Together;
import org.diaodu.table.Warehouse;
import org.slf4j.MDC;

/**
 * One night, top to bottom: files → observations → computed tables → bulletin, and then, in one
 * step, published. A run that fails publishes nothing; the next one takes up where it ended.
 */
public final class NightlyRun {
  private static final int STAGES = 6;
  private static final String STATISTICS = "statistics";

  private final SparkSession spark;
  private final NightlySettings settings;
  private final RegionPack pack;
  private final Warehouse warehouse;
  private final Manifests manifests;
  private final Instant startedAt;
  private final String runId;
  private final Progress progress;
  private final Stages stages;
  private final RunLog log;

  private NightlyRun(SparkSession spark, NightlySettings settings, Progress progress) {
    this.spark = spark;
    this.settings = settings;
    this.progress = progress;
    this.pack = PackReader.read(settings.region());
    this.warehouse = Warehouse.locked(spark, settings.warehouse());
    this.manifests =
        new Manifests(spark.sparkContext().hadoopConfiguration(), settings.warehouse());
    this.startedAt = settings.clock().instant();
    this.runId = startedAt.toString().replaceAll("[-:]|\\..*", "") + "-" + shortId();
    this.stages = new Stages(settings.clock(), progress, STAGES);
    this.log =
        new RunLog(
            spark.sparkContext().hadoopConfiguration(),
            settings.warehouse(),
            runId,
            pack,
            startedAt);
  }

  /**
   * Runs the night.
   *
   * @throws org.diaodu.region.InvalidPackException where the pack has a fault
   * @throws WarehouseInUseException where another run is using the warehouse
   * @throws ClockSetBackException where it is earlier than the last publication
   * @throws OtherRegionException where the warehouse is that of another region
   */
  public static NightlyReport run(SparkSession spark, NightlySettings settings, Progress progress) {
    NightlyRun run = new NightlyRun(spark, settings, progress);
    return RunLock.during(
        settings.warehouse(),
        "夜间运行 " + run.runId,
        spark.sparkContext().hadoopConfiguration(),
        run::runLocked);
  }

  private NightlyReport runLocked(RunLock lock) {
    MDC.put("run", runId);
    Optional<Manifest> published = manifests.newest();
    published.ifPresent(
        manifest -> ClockSetBackException.require(startedAt, manifest, pack.timeZone()));
    published.ifPresent(manifest -> OtherRegionException.require(pack, manifest));
    ChangedAfterwardsException.require(changedAfterwards(published));
    try {
      Checkpoints checkpoints = new Checkpoints(spark, settings.warehouse());
      return checkpoints.during(() -> stagesInOrder(lock, published, checkpoints));
    } catch (Exception | Error failure) {
      // Also what Spark throws without declaring it, and a heap that is full.
      recordFailure(failure);
      throw failure;
    }
  }

  /** What can be told of it without reading data; all of it is told by an audit. */
  private List<String> changedAfterwards(Optional<Manifest> published) {
    List<String> faults = new ArrayList<>(manifests.changed());
    published
        .map(
            new StoredPicture(spark.sparkContext().hadoopConfiguration(), settings.warehouse())
                ::missing)
        .ifPresent(faults::addAll);
    return faults;
  }

  private NightlyReport stagesInOrder(
      RunLock lock, Optional<Manifest> published, Checkpoints checkpoints) {
    UntoldRows untold =
        new UntoldRows(warehouse, LastTold.of(published, manifests::all, log::hasPublished));
    LocalDate today = LocalDate.ofInstant(startedAt, pack.timeZone());
    LocalDate asOf = settings.asOf().orElse(today);
    Path out = OutputFolder.of(settings.out(), pack.totalArea());
    IngestStages ingest =
        new IngestStages(
            spark,
            warehouse,
            pack,
            runId,
            startedAt,
            today,
            out,
            progress,
            checkpoints,
            untold,
            new Holding(spark, warehouse, pack, settings.landing(), startedAt, runId));

    stages.run("tables", this::ensureTables);
    stages.run(Table.SOURCE_FILES.fullName(), () -> ingest.read(settings.landing()));
    stages.run(Table.OBSERVATIONS.fullName(), ingest::store);
    List<String> changedPolicies = changedPolicies(published);
    stages.run("reference", () -> reference(published));
    TableRefresh refresh =
        new TableRefresh(
            spark, warehouse, pack, asOf, published, ingest.isLarge(), settings.clock());
    stages.runTables(STATISTICS, () -> refresh.run().stream().map(NightlyRun::result).toList());
    BulletinStage bulletin = new BulletinStage(refresh::rows, pack, asOf, settings.to(out));
    stages.run("bulletin", bulletin::compose);

    recordRun();
    lock.requireHeld();
    long manifest = publish(published, asOf, refresh.fingerprints());
    try {
      return released(bulletin, ingest, untold, asOf, manifest, changedPolicies);
    } catch (RuntimeException failure) {
      throw new PublishedAllTheSameException(manifest, failure);
    }
  }

  /** What follows once the figures are published: the pages in their places, and the record. */
  private NightlyReport released(
      BulletinStage bulletin,
      IngestStages ingest,
      UntoldRows untold,
      LocalDate asOf,
      long manifest,
      List<String> changedPolicies) {
    bulletin.release();
    NightlyReport report =
        new NightlyReport(
            runId,
            pack.nameZh(),
            asOf,
            untold.unfinished(),
            ingest.holds().waiting(),
            ingest.holds().overtaken(),
            ingest.files(),
            stages.results(),
            ingest.changes().numbers(),
            ingest.changes().figures(),
            bulletin.period(),
            bulletin.targets(),
            bulletin.lights(),
            bulletin.simulated(),
            bulletin.page(),
            bulletin.overdue(),
            bulletin.overduePage(),
            Stream.concat(changedPolicies.stream(), ingest.guessed().stream()).toList());
    log.published(report, manifest, settings.clock().instant());
    return report;
  }

  private Stages.Done ensureTables() {
    Together.run(
        Arrays.stream(Table.values())
            .map(
                table ->
                    (Callable<Table>)
                        () -> {
                          warehouse.ensure(table);
                          return table;
                        })
            .toList());
    return Stages.Done.reading(List.of());
  }

  /** What the pack says otherwise than it did last night, under the same id of a policy. */
  private List<String> changedPolicies(Optional<Manifest> published) {
    return published
        .filter(m -> !m.packId().equals(pack.packId()))
        .map(m -> StoredPolicies.of(warehouse.read(Table.POLICIES), m.packId()))
        .map(stored -> PolicyChanges.of(pack.allPolicies(), stored))
        .orElse(List.of())
        .stream()
        .map(PackFault::toString)
        .toList();
  }

  private Stages.Done reference(Optional<Manifest> published) {
    if (published.filter(m -> m.packId().equals(pack.packId())).isPresent()) {
      return Stages.Done.reading(List.of());
    }
    ReferenceRows rows = new ReferenceRows(pack);
    Map<Table, Long> written = new ConcurrentHashMap<>();
    Together.run(
        ReferenceRows.TABLES.stream()
            .map(
                table ->
                    (Callable<Long>)
                        () -> written.put(table, warehouse.appendMissing(table, rows.of(table))))
            .toList());
    return new Stages.Done(List.of(Lineage.PACK), written, OptionalLong.empty());
  }

  private long publish(
      Optional<Manifest> before, LocalDate asOf, Map<String, String> fingerprints) {
    SortedMap<String, Long> versions = new TreeMap<>();
    for (Table table : Table.values()) {
      versions.put(table.fullName(), warehouse.version(table));
    }
    long number = before.map(Manifest::number).orElse(0L) + 1;
    manifests.publish(
        new Manifest(
            number,
            runId,
            settings.clock().instant(),
            pack.totalArea(),
            pack.packId(),
            Program.id(),
            asOf,
            versions,
            new TreeMap<>(fingerprints)));
    return number;
  }

  private static StageResult result(TableRefresh.Refreshed of) {
    return new StageResult(
        STATISTICS,
        of.table().fullName(),
        of.startedAt(),
        of.endedAt(),
        Lineage.reads(of.reads()),
        Map.of(of.table(), of.rows()),
        OptionalLong.of(of.version()));
  }

  private void recordRun() {
    List<Row> rows = new ArrayList<>();
    for (StageResult stage : stages.results()) {
      rows.add(
          jobRun(
              stage.job(),
              stage.startedAt(),
              stage.endedAt(),
              stage.tableVersion().isPresent() && stage.rowsWritten() == 0 ? "unchanged" : "done",
              stage.rowsWritten(),
              stage.tableVersion(),
              null));
    }
    append(rows);
  }

  /** The failure itself is thrown on; where it cannot even be recorded, it says so. */
  private void recordFailure(Throwable failure) {
    Instant now = settings.clock().instant();
    recordedOr(failure, () -> log.failed(stages, failure, now));
    recordedOr(
        failure,
        () ->
            append(
                List.of(
                    jobRun(
                        stages.current(),
                        stages.began(),
                        now,
                        "failed",
                        0,
                        OptionalLong.empty(),
                        failure.toString()))));
  }

  private static void recordedOr(Throwable failure, Runnable record) {
    try {
      record.run();
    } catch (Exception notRecorded) {
      failure.addSuppressed(notRecorded);
    }
  }

  private void append(List<Row> rows) {
    warehouse.append(Table.JOB_RUNS, rows);
  }

  private Row jobRun(
      String stage,
      Instant began,
      Instant ended,
      String status,
      long rows,
      OptionalLong version,
      String error) {
    return RowFactory.create(
        runId,
        stage,
        began,
        ended,
        status,
        rows,
        version.isPresent() ? version.getAsLong() : null,
        pack.packId(),
        error);
  }

  private static String shortId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
