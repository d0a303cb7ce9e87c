package org.diaodu.pipeline;

import org.apache.spark.sql.SparkSession;

/**
 * Settings that fit the data of a night. {@code conf/spark.properties} suits a small one: queries
 * are not compiled, because to compile costs it more than to run, 31 s instead of 36 for the sample
 * on two cores; and a shuffle has two partitions. For 40 000 observations compiling pays, 40 s
 * instead of 52; for millions there are more partitions, so that each stays small.
 */
final class QueryCompilation {
  /** Bytes of new files and of stored observations from which on compiling pays. */
  private static final long WORTH_IT = 2L << 20;

  /** Bytes of text, or of what was text, that one partition of a shuffle is made of. */
  private static final long PARTITION = 16L << 20;

  /** A stored observation is so much shorter than its line. */
  private static final int STORED_TO_TEXT = 5;

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private QueryCompilation() {}

  /**
   * Fits them where there is enough to work on.
   *
   * @param arrived bytes of new files
   * @param stored bytes of stored observations
   */
  static void fit(SparkSession spark, long arrived, long stored) {
    if (arrived + stored >= WORTH_IT) {
      spark.conf().set("spark.sql.codegen.wholeStage", true);
      spark.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
      spark.conf().set("spark.sql.adaptive.enabled", true);
      spark.conf().set("spark.databricks.delta.stats.collect", true);
      // What was put in order once is grouped in that order, and need not be put in order again.
      spark.conf().set("spark.sql.execution.replaceHashWithSortAgg", true);
    }
    // As many for each core, so that none waits for the last one.
    int cores = spark.sparkContext().defaultParallelism();
    long parts = (arrived + STORED_TO_TEXT * stored) / PARTITION;
    long partitions = (parts + cores - 1) / cores * cores;
    if (partitions > Long.parseLong(spark.conf().get(PARTITIONS))) {
      spark.conf().set(PARTITIONS, partitions);
    }
  }
}
