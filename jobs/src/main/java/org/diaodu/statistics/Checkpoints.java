package org.diaodu.statistics;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.LogicalRDD;
import org.diaodu.table.ScratchTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that are computed once and stay what they were, whatever becomes of the tables behind them.
 * A small night of one process keeps them there. A large one has no memory to spare for them, and
 * on a cluster a machine that is lost takes with it what it kept: then they are files beside the
 * tables for as long as the run lasts.
 */
public final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final ScratchTables files;
  private final Map<Dataset<Row>, String> names = new ConcurrentHashMap<>();
  private boolean inFiles;

  /** Of a run over the warehouse at a path. */
  public Checkpoints(SparkSession spark, String warehouse) {
    this.files =
        new ScratchTables(spark.sparkContext().hadoopConfiguration(), warehouse + "/_checkpoints");
    this.inFiles = !spark.sparkContext().isLocal();
  }

  /** Work that keeps rows; what a run before it left because it was killed is deleted first. */
  public <T> T during(Supplier<T> work) {
    files.close();
    try {
      return work.get();
    } finally {
      end();
    }
  }

  /** From now on rows are kept in files. */
  public void areLarge() {
    inFiles = true;
  }

  /** Computes rows and keeps them. */
  public Dataset<Row> of(Dataset<Row> rows) {
    if (!inFiles) {
      return local(rows);
    }
    String name = UUID.randomUUID().toString();
    Dataset<Row> kept = files.kept(name, rows);
    names.put(kept, name);
    return kept;
  }

  /** Computes rows and keeps them in this process. */
  public static Dataset<Row> local(Dataset<Row> rows) {
    return rows.localCheckpoint();
  }

  /** Gives back the memory or the files of rows that nobody reads any more. */
  public void release(Dataset<Row> rows) {
    String name = names.remove(rows);
    if (name != null) {
      files.drop(name);
    } else if (((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().logical()
        instanceof LogicalRDD kept) {
      kept.rdd().unpersist(false);
    }
  }

  /** Where they cannot be deleted, the log says so and the next run does it: this one is over. */
  private void end() {
    try {
      files.close();
    } catch (UncheckedIOException e) {
      LOG.warn("临时文件没有删掉，下一次运行会再删：{}", e.getMessage());
    }
  }
}
