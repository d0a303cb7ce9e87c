package org.diaodu.night;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.column.SourceColumns;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.hold.HoldLedger;
import org.diaodu.ingest.Arrival;
import org.diaodu.ingest.ArrivalLedger;
import org.diaodu.ingest.Arrivals;
import org.diaodu.ingest.CellCounts;
import org.diaodu.ingest.EmptyCells;
import org.diaodu.ingest.Fault;
import org.diaodu.ingest.Ingest;
import org.diaodu.ingest.LandingFile;
import org.diaodu.ingest.LandingFolder;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.night.NightlyReport.FileReport;
import org.diaodu.observations.Current;
import org.diaodu.observations.Reports;
import org.diaodu.observations.Vintages;
import org.diaodu.operation.Lineage;
import org.diaodu.operation.Progress;
import org.diaodu.operation.Stages;
import org.diaodu.region.RegionPack;
import org.diaodu.session.SettingsBySize;
import org.diaodu.statistics.Checkpoints;
import org.diaodu.statistics.ReferenceRows;
import org.diaodu.table.IndicatorPeriods;
import org.diaodu.table.PeriodRanges;
import org.diaodu.table.Together;
import org.diaodu.table.Warehouse;
import org.diaodu.validation.Rule;
import org.diaodu.validation.Rules;
import org.diaodu.validation.Validation;

/**
 * Reads what arrived and stores it: quarantine and observations first, the file's own row last, so
 * that a crash in between only means that the file is read again and found to say nothing new.
 */
final class IngestStages {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final RegionPack pack;
  private final String runId;
  private final Instant startedAt;
  private final LocalDate today;
  private final FeedbackFiles feedback;
  private final Progress progress;
  private final Checkpoints checkpoints;
  private final Holding holding;
  private final HoldReport holds;
  private final List<FileReport> reports = new ArrayList<>();
  private final UntoldReport untold;
  private ChangesOfNight changes;
  private final SourceFileRows sourceFileRows;
  private Map<LandingFile, CellCounts> counts = Map.of();
  private ReceivedFiles received;
  private ArrivalLedger ledger;
  private Arrivals arrivals;
  private Dataset<Row> cells;
  private boolean large;

  /** Whether no figure that arrived is known, and none arrived twice. */
  private boolean allFirst;

  IngestStages(
      SparkSession spark,
      Warehouse warehouse,
      RegionPack pack,
      String runId,
      Instant startedAt,
      LocalDate today,
      Path out,
      Progress progress,
      Checkpoints checkpoints,
      UntoldRows untold,
      Holding holding) {
    this.checkpoints = checkpoints;
    this.holding = holding;
    this.holds = new HoldReport(holding, pack, untold.runs(Table.OBSERVATIONS));
    this.untold = new UntoldReport(warehouse, pack, untold);
    this.spark = spark;
    this.warehouse = warehouse;
    this.pack = pack;
    this.runId = runId;
    this.startedAt = startedAt;
    this.today = today;
    this.progress = progress;
    this.feedback = new FeedbackFiles(pack, out, today);
    this.changes = new ChangesOfNight(pack);
    this.sourceFileRows = new SourceFileRows(pack, startedAt, runId);
  }

  /** Looks at the landing folder and reads what was not received before. */
  Stages.Done read(Path landing) {
    LandingFolder folder = LandingFolder.look(landing, startedAt);
    received = ReceivedFiles.of(warehouse, pack);
    ledger = ArrivalLedger.of(landing);
    arrivals =
        Arrivals.of(
            folder.files(),
            received.arrivals(),
            ledger.arrivals(),
            file -> !received.isDone(file),
            holding.files(),
            startedAt);
    faulty(ArrivalLedger.NAME, ledger.faults());
    faulty(HoldLedger.NAME, holding.ledger().faults());
    holds.before(folder.files());
    faulty(HoldLedger.NAME, holding.added(holds.answers(arrivals.speaking())));
    Stream.concat(arrivals.known().stream(), arrivals.copies().stream())
        .forEach(file -> reports.add(report(file.file(), FileOutcome.known, List.of())));
    folder.stillBeingWritten().forEach(this::waits);
    folder
        .notRead()
        .forEach((file, why) -> reports.add(report(file, FileOutcome.refused, List.of(why))));
    List<LandingFile> files = new ArrayList<>(arrivals.speaking());
    arrivals
        .again()
        .forEach(
            file -> {
              files.add(file.refused(ReceivedFiles.TOO_MANY_AGAIN));
              holding.hold(file);
            });
    long bytes = files.stream().mapToLong(LandingFile::bytes).sum();
    large = SettingsBySize.fit(spark, bytes, warehouse.bytes(Table.OBSERVATIONS));
    if (large) {
      checkpoints.areLarge();
    }
    if (!files.isEmpty()) {
      progress.reads(files.size(), bytes);
      readUnchanged(files, folder);
    }
    return Stages.Done.reading(List.of());
  }

