package org.diaodu.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.diaodu.lint.SuppressForbidden;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class SparkSessionsTest {
  private static final String JAVA_TIME = "spark.sql.datetime.java8API.enabled";
  private static final String LOCAL = "spark.hadoop.fs.file.impl";
  private static final String EXTENSIONS = "spark.sql.extensions";

  @Test
  void aFileOfSettingsCannotBringBackTheOldDates() {
    Map<String, String> settings = SparkSessions.complete("", Map.of(JAVA_TIME, "false"));

    assertThat(settings).containsEntry(JAVA_TIME, "true");
  }

  @Test
  void aDateAndAnInstantOfASessionAreThoseOfJavaTime() {
    Row row =
        SharedSpark.session()
            .sql("SELECT DATE'2024-06-30', TIMESTAMP'2024-07-01 08:00:00+08:00'")
            .first();

    assertThat(row.get(0)).isEqualTo(LocalDate.of(2024, 6, 30));
    assertThat(row.get(1)).isEqualTo(Instant.parse("2024-07-01T00:00:00Z"));
  }

  @Test
  @SuppressForbidden("made as Spark Connect makes one for each client")
  void theSessionOfARemoteClientHasTheSettingsOfTheFirst() {
    assertThat(SharedSpark.session().newSession().conf().get(JAVA_TIME)).isEqualTo("true");
  }

  @Test
  void aFileOfSettingsMayReadLocalFilesInAnotherWay() {
    assertThat(SparkSessions.complete("local[2]", Map.of(LOCAL, "other")))
        .containsEntry(LOCAL, "other");
  }

  @Test
  void aClusterReadsFilesInSparksOwnWay() {
    assertThat(SparkSessions.complete("spark://host:7077", Map.of())).doesNotContainKey(LOCAL);
  }

  @Test
  void theExtensionsOfDeltaAndOfTheTablesStandBeforeOthers() {
    assertThat(SparkSessions.complete("", Map.of(EXTENSIONS, "org.example.Other")))
        .containsEntry(
            EXTENSIONS,
            "io.delta.sql.DeltaSparkSessionExtension,org.diaodu.table.TableRules,org.example.Other");
  }
}
