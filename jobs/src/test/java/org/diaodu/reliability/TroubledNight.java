package org.diaodu.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.diaodu.night.NightlyRun;
import org.diaodu.night.NightlySettings;
import org.diaodu.session.SparkSessions;

/** A process of its own that runs one night and comes into trouble at a step of it. */
final class TroubledNight {
  static final String DONE = "steps ";

  private TroubledNight() {}

  /** One whose changes of files are counted. */
  static SparkSession session() throws IOException {
    Map<String, String> settings = SparkSessions.settings(Path.of("conf/spark.properties"));
    settings.put("spark.hadoop.fs.file.impl", TroubledFileSystem.class.getName());
    settings.put("spark.hadoop.fs.AbstractFileSystem.file.impl", TroubledFs.class.getName());
    return SparkSessions.open("local[2]", settings);
  }

  /** Pack, landing folder, warehouse, folder for documents, instant, as-of day, trouble, step. */
  public static void main(String[] args) throws IOException {
    try (SparkSession spark = session()) {
      Trouble.plan(Trouble.Kind.valueOf(args[6]), Long.parseLong(args[7]));
      NightlyRun.run(
          spark,
          new NightlySettings(
              Path.of(args[0]),
              Path.of(args[1]),
              args[2],
              Path.of(args[3]),
              Optional.of(LocalDate.parse(args[5])),
              Optional.empty(),
              false,
              Clock.fixed(Instant.parse(args[4]), ZoneOffset.UTC)),
          (number, of, stage) -> {});
      System.out.println(DONE + Trouble.steps());
    }
  }
}
