package org.diaodu.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.night.NightlyReport.Unfinished;
import org.diaodu.table.Manifest;
import org.diaodu.table.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in the tables since the last night that told what it published, as a night finds it
 * before it stores anything. After a night that came to its end that is nothing, which versions
 * tell without a look at rows.
 */
final class UntoldRows {
  private static final Logger LOG = LoggerFactory.getLogger(UntoldRows.class);
  private static final String RUN = "run_id";

  /** What a night tells of files and figures; each row says which run added it. */
  private static final List<Table> NAMED =
      List.of(Table.SOURCE_FILES, Table.QUARANTINE, Table.OBSERVATIONS);

  private final Warehouse warehouse;
  private final Optional<Manifest> told;
  private final Set<Table> found = EnumSet.noneOf(Table.class);
  private final Map<Table, Set<String>> runs = new EnumMap<>(Table.class);

  /** Looks at the versions of the tables. */
  UntoldRows(Warehouse warehouse, Optional<Manifest> told) {
    this.warehouse = warehouse;
    this.told = told;
    Arrays.stream(Table.values())
        // The records of runs tell themselves, those of failed ones, too.
        .filter(table -> table != Table.JOB_RUNS)
        .filter(this::isUntold)
        .forEach(found::add);
    NAMED.stream().filter(found::contains).forEach(table -> runs.put(table, untoldRuns(table)));
  }

  private boolean isUntold(Table table) {
    long version = warehouse.version(table);
    return version > 0 && version != toldVersion(table);
  }

  /** Tables that runs wrote without telling. */
  Set<Table> tables() {
    return Set.copyOf(found);
  }

  /** Who left what; nothing where nothing was left. */
  Unfinished unfinished() {
    if (found.isEmpty()) {
      return Unfinished.NONE;
    }
    Set<String> all = new TreeSet<>();
    runs.values().forEach(all::addAll);
    return new Unfinished(List.copyOf(all), tables());
  }

  /** The runs whose rows of a table nobody was told of. */
  Set<String> runs(Table table) {
    return runs.getOrDefault(table, Set.of());
  }

  /** Each run adds its rows in one step, so that none is told of half. */
  private Set<String> untoldRuns(Table table) {
    long version = toldVersion(table);
    if (version == 0) {
      return runs(warehouse.read(table));
    }
    try {
      // Where files were put together since, what was there already has to be read.
      return warehouse
          .addedSince(table, version)
          .map(UntoldRows::runs)
          .orElseGet(
              () -> {
                Set<String> untold = new HashSet<>(runs(warehouse.read(table)));
                untold.removeAll(runs(warehouse.read(table, version)));
                return Set.copyOf(untold);
              });
    } catch (Exception cleanedAway) {
      // Also what Spark throws without declaring it. A night is not to fail for what it would tell.
      LOG.warn("表 {} 的版本 {} 已读不到，那以后存下而没有报告的不再列出", table.fullName(), version, cleanedAway);
      return Set.of();
    }
  }

  private static Set<String> runs(Dataset<Row> rows) {
    return Set.copyOf(rows.select(RUN).distinct().as(Encoders.STRING()).collectAsList());
  }

  /** Whether rows are of runs. */
  static Column isOf(Set<String> runs) {
    return col(RUN).isInCollection(runs);
  }

  /** Whether they are of others. */
  static Column isNotOf(Set<String> runs) {
    return not(isOf(runs));
  }

  /** Creation is version 0. */
  private long toldVersion(Table table) {
    return told.map(manifest -> manifest.versions().get(table.fullName())).orElse(0L);
  }
}