  /**
   * Reads the files. One that was changed or taken away meanwhile may have been read half old and
   * half new: it waits for the next night, and the others are read without it.
   */
  private void readUnchanged(List<LandingFile> files, LandingFolder folder) {
    try {
      readOnce(files);
    } catch (Exception e) {
      // A task that finds its file gone fails with what Spark makes of it.
      if (folder.changed(files).isEmpty()) {
        throw e;
      }
    }
    List<LandingFile> changed = folder.changed(files);
    if (changed.isEmpty()) {
      return;
    }
    changed.forEach(file -> waits(file.file()));
    counts = Map.of();
    List<LandingFile> others = files.stream().filter(file -> !changed.contains(file)).toList();
    if (!others.isEmpty()) {
      readUnchanged(others, folder);
    }
  }

  private void waits(String file) {
    reports.add(report(file, FileOutcome.still_being_written, List.of()));
  }

  /**
   * Reads the files once and judges their figures once. Checkpoints and not caches: Spark drops a
   * cache as soon as a table behind it is written, and would then judge tonight's figures again,
   * beside themselves.
   */
  private void readOnce(List<LandingFile> files) {
    Dataset<Row> read =
        ReadingProgress.during(
            spark.sparkContext(),
            progress,
            counter -> checkpoints.of(Ingest.read(spark, files, pack, today, counter)));
    Dataset<Row> accepted = accepted(read);
    allFirst = large && Vintages.meeting(knownOfSame(accepted), accepted).isEmpty();
    if (!allFirst && Ingest.saysTwice(read)) {
      read = inPlaceOf(read, Ingest.resolved(read));
    }
    Set<Instant> tied = arrivals.tied(received.arrivals());
    if (!tied.isEmpty()) {
      Dataset<Row> stored = warehouse.read(Table.OBSERVATIONS);
      read =
          inPlaceOf(
              read, Ingest.heldAgainst(read, stored.where(col("arrived_at").isInCollection(tied))));
    }
    Dataset<Row> empty = EmptyCells.of(read);
    if (!empty.isEmpty()) {
      read = inPlaceOf(read, EmptyCells.told(read, Current.asOf(knownOfEmpty(empty), today)));
    }
    UnaryOperator<Dataset<Row>> heard = figures -> received.unheard(figures, files, warehouse);
    HoldVerdicts verdicts = holding.verdicts();
    cells = kept(read, rows -> verdicts.judged(rows, heard, files, arrivals.replayed(), large));
    List<Rule> rules = Rules.of(pack);
    if (!rules.isEmpty()) {
      cells = kept(cells, figures -> checked(figures, rules));
    }
    if (rules.stream().anyMatch(rule -> rule.severity() == Rule.Severity.hold)) {
      cells = kept(cells, figures -> verdicts.judgedByRules(figures, heard, arrivals.replayed()));
    }
    counts = Ingest.counts(files, cells);
  }

  /** What is known of the indicators of cells without a figure. */
  private Dataset<Row> knownOfEmpty(Dataset<Row> empty) {
    return judged(warehouse.read(Table.OBSERVATIONS))
        .join(
            broadcast(empty.select(col("subject_indicator").as("indicator")).distinct()),
            "indicator");
  }

  private Dataset<Row> judged(Dataset<Row> observations) {
    return observations.where(SourceColumns.isJudged(pack.judgedSources()));
  }

  private static Dataset<Row> accepted(Dataset<Row> cells) {
    return cells.where(col("outcome").equalTo("accepted"));
  }

  /** What a step makes of rows, in their place; where it changes nothing they stay. */
  private Dataset<Row> kept(Dataset<Row> rows, UnaryOperator<Dataset<Row>> step) {
    Dataset<Row> made = step.apply(rows);
    return made == rows ? rows : inPlaceOf(rows, made);
  }

  private Dataset<Row> inPlaceOf(Dataset<Row> rows, Dataset<Row> others) {
    Dataset<Row> kept = checkpoints.of(others);
    checkpoints.release(rows);
    return kept;
  }

  private Dataset<Row> checked(Dataset<Row> read, List<Rule> rules) {
    Dataset<Row> before = knownBefore(accepted(read), Validation.MONTHS_BACK);
    return Validation.checked(
        read,
        Current.asOf(before, today),
        before,
        reference(Table.AREAS),
        reference(Table.INDICATORS),
        rules);
  }

  private Dataset<Row> reference(Table table) {
    return spark.createDataFrame(
        new ReferenceRows(pack).of(table), ContractReader.read(table).struct());
  }

