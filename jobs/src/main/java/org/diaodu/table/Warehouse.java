package org.diaodu.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.diaodu.column.MonthIndex;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.SchemaDifference;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;

/**
 * The Delta tables of one warehouse, one folder per database. Every write is held against the
 * table's contract: its columns and types first, and that its key names one row before the write
 * or, where the rows are too many to be kept, on what was written.
 */
public final class Warehouse {
  /**
   * Off: a version that the newest manifest names must stay readable, {@link #clean} knows which.
   */
  private static final String LOG_CLEANUP = "delta.enableExpiredLogCleanup";

  private static final String RECORDED = "recorded_at";

  private static final String STATISTICS = "delta.dataSkippingStatsColumns";

  /**
   * Rows of one file, where there are many. With 600 000 in a task, in order of their years, it
   * holds two of twenty-five years, so that some months can be read and replaced without the rest.
   */
  public static final long ROWS_OF_A_FILE = 50_000;

  /** Spark's setting, after how many rows a file ends; only {@code SettingsBySize} has one. */
  private static final String MOST_ROWS = "spark.sql.files.maxRecordsPerFile";

  /** What large tables are asked by: of these each file keeps its least and greatest value. */
  private static final List<String> ASKED_BY =
      List.of("indicator", "ref_area", "time_period", "release_date", RECORDED);

  private final SparkSession spark;
  private final String root;
  private final boolean alone;
  private final Map<Table, TableLog> logs = new ConcurrentHashMap<>();

  /** The warehouse at a path of any file system that Spark reads. */
  public Warehouse(SparkSession spark, String root) {
    this(spark, root, false);
  }

  private Warehouse(SparkSession spark, String root, boolean alone) {
    this.spark = spark;
    this.root = root;
    this.alone = alone;
  }

  /** The warehouse for a run that holds its lock: what others might write is not looked for. */
  public static Warehouse locked(SparkSession spark, String root) {
    return new Warehouse(spark, root, true);
  }

  /** Where it is. */
  public String root() {
    return root;
  }

  /** Where a table is. */
  public String path(Table table) {
    return root + "/" + table.path();
  }

  /**
   * Makes sure that a table exists as its contract says. One that an earlier version of the program
   * made gets the columns and constraints that are new, as {@link Upgrade} says.
   *
   * @throws TableDiffersException where it differs in more than that
   */
  public void ensure(Table table) {
    TableContract contract = ContractReader.read(table);
    if (log(table).exists()) {
      upgrade(contract);
    } else {
      create(contract);
    }
  }

  /**
   * The rows of a table as they are now. One that nothing was ever written to has none, and needs
   * no look at its files.
   */
  public Dataset<Row> read(Table table) {
    return isNew(table)
        ? spark.createDataFrame(List.of(), ContractReader.read(table).struct())
        : spark.read().format("delta").load(path(table));
  }

  /** The rows of a table at a version. */
  public Dataset<Row> read(Table table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(path(table));
  }

  /** The newest version of a table. */
  public long version(Table table) {
    return log(table).newest().version();
  }

  /** Size of a table's files as of its newest version. */
  public long bytes(Table table) {
    return isNew(table) ? 0 : log(table).bytes();
  }

  /**
   * Adds rows.
   *
   * @param count how many they are, so that few of them come into few files
   * @throws TableDiffersException where the rows' schema is not the contract's
   * @throws DuplicateKeyException where a key occurs twice, among the rows or with the table's
   */
  public void append(Table table, Dataset<Row> rows, long count) {
    TableContract contract = ContractReader.read(table);
    Dataset<Row> conformed = conformed(contract, rows);
    Dataset<Row> keys = conformed.select(key(contract));
    requireUniqueKeys(contract, isNew(table) ? keys : keys.unionByName(present(contract, keys)));
    append(table, inFiles(conformed, count));
  }

  /**
   * Adds rows that are at hand, with at most one job beside the write.
   *
   * @param rows with the columns of the contract, in its order
   * @throws DuplicateKeyException where a key occurs twice, among the rows or with the table's
   */
  public void append(Table table, List<Row> rows) {
    if (missing(table, rows).size() < rows.size()) {
      throw new DuplicateKeyException(ContractReader.read(table), "present in the table already");
    }
    append(table, local(table, rows));
  }

