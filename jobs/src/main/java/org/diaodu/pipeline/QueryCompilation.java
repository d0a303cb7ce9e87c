package org.diaodu.pipeline;

import org.apache.spark.sql.SparkSession;

/**
 * Whether Spark compiles its queries. {@code conf/spark.properties} turns that off, because to
 * compile costs a small night more than to run: 31 s instead of 36 for the sample on two cores. For
 * 40 000 observations it is the other way round, 40 s instead of 52, and it is turned on again.
 */
final class QueryCompilation {
  /** Bytes of new files and of stored observations from which on compiling pays. */
  private static final long WORTH_IT = 2L << 20;

  private QueryCompilation() {}

  /** Turns it on where there is enough to work on. */
  static void fit(SparkSession spark, long bytes) {
    if (bytes >= WORTH_IT) {
      spark.conf().set("spark.sql.codegen.wholeStage", true);
      spark.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
    }
  }
}
