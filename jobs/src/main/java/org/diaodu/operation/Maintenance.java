package org.diaodu.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.lock.RunLock;
import org.diaodu.lock.WarehouseInUseException;
import org.diaodu.table.ClockSetBackException;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.NotReleasedException;
import org.diaodu.table.Together;
import org.diaodu.table.Warehouse;

/**
 * Keeps a warehouse small: puts small files together and deletes what nobody can read any more. No
 * figure changes. What the newest manifest names is never deleted, nor what a run that did not
 * finish has not replaced for good; releases do not depend on old versions, they are rows.
 */
public final class Maintenance {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Warehouse warehouse;
  private final Manifests manifests;
  private final Configuration hadoop;
  private final Clock clock;

  /** Of the warehouse at a path. */
  public Maintenance(SparkSession spark, String root, Clock clock) {
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    this.warehouse = new Warehouse(spark, root);
    this.manifests = new Manifests(hadoop, root);
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param compacted tables whose files were put together, with how many they had and have
   * @param kept for how long what is no longer part of a table stays
   */
  public record Report(List<Compacted> compacted, Duration kept) {}

  /**
   * One table.
   *
   * @param table which
   * @param before files before
   * @param after files after
   */
  public record Compacted(Table table, long before, long after) {}

  /**
   * Does it, between two nights.
   *
   * @param keep for how long at least what is no longer part of a table stays: as long as a session
   *     of a reader may be open
   * @param smallFiles from how many files on those of a table are put together
   * @throws NotReleasedException where no night has finished yet
   * @throws WarehouseInUseException where a run is using the warehouse
   * @throws ClockSetBackException where it is earlier than the last publication
   */
  public Report run(Duration keep, int smallFiles) {
    return RunLock.during(
        warehouse.root(), "整理", hadoop, lock -> runLocked(lock, keep, smallFiles));
  }

  private Report runLocked(RunLock lock, Duration keep, int smallFiles) {
    Manifest published =
        manifests.newest().orElseThrow(() -> new NotReleasedException(warehouse.root()));
    ClockSetBackException.require(clock.instant(), published, ZoneOffset.UTC);
    List<Compacted> compacted = compact(published, smallFiles);
    lock.requireHeld();
    if (!compacted.isEmpty()) {
      publish(published, compacted);
    }
    Duration kept = kept(keep, published.publishedAt(), clock.instant());
    Together.run(
        Arrays.stream(Table.values())
            .map(
                table ->
                    (Callable<Table>)
                        () -> {
                          warehouse.clean(table, kept);
                          return table;
                        })
            .toList());
    return new Report(compacted, kept);
  }

  /** What a run left that did not finish is not looked at: the next one replaces or goes on. */
  private List<Compacted> compact(Manifest published, int smallFiles) {
    List<Compacted> compacted = new ArrayList<>();
    for (Table table : Table.values()) {
      Long version = published.versions().get(table.fullName());
      long before = warehouse.files(table);
      if (version != null && version == warehouse.version(table) && before >= smallFiles) {
        warehouse.compact(table);
        compacted.add(new Compacted(table, before, warehouse.files(table)));
      }
    }
    return compacted;
  }

  /** The same figures, in other files. */
  private void publish(Manifest published, List<Compacted> compacted) {
    TreeMap<String, Long> versions = new TreeMap<>(published.versions());
    for (Compacted table : compacted) {
      versions.put(table.table().fullName(), warehouse.version(table.table()));
    }
    Instant now = clock.instant();
    manifests.publish(
        new Manifest(
            published.number() + 1,
            "maintenance-" + now.toString().replaceAll("[-:]|\\..*", ""),
            now,
            published.region(),
            published.packId(),
            published.program(),
            published.asOf(),
            versions,
            published.fingerprints()));
  }

  /** Files that a later version took away are still part of what was published before it. */
  static Duration kept(Duration keep, Instant publishedAt, Instant now) {
    Duration sincePublished = Duration.between(publishedAt, now).plus(A_DAY);
    return sincePublished.compareTo(keep) > 0 ? sincePublished : keep;
  }
}
