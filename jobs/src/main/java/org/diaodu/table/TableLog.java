package org.diaodu.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** What the log of one Delta table says of its versions and files. */
final class TableLog {
  private static final DeltaOperations.Operation OVERWRITE =
      new DeltaOperations.Write(
          SaveMode.Overwrite,
          scala.Option.empty(),
          scala.Option.empty(),
          scala.Option.empty(),
          scala.Option.empty(),
          scala.Option.empty(),
          scala.Option.empty(),
          scala.Option.empty(),
          scala.Option.empty());

  private final SparkSession spark;
  private final Path path;
  private final boolean alone;
  private final DeltaLog log;
  private volatile boolean looked;

  /**
   * Of the table at a path.
   *
   * @param alone whether nobody else writes to it: then it is looked at once, and what this process
   *     commits is known
   */
  TableLog(SparkSession spark, String path, boolean alone) {
    this.spark = spark;
    this.path = new Path(path);
    this.alone = alone;
    this.log = DeltaLog.forTable(spark, this.path);
  }

  /** The table as it is now. */
  Snapshot newest() {
    if (alone && looked) {
      // By path and not by its log: Delta may have given that up for another, to which it commits.
      return DeltaLog.forTable(spark, path).unsafeVolatileSnapshot();
    }
    Snapshot now = log.update(false, scala.Option.empty(), scala.Option.empty());
    looked = true;
    return now;
  }

  /** Whether there is a table at the path. */
  boolean exists() {
    return newest().version() >= 0;
  }

  /** Its columns, as they were when it was last looked at. */
  StructType schema() {
    return log.unsafeVolatileSnapshot().metadata().schema();
  }

  /** Size of its files: from the checksum beside the log, where there is one, without a job. */
  long bytes() {
    Snapshot now = newest();
    return now.checksumOpt().isDefined()
        ? now.checksumOpt().get().tableSizeBytes()
        : now.sizeInBytes();
  }

  /** Its properties, as they were when it was last looked at. */
  Map<String, String> properties() {
    return CollectionConverters.asJava(log.unsafeVolatileSnapshot().metadata().configuration());
  }

  /** The rows of the files that it has gained since a version; empty where it also lost some. */
  Optional<Dataset<Row>> addedSince(long version) {
    Snapshot now = newest();
    Map<String, AddFile> added = new LinkedHashMap<>();
    if (now.version() != version) {
      now.allFiles().collectAsList().forEach(file -> added.put(file.path(), file));
      for (AddFile file : then(version).allFiles().collectAsList()) {
        if (added.remove(file.path()) == null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        log.createDataFrame(
            now,
            CollectionConverters.asScala(added.values().iterator()).toSeq(),
            false,
            scala.Option.empty()));
  }

  /**
   * Puts rows in the place of all that the table holds, in one version. What Delta's own writer
   * does beside, to ask the log for clustering and for all files, costs a job each.
   */
  void replaceAll(Dataset<Row> rows) {
    log.withNewTransaction(
        scala.Option.empty(),
        scala.Option.empty(),
        new AbstractFunction1<OptimisticTransaction, Long>() {
          @Override
          public Long apply(OptimisticTransaction transaction) {
            transaction.readWholeTable();
            List<Action> actions =
                new ArrayList<>(CollectionConverters.asJava(transaction.writeFiles(rows)));
            FilesOfChecksum.of(transaction.snapshot())
                .orElseGet(() -> CollectionConverters.asJava(transaction.filterFiles()))
                .forEach(file -> actions.add(file.remove()));
            return transaction.commit(CollectionConverters.asScala(actions).toSeq(), OVERWRITE);
          }
        });
  }

  /** Deletes entries that no version younger than this needs. */
  void clean(Duration keep) {
    log.cleanUpExpiredLogs(
        newest(),
        scala.Option.empty(),
        scala.Option.apply(keep.toMillis()),
        log.cleanUpExpiredLogs$default$4());
  }

  private Snapshot then(long version) {
    return log.getSnapshotAt(version, scala.Option.empty(), scala.Option.empty(), false);
  }
}
