package org.diaodu.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.diaodu.domain.TimePeriod;
import org.diaodu.operation.Maintenance;
import org.diaodu.region.PackReader;
import org.diaodu.release.NothingToPublishException;
import org.diaodu.release.Publishing;

/** A process of its own that publishes documents, tidies up, and stands still at each step. */
final class TroubledUpkeep {
  private TroubledUpkeep() {}

  /** Pack, warehouse, folder for documents, instant, trouble, step. */
  public static void main(String[] args) throws IOException {
    try (SparkSession spark = TroubledNight.session()) {
      Trouble.plan(Trouble.Kind.valueOf(args[4]), Long.parseLong(args[5]));
      run(spark, Path.of(args[0]), args[1], Path.of(args[2]), Instant.parse(args[3]));
      System.out.println(TroubledNight.DONE + Trouble.steps());
    }
  }

  /** Publishes June where it is not published, and keeps nothing that nobody needs. */
  static void run(SparkSession spark, Path pack, String warehouse, Path out, Instant now)
      throws IOException {
    try {
      new Publishing(spark, warehouse, PackReader.read(pack))
          .publish(
              TimePeriod.of("2024-06"), Optional.empty(), now, true, out, "tester", "of a test");
    } catch (NothingToPublishException published) {
      System.err.println(published.getMessage());
    }
    new Maintenance(spark, warehouse, Clock.fixed(now, ZoneOffset.UTC)).run(Duration.ZERO, 2);
  }
}
