package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Row;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.EmbargoRule;
import org.diaodu.contract.Table;
import org.diaodu.contract.View;
import org.diaodu.domain.TimePeriod;
import org.diaodu.export.Export;
import org.diaodu.export.ExportFormat;
import org.diaodu.export.ExportNotes;
import org.diaodu.region.RegionPack;
import org.diaodu.region.ReleaseTimes;
import org.diaodu.release.Publishing;
import org.diaodu.statistics.StatisticTables;
import org.diaodu.table.ScratchTables;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures are public 45 days after their period at 15:00. On 5 February those of November are, and
 * those of December, of the fourth quarter and of the year are not, though they came in January.
 * November was below target everywhere; December is above it in 甲县 and below it in 乙县.
 */
@Slow
class EmbargoTest {
  private static final Instant NIGHT = Instant.parse("2025-02-05T18:00:00Z");
  private static final ReleaseTimes TIMES =
      new ReleaseTimes(45, LocalTime.of(15, 0), Map.of(), ZoneOffset.UTC);

  /** By the end of November and of the year, in 甲县; other counties have a part of it. */
  private static final Map<Integer, List<String>> SALES =
      Map.of(
          2018, List.of("50.1", "56.3"),
          2019, List.of("53.1", "60.2"),
          2020, List.of("55.7", "62.9"),
          2021, List.of("59.9", "68.3"),
          2022, List.of("63.2", "71.1"),
          2023, List.of("66.6", "75.4"));

  private static final Map<String, String> COUNTIES = Map.of("甲县", "1", "乙县", "1.1", "丙县", "0.9");

  /** Figures that are not public, and what is easily computed from them. */
  private static final List<String> SECRETS =
      List.of(
          "987.654321",
          "81.234567",
          "345.678913",
          "876.543219",
          "1765.432198",
          "432.198765",
          "176.543219",
          // 甲县 in December on a year earlier: growth, also as printed, and difference.
          "1209.886367",
          "1209.9",
          "912.254321",
          // Its part of the whole, the sum of the counties, and what is left.
          "112.676055",
          "1414.567801",
          "538.024582",
          // The fourth quarter and the end of the year on a year earlier.
          "17.695480",
          "265.432198",
          "8.049691",
          "32.198765");

  @TempDir private static Path folder;
  private static Night night;
  private static RegionPack pack;
  private static PublishedTables shown;
  private static PublishedTables lifted;

  @BeforeAll
  static void theYearArrives() throws IOException {
    PackCopy copy =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .add("region.yaml", "release:", "  days_after: 45", "  at: \"15:00\"")
            .add("policy.yaml", "catch_up: true", "reconciled_to_total: [retail_sales]")
            .add(
                "calendar.csv",
                "retail_sales,M,2024-11,2024-12-20,true,",
                "retail_sales,M,2024-12,2025-01-20,true,");
    Files.writeString(
        copy.folder().resolve("rules.yaml"),
        """
        # The figures are told by their size, which no series makes.
        - hold: leaves_series
          severity: off
        - hold: growth_against_levels
          severity: off
        - hold: growth_leaves_history
          severity: off
        - id: areas_exceed_total
          severity: warn
          where: is_total AND additive AND measure = 'LEVEL' AND areas_counted = areas_expected
          condition: abs(obs_value - areas_sum) <= 0.05 * obs_value
          expected: 各地之和{areas_sum}，相差不超过5%
          message: 合计与各地之和相差超过5%
        """);
    pack = copy.read();
    night = new Night(copy.folder(), folder.resolve("night"));
    night.arrives("sales.csv", Night.HEADER + sales());
    night.arrives(
        "year.csv",
        Night.HEADER
            + "甲县,社零,2024-12,,,987.654321,亿元,,2025-01-18,\n"
            + "乙县,社零,2024-12,,,81.234567,亿元,,2025-01-18,\n"
            + "丙县,社零,2024-12,,,345.678913,亿元,,2025-01-18,\n"
            + "全州,社零,2024-12,,,876.543219,亿元,,2025-01-18,\n"
            + "甲县,社零,2024-12,,,x987.654321,亿元,,2025-01-18,\n"
            + "甲县,GDP,2023-Q4,,,1500,亿元,,2024-01-18,\n"
            + "甲县,GDP,2024-Q4,,,1765.432198,亿元,,2025-01-18,\n"
            + "甲县,常住人口,2023,,,400,万人,,2024-01-18,\n"
            + "甲县,常住人口,2024,,,432.198765,万人,,2025-01-18,\n"
            + "甲县,固投,2024-12,,,176.543219,%,,2025-01-18,\n");
    night.run(NIGHT.toString());
    shown = at(TIMES, NIGHT.toString());
    lifted = night.published(Embargo.lifted()).orElseThrow();
  }

