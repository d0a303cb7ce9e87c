package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.SparkJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOfChecksumTest {
  private static final String STATISTICS = "spark.databricks.delta.stats.collect";

  private final SparkSession spark = SharedSpark.session();

  @TempDir private Path folder;

  @BeforeEach
  void twoFiles() {
    write(spark.range(0, 3).toDF());
    write(spark.range(3, 5).toDF());
  }

  @Test
  void theFilesOfASmallTableAreFoundWithoutAJob() {
    SparkJobs jobs = SparkJobs.counted();

    assertThat(ids("id >= 0")).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(jobs.sinceLastAsked()).as("to read it").isEqualTo(1);
  }

  @Test
  void anEarlierVersionHasItsOwnFiles() {
    assertThat(sorted(spark.read().format("delta").option("versionAsOf", 0).load(path())))
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void rowsStruckOutInAFileAreNotRead() {
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')"
            .formatted(path()));
    DeltaTable.forPath(spark, path()).delete("id = 1");

    assertThat(ids("id >= 0")).containsExactly(0L, 2L, 3L, 4L);
  }

  @Test
  void filesWithStatisticsAreChosenByWhatIsAsked() {
    spark.conf().set(STATISTICS, "true");
    try {
      write(spark.range(5, 7).toDF());
      write(spark.range(7, 9).toDF());
    } finally {
      spark.conf().set(STATISTICS, "false");
    }
    Dataset<Row> asked = spark.read().format("delta").load(path()).where("id >= 7");

    assertThat(sorted(asked)).containsExactly(7L, 8L);
    assertThat(asked.queryExecution().executedPlan().toString()).contains("PreparedDeltaFileIndex");
  }

  @Test
  void aTableWithoutChecksumsIsReadAsEver() throws Exception {
    try (Stream<Path> log = Files.list(folder.resolve("table/_delta_log"))) {
      for (Path file : log.filter(f -> f.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    }
    Path moved = Files.move(folder.resolve("table"), folder.resolve("moved"));

    assertThat(sorted(spark.read().format("delta").load(moved.toString())))
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  private List<Long> ids(String condition) {
    return sorted(spark.read().format("delta").load(path()).where(condition));
  }

  private static List<Long> sorted(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getLong(0)).sorted().toList();
  }

  private void write(Dataset<Row> ids) {
    ids.coalesce(1).write().format("delta").mode(SaveMode.Append).save(path());
  }

  private String path() {
    return folder.resolve("table").toString();
  }
}
