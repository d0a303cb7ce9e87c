package org.diaodu.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Encoders;
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
 * figure changes. What a manifest names that anybody may still read by is never deleted, whatever a
 * run did that did not finish, and however old it is.
 */
public final class Maintenance {
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
   * @param deleted how many data files were deleted
   */
  public record Report(List<Compacted> compacted, long deleted) {}

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
    return new Report(compacted, deleted(keep));
  }

  /**
   * Deletes what neither the newest manifest names, nor one that a reader may still have in hand,
   * nor one that a release was made from, nor the tables as they are now.
   */
  private long deleted(Duration keep) {
    List<Manifest> all = manifests.all();
    Manifest newest = all.get(0);
    List<Manifest> others = named(all, releasedFrom(newest), clock.instant().minus(keep));
    return Together.run(
            Arrays.stream(Table.values())
                .map(
                    table ->
                        (Callable<Long>)
                            () ->
                                warehouse.clean(
                                    table,
                                    versions(table, List.of(newest)),
                                    versions(table, others),
                                    keep,
                                    clock.instant()))
                .toList())
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * Manifests beside the newest that somebody may still read by.
   *
   * @param newestFirst all of them
   * @param released numbers of those that a release was made from
   * @param since the first instant at which a session of today may have begun
   */
  static List<Manifest> named(List<Manifest> newestFirst, Set<Long> released, Instant since) {
    List<Manifest> named = new ArrayList<>();
    boolean inHand = true;
    for (Manifest manifest : newestFirst) {
      if (inHand || released.contains(manifest.number())) {
        named.add(manifest);
      }
      // The one before the first of them was the newest when the first sessions began.
      inHand = inHand && manifest.publishedAt().isAfter(since);
    }
    return named;
  }

  private static Set<Long> versions(Table table, List<Manifest> manifests) {
    return manifests.stream()
        .map(manifest -> manifest.versions().get(table.fullName()))
        .filter(version -> version != null)
        .collect(Collectors.toSet());
  }

  private Set<Long> releasedFrom(Manifest newest) {
    Long version = newest.versions().get(Table.RELEASES.fullName());
    return version == null
        ? Set.of()
        : warehouse
            .read(Table.RELEASES, version)
            .select("manifest")
            .distinct()
            .as(Encoders.LONG())
            .collectAsList()
            .stream()
            .collect(Collectors.toSet());
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
            Manifest.MAINTENANCE + now.toString().replaceAll("[-:]|\\..*", ""),
            now,
            published.region(),
            published.packId(),
            published.program(),
            published.asOf(),
            versions,
            published.fingerprints()));
  }
}
