package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.operation.Lineage;
import org.diaodu.operation.RunRecord;
import org.diaodu.operation.WarehouseStatus;
import org.diaodu.published.ChangesSince;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.diaodu.testing.SparkJobs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nights over three invented areas, from file to page. */
@Slow
class NightlyRunTest {
  private static final String RETAIL =
      Night.HEADER
          + "全州,社零,2023-06,,,100.00,亿元,,2023-07-18,\n"
          + "甲县,社零,2023-06,,,50.00,亿元,,2023-07-18,\n"
          + "乙县,社零,2023-06,,,30.00,亿元,,2023-07-18,\n"
          + "丙县,社零,2023-06,,,20.00,亿元,,2023-07-18,\n"
          + "全州,社零,2024-06,,,107.00,亿元,,2024-07-18,\n"
          + "甲县,社零,2024-06,,,552000,万元,,2024-07-18,\n"
          + "乙县,社零,2024-06,,,31.50,亿元,,2024-07-18,\n"
          + "丙县,社零,2024-06,,,20.40,亿元,,2024-07-18,\n";

  private static final String INVESTMENT = Night.HEADER + "全州,固投,2024-06,,YOY,5.2,%,,2024-07-18,\n";

  /** What a small night costs: whoever needs more looks first for what can be saved. */
  private static final int FIRST_JOBS = 90;

  private static final int UNCHANGED_JOBS = 40;
  private static final int FIRST_COMMITS = 50;

  private static Night base;
  private static NightlyReport ofBase;

  @TempDir private Path folder;
  private Night night;

  @BeforeAll
  static void aFirstNight(@TempDir Path folder) throws IOException {
    base = new Night(Packs.THREELANDS, folder);
    base.arrives("retail.csv", RETAIL);
    base.arrives("investment.csv", INVESTMENT);
    ofBase = base.run("2024-07-25T18:00:00Z");
  }

  @BeforeEach
  void threeLands() {
    night = new Night(Packs.THREELANDS, folder);
  }

