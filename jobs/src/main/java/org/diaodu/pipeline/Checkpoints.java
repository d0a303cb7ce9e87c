package org.diaodu.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that are computed once and stay what they were, whatever becomes of the tables behind them.
 * In one process they are kept there. On a cluster they are written beside the tables for as long
 * as the run lasts, since a machine that is lost takes with it what it kept.
 */
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final SparkContext context;
  private final Path folder;

  private Checkpoints(SparkContext context, Path folder) {
    this.context = context;
    this.folder = folder;
  }

  /** Work that keeps rows; what a run before it left because it was killed is deleted first. */
  static <T> T during(SparkSession spark, String warehouse, Supplier<T> work) {
    SparkContext context = spark.sparkContext();
    if (context.isLocal()) {
      return work.get();
    }
    Checkpoints checkpoints = new Checkpoints(context, new Path(warehouse, "_checkpoints"));
    checkpoints.delete();
    context.setCheckpointDir(checkpoints.folder.toString());
    try {
      return work.get();
    } finally {
      checkpoints.end();
    }
  }

  /** Computes rows and keeps them. */
  static Dataset<Row> of(SparkSession spark, Dataset<Row> rows) {
    return spark.sparkContext().getCheckpointDir().isEmpty()
        ? rows.localCheckpoint()
        : rows.checkpoint();
  }

  /** Where it cannot be deleted, the log says so and the next run does it: this one is over. */
  private void end() {
    try {
      delete();
    } catch (UncheckedIOException e) {
      LOG.warn("{} 没有删掉，下一次运行会再删：{}", folder, e.getMessage());
    }
  }

  private void delete() {
    try {
      folder.getFileSystem(context.hadoopConfiguration()).delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the rows kept in " + folder, e);
    }
  }
}
