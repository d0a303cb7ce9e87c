package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.region.RegionPack;
import org.diaodu.revisions.SeriesValuesQuery;
import org.diaodu.table.ComputedRows;
import org.diaodu.table.Fingerprint;
import org.diaodu.table.IndicatorPeriods;
import org.diaodu.table.Manifest;
import org.diaodu.table.Program;
import org.diaodu.table.TableRows;
import org.diaodu.table.Together;
import org.diaodu.table.Warehouse;

/**
 * Brings the computed tables up to date: in the order of what they read, and side by side where
 * none reads another. Nothing is computed where neither the observations, the pack, the program nor
 * the day changed since what was last published, nor what rests on figures alone where none of them
 * is known otherwise; and no table is written whose content came out the same. Of large tables only
 * the rows are computed and written that a figure moves.
 */
public final class TableRefresh {
  /** Columns that say how a row came about, and not what it says. */
  public static final Set<String> BOOKKEEPING_COLUMNS = Set.of("as_of");

  /**
   * What became of a table.
   *
   * @param reads what it is computed from
   * @param rows how many rows were written; 0 where it is what it was
   * @param version its version now
   */
  public record Refreshed(
      Table table, Set<Table> reads, long rows, long version, Instant startedAt, Instant endedAt) {}

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final RegionPack pack;
  private final LocalDate asOf;
  private final Optional<Manifest> published;
  private final boolean isLarge;
  private final Clock clock;
  private final KnownOnADay known;
  private final Map<Reach, Optional<Affected>> affected = new EnumMap<>(Reach.class);
  private final Map<Table, TableRows> computed = new ConcurrentHashMap<>();
  private final Map<String, String> fingerprints = new ConcurrentSkipListMap<>();
  private final boolean nothingChanged;
  private final Set<Table> asPublished;
  private Optional<Dataset<Row>> knownOtherwise;
  private Optional<Moved> moved;

  /**
   * Rows that move, and what is known of the figures for them: put together once for all tables.
   */
  private record Affected(IndicatorPeriods periods, KnownOnADay known) {}

  /** Periods of figures that are known otherwise, and those that were ever marked as breaks. */
  private record Moved(IndicatorPeriods touched, IndicatorPeriods breaks) {}