  /** Stores vintages, quarantine and the files themselves. */
  Stages.Done store() {
    List<FileReport> left = untold.files(feedback::written);
    Stages.Done done = storeTonight();
    changes = untold.changes(runId, large).orElse(changes);
    List<FileReport> all = UntoldReport.together(reports, left);
    reports.clear();
    reports.addAll(all);
    return done;
  }

  private Stages.Done storeTonight() {
    // First of all: what is stored of a file must bear the arrival that it will have again, should
    // this run not get further.
    faulty(HoldLedger.NAME, holding.noted());
    faulty(ArrivalLedger.NAME, ledger.add(newArrivals()));
    Optional<Dataset<Row>> confirmed = holding.confirmed(counts.size());
    if (counts.isEmpty()) {
      return storeConfirmed(confirmed);
    }
    List<LandingFile> files = List.copyOf(counts.keySet());
    Dataset<Row> refused =
        stamped(Ingest.quarantine(cells).unionByName(Ingest.fileFaults(spark, files)));
    Dataset<Row> tonight =
        received
            .unheard(Ingest.accepted(cells), files, warehouse)
            .withColumn("recorded_at", recordedAt())
            .withColumn("run_id", lit(runId))
            .drop("file_ordinal", "line");
    Dataset<Row> arrived = confirmed.map(tonight::unionByName).orElse(tonight);
    allFirst &= confirmed.isEmpty();
    Dataset<Row> reports =
        Reports.added(
                warehouse.read(Table.PROGRESS),
                Ingest.reports(cells).withColumn("recorded_at", recordedAt()))
            .withColumn("run_id", lit(runId))
            .drop("file_ordinal");
    Dataset<Row> added = vintages(arrived);
    try {
      long rows = changes.add(added);
      boolean anyFault = anyFault(files);
      Dataset<Row> vintages = added.drop(Vintages.CHANGE, Vintages.PREVIOUS_VALUE);
      List<Long> written =
          Together.run(
              List.of(
                  () -> appended(vintages, rows),
                  () -> anyFault ? warehouse.appendMissing(Table.QUARANTINE, refused) : 0L,
                  () -> anyHeld() ? warehouse.appendMissing(Table.HELD, holding.rows(cells)) : 0L,
                  () -> anyReport(files) ? warehouse.appendMissing(Table.PROGRESS, reports) : 0L));
      List<Row> findings = anyFault ? Ingest.findings(cells, FeedbackFiles.MOST) : List.of();
      if (anyFault || files.stream().anyMatch(FeedbackFiles::mayBeForm)) {
        feedback.write(counts, findings, judged(warehouse.read(Table.OBSERVATIONS)));
      }
      long decisions = holding.record();
      holds.after(anyHeld());
      long stored =
          warehouse.appendMissing(Table.SOURCE_FILES, sourceFileRows.of(counts, arrivals.copies()));
      reportRead(files, findings);
      return written(
          Map.of(
              Table.SOURCE_FILES, stored,
              Table.QUARANTINE, written.get(1),
              Table.HELD, written.get(2),
              Table.CONFIRMATIONS, decisions,
              Table.OBSERVATIONS, written.get(0),
              Table.PROGRESS, written.get(3)));
    } finally {
      added.unpersist();
      checkpoints.release(cells);
    }
  }

  /** Of a night without new files: what somebody has confirmed of earlier ones. */
  private Stages.Done storeConfirmed(Optional<Dataset<Row>> confirmed) {
    long rows = 0;
    if (confirmed.isPresent()) {
      allFirst = false;
      Dataset<Row> added = vintages(confirmed.get());
      try {
        rows = changes.add(added);
        appended(added.drop(Vintages.CHANGE, Vintages.PREVIOUS_VALUE), rows);
      } finally {
        added.unpersist();
      }
    }
    long decisions = holding.record();
    holds.after(false);
    long stored =
        warehouse.appendMissing(Table.SOURCE_FILES, sourceFileRows.of(counts, arrivals.copies()));
    return written(
        Map.of(
            Table.SOURCE_FILES, stored,
            Table.QUARANTINE, 0L,
            Table.CONFIRMATIONS, decisions,
            Table.OBSERVATIONS, rows,
            Table.PROGRESS, 0L));
  }

  private boolean anyHeld() {
    return counts.values().stream().anyMatch(of -> of.held() > 0);
  }

  private void faulty(String file, List<String> faults) {
    if (!faults.isEmpty()) {
      reports.add(report(file, FileOutcome.refused, faults));
    }
  }

