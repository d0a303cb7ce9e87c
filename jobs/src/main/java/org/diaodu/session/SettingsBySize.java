package org.diaodu.session;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.diaodu.table.Warehouse;

/**
 * Settings that fit the data of a night. Those of {@code conf/spark.properties} suit a small one:
 * to compile its queries, to plan them anew after each step and to keep the range of each column
 * for each file costs it more than to do without, and a shuffle has two partitions. For 40 000
 * observations compiling pays, 40 s instead of 52; for millions there are more partitions, so that
 * each stays small. What was measured: docs/decisions/0007, 0015 and 0017.
 */
public final class SettingsBySize {
  /** What pays once there is enough to work on. */
  private static final Map<String, String> COMPILED =
      Map.of(
          "spark.sql.codegen.wholeStage", "true",
          "spark.sql.codegen.factoryMode", "FALLBACK",
          "spark.sql.adaptive.enabled", "true",
          "spark.databricks.delta.stats.collect", "true",
          // Parts are put together as long as they are small; one for each core would not fit.
          "spark.sql.adaptive.coalescePartitions.parallelismFirst", "false",
          "spark.sql.adaptive.advisoryPartitionSizeInBytes", "4m",
          // What arrives on top of a whole country is kept in few parts, not in as many as it has.
          "spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true");

  /** So that a file holds few years, and a large night need not write the others again. */
  private static final Map<String, String> BY_YEARS =
      Map.of("spark.sql.files.maxRecordsPerFile", String.valueOf(Warehouse.ROWS_OF_A_FILE));

  /** Bytes of new files and of stored observations from which on it pays. */
  private static final long WORTH_IT = 2L << 20;

  /**
   * Session setting: bytes of text, or of what was text, from which on a night is large. For trials
   * and tests; a night has the default.
   */
  public static final String LARGE_FROM = "spark.diaodu.largeFromBytes";

  /** Bytes of text, or of what was text, from which on a night is large. */
  private static final long LARGE = 16L << 20;

  /**
   * Bytes of text, or of what was text, that one partition of a shuffle is made of: some 600 000
   * figures. Two orders of them at once fit the memory of a task, and a file holds few years.
   */
  private static final long PARTITION = 2 * LARGE;

  /** A stored observation is so much shorter than its line. */
  private static final int STORED_TO_TEXT = 5;

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private SettingsBySize() {}

  /**
   * Fits them, whatever an earlier night of the same session had.
   *
   * @param arrived bytes of new files
   * @param stored bytes of stored observations
   * @return whether the night is a large one, which had better compute and write by years
   */
  public static boolean fit(SparkSession spark, long arrived, long stored) {
    boolean worthIt = arrived + stored >= WORTH_IT;
    long text = arrived + STORED_TO_TEXT * stored;
    long largeFrom = Long.parseLong(spark.conf().get(LARGE_FROM, String.valueOf(LARGE)));
    set(spark, COMPILED, worthIt);
    set(spark, BY_YEARS, text >= largeFrom);
    // As many for each core, so that none waits for the last one.
    int cores = spark.sparkContext().defaultParallelism();
    long partitions = (text / PARTITION + cores - 1) / cores * cores;
    String least = configured(spark, PARTITIONS);
    boolean more = least == null || partitions > Long.parseLong(least);
    set(spark, PARTITIONS, worthIt && more ? String.valueOf(partitions) : least);
    return text >= largeFrom;
  }

  private static void set(SparkSession spark, Map<String, String> settings, boolean on) {
    settings.forEach((name, value) -> set(spark, name, on ? value : configured(spark, name)));
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
