package org.diaodu.pipeline;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Settings that fit the data of a night. Those of {@code conf/spark.properties} suit a small one:
 * to compile its queries, to plan them anew after each step and to keep the range of each column
 * for each file costs it more than to do without, and a shuffle has two partitions. For 40 000
 * observations compiling pays, 40 s instead of 52; for millions there are more partitions, so that
 * each stays small. What was measured: docs/decisions/0007 and 0015.
 */
final class SettingsBySize {
  /** What pays once there is enough to work on. */
  private static final Map<String, String> LARGE =
      Map.of(
          "spark.sql.codegen.wholeStage", "true",
          "spark.sql.codegen.factoryMode", "FALLBACK",
          "spark.sql.adaptive.enabled", "true",
          "spark.databricks.delta.stats.collect", "true");

  /** Bytes of new files and of stored observations from which on it does. */
  private static final long WORTH_IT = 2L << 20;

  /** Bytes of text, or of what was text, that one partition of a shuffle is made of. */
  private static final long PARTITION = 16L << 20;

  /** A stored observation is so much shorter than its line. */
  private static final int STORED_TO_TEXT = 5;

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private SettingsBySize() {}

  /**
   * Fits them, whatever an earlier night of the same session had.
   *
   * @param arrived bytes of new files
   * @param stored bytes of stored observations
   */
  static void fit(SparkSession spark, long arrived, long stored) {
    boolean large = arrived + stored >= WORTH_IT;
    LARGE.forEach((name, value) -> set(spark, name, large ? value : configured(spark, name)));
    // As many for each core, so that none waits for the last one.
    int cores = spark.sparkContext().defaultParallelism();
    long parts = (arrived + STORED_TO_TEXT * stored) / PARTITION;
    long partitions = (parts + cores - 1) / cores * cores;
    String least = configured(spark, PARTITIONS);
    boolean more = least == null || partitions > Long.parseLong(least);
    set(spark, PARTITIONS, large && more ? String.valueOf(partitions) : least);
  }

  /** What the session was started with; null where Spark's own default holds. */
  private static String configured(SparkSession spark, String name) {
    return spark.sparkContext().getConf().get(name, null);
  }

  private static void set(SparkSession spark, String name, String value) {
    if (value == null) {
      spark.conf().unset(name);
    } else {
      spark.conf().set(name, value);
    }
  }
}
