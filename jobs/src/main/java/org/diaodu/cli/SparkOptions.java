package org.diaodu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.diaodu.files.Place;
import org.diaodu.session.SparkSessions;
import org.diaodu.table.ScratchTables;
import picocli.CommandLine.Option;

/** What every command with a session shares. */
final class SparkOptions {
  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "warehouse",
      description = "表所在的文件夹")
  private String warehouse;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Spark master；由 spark-submit 启动时写空")
  private String master;

  // Read before the options are, since it holds their defaults: see Defaults.
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--conf", paramLabel = "FILE", description = "配置文件（默认 conf/diaodu.yaml）")
  private Path conf;

  /** Where it is, as everything below writes it. */
  String warehouse() {
    return place().root();
  }

  /**
   * Where it is.
   *
   * @throws UsageException where what was written is no place
   */
  Place place() {
    try {
      return Place.of(warehouse, hadoop());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--warehouse：" + e.getMessage());
    }
  }

  /** How file systems are reached without a session, by the same settings. */
  Configuration hadoop() {
    return SparkSessions.hadoop(settings());
  }

  /** A session with the settings of {@code conf/spark.properties}. */
  SparkSession open() {
    return open(Map.of());
  }

  /** The same, with settings that go before those of the file. */
  SparkSession open(Map<String, String> more) {
    try {
      Path databases = Files.createTempDirectory("diaodu-databases");
      Map<String, String> settings = new HashMap<>();
      // Spark makes an empty folder for each database, though they have views alone: neither where
      // the user stands, nor where the program is, which may be read-only.
      settings.put("spark.sql.warehouse.dir", databases.toUri().toString());
      settings.putAll(settings());
      settings.putAll(more);
      SparkSession session = SparkSessions.open(master, settings);
      FileSystem.getLocal(session.sparkContext().hadoopConfiguration())
          .deleteOnExit(new org.apache.hadoop.fs.Path(databases.toUri()));
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a folder for passing files", e);
    }
  }

  private static Map<String, String> settings() {
    Path file = Home.folder().resolve("conf/spark.properties");
    return Files.isRegularFile(file) ? SparkSessions.settings(file) : Map.of();
  }

  /**
   * Where what is computed for one command is kept: beside the machine's other passing files; on a
   * cluster, where all its machines reach it.
   */
  ScratchTables scratch(SparkSession session) {
    String name = "diaodu-" + UUID.randomUUID();
    String folder =
        place().local()
            ? Path.of(System.getProperty("java.io.tmpdir"), name).toString()
            : warehouse() + "/_scratch/" + name;
    return new ScratchTables(session.sparkContext().hadoopConfiguration(), folder);
  }
}