  /**
   * That the order of files had to be guessed, where that decided what is current: a first delivery
   * without a ledger, in which one file corrects another.
   */
  Optional<String> guessed() {
    long corrections = changes.numbers().getOrDefault("correction", 0L);
    return ledger.isThere() || !received.arrivals().isEmpty() || corrections == 0
        ? Optional.empty()
        : Optional.of(
            "收件目录中没有到达账本（%s），%d个更正的先后是按文件的修改时间推定的".formatted(ArrivalLedger.NAME, corrections));
  }

  /** What of all that was held is to be told. */
  HoldReport holds() {
    return holds;
  }

  /** Of a large first delivery nothing is known yet, and nothing need be put in order. */
  private Dataset<Row> vintages(Dataset<Row> arrived) {
    return allFirst
        ? Vintages.first(arrived)
        : Vintages.added(knownOfSame(arrived), arrived).persist();
  }

  /** What was known before tonight of what arrived: of a large table no other is looked at. */
  private Dataset<Row> knownOfSame(Dataset<Row> arrived) {
    Dataset<Row> known = warehouse.read(Table.OBSERVATIONS);
    return large ? IndicatorPeriods.of(arrived).in(known) : known;
  }

  /**
   * What was known before tonight, of the periods that arrived and so many months before them, and
   * of all indicators, which rules hold against each other: of a large table no others are read.
   */
  private Dataset<Row> knownBefore(Dataset<Row> arrived, int monthsBack) {
    Dataset<Row> known = warehouse.read(Table.OBSERVATIONS);
    return large ? PeriodRanges.of(arrived).andPreceding(monthsBack).in(known) : known;
  }

  private static boolean anyReport(List<LandingFile> files) {
    return files.stream().anyMatch(LandingFile::mayHoldReports);
  }

  private long appended(Dataset<Row> vintages, long rows) {
    if (rows > 0) {
      warehouse.append(Table.OBSERVATIONS, vintages, rows);
    }
    return rows;
  }

  /** Of what is rarely held or confirmed only a night that has some speaks. */
  private Stages.Done written(Map<Table, Long> counted) {
    Map<Table, Long> rows = new EnumMap<>(counted);
    rows.remove(Table.HELD, 0L);
    rows.remove(Table.CONFIRMATIONS, 0L);
    return new Stages.Done(
        List.of(Lineage.LANDING, Lineage.PACK, Table.OBSERVATIONS.fullName()),
        rows,
        OptionalLong.of(warehouse.version(Table.OBSERVATIONS)));
  }

  List<FileReport> files() {
    return List.copyOf(reports);
  }

  /** Whether there is so much, arrived and stored, that what is large is done otherwise. */
  boolean isLarge() {
    return large;
  }

  ChangesOfNight changes() {
    return changes;
  }

  /** Files of one night are stored in the order in which they came, a microsecond apart. */
  private org.apache.spark.sql.Column recordedAt() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, startedAt);
    return timestamp_micros(lit(micros).plus(col("file_ordinal")));
  }

  private Dataset<Row> stamped(Dataset<Row> rows) {
    return rows.withColumn("pack_id", lit(pack.packId()))
        .withColumn("recorded_at", lit(startedAt))
        .withColumn("run_id", lit(runId));
  }

  private boolean anyFault(List<LandingFile> files) {
    return counts.values().stream().anyMatch(of -> of.quarantined() + of.warned() > 0)
        || files.stream().anyMatch(file -> !file.faults().isEmpty());
  }

  /** What came tonight: to lie where it lay is no arrival. */
  private List<Arrival> newArrivals() {
    Set<Arrival> all = new LinkedHashSet<>(received.arrivals());
    all.addAll(arrivals.noted());
    return List.copyOf(all);
  }

  /** What became of each file, with all that is wrong in the order of the file. */
  private void reportRead(List<LandingFile> files, List<Row> findings) {
    Map<String, List<String>> messages = new HashMap<>();
    findings.forEach(
        row ->
            messages
                .computeIfAbsent(row.getAs("source_file"), file -> new ArrayList<>())
                .add(row.getAs("message")));
    for (LandingFile file : files) {
      CellCounts of = counts.get(file);
      reports.add(
          new FileReport(
              file.file(),
              SourceFileRows.outcome(file),
              of.read(),
              of.accepted(),
              of.quarantined(),
              of.held(),
              of.ignored(),
              of.warned(),
              Stream.concat(
                      file.faults().stream().map(Fault::message),
                      messages.getOrDefault(file.file(), List.of()).stream())
                  .toList(),
              Optional.ofNullable(feedback.pages().get(file.file()))));
    }
  }

  private static FileReport report(String file, FileOutcome outcome, List<String> faults) {
    return new FileReport(file, outcome, 0, 0, 0, 0, 0, 0, faults, Optional.empty());
  }
}