  @Test
  void filesBecomeGrowthShareLightsAndAPage() throws IOException {
    assertThat(
            base.query(
                "SELECT ref_area, CAST(level AS STRING), CAST(yoy_pct AS STRING), rank_yoy, peers"
                    + " FROM statistics.growth WHERE indicator = 'retail_sales'"
                    + " AND time_period = '2024-06' ORDER BY ref_area"))
        .extracting(Row::toString)
        .containsExactly(
            "[T00,107.000000,7.000000,null,null]",
            "[T01,55.200000,10.400000,1,3]",
            "[T02,31.500000,5.000000,2,3]",
            "[T03,20.400000,2.000000,3,3]");
    // 55.2 of 107 is 51.588785…; a year before it was 50 of 100.
    assertThat(
            base.query(
                "SELECT CAST(share_pct AS STRING), CAST(change_pp AS STRING), denominator,"
                    + " CAST(residual AS STRING) FROM statistics.capital_share"
                    + " WHERE time_period = '2024-06'"))
        .extracting(Row::toString)
        .containsExactly("[51.588785,1.588785,published_total,-0.100000]");
    assertThat(
            base.query(
                "SELECT target_id, ref_area, light FROM statistics.attainment"
                    + " WHERE time_period = '2024-06' AND target_id IN ('X-1', 'X-2')"
                    + " ORDER BY target_id, ref_area"))
        .extracting(Row::toString)
        .containsExactly(
            "[X-1,T00,green]",
            "[X-1,T01,green]",
            "[X-1,T02,yellow]",
            "[X-1,T03,red]",
            "[X-2,T00,red]");
    assertThat(ofBase.files())
        .extracting(f -> f.file() + " " + f.cellsRead() + " = " + f.accepted())
        .containsExactlyInAnyOrder("retail.csv 8 = 8", "investment.csv 1 = 1");
    assertThat(lineageOfBase())
        .as("what each stage that wrote something read, as its lineage says")
        .isNotEmpty()
        .allMatch(event -> event.get("inputs").size() > 0);
    assertThat(lineageOfBase())
        .filteredOn(event -> event.at("/job/name").asText().equals("bulletin"))
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(event.get("inputs").findValuesAsText("name"))
                    .as("what the bulletin is made from")
                    .contains(
                        "statistics.growth",
                        "statistics.task_status",
                        "statistics.revisions",
                        "reporting.assessments",
                        "statistics.observations",
                        "landing.quarantine",
                        Lineage.PACK));
    assertThat(ofBase.bulletin().orElseThrow())
        .content()
        .contains("关于2024年6月主要目标完成情况的通报")
        .contains("+7.0")
        .doesNotContain("模拟数据");
  }

  @Test
  void theSameFilesASecondTimeChangeNothing() throws IOException {
    night = Night.fromNothing(Packs.THREELANDS, folder);
    night.arrives("retail.csv", RETAIL);
    SparkJobs jobs = SparkJobs.counted();
    night.run("2024-07-25T18:00:00Z");
    Manifest first = manifest();
    assertThat(jobs.sinceLastAsked())
        .as("Spark jobs of a small first night")
        .isLessThan(FIRST_JOBS);
    byte[] page = Files.readAllBytes(page());

    NightlyReport report = night.run("2024-07-25T19:00:00Z");

    assertThat(jobs.sinceLastAsked())
        .as("Spark jobs of a night without change")
        .isLessThan(UNCHANGED_JOBS);
    assertThat(commits(first)).as("commits of a small first night").isLessThan(FIRST_COMMITS);
    assertThat(commits(manifest()) - commits(first))
        .as("commits of a night without change: its own record")
        .isEqualTo(1);
    assertThat(report.changes()).isEmpty();
    assertThat(report.files())
        .extracting(NightlyReport.FileReport::outcome)
        .containsExactly(FileOutcome.known);
    assertThat(manifest().versions())
        .as("versions of all tables but the record of runs")
        .containsAllEntriesOf(
            first.versions().entrySet().stream()
                .filter(e -> !e.getKey().equals(Table.JOB_RUNS.fullName()))
                .collect(
                    java.util.stream.Collectors.toMap(
                        java.util.Map.Entry::getKey, java.util.Map.Entry::getValue)));
    assertThat(Files.readAllBytes(page())).isEqualTo(page);
  }

  @Test
  void badFilesAndLinesStandAsideAndAreKept() throws IOException {
    night.arrives("binary.csv", new byte[] {0, 1, 2, 3, 0});
    night.arrives("empty.csv", "");
    night.arrives("retail.csv", RETAIL + "丁县,社零,2024-06,,,1O.4,亿元,,2024-07-18,\n");
    Path young = night.arrives("young.csv", RETAIL);
    Files.setLastModifiedTime(
        young,
        java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2024-07-25T18:00:00Z")));

    NightlyReport report = night.run("2024-07-25T18:00:00Z");

    assertThat(report.files())
        .extracting(f -> f.file() + " " + f.outcome() + " " + f.quarantined())
        .containsExactlyInAnyOrder(
            "binary.csv refused 0",
            "empty.csv refused 0",
            "retail.csv read 1",
            "young.csv still_being_written 0");
    assertThat(report.quarantined()).isEqualTo(3);
    assertThat(
            night.query(
                "SELECT source_file, source_cell, rule_id FROM landing.quarantine ORDER BY 1, 3"))
        .extracting(Row::toString)
        .containsExactly(
            "[binary.csv,0:0,binary_file]",
            "[empty.csv,0:0,empty_file]",
            "[retail.csv,10:6,not_a_number]",
            "[retail.csv,10:1,unknown_area]");
    assertThat(night.figure("SELECT count(*) FROM statistics.observations")).isEqualTo("8");
  }

  @Test
  void aNightThatFailsPublishesNothingAndTheNextOneFinishesIt() throws IOException {
    night.arrives("retail.csv", RETAIL);
    night.arrives("investment.csv", INVESTMENT);
    Path inItsWay = folder.resolve("out-of-the-failure");
    Files.createDirectories(inItsWay.resolve(".threelands-overdue.html.part"));

    assertThatThrownBy(() -> night.run("2024-07-25T18:00:00Z", inItsWay))
        .hasMessageContaining("Cannot write the page");

    assertThat(night.published()).as("published by a night that failed").isEmpty();
    assertThat(WarehouseStatus.of(new Configuration(), night.warehouse().toString(), 1).runs())
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.status()).isEqualTo(RunRecord.Status.failed);
              assertThat(run.stages()).last().extracting("stage").isEqualTo("bulletin");
              assertThat(run.error()).contains("Cannot write the page");
            });

    night.run("2024-07-25T19:00:00Z");

    for (Table table : List.of(Table.OBSERVATIONS, Table.GROWTH, Table.CAPITAL_SHARE)) {
      SharedSpark.assertSameRows(
          base.published().orElseThrow().read(table).drop("run_id", "arrived_at"),
          night.published().orElseThrow().read(table).drop("run_id", "arrived_at"));
    }
    assertThat(night.query("SELECT stage, error FROM operations.job_runs WHERE status = 'failed'"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getString(0)).isEqualTo("bulletin");
              assertThat(row.getString(1)).contains("Cannot write the page");
            });
  }

  @Test
  void aRevisionIsAVintageAndThePastStaysAsItWas() throws IOException {
    night = base.copiedTo(folder.resolve("night"));
    night.arrives("revised.csv", Night.HEADER + "甲县,社零,2024-06,,,56.00,亿元,,2024-08-20,修订\n");

    NightlyReport report = night.run("2024-08-25T18:00:00Z");

    assertThat(report.changes()).containsOnly(java.util.Map.entry("revision", 1L));
    assertThat(report.revised())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.before()).isEqualByComparingTo("55.2");
              assertThat(f.after()).isEqualByComparingTo("56");
            });
    String growth =
        "SELECT CAST(yoy_pct AS STRING) FROM statistics.growth"
            + " WHERE ref_area = 'T01' AND time_period = '2024-06'";
    assertThat(night.figure(growth)).isEqualTo("12.000000");
    ChangesSince changes =
        ChangesSince.of(
            SharedSpark.session(),
            night.published().orElseThrow(),
            Packs.threelands(),
            LocalDate.of(2024, 7, 31));
    assertThat(changes.figures().selectExpr("concat_ws(' ', *)").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "社会消费品零售总额 甲县 2024-06 总量 55.200000 56.000000 修订 2024-07-18 2024-08-20"
                + " retail.csv revised.csv 2:6 ");
    night.runAsOf("2024-08-26T18:00:00Z", "2024-07-31");

    assertThat(night.figure(growth)).as("as known in July").isEqualTo("10.400000");
  }

  @Test
  void aReaderOfAnEarlierDayIsToldWhichFiguresTurnedWhichLights() throws IOException {
    night = base.copiedTo(folder.resolve("night"));
    night.arrives(
        "late.csv",
        Night.HEADER
            + "甲县,社零,2024-02,,YOY,8,%,,2024-08-20,\n"
            + "甲县,社零,2024-07,,,60.00,亿元,,2024-08-20,\n");
    night.run("2024-08-25T18:00:00Z");

    ChangesSince changes =
        ChangesSince.of(
            SharedSpark.session(),
            night.published().orElseThrow(),
            Packs.threelands(),
            LocalDate.of(2024, 7, 31));

    assertThat(changes.figures().selectExpr("concat_ws(' ', *)").collectAsList())
        .as("July's figure is of a period that nobody had asked for yet")
        .extracting(row -> row.getString(0))
        .containsExactly("社会消费品零售总额 甲县 2024-02 增速 8.000000 新到 2024-08-20 late.csv 2:6 ");
    assertThat(
            changes.lights().selectExpr("concat_ws(' ', `地区`, `时期`, `原来`, `现在`)").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("甲县 2024-02 无数据 绿");
    assertThat(changes.lights().columns())
        .containsExactly("目标", "地区", "时期", "原来", "现在", "现在的理由", "性质");
  }

  @Test
  void aRefusedLineIsReadAgainOnceThePackKnowsTheName() throws IOException {
    Path pack = Files.createDirectory(folder.resolve("pack"));
    try (Stream<Path> files = Files.list(Packs.THREELANDS)) {
      for (Path file : files.toList()) {
        Files.copy(file, pack.resolve(file.getFileName()));
      }
    }
    Night growing = new Night(pack, folder);
    growing.arrives("a.csv", RETAIL.replace("甲县,社零,2024-06", "甲城,社零,2024-06"));
    NightlyReport before = growing.run("2024-07-25T18:00:00Z");
    Path areas = pack.resolve("areas.csv");
    Files.writeString(areas, Files.readString(areas).replace("true,true,甲,", "true,true,甲;甲城,"));

    NightlyReport after = growing.run("2024-07-26T18:00:00Z");

    assertThat(before.quarantined()).isEqualTo(1);
    assertThat(after.changes()).containsOnly(java.util.Map.entry("first", 1L));
    assertThat(
            growing.figure("SELECT count(*) FROM statistics.observations WHERE ref_area = 'T01'"))
        .isEqualTo("2");
  }

  /** The first version of a table is its creation. */
  private static long commits(Manifest manifest) {
    return manifest.versions().values().stream().mapToLong(version -> version + 1).sum();
  }

  private static List<JsonNode> lineageOfBase() throws IOException {
    RunRecord run =
        WarehouseStatus.of(new Configuration(), base.warehouse().toString(), 1).runs().get(0);
    List<JsonNode> events = new ArrayList<>();
    for (String line : Lineage.events(run, base.warehouse().toString())) {
      events.add(new ObjectMapper().readTree(line));
    }
    return events;
  }

  private Manifest manifest() {
    return new Manifests(
            SharedSpark.session().sparkContext().hadoopConfiguration(),
            night.warehouse().toString())
        .newest()
        .orElseThrow();
  }

  private Path page() throws IOException {
    try (Stream<Path> files = Files.list(night.out())) {
      return files.filter(f -> f.toString().endsWith(".html")).findFirst().orElseThrow();
    }
  }
}
