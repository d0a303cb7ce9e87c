package org.diaodu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.diaodu.night.NightlyReport;
import org.diaodu.night.NightlyRun;
import org.diaodu.night.NightlySettings;
import org.diaodu.operation.StageResult;
import org.diaodu.session.SparkSessions;

/**
 * One run in a process of its own, so that nothing is warm and its memory is its own. The last line
 * that it prints is what {@link Measured} reads.
 */
final class OneRun {
  private OneRun() {}

  /** {@code night|commit|duckdb AREAS INDICATORS YEARS SEED FOLDER AS_OF THREADS MASTER}. */
  public static void main(String[] args) throws Exception {
    Scale scale =
        new Scale(
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Long.parseLong(args[4]));
    Place place = new Place(Path.of(args[5]));
    LocalDate asOf = LocalDate.parse(args[6]);
    int threads = Integer.parseInt(args[7]);
    long began = System.nanoTime();
    Map<String, Double> stages = new HashMap<>();
    if (args[0].equals("night")) {
      try (SparkSession spark = SparkSessions.open(args[8], settings())) {
        stages.putAll(night(spark, place, asOf));
      }
    } else if (args[0].equals("commit")) {
      try (SparkSession spark = SparkSessions.open(args[8], settings())) {
        spark.range(1).write().format("delta").save(place.commit().toString());
      }
    } else {
      DuckDbTwin.run(scale, place.pack(), place.landing(), place.duckDb(), asOf, threads);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.println(new Measured(seconds, cpuSeconds(), peakMegabytes(), stages).line());
  }

  /** A night, and how long each of its stages took. */
  static Map<String, Double> night(SparkSession spark, Place place, LocalDate asOf) {
    NightlyReport report =
        NightlyRun.run(
            spark,
            new NightlySettings(
                place.pack(),
                place.landing(),
                place.warehouse().toString(),
                place.out(),
                Optional.of(asOf),
                Optional.empty(),
                false,
                Clock.system(ZoneOffset.UTC)),
            (number, of, stage) -> System.err.println(LocalTime.now(ZoneOffset.UTC) + " " + stage));
    Map<String, Double> stages = new HashMap<>();
    StageResult.tookByStage(report.stages())
        .forEach((stage, took) -> stages.put(stage, took.toMillis() / 1e3));
    if (report.quarantined() > 0) {
      throw new IllegalStateException(
          "%d cells of the made-up files were refused, expected none: see %s"
              .formatted(report.quarantined(), place.out()));
    }
    return stages;
  }

  /** The Parquet files of the newest version of a table. */
  static List<Path> files(SparkSession spark, Place place, String table) {
    String[] files =
        spark
            .read()
            .format("delta")
            .load(place.warehouse().resolve("statistics").resolve(table).toString())
            .inputFiles();
    return List.of(files).stream().map(f -> Path.of(java.net.URI.create(f))).toList();
  }

  /** The settings that ship with the program. */
  static Map<String, String> settings() {
    return SparkSessions.settings(
        Path.of(System.getProperty("diaodu.home"), "conf/spark.properties"));
  }

  static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** The most memory that the process ever had, heap and all else, as Linux counts it. */
  static long peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