  /**
   * Of a night.
   *
   * @param asOf day as of which the tables are computed
   * @param published what was last published; empty before the first time
   * @param isLarge whether there are so many figures that only the rows that move are computed
   */
  public TableRefresh(
      SparkSession spark,
      Warehouse warehouse,
      RegionPack pack,
      LocalDate asOf,
      Optional<Manifest> published,
      boolean isLarge,
      Clock clock) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.pack = pack;
    this.asOf = asOf;
    this.published = published;
    this.isLarge = isLarge;
    this.clock = clock;
    this.asPublished = published.map(this::asPublished).orElse(Set.of());
    this.nothingChanged =
        published
            .filter(m -> m.packId().equals(pack.packId()))
            .filter(m -> m.program().equals(Program.id()))
            .filter(m -> m.asOf().equals(asOf))
            .filter(m -> asPublished.containsAll(StatisticTables.resultsAndInputs()))
            .isPresent();
    this.known = new KnownOnADay(spark, pack, asOf, this::rows, isLarge, valuesBefore());
    published.ifPresent(m -> fingerprints.putAll(m.fingerprints()));
  }

  /** Content of each computed table as it now is. */
  public Map<String, String> fingerprints() {
    return fingerprints;
  }

  /**
   * The rows of a table as they now are: not read again where they have just been computed here.
   */
  public Dataset<Row> rows(Table table) {
    TableRows rows = computed.get(table);
    return rows == null ? warehouse.read(table) : rows.in(spark, table);
  }

  /** Refreshes all tables. */
  public List<Refreshed> run() {
    List<Refreshed> all = new ArrayList<>();
    for (List<StatisticTable> group : StatisticTables.inOrder()) {
      all.addAll(
          Together.run(
              group.stream().map(of -> (Callable<Refreshed>) () -> refreshed(of)).toList()));
    }
    return all;
  }

  private Refreshed refreshed(StatisticTable of) {
    Instant began = clock.instant();
    long rows = nothingChanged ? 0 : rowsWritten(of);
    return new Refreshed(
        of.table(), of.reads(), rows, warehouse.version(of.table()), began, clock.instant());
  }

  private long rowsWritten(StatisticTable of) {
    Table table = of.table();
    if (of.reach() == Reach.EVERY_DAY || !asPublished.contains(table) || moved().isEmpty()) {
      return isLarge && isByPeriod(of) ? rewritten(of) : replacedWhereOther(of);
    }
    Moved figures = moved().get();
    if (figures.touched().isEmpty()) {
      return 0;
    }
    Optional<Affected> rows = isLarge ? affected(of.reach(), figures) : Optional.empty();
    return rows.isPresent() ? rewritten(of, rows.get()) : replacedWhereOther(of);
  }

  private synchronized Optional<Affected> affected(Reach reach, Moved figures) {
    return affected.computeIfAbsent(
        reach,
        r ->
            r.affected(figures.touched(), figures.breaks())
                .map(of -> new Affected(of.periods(), known.only(of.needed()))));
  }

  private static boolean isByPeriod(StatisticTable of) {
    return switch (of.reach()) {
      case ITS_PERIOD, ALONG_THE_SERIES -> true;
      case ANY_ROW, EVERY_DAY -> false;
    };
  }

  /** Computes all rows, and writes them unless they are what the table holds. */
  private long replacedWhereOther(StatisticTable of) {
    Table table = of.table();
    TableRows rows = of.rows(known);
    if (rows instanceof TableRows.AtHand) {
      computed.put(table, rows);
    }
    try (ComputedRows result = warehouse.compute(table, rows, BOOKKEEPING_COLUMNS)) {
      Fingerprint fingerprint = result.fingerprint();
      boolean same =
          fingerprint.text().equals(fingerprints.get(table.fullName()))
              && asPublished.contains(table);
      if (same) {
        return 0;
      }
      warehouse.replace(result);
      fingerprints.put(table.fullName(), fingerprint.text());
      return fingerprint.rows();
    }
  }

  /** Computes all rows while they are written: they are too many to be kept. */
  private long rewritten(StatisticTable of) {
    Fingerprint all = warehouse.replace(of.table(), of.rows(known), BOOKKEEPING_COLUMNS);
    fingerprints.put(of.table().fullName(), all.text());
    return all.rows();
  }

  /** Computes and writes only the rows that moved. */
  private long rewritten(StatisticTable of, Affected affected) {
    Table table = of.table();
    IndicatorPeriods periods = affected.periods();
    TableRows rows = of.rows(affected.known());
    Fingerprint before = warehouse.content(table, periods, BOOKKEEPING_COLUMNS);
    Fingerprint after = warehouse.replace(table, periods, rows, BOOKKEEPING_COLUMNS);
    fingerprints.compute(
        table.fullName(), (name, content) -> Fingerprint.replaced(content, before, after));
    return after.rows();
  }

  /** Asked once. A small night computes all rows as soon as there is a new figure. */
  private synchronized Optional<Moved> moved() {
    if (moved == null) {
      moved =
          knownOtherwise()
              .map(IndicatorPeriods::of)
              .map(
                  touched ->
                      new Moved(
                          touched, touched.isEmpty() || !isLarge ? touched : everMarkedAsBreaks()));
    }
    return moved;
  }

  private IndicatorPeriods everMarkedAsBreaks() {
    return IndicatorPeriods.of(
        warehouse
            .read(Table.OBSERVATIONS)
            .where(col("obs_status").equalTo(ObservationStatus.B.name())));
  }

  private synchronized Optional<Dataset<Row>> knownOtherwise() {
    if (knownOtherwise == null) {
      knownOtherwise =
          published
              .filter(m -> isLarge || asPublished.contains(Table.OBSERVATIONS))
              .flatMap(m -> RestatedFigures.since(m, warehouse, pack, asOf));
    }
    return knownOtherwise;
  }

  /**
   * How many values each series has, by what the published tables say and what has come since; as
   * of an earlier day, or of few figures, all are counted. It reads those tables as published,
   * whatever becomes of them.
   */
  private Optional<Dataset<Row>> valuesBefore() {
    return published
        .filter(m -> isLarge && !asOf.isBefore(m.asOf()))
        .filter(m -> asPublished.containsAll(Set.of(Table.REVISIONS, Table.REVISION_SUMMARY)))
        .flatMap(
            m ->
                knownOtherwise()
                    .map(
                        figures ->
                            SeriesValuesQuery.since(
                                publishedAs(m, Table.REVISION_SUMMARY),
                                publishedAs(m, Table.REVISIONS),
                                figures)));
  }

  private Dataset<Row> publishedAs(Manifest manifest, Table table) {
    return warehouse.read(table, manifest.versions().get(table.fullName()));
  }

  /** Looked at once, before anything is written: each answer costs a look at a table's log. */
  private Set<Table> asPublished(Manifest manifest) {
    return StatisticTables.resultsAndInputs().stream()
        .filter(
            table ->
                Optional.ofNullable(manifest.versions().get(table.fullName()))
                    .filter(version -> version == warehouse.version(table))
                    .isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }
}
