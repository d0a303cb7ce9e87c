package org.diaodu.statistics;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.session.SettingsBySize;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.Warehouse;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.diaodu.testing.SparkJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that compute what was touched, over data so small that everything else can be seen. */
@Slow
class LargeNightTest {
  private static final List<Table> FROM_FIGURES =
      List.of(
          Table.GROWTH,
          Table.CAPITAL_SHARE,
          Table.AREA_SHARES,
          Table.ADDITIVITY,
          Table.REVISIONS,
          Table.REVISION_SUMMARY,
          Table.RECONCILED,
          Table.ATTAINMENT);

  private final SparkSession spark = SharedSpark.session();
  @TempDir private Path folder;

  /** The nights before one compute everything, as those over everything do, and are soon done. */
  private void nightsAreLarge() {
    spark.conf().set(SettingsBySize.LARGE_FROM, "0");
  }

  @AfterEach
  void nightsAreSmallAgain() {
    spark.conf().unset(SettingsBySize.LARGE_FROM);
    SettingsBySize.fit(spark, 0, 0);
  }

  @Test
  void aSequenceOfNightsEqualsOneNightOverEverything() throws IOException {
    Path pack = withARule();
    Night nights = new Night(pack, folder.resolve("nights"));
    Night once = new Night(pack, folder.resolve("once"));
    String years = years(2014, 2023);
    // A correction of long ago and a withdrawal of late, released after the second night's day.
    String more =
        line("甲县", "2024-02", "41.00", "2024-03-18")
            + line("甲县", "2017-05", "27.70", "2024-12-28")
            + line("乙县", "2023-11", "", "2024-12-28");
    nights.arrives("a.csv", Night.HEADER + years);
    nights.runAsOf("2025-02-01T18:00:00Z", "2024-12-20");
    nights.arrives("b.csv", Night.HEADER + more);
    nightsAreLarge();
    nights.runAsOf("2025-02-02T18:00:00Z", "2024-12-21");
    nights.runAsOf("2025-02-03T18:00:00Z", "2025-01-31");
    nightsAreSmallAgain();

    once.arrives("a.csv", Night.HEADER + years);
    once.arrives("b.csv", Night.HEADER + more);
    once.runAsOf("2025-02-03T18:00:00Z", "2025-01-31");

    assertThat(
            nights.query(
                "SELECT rule_id, found, expected FROM landing.quarantine"
                    + " WHERE source_file = 'b.csv'"))
        .as("held against April 2017, which was known before")
        .extracting(Object::toString)
        .containsExactly("[falls,27.7,不小于42.68]");
    assertThat(
            nights.query(
                "SELECT CAST(as_of AS STRING), count(DISTINCT time_period), min(time_period),"
                    + " max(time_period) FROM statistics.growth GROUP BY 1 ORDER BY 1"))
        .as("day of each row: what each day touched, and what rests on it; 111 months in all")
        .extracting(Object::toString)
        // May to July of 2017 and 2018, May and June of 2019; November and December of 2023.
        .containsExactly(
            "[2024-12-20,100,2014-02,2023-10]",
            "[2024-12-21,1,2024-02,2024-02]",
            "[2025-01-31,10,2017-05,2023-12]");
    for (Table table : FROM_FIGURES) {
      assertThat(newest(nights).fingerprints().get(table.fullName()))
          .as("content of %s, as night after night made it", table.fullName())
          .isEqualTo(newest(once).fingerprints().get(table.fullName()));
    }
    SharedSpark.assertSameRows(rows(once), rows(nights));
  }

  @Test
  void aNightAsOfAnEarlierDayEqualsOneThatNeverKnewMore() throws IOException {
    Night later = new Night(Packs.THREELANDS, folder.resolve("later"));
    Night never = new Night(Packs.THREELANDS, folder.resolve("never"));
    String years = years(2019, 2023);
    String more =
        line("甲县", "2024-02", "41.00", "2024-03-18")
            + line("甲县", "2021-05", "29.70", "2024-12-28")
            + line("乙县", "2023-11", "", "2024-12-28");
    for (Night night : List.of(later, never)) {
      night.arrives("a.csv", Night.HEADER + years + more);
    }
    later.runAsOf("2025-02-01T18:00:00Z", "2025-01-31");
    never.runAsOf("2025-02-02T18:00:00Z", "2024-03-01");
    nightsAreLarge();
    later.runAsOf("2025-02-02T18:00:00Z", "2024-03-01");

    assertThat(
            later.query(
                "SELECT CAST(as_of AS STRING), min(time_period), max(time_period)"
                    + " FROM statistics.growth GROUP BY 1 ORDER BY 1"))
        .as("computed again: what rests on the correction, on November and on a month not known")
        .extracting(Object::toString)
        .containsExactly("[2024-03-01,2021-05,2023-12]", "[2025-01-31,2019-02,2023-10]");
    SharedSpark.assertSameRows(rows(never), rows(later));
    for (Table table : FROM_FIGURES) {
      assertThat(newest(later).fingerprints().get(table.fullName()))
          .as("content of %s", table.fullName())
          .isEqualTo(newest(never).fingerprints().get(table.fullName()));
    }
  }

