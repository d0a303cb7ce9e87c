package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.Warehouse;
import org.diaodu.testing.Night;
import org.diaodu.testing.ObjectStore;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse in a bucket, by Hadoop's S3A. */
@Slow
class ObjectStoreNightTest {
  private static final String FIRST =
      Night.HEADER
          + "全州,社零,2023-06,,,100.00,亿元,,2023-07-18,\n"
          + "甲县,社零,2023-06,,,50.00,亿元,,2023-07-18,\n"
          + "全州,社零,2024-06,,,107.00,亿元,,2024-07-18,\n"
          + "甲县,社零,2024-06,,,55.20,亿元,,2024-07-18,\n";

  private static final String LATER = Night.HEADER + "甲县,社零,2024-06,,,56.00,亿元,,2024-07-25,\n";

  private final SparkSession spark = SharedSpark.session();
  @TempDir private Path folder;

  @Test
  void nightsInABucketHaveTheTablesOfNightsInAFolder() throws Exception {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Night inAFolder = new Night(Packs.THREELANDS, folder.resolve("local"));
    List<String> settings = new ArrayList<>();
    Path landing = Files.createDirectories(inAFolder.landing());
    try (ObjectStore store = ObjectStore.started(folder)) {
      store.settings().forEach(hadoop::set);
      settings.addAll(store.settings().keySet());
      String bucket = store.folder("warehouse");

      inAFolder.arrives("first.csv", FIRST);
      night(landing, bucket, "2024-07-20T18:00:00Z");
      inAFolder.arrives("later.csv", LATER);
      night(landing, bucket, "2024-07-26T18:00:00Z");
      inAFolder.run("2024-07-26T18:00:00Z");

      for (Table table :
          List.of(Table.OBSERVATIONS, Table.GROWTH, Table.CAPITAL_SHARE, Table.ATTAINMENT)) {
        SharedSpark.assertSameRows(
            rows(inAFolder.warehouse().toString(), table), rows(bucket, table));
      }
      assertThat(new Manifests(hadoop, bucket).newest().map(Manifest::number)).hasValue(2L);
      org.apache.hadoop.fs.Path lease = new org.apache.hadoop.fs.Path(bucket, "_run.lease");
      assertThat(lease.getFileSystem(hadoop).exists(lease)).as("lease of the last run").isFalse();
    } finally {
      // Defaults, and nothing else, for whoever asks next in this process.
      settings.forEach(hadoop::unset);
    }
  }

  private void night(Path landing, String warehouse, String instant) throws IOException {
    NightlyRun.run(
        spark,
        new NightlySettings(
            Packs.THREELANDS,
            landing,
            warehouse,
            folder.resolve("out"),
            Optional.empty(),
            Optional.empty(),
            false,
            Clock.fixed(Instant.parse(instant), ZoneOffset.UTC)),
        (number, of, stage) -> {});
  }

  /** Without what says when and by which run a row was made. */
  private Dataset<Row> rows(String warehouse, Table table) {
    return new Warehouse(spark, warehouse).read(table).drop("as_of", "recorded_at", "run_id");
  }
}