  /**
   * Adds those of the rows at hand whose key the table does not hold yet, with at most one job
   * beside the write.
   *
   * @param rows with the columns of the contract, in its order
   * @return how many were added
   * @throws DuplicateKeyException where a key occurs twice among the rows
   */
  public long appendMissing(Table table, List<Row> rows) {
    List<Row> missing = missing(table, rows);
    if (!missing.isEmpty()) {
      append(table, local(table, missing));
    }
    return missing.size();
  }

  /**
   * Adds those rows whose key the table does not hold yet: what a crashed run wrote already is not
   * written twice.
   *
   * @return how many were added
   * @throws TableDiffersException where the rows' schema is not the contract's
   * @throws DuplicateKeyException where a key occurs twice among the rows
   */
  public long appendMissing(Table table, Dataset<Row> rows) {
    TableContract contract = ContractReader.read(table);
    Dataset<Row> conformed = conformed(contract, rows);
    Dataset<Row> missing =
        (isNew(table)
                ? conformed
                : conformed
                    .as("wanted")
                    .join(
                        read(table).select(key(contract)).as("held"),
                        sameKey(contract),
                        "left_anti"))
            .persist();
    try {
      long count = missing.count();
      if (count > 0) {
        requireUniqueKeys(contract, missing.select(key(contract)));
        append(table, inFiles(conformed(contract, missing), count));
      }
      return count;
    } finally {
      missing.unpersist();
    }
  }

  /**
   * Computes rows once, and holds them against the table's contract: those at hand without a job.
   *
   * @param besides columns that do not count as content
   * @throws TableDiffersException where the rows' schema is not the contract's
   * @throws DuplicateKeyException where a key occurs twice
   */
  public ComputedRows compute(Table table, TableRows rows, Set<String> besides) {
    TableContract contract = ContractReader.read(table);
    Dataset<Row> kept = conformed(contract, rows.in(spark, table));
    if (rows instanceof TableRows.AtHand atHand) {
      Fingerprint fingerprint =
          Fingerprint.of(atHand.rows(), contract.struct(), besides, contract.key());
      return checked(contract, new ComputedRows(table, kept, fingerprint));
    }
    kept = kept.persist();
    try {
      return checked(
          contract, new ComputedRows(table, kept, Fingerprint.of(kept, besides, contract.key())));
    } catch (RuntimeException failure) {
      kept.unpersist();
      throw failure;
    }
  }

  private static ComputedRows checked(TableContract contract, ComputedRows rows) {
    if (rows.fingerprint().keyRepeats()) {
      requireUniqueKeys(contract, rows.rows().select(key(contract)));
    }
    return rows;
  }

  /**
   * Puts computed rows in the place of all that their table held. To find out what is overwritten
   * costs a job and more; where nothing is, rows are added, and no rows are left at that.
   */
  public void replace(ComputedRows rows) {
    Table table = rows.table();
    Dataset<Row> inFiles = inFiles(rows.rows(), rows.fingerprint().rows());
    if (!isNew(table)) {
      replaceAll(table, inFiles);
    } else if (rows.fingerprint().rows() > 0) {
      append(table, inFiles);
    }
  }

  /**
   * Writes rows in the place of all that a table held, where they are too many to be kept: they are
   * computed while they are written, and held against the contract as they then stand there. Where
   * that fails the table has them, but no manifest will name them.
   *
   * @param besides columns that do not count as content
   * @return the content of the table
   * @throws TableDiffersException where the rows' schema is not the contract's
   * @throws DuplicateKeyException where a key occurs twice
   */
  public Fingerprint replace(Table table, TableRows rows, Set<String> besides) {
    TableContract contract = ContractReader.read(table);
    Dataset<Row> conformed = conformed(contract, rows.in(spark, table));
    if (isNew(table)) {
      append(table, conformed);
    } else {
      replaceAll(table, conformed);
    }
    return stored(contract, read(table), besides);
  }

  /**
   * Writes rows in the place of those that are about certain periods of certain indicators; files
   * without any of these stay.
   *
   * @param rows of those periods, and maybe of others, which are left out
   * @param besides columns that do not count as content
   * @return the content of the periods
   * @throws TableDiffersException where the rows' schema is not the contract's
   * @throws DuplicateKeyException where a key occurs twice
   */
  public Fingerprint replace(
      Table table, IndicatorPeriods periods, TableRows rows, Set<String> besides) {
    TableContract contract = ContractReader.read(table);
    inOrderOfYears(table, periods.in(conformed(contract, rows.in(spark, table))))
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("replaceWhere", periods.condition())
        .save(path(table));
    return stored(contract, periods.in(read(table)), besides);
  }

