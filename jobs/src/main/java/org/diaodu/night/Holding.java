package org.diaodu.night;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.transform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.hold.Contradictions;
import org.diaodu.hold.HeldFigures;
import org.diaodu.hold.HeldId;
import org.diaodu.hold.HoldEntry;
import org.diaodu.hold.HoldLedger;
import org.diaodu.hold.HoldState;
import org.diaodu.ingest.Arrivals;
import org.diaodu.ingest.LandingFile;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Warehouse;

/** What is held and was, its record beside the files, and what somebody has confirmed since. */
final class Holding {
  private static final String HELD = "held";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final RegionPack pack;
  private final HoldLedger ledger;
  private final Instant startedAt;
  private final String runId;
  private final HoldVerdicts verdicts;
  private final List<HoldEntry> heldFiles = new ArrayList<>();

  Holding(
      SparkSession spark,
      Warehouse warehouse,
      RegionPack pack,
      Path landing,
      Instant startedAt,
      String runId) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.pack = pack;
    this.ledger = HoldLedger.of(landing);
    this.verdicts = new HoldVerdicts(spark, warehouse, pack, ledger);
    this.startedAt = startedAt;
    this.runId = runId;
  }

  HoldVerdicts verdicts() {
    return verdicts;
  }

  HoldLedger ledger() {
    return ledger;
  }

  /** What is known of files that were held as a whole. */
  Arrivals.Holds files() {
    return new Arrivals.Holds() {
      @Override
      public Instant heldAt(LandingFile file) {
        return ledger.wholeFileHeldAt(file.file(), file.sha256());
      }

      @Override
      public Instant confirmedAt(LandingFile file) {
        return ledger
            .decision(HeldId.ofFile(file.file(), file.sha256()))
            .filter(decision -> decision.kind() == HoldEntry.Kind.accepted)
            .map(decision -> heldAt(file))
            .orElse(null);
      }
    };
  }

  /** A file that is held as a whole. */
  void hold(LandingFile file) {
    heldFiles.add(
        HoldEntry.held(
            HeldId.ofFile(file.file(), file.sha256()),
            file.file(),
            file.sha256(),
            HoldEntry.WHOLE_FILE,
            file.arrivedAt(),
            file.file()));
  }

  /**
   * Writes down beside the files what is held, before anything is stored.
   *
   * @return why it could not be written, in Chinese; empty where it could
   */
  List<String> noted() {
    List<HoldEntry> all = new ArrayList<>(heldFiles);
    all.addAll(verdicts.held());
    return added(all);
  }

  /** The same of what a sender answered. */
  List<String> added(List<HoldEntry> entries) {
    try {
      ledger.add(entries);
      return List.of();
    } catch (IOException e) {
      return List.of(
          "核实账本没有写成（%s）。以后用这些文件重建数据仓库时，暂扣和核实的结果会不一样。请给收件目录写入权限".formatted(e.getMessage()));
    }
  }

  /** Rows of {@code landing.held} of cells that are held. */
  Dataset<Row> rows(Dataset<Row> cells) {
    Column holds = filter(col("faults"), f -> f.getField("severity").equalTo("hold"));
    Dataset<Row> rows =
        cells
            .where(col("outcome").equalTo(HELD))
            .withColumn(
                "rule_ids",
                array_join(array_distinct(transform(holds, f -> f.getField("rule_id"))), ";"))
            .withColumn(
                "message",
                array_join(array_distinct(transform(holds, f -> f.getField("message"))), "；"))
            .withColumn("pack_id", lit(pack.packId()))
            .withColumn("recorded_at", lit(startedAt))
            .withColumn("run_id", lit(runId));
    return rows.select(columns(ContractReader.read(Table.HELD).columnNames()));
  }

  /**
   * Figures that were held on earlier nights and have been confirmed since, as rows of
   * observations: each takes the place of its arrival. Empty where there are none.
   *
   * @param ordinal after how many files of tonight they are stored
   */
  Optional<Dataset<Row>> confirmed(int ordinal) {
    if (ledger.decisions().isEmpty()) {
      return Optional.empty();
    }
    Set<HoldEntry> recorded = recorded();
    Set<String> ids =
        ledger.decisions().stream()
            .filter(decision -> decision.kind() == HoldEntry.Kind.accepted)
            .filter(decision -> !recorded.contains(key(decision)))
            .map(HoldEntry::id)
            .collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Dataset<Row> stored = warehouse.read(Table.HELD).where(col("hold_id").isInCollection(ids));
    List<Row> accepted = stored.collectAsList();
    if (accepted.isEmpty()) {
      return Optional.empty();
    }
    Set<Row> outvoted =
        Contradictions.outvoted(
            accepted,
            HoldVerdicts::figure,
            cell -> cell.getAs("hold_id"),
            cell -> ledger.decision(cell.getAs("hold_id")).orElseThrow().at());
    Dataset<Row> held =
        spark.createDataFrame(
            accepted.stream().filter(cell -> !outvoted.contains(cell)).toList(), stored.schema());
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, startedAt) + ordinal;
    WindowSpec inOrder =
        Window.orderBy(
            col("arrived_at"), col("source_file"), col("source_cell"), col("release_date"));
    return Optional.of(
        held.withColumn(
                "recorded_at", timestamp_micros(lit(micros).plus(row_number().over(inOrder))))
            .withColumn("run_id", lit(runId))
            .select(columns(ContractReader.read(Table.OBSERVATIONS).columnNames())));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }

  private Set<HoldEntry> recorded() {
    return warehouse
        .read(Table.CONFIRMATIONS)
        .select("hold_id", "decided_at")
        .collectAsList()
        .stream()
        .map(row -> key(row.getString(0), row.getInstant(1)))
        .collect(Collectors.toSet());
  }

  private static HoldEntry key(HoldEntry decision) {
    return key(decision.id(), decision.at());
  }

  private static HoldEntry key(String id, Instant at) {
    return HoldEntry.decided(true, id, "", "", "", at);
  }

  /** Keeps in the tables what was decided, once its figures are stored. */
  long record() {
    if (ledger.decisions().isEmpty()) {
      return 0;
    }
    Set<HoldEntry> recorded = recorded();
    List<Row> rows =
        ledger.entries().stream()
            .filter(entry -> entry.isDecision() && !recorded.contains(key(entry)))
            .map(
                entry ->
                    RowFactory.create(
                        entry.id(),
                        entry.kind().name(),
                        entry.statement(),
                        entry.by(),
                        entry.reason(),
                        entry.at(),
                        startedAt,
                        runId))
            .toList();
    return rows.isEmpty() ? 0 : warehouse.appendMissing(Table.CONFIRMATIONS, rows);
  }

  /** Files that are held as a whole and wait, of those that lie there. */
  List<HoldEntry> waitingFiles(Collection<LandingFile> files) {
    Set<String> there =
        files.stream()
            .map(file -> HeldId.ofFile(file.file(), file.sha256()))
            .collect(Collectors.toSet());
    return ledger.entries().stream()
        .filter(entry -> !entry.isDecision() && entry.cell().equals(HoldEntry.WHOLE_FILE))
        .filter(entry -> there.contains(entry.id()) && ledger.decision(entry.id()).isEmpty())
        .toList();
  }

  /** Where it stood before some runs stored what they had read. */
  List<HoldState> statesBefore(Set<String> runs) {
    return HeldFigures.states(
        warehouse.read(Table.HELD),
        warehouse.read(Table.OBSERVATIONS).where(UntoldRows.isNotOf(runs)),
        ledger);
  }

  /** Where every figure stands that was held, as the tables are now. */
  List<HoldState> states() {
    return HeldFigures.states(
        warehouse.read(Table.HELD), warehouse.read(Table.OBSERVATIONS), ledger);
  }
}