  @Test
  void whatRestsOnFiguresAloneIsLeftWhileNoneIsNewUnlessTheProgramIsAnother() throws IOException {
    Night night = new Night(Packs.THREELANDS, folder.resolve("night"));
    night.arrives("a.csv", Night.HEADER + years(2022, 2023));
    SparkJobs jobs = SparkJobs.counted();
    night.run("2024-02-01T18:00:00Z");
    Manifest first = newest(night);
    int all = jobs.sinceLastAsked();

    night.run("2024-02-02T18:00:00Z");

    Manifest mine = newest(night);
    assertThat(jobs.sinceLastAsked())
        .as(
            "Spark jobs of a night that computes nothing from figures, where one that does has %d",
            all)
        .isLessThan(all);
    for (Table table : List.of(Table.GROWTH, Table.AREA_SHARES, Table.REVISION_SUMMARY)) {
      assertThat(mine.versions().get(table.fullName()))
          .as("version of %s on a new day", table.fullName())
          .isEqualTo(first.versions().get(table.fullName()));
    }
    Warehouse warehouse = new Warehouse(spark, night.warehouse().toString());
    assertThat(RestatedFigures.since(mine, warehouse, Packs.threelands(), mine.asOf()))
        .hasValueSatisfying(figures -> assertThat(figures.isEmpty()).isTrue());
    assertThat(
            RestatedFigures.since(
                byAnotherProgram(mine), warehouse, Packs.threelands(), mine.asOf()))
        .as("what is new to another program")
        .isEmpty();
  }

  /** The pack of three lands, where a cumulative figure may not fall. */
  private Path withARule() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    try (Stream<Path> files = Files.list(Packs.THREELANDS)) {
      for (Path file : files.toList()) {
        Files.copy(file, pack.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        pack.resolve("rules.yaml"),
        """
        - id: falls
          severity: warn
          where: accumulation = 'YTD'
          condition: obs_value >= previous
          expected: 不小于{previous}
          message: 累计数{obs_value}小于上期累计{previous}
        """);
    return pack;
  }

  private static Manifest byAnotherProgram(Manifest mine) {
    return new Manifest(
        mine.number(),
        mine.runId(),
        mine.publishedAt(),
        mine.region(),
        mine.packId(),
        "another program",
        mine.asOf(),
        mine.versions(),
        mine.fingerprints());
  }

  private static String years(int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int year = first; year <= last; year++) {
      for (int month = 2; month <= 12; month++) {
        String period = "%d-%02d".formatted(year, month);
        int area = 0;
        for (String name : List.of("甲县", "乙县", "丙县", "全州")) {
          int value = month * (1000 + 37 * ++area + (year * 31 + month * 17 * area) % 97);
          text.append(
              line(
                  name,
                  period,
                  "%d.%02d".formatted(value / 100, value % 100),
                  "%d-%02d-18".formatted(month == 12 ? year + 1 : year, month % 12 + 1)));
        }
      }
    }
    return text.toString();
  }

  /** Without a value it is a withdrawal. */
  private static String line(String area, String period, String value, String released) {
    return "%s,社零,%s,,,%s,,%s,%s,\n"
        .formatted(area, period, value, value.isEmpty() ? "M" : "", released);
  }

  private static Manifest newest(Night night) {
    return new Manifests(new Configuration(), night.warehouse().toString()).newest().orElseThrow();
  }

  /** Of all these tables as one, since what costs is a comparison and not its rows. */
  private Dataset<Row> rows(Night night) {
    Warehouse warehouse = new Warehouse(spark, night.warehouse().toString());
    return FROM_FIGURES.stream()
        .map(
            table ->
                warehouse
                    .read(table)
                    .drop("as_of")
                    .select(lit(table.fullName()).as("table"), to_json(struct("*")).as("row")))
        .reduce(Dataset::union)
        .orElseThrow();
  }
}