  /**
   * The content of the rows of a table that are about certain periods of certain indicators.
   *
   * @param besides columns that do not count as content
   */
  public Fingerprint content(Table table, IndicatorPeriods periods, Set<String> besides) {
    return Fingerprint.ofContent(periods.in(read(table)), besides);
  }

  /**
   * What was added to a table since one of its versions.
   *
   * @return the rows; empty where files of that version are no longer part of it, as after rows
   *     were taken away or put together
   */
  public Optional<Dataset<Row>> addedSince(Table table, long version) {
    return log(table).addedSince(version);
  }

  /** How many files a table has. */
  public long files(Table table) {
    return log(table).newest().numOfFiles();
  }

  /** Puts the files of a table together; its rows stay the same. */
  public void compact(Table table) {
    DeltaTable.forPath(spark, path(table)).optimize().executeCompaction();
  }

  /**
   * Deletes what nothing needs any more: neither the table as it is now, nor a version that is
   * named, nor anybody who is writing.
   *
   * @param needed versions that have to stay readable; where one is not, nothing is deleted
   * @param ifThere versions that stay readable if they still are
   * @param keep how long files and log entries stay in any case
   * @return how many data files were deleted
   */
  public long clean(Table table, Set<Long> needed, Set<Long> ifThere, Duration keep, Instant now) {
    UnusedFiles unused = new UnusedFiles(spark.sparkContext().hadoopConfiguration(), root);
    Set<Long> all = new HashSet<>(needed);
    all.add(version(table));
    long deleted = unused.delete(table, all, ifThere, now.minus(keep));
    all.addAll(ifThere);
    log(table).clean(unused.logKept(table, all, keep, now));
    return deleted;
  }

  /** Whether nothing was ever written to it: creation is version 0. */
  private boolean isNew(Table table) {
    return version(table) == 0;
  }

  /** Those of the keys that the table holds; of a large one only the files that may hold them. */
  private Dataset<Row> present(TableContract contract, Dataset<Row> keys) {
    Dataset<Row> held = read(contract.table());
    if (filesEndEarly() && contract.key().contains(RECORDED)) {
      held = held.where(col(RECORDED).geq(lit(keys.agg(min(RECORDED)).first().get(0))));
    }
    return held.select(key(contract))
        .as("held")
        .join(keys.as("wanted"), sameKey(contract), "left_semi")
        .select(key(contract));
  }

