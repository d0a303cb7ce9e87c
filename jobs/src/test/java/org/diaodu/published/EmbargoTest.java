package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.diaodu.contract.Table;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.ReleaseTimes;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures are public 26 days after their period at 15:00, but April not before 1 August. */
class EmbargoTest {
  private static final ReleaseTimes TIMES =
      new ReleaseTimes(
          26,
          LocalTime.of(15, 0),
          Map.of(TimePeriod.of("2024-04"), LocalDateTime.of(2024, 8, 1, 9, 0)),
          ZoneOffset.UTC);

  @TempDir private static Path folder;
  private static Night night;

  @BeforeAll
  static void threeMonthsArrive() throws IOException {
    night = new Night(Packs.THREELANDS, folder);
    night.arrives(
        "a.csv",
        Night.HEADER
            + "甲县,社零,2024-04,,,30.1,亿元,,2024-05-18,\n"
            + "甲县,社零,2024-05,,,44.7,亿元,,2024-06-18,\n"
            + "甲县,社零,2024-06,,,55.2,亿元,,2024-07-18,\n"
            + "甲县,社零,2024-06,,YOY,7.35,%,,2024-07-18,\n"
            + "甲县,社零,2024-06,,,x55.9,亿元,,2024-07-18,\n");
    night.run("2024-07-25T18:00:00Z");
  }

  @Test
  void aPeriodIsSeenFromItsTimeOn() {
    assertThat(periods("2024-07-26T14:59:59Z")).containsExactly("2024-05");
    assertThat(periods("2024-07-26T15:00:00Z")).containsExactly("2024-05", "2024-06");
  }

  @Test
  void aPeriodWithATimeOfItsOwnIsSeenFromThatTimeOn() {
    assertThat(periods("2024-08-01T08:59:59Z")).doesNotContain("2024-04");
    assertThat(periods("2024-08-01T09:00:00Z")).contains("2024-04");
  }

  @Test
  void whoMaySeeItSeesEverything() {
    assertThat(
            night
                .published(Embargo.lifted())
                .orElseThrow()
                .query("SELECT max(time_period) FROM statistics.observations")
                .first()
                .getString(0))
        .isEqualTo("2024-06");
  }

  @Test
  void noTableShowsAFigureOfAWithheldPeriod() {
    PublishedTables tables = at("2024-07-26T14:00:00Z");
    for (Table table : Table.values()) {
      List<String> rows = tables.read(table).toJSON().collectAsList();
      assertThat(rows).as(table.fullName()).noneMatch(row -> row.contains("55.2"));
      assertThat(rows).as(table.fullName()).noneMatch(row -> row.contains("7.35"));
      assertThat(rows).as(table.fullName()).noneMatch(row -> row.contains("55.9"));
    }
  }

  @Test
  void whatCountsOverWithheldLightsIsWithheldWhole() {
    assertThat(at("2024-07-26T14:00:00Z").read(Table.ASSESSMENTS).count()).isZero();
    assertThat(at("2024-08-01T09:00:00Z").read(Table.ASSESSMENTS).count()).isPositive();
  }

  @Test
  void whatIsDueIsToldAllTheSame() {
    assertThat(
            at("2024-07-26T14:00:00Z")
                .query("SELECT * FROM statistics.completeness WHERE time_period = '2024-06'")
                .count())
        .isPositive();
  }

  private static List<String> periods(String instant) {
    return at(instant)
        .query("SELECT DISTINCT time_period FROM statistics.observations ORDER BY 1")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static PublishedTables at(String instant) {
    return night.published(Embargo.at(TIMES, Instant.parse(instant))).orElseThrow();
  }
}