  @Test
  void noTableAndNoViewShowsAFigureThatIsNotPublicOrWhatFollowsFromIt() {
    rows(shown)
        .forEach(
            (name, rows) ->
                assertThat(rows).as(name).doesNotContain(SECRETS.toArray(String[]::new)));
    assertThat(String.join("\n", rows(lifted).values()))
        .contains(SECRETS.stream().filter(secret -> !secret.equals("1209.9")).toList());
  }

  @Test
  void noFailureOfAQueryNamesAValueThatIsWithheld() {
    for (Table table : Table.values()) {
      List<String> columns = ContractReader.read(table).columnNames();
      if (!columns.contains("time_period")) {
        continue;
      }
      String fails =
          "SELECT count(*) FROM %s WHERE CASE WHEN time_period >= '2024-12' THEN CAST('x' || %s AS INT) ELSE 1 END = 1"
              .formatted(
                  table.fullName(),
                  columns.stream()
                      .map("coalesce(CAST(`%s` AS STRING), '')"::formatted)
                      .collect(Collectors.joining(" || ' ' || ")));
      Throwable failure = catchThrowable(() -> shown.query(fails).collectAsList());
      if (failure != null) {
        assertThat(String.valueOf(failure.getMessage()))
            .as(table.fullName())
            .doesNotContain(SECRETS.toArray(String[]::new));
      }
    }
  }

  @Test
  void noEstimateShowsWhatItsYearBecame() {
    String trials =
        "SELECT count(*) FROM statistics.landing_trials WHERE time_period = '2024-11' AND outcome >"
            + " 0";

    assertThat(count(lifted, trials)).isPositive();
    assertThat(count(shown, trials)).isZero();
  }

  @Test
  void whereTheLastYearEndedDoesNotMoveTheErrorThatIsShown() {
    String errors =
        "SELECT count(projection_error) + count(projection_trials) FROM statistics.attainment"
            + " WHERE time_period = '2024-11' AND actual IS NOT NULL";

    assertThat(count(lifted, errors)).isPositive();
    assertThat(count(shown, errors)).isZero();
  }

  @Test
  void aFindingQuotesNothing() {
    String sums = "SELECT count(*) FROM landing.quarantine WHERE expected LIKE '%1414.567801%'";

    assertThat(count(lifted, sums)).isPositive();
    assertThat(count(shown, sums)).isZero();
    assertThat(count(shown, "SELECT count(*) FROM landing.quarantine"))
        .isEqualTo(count(lifted, "SELECT count(*) FROM landing.quarantine"));
  }

  @Test
  void aRectificationIsAsIfThePeriodHadNotBeenSeen() {
    String found =
        "SELECT ref_area, state, missed, supervised_on IS NULL, closed_on IS NULL, closed_because"
            + " FROM reporting.rectifications WHERE target_id = 'X-1' AND time_period = '2024-11'"
            + " AND ref_area IN ('T01', 'T02') ORDER BY ref_area";

    assertThat(texts(lifted, found))
        .containsExactly(
            "[T01,closed,0,true,false,recovered]", "[T02,supervised,1,false,true,null]");
    assertThat(texts(shown, found))
        .containsExactly(
            "[T01,handed_over,null,true,true,null]", "[T02,handed_over,null,true,true,null]");
  }

  @Test
  void aLightThatALaterPeriodMadeUpForIsAsItWasBefore() {
    String light =
        "SELECT light, light_reason LIKE '%后来补上%' FROM statistics.attainment"
            + " WHERE target_id = 'X-1' AND ref_area = 'T01' AND time_period = '2024-11'";

    assertThat(texts(lifted, light)).containsExactly("[yellow,true]");
    assertThat(texts(shown, light)).containsExactly("[red,false]");
  }

