package org.diaodu.session;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.diaodu.files.QuickLocalFileSystem;
import org.diaodu.files.QuickLocalFs;

/** The one place that makes a Spark session. */
public final class SparkSessions {
  /** Hadoop's local files without helper processes, where driver and tasks are one process. */
  public static final Map<String, String> LOCAL_FILES =
      Map.of(
          "spark.hadoop.fs.file.impl", QuickLocalFileSystem.class.getName(),
          "spark.hadoop.fs.AbstractFileSystem.file.impl", QuickLocalFs.class.getName());

  /**
   * Readers stay with the versions that the newest manifest names, however old they are: Delta
   * would refuse a version that is no longer the newest, as while a night runs, once it is a week
   * old. What may be deleted, maintenance decides; that it did is no new version of a table.
   */
  public static final Map<String, String> PINNED_VERSIONS =
      Map.of(
          "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
          "false",
          "spark.databricks.delta.vacuum.logging.enabled",
          "false");

  private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";

  private static final String HADOOP = "spark.hadoop.";

  private SparkSessions() {}

  /** The settings of a file such as {@code conf/spark.properties}. */
  public static Map<String, String> settings(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    return settings;
  }

  /** What the settings say of file systems, for work that needs no session. */
  public static Configuration hadoop(Map<String, String> settings) {
    Configuration hadoop = new Configuration();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(HADOOP)) {
            hadoop.set(name.substring(HADOOP.length()), value);
          }
        });
    return hadoop;
  }

  /**
   * A session with Delta.
   *
   * @param master Spark master, such as {@code local[*]}; empty where {@code spark-submit} sets it
   * @param settings Spark settings, such as those of {@code conf/spark.properties}
   */
  public static SparkSession open(String master, Map<String, String> settings) {
    SparkSession.Builder builder = SparkSession.builder().appName("diaodu");
    if (!master.isEmpty()) {
      builder = builder.master(master);
    }
    if (master.startsWith("local")) {
      for (Map.Entry<String, String> setting : LOCAL_FILES.entrySet()) {
        builder = builder.config(setting.getKey(), setting.getValue());
      }
    }
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      builder = builder.config(setting.getKey(), setting.getValue());
    }
    for (Map.Entry<String, String> setting : PINNED_VERSIONS.entrySet()) {
      builder = builder.config(setting.getKey(), setting.getValue());
    }
    // Dates and instants mean the same on every machine.
    return builder
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.extensions", extensions(settings))
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .getOrCreate();
  }

  /** Delta's first, so that ours see what it made of a query. */
  private static String extensions(Map<String, String> settings) {
    String own = settings.getOrDefault("spark.sql.extensions", "");
    return own.isEmpty() ? DELTA_EXTENSION : DELTA_EXTENSION + "," + own;
  }
}
