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
import org.diaodu.lint.SuppressForbidden;
import org.diaodu.table.TableRules;

/** The one place that makes a Spark session. */
public final class SparkSessions {
  /** Hadoop's local files without helper processes, where driver and tasks are one process. */
  public static final Map<String, String> LOCAL_FILES =
      Map.of(
          "spark.hadoop.fs.file.impl", QuickLocalFileSystem.class.getName(),
          "spark.hadoop.fs.AbstractFileSystem.file.impl", QuickLocalFs.class.getName());

  /**
   * What no file and no command line changes, since the program relies on it.
   *
   * <p>Dates and instants are those of {@code java.time}, in rows and in functions, and mean the
   * same on every machine.
   *
   * <p>A query is what its text says: {@code ${env:…}} in it is no variable of the process, and
   * what stands in double quotes is a name, as SQL has it, and not a text.
   *
   * <p>Readers stay with the versions that the newest manifest names, however old they are: Delta
   * would refuse a version that is no longer the newest, as while a night runs, once it is a week
   * old. What may be deleted, maintenance decides.
   */
  private static final Map<String, String> PINNED =
      Map.of(
          "spark.sql.datetime.java8API.enabled",
          "true",
          "spark.sql.session.timeZone",
          "UTC",
          "spark.sql.variable.substitute",
          "false",
          "spark.sql.ansi.enabled",
          "true",
          "spark.sql.ansi.doubleQuotedIdentifiers",
          "true",
          "spark.sql.catalog.spark_catalog",
          "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
          "false");

  private static final String EXTENSIONS =
      "io.delta.sql.DeltaSparkSessionExtension," + TableRules.class.getName();

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
   * All settings of a session: of local files where nothing else is said, those given, and over
   * both what no one changes. Spark hands them on to the sessions of remote clients.
   *
   * @param master Spark master, such as {@code local[*]}; empty where {@code spark-submit} sets it
   * @param settings Spark settings, such as those of {@code conf/spark.properties}
   */
  public static Map<String, String> complete(String master, Map<String, String> settings) {
    Map<String, String> complete = new HashMap<>();
    if (master.startsWith("local")) {
      complete.putAll(LOCAL_FILES);
    }
    complete.putAll(settings);
    complete.putAll(PINNED);
    complete.put("spark.sql.extensions", extensions(settings));
    return complete;
  }

  /** A session with Delta and the settings that {@link #complete} makes of these. */
  @SuppressForbidden("the one place that makes a session")
  public static SparkSession open(String master, Map<String, String> settings) {
    SparkSession.Builder builder = SparkSession.builder().appName("diaodu");
    if (!master.isEmpty()) {
      builder = builder.master(master);
    }
    for (Map.Entry<String, String> setting : complete(master, settings).entrySet()) {
      builder = builder.config(setting.getKey(), setting.getValue());
    }
    return builder.getOrCreate();
  }

  /** Delta's first, so that ours see what it made of a query. */
  private static String extensions(Map<String, String> settings) {
    String own = settings.getOrDefault("spark.sql.extensions", "");
    return own.isEmpty() ? EXTENSIONS : EXTENSIONS + "," + own;
  }
}