  @Test
  void aFigureThatLaterOnesMoveIsWithheldWithThem() {
    String moved =
        "SELECT count(*) FROM statistics.reconciled WHERE method = 'movement_preserving'"
            + " AND time_period <= '2024-11'";

    assertThat(count(lifted, moved)).isPositive();
    assertThat(count(shown, moved)).isZero();
    assertThat(count(shown, "SELECT count(*) FROM statistics.reconciled")).isPositive();
  }

  @Test
  void whatCountsOverWithheldLightsIsWithheldWhole() {
    assertThat(shown.read(Table.ASSESSMENTS).count()).isZero();
    assertThat(at(TIMES, "2025-02-14T15:00:00Z").read(Table.ASSESSMENTS).count()).isPositive();
  }

  @Test
  void noExportShowsThem() throws IOException {
    for (ExportFormat format : ExportFormat.values()) {
      for (Table table :
          List.of(Table.OBSERVATIONS, Table.GROWTH, Table.ATTAINMENT, Table.LANDING_TRIALS)) {
        Path out = folder.resolve("export");
        new Export(pack, out, format, StandardCharsets.UTF_8)
            .write(
                shown.read(table),
                new ExportNotes(
                    ContractReader.read(table),
                    pack.nameZh(),
                    shown.asOf(),
                    shown.manifest().number(),
                    "",
                    false,
                    false));
      }
    }
    assertHoldNone(folder.resolve("export"));
  }

