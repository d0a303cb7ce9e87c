package org.diaodu.observations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.diaodu.testing.ObservationsFixture;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final ObservationsFixture figures = new ObservationsFixture();
  private Column confirmedAt = lit(null).cast("timestamp");
  private boolean arrivalCounts = true;

  @Test
  void aFigureThatIsKnownOtherwiseNowHasChanged() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15")
        .release("T01", "2024-06", "103", "2024-09-15")
        .release("T02", "2024-06", "50", "2024-07-15")
        .release("T02", "2024-06", null, "2024-09-15");

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly(
            "T01 revision 100 → 103 file-1.csv → file-2.csv",
            "T02 withdrawal 50 → null file-3.csv → file-4.csv");
  }

  @Test
  void aFigureThatWasNotKnownThenIsNew() {
    figures
        .release("T01", "2024-06", "100", "2024-08-15")
        .release("T01", "2024-06", "103", "2024-09-15");

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly("T01 first null → 103 none → file-2.csv");
  }

  @Test
  void aFigureThatIsRevisedLaterHasNot() {
    figures
        .release("T02", "2024-06", "50", "2024-07-15")
        .release("T02", "2024-06", "51", "2025-01-15");

    assertThat(between("2024-08-01", "2024-12-31")).isEmpty();
  }

  @Test
  void aCorrectionUnderTheSameReleaseDateIsAChangeForWhoReadWhatItCorrects() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15", Instant.parse("2024-07-16T01:00:00Z"))
        .release("T01", "2024-06", "104", "2024-07-15", Instant.parse("2024-09-20T01:00:00Z"));

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly("T01 correction 100 → 104 file-1.csv → file-2.csv");
    assertThat(between("2024-09-20", "2024-12-31")).as("he has read the correction").isEmpty();
  }

  @Test
  void whatCameLateIsNewWhateverItsReleaseDate() {
    figures.release("T01", "2024-06", "100", "2024-07-15", Instant.parse("2024-08-05T01:00:00Z"));

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly("T01 first null → 100 none → file-1.csv");
  }

  @Test
  void ofAnArchiveThatWasReadLaterTheReleaseAloneCounts() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15", Instant.parse("2026-01-01T01:00:00Z"))
        .release("T01", "2024-06", "103", "2024-09-15", Instant.parse("2026-01-01T01:00:00Z"));
    arrivalCounts = false;

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly("T01 revision 100 → 103 file-1.csv → file-2.csv");
  }

  @Test
  void aFigureThatWasHeldIsAChangeOnceItIsConfirmed() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15", Instant.parse("2024-07-16T01:00:00Z"))
        .release("T01", "2024-06", "104", "2024-07-15", Instant.parse("2024-07-17T01:00:00Z"));
    confirmedAt = when(col("obs_value").equalTo(104), lit(Instant.parse("2024-08-20T01:00:00Z")));

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly("T01 confirmed 100 → 104 file-1.csv → file-2.csv");
  }

  @Test
  void aFigureThatWasHeldFromTheBeginningIsAChangeOnceItIsConfirmed() {
    figures.release("T01", "2024-06", "104", "2024-07-15", Instant.parse("2024-07-17T01:00:00Z"));
    confirmedAt = lit(Instant.parse("2024-08-20T01:00:00Z"));

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly("T01 confirmed null → 104 none → file-1.csv");
    assertThat(between("2024-08-20", "2024-12-31")).as("he knows it").isEmpty();
  }

  @Test
  void aFigureThatWasChangedAndPutBackHasNot() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15")
        .release("T01", "2024-06", "103", "2024-09-15")
        .release("T01", "2024-06", "100", "2024-10-15");

    assertThat(between("2024-08-01", "2024-12-31")).isEmpty();
  }

  /** Held against reading the rows one by one, on random releases stored in random order. */
  @Test
  void theCurrentFigureOfAnyDayIsTheLastReleasedAndThenTheLastStored() {
    Random random = new Random(11);
    List<Release> releases = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Release release =
          new Release(
              "T0" + random.nextInt(4),
              "2024-%02d".formatted(1 + random.nextInt(12)),
              random.nextInt(10) == 0 ? null : String.valueOf(random.nextInt(1000)),
              LocalDate.of(2024, 7, 1).plusDays(random.nextInt(60)));
      releases.add(release);
      figures.release(release.area, release.period, release.value, release.day.toString());
    }

    for (LocalDate day :
        List.of(
            LocalDate.of(2024, 6, 30),
            LocalDate.of(2024, 7, 20),
            LocalDate.of(2024, 8, 10),
            LocalDate.of(2025, 1, 1))) {
      Map<String, String> byHand = new TreeMap<>();
      Map<String, LocalDate> latest = new TreeMap<>();
      for (Release release : releases) {
        String key = release.area + " " + release.period;
        boolean known = !release.day.isAfter(day);
        if (known && !release.day.isBefore(latest.getOrDefault(key, LocalDate.MIN))) {
          latest.put(key, release.day);
          byHand.put(key, String.valueOf(release.value));
        }
      }
      Map<String, String> found = new TreeMap<>();
      Current.asOf(figures.rows(), day)
          .selectExpr(
              "concat(ref_area, ' ', time_period)",
              "coalesce(CAST(CAST(obs_value AS INT) AS STRING), 'null')")
          .collectAsList()
          .forEach(row -> found.put(row.getString(0), row.getString(1)));

      assertThat(found).as("as of %s", day).isEqualTo(byHand);
    }
  }

  private record Release(String area, String period, String value, LocalDate day) {}

  private List<String> between(String since, String until) {
    return Changes.between(
            figures.rows().withColumn(EarlierReader.CONFIRMED_AT, confirmedAt),
            EarlierReader.of(LocalDate.parse(since), ZoneOffset.UTC, arrivalCounts),
            LocalDate.parse(until))
        .selectExpr(
            "concat_ws(' ', ref_area, kind, coalesce(cast(cast(before.obs_value AS INT) AS"
                + " STRING), 'null'), '→', coalesce(cast(cast(now.obs_value AS INT) AS STRING),"
                + " 'null'), coalesce(before.source_file, 'none'), '→', now.source_file) AS text")
        .orderBy("text")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