  private List<Row> missing(Table table, List<Row> rows) {
    TableContract contract = ContractReader.read(table);
    Map<List<Object>, Row> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Object> key = key(contract, row);
      if (byKey.put(key, row) != null) {
        throw new DuplicateKeyException(contract, key.toString());
      }
    }
    if (!rows.isEmpty() && !isNew(table)) {
      present(contract, local(table, rows).select(key(contract)))
          .collectAsList()
          .forEach(row -> byKey.remove(scala.jdk.javaapi.CollectionConverters.asJava(row.toSeq())));
    }
    return List.copyOf(byKey.values());
  }

  private Dataset<Row> local(Table table, List<Row> rows) {
    return spark.createDataFrame(rows, ContractReader.read(table).struct()).coalesce(1);
  }

  private static List<Object> key(TableContract contract, Row row) {
    return contract.key().stream()
        .map(name -> row.get(contract.columnNames().indexOf(name)))
        .toList();
  }

  /** No more parts than the files that the rows fill: each part begins a file of its own. */
  private static Dataset<Row> inFiles(Dataset<Row> rows, long count) {
    return rows.coalesce((int) Math.max(1, (count + ROWS_OF_A_FILE - 1) / ROWS_OF_A_FILE));
  }

  private void append(Table table, Dataset<Row> rows) {
    inOrderOfYears(table, rows).write().format("delta").mode(SaveMode.Append).save(path(table));
  }

  private void replaceAll(Table table, Dataset<Row> rows) {
    log(table).replaceAll(inOrderOfYears(table, rows));
  }

  /**
   * Where files end after so many rows, each is to hold few years: whoever asks for some months
   * opens few of them.
   */
  private Dataset<Row> inOrderOfYears(Table table, Dataset<Row> rows) {
    return filesEndEarly() && ContractReader.read(table).columnNames().contains("time_period")
        ? rows.sortWithinPartitions(MonthIndex.year(col("time_period")))
        : rows;
  }

  private boolean filesEndEarly() {
    return Long.parseLong(spark.conf().get(MOST_ROWS, "0")) > 0;
  }

  private Fingerprint stored(TableContract contract, Dataset<Row> rows, Set<String> besides) {
    requireUniqueKeys(contract, rows.select(key(contract)));
    return Fingerprint.ofContent(rows, besides);
  }

  /** Whether two rows have one hash of their keys, as two of one key have. */
  private static boolean repeats(Dataset<Row> rows, List<String> key) {
    return !rows.groupBy(
            xxhash64(key.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new))
                .as("key"))
        .agg(count(lit(1)).as("times"))
        .where(col("times").gt(1))
        .isEmpty();
  }

  private void create(TableContract contract) {
    DeltaTableBuilder builder =
        DeltaTable.create(spark)
            .location(path(contract.table()))
            .comment(contract.grain().en() + " " + contract.description().en())
            .addColumns(contract.struct());
    builder = builder.property(LOG_CLEANUP, "false");
    String askedBy =
        ASKED_BY.stream().filter(contract.columnNames()::contains).collect(Collectors.joining(","));
    if (!askedBy.isEmpty()) {
      builder = builder.property(STATISTICS, askedBy);
    }
    for (Map.Entry<String, String> constraint : contract.constraints().entrySet()) {
      builder = builder.property(Upgrade.CONSTRAINT + constraint.getKey(), constraint.getValue());
    }
    builder.execute();
  }

  private void upgrade(TableContract contract) {
    Table table = contract.table();
    TableLog log = log(table);
    Upgrade upgrade = Upgrade.of(contract, log.schema(), Upgrade.constraints(log.properties()));
    if (!upgrade.refused().isEmpty()) {
      throw new TableDiffersException("use table", table, upgrade.refused());
    }
    if (!upgrade.dropped().isEmpty()) {
      // By name, so that the column goes without a row being written anew, and what may not be null
      // still may not. Earlier versions keep it, and manifests that name them still read it.
      spark.sql(
          ("ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name',"
                  + " 'delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5')")
              .formatted(path(table)));
      spark.sql(
          "ALTER TABLE delta.`%s` DROP COLUMNS (%s)"
              .formatted(path(table), String.join(", ", upgrade.dropped())));
    }
    if (!upgrade.added().isEmpty()) {
      spark.sql(
          "ALTER TABLE delta.`%s` ADD COLUMNS (%s)"
              .formatted(
                  path(table),
                  upgrade.added().stream()
                      .map(TableContract.Column::field)
                      .map(StructField::toDDL)
                      .collect(Collectors.joining(", "))));
    }
    if (!"false".equals(log.properties().get(LOG_CLEANUP))) {
      spark.sql(
          "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('%s' = 'false')"
              .formatted(path(table), LOG_CLEANUP));
    }
    upgrade
        .lifted()
        .forEach(
            name ->
                spark.sql(
                    "ALTER TABLE delta.`%s` DROP CONSTRAINT %s".formatted(path(table), name)));
    upgrade
        .constraints()
        .forEach(
            (name, condition) ->
                spark.sql(
                    "ALTER TABLE delta.`%s` ADD CONSTRAINT %s CHECK (%s)"
                        .formatted(path(table), name, condition)));
  }

  private TableLog log(Table table) {
    return logs.computeIfAbsent(table, of -> new TableLog(spark, path(of), alone));
  }

  private static Dataset<Row> conformed(TableContract contract, Dataset<Row> rows) {
    List<String> differences = SchemaDifference.between(contract, rows.schema());
    if (!differences.isEmpty()) {
      throw new TableDiffersException("write to", contract.table(), differences);
    }
    return rows.select(
        contract.columnNames().stream()
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new));
  }

  private static void requireUniqueKeys(TableContract contract, Dataset<Row> keys) {
    if (!repeats(keys, contract.key())) {
      return;
    }
    List<Row> repeated =
        keys.groupBy(key(contract))
            .agg(count(lit(1)).as("times"))
            .where(col("times").gt(1))
            .limit(5)
            .collectAsList();
    if (!repeated.isEmpty()) {
      throw new DuplicateKeyException(
          contract,
          repeated.stream().map(row -> row.mkString(", ")).collect(Collectors.joining("; ")));
    }
  }

  /** Of rows named {@code held} and {@code wanted}; a null in a key is a value of its own. */
  private static Column sameKey(TableContract contract) {
    return contract.key().stream()
        .map(name -> col("held." + name).eqNullSafe(col("wanted." + name)))
        .reduce(Column::and)
        .orElseThrow();
  }

  private static Column[] key(TableContract contract) {
    return contract.key().stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