  @Test
  void noPageOfTheNightAndNoDocumentOfAPublicPeriodShowsThem() throws IOException {
    Path out = folder.resolve("drafts");
    new Publishing(SharedSpark.session(), night.warehouse().toString(), pack)
        .draft(TimePeriod.of("2024-11"), Optional.empty(), NIGHT, false, out);
    try (Stream<Path> files = Files.list(night.out())) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        Files.copy(page, out.resolve(page.getFileName()));
      }
    }

    assertThat(texts(out).keySet())
        .anyMatch(name -> name.endsWith("overdue.html"))
        .anyMatch(name -> name.endsWith("bulletin.html"))
        .anyMatch(name -> name.endsWith(".docx"))
        .anyMatch(name -> name.endsWith(".xlsx"));
    assertHoldNone(out);
  }

  @Test
  void noTableAsKnownOnAnEarlierDayShowsThem() {
    try (ScratchTables scratch =
        new ScratchTables(
            SharedSpark.session().sparkContext().hadoopConfiguration(),
            folder.resolve("scratch").toString())) {
      PublishedTables then = shown.knownOn(LocalDate.of(2025, 1, 31), pack, scratch);
      StatisticTables.ALL.forEach(
          of ->
              assertThat(String.join("\n", then.read(of.table()).toJSON().collectAsList()))
                  .as(of.table().fullName())
                  .doesNotContain(SECRETS.toArray(String[]::new)));
    }
  }

  @Test
  void aPeriodIsSeenFromItsTimeOn() {
    String newest = "SELECT max(time_period) FROM statistics.observations WHERE freq = 'M'";

    assertThat(texts(at(TIMES, "2025-02-14T14:59:59Z"), newest)).containsExactly("[2024-11]");
    assertThat(texts(at(TIMES, "2025-02-14T15:00:00Z"), newest)).containsExactly("[2024-12]");
  }

  @Test
  void aPeriodWithATimeOfItsOwnIsSeenFromThatTimeOnAndSoIsWhatWasComputedFromIt() {
    String figures = "SELECT count(*) FROM statistics.observations WHERE time_period = '%s'";
    String growth = "SELECT max(time_period) FROM statistics.growth WHERE freq = 'M'";
    PublishedTables before = withLate("2023-11", "2025-03-01T08:59:59Z");
    PublishedTables after = withLate("2023-11", "2025-03-01T09:00:00Z");

    assertThat(count(before, figures.formatted("2023-11"))).isZero();
    assertThat(count(before, figures.formatted("2023-12"))).isPositive();
    assertThat(texts(before, growth)).containsExactly("[2022-12]");
    assertThat(count(after, figures.formatted("2023-11"))).isPositive();
    assertThat(texts(after, growth)).containsExactly("[2024-12]");
  }

  @Test
  void aQuarterAndAYearAreNotPublicBeforeTheMonthThatTheyEndWith() {
    String last =
        "SELECT DISTINCT time_period FROM statistics.observations WHERE time_period IN ('2024',"
            + " '2024-Q4')";

    assertThat(texts(withLate("2024-12", "2025-03-01T08:59:59Z"), last)).isEmpty();
    assertThat(texts(withLate("2024-12", "2025-03-01T09:00:00Z"), last)).hasSize(2);
  }

  @Test
  void whatIsDueIsToldAllTheSame() {
    assertThat(
            count(
                shown,
                "SELECT count(*) FROM statistics.completeness WHERE time_period = '2024-12'"))
        .isPositive();
  }

  @Test
  void aTableIsShownWholeOnlyWhereItsContractSaysThatItIsPublic() {
    for (Table table : Table.values()) {
      if (ContractReader.read(table).embargo().kind() != EmbargoRule.Kind.open) {
        assertThat(Embargo.at(TIMES, NIGHT).select(table, "t", other -> "o"))
            .as(table.fullName())
            .isNotEqualTo("SELECT * FROM t");
      }
    }
  }

  private static String sales() {
    StringBuilder lines = new StringBuilder();
    SALES.forEach(
        (year, levels) -> {
          lines.append(everywhere(year + "-11", levels.get(0), year + "-12-18"));
          lines.append(everywhere(year + "-12", levels.get(1), (year + 1) + "-01-18"));
        });
    return lines + everywhere("2024-11", "67.1", "2024-12-18");
  }

  /** In each county its part of an amount, and their sum. */
  private static String everywhere(String period, String amount, String released) {
    Map<String, BigDecimal> levels = new LinkedHashMap<>();
    COUNTIES.forEach(
        (county, part) ->
            levels.put(
                county,
                new BigDecimal(amount)
                    .multiply(new BigDecimal(part))
                    .setScale(2, RoundingMode.HALF_UP)));
    levels.put("全州", levels.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    StringBuilder lines = new StringBuilder();
    levels.forEach(
        (area, level) ->
            lines.append("%s,社零,%s,,,%s,亿元,,%s,\n".formatted(area, period, level, released)));
    return lines.toString();
  }

  private static PublishedTables withLate(String period, String now) {
    return at(
        new ReleaseTimes(
            45,
            LocalTime.of(15, 0),
            Map.of(TimePeriod.of(period), LocalDateTime.of(2025, 3, 1, 9, 0)),
            ZoneOffset.UTC),
        now);
  }

  private static PublishedTables at(ReleaseTimes times, String instant) {
    return night.published(Embargo.at(times, Instant.parse(instant))).orElseThrow();
  }

  /** All that a reader gets, by table and view. */
  private static Map<String, String> rows(PublishedTables tables) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Table table : Table.values()) {
      rows.put(table.fullName(), String.join("\n", tables.read(table).toJSON().collectAsList()));
    }
    for (View view : View.values()) {
      rows.put(view.fullName(), String.join("\n", tables.read(view).toJSON().collectAsList()));
    }
    return rows;
  }

  private static long count(PublishedTables tables, String sql) {
    return tables.query(sql).first().getLong(0);
  }

  private static List<String> texts(PublishedTables tables, String sql) {
    return tables.query(sql).collectAsList().stream().map(Row::toString).toList();
  }

  private static void assertHoldNone(Path files) throws IOException {
    texts(files)
        .forEach(
            (name, text) ->
                assertThat(text).as(name).doesNotContain(SECRETS.toArray(String[]::new)));
  }

  /** The texts of files; of a workbook or a document, of what is packed in it. */
  private static Map<String, String> texts(Path files) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(file.toString(), text(file));
      }
    }
    return texts;
  }

  private static String text(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".parquet")) {
      return String.join("\n", SharedSpark.session().read().parquet(name).toJSON().collectAsList());
    }
    return name.matches(".*\\.(xlsx|docx)") ? unpacked(file) : Files.readString(file);
  }

  private static String unpacked(Path file) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          texts.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
        }
      }
    }
    return texts.toString();
  }
}
