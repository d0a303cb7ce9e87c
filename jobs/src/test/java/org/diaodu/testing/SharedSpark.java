package org.diaodu.testing;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.session.SparkSessions;

/**
 * The one Spark session of all tests. spark-testing-base makes and shares it, and compares
 * datasets.
 */
public final class SharedSpark extends JavaDatasetSuiteBase {
  private static final SharedSpark SHARED = started();

  private SharedSpark() {}

  /** The session. */
  public static SparkSession session() {
    return SHARED.spark();
  }

  /** Fails unless both have the same rows, in whatever order. */
  public static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
    SHARED.assertDataFrameNoOrderEquals(expected, actual);
  }

  @Override
  public SparkConf conf() {
    try {
      SparkConf conf = super.conf();
      // Those that a night has which was started by hand.
      Map<String, String> settings = SparkSessions.settings(Path.of("conf/spark.properties"));
      SparkSessions.complete("local", settings).forEach(conf::set);
      // Of the logs of a hundred warehouses in one process, and of all queries, not everything is
      // to be remembered: the heap would be full of it.
      return conf.set("spark.databricks.delta.delta.log.cacheSize", "64")
          .set("spark.sql.ui.retainedExecutions", "10")
          .set("spark.ui.retainedJobs", "10")
          .set("spark.ui.retainedStages", "10")
          .set("spark.ui.retainedTasks", "100")
          .set("spark.sql.warehouse.dir", Files.createTempDirectory("spark-warehouse").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean enableHiveSupport() {
    return false;
  }

  private static SharedSpark started() {
    SharedSpark shared = new SharedSpark();
    shared.runBefore();
    return shared;
  }
}
