package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.attainment.PlannedCheck;
import org.diaodu.contract.Table;
import org.diaodu.document.FigureKey;
import org.diaodu.operation.StageResult;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import org.diaodu.release.FigureTrace;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.StatisticTables;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.SimulatedYear;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The simulated year 2024 of the pack that comes with the program: its lights, what was handed over
 * for them, and what became of it, month by month. The sequence was read through by hand.
 */
@Slow
class DispatchYearTest {
  @TempDir private static Path folder;
  private static Night night;
  private static RegionPack pack;
  private static Dataset<Row> observations;
  private static Dataset<Row> progress;

  @BeforeAll
  static void aNightOverTheWholeYear() throws IOException {
    pack = Packs.xiangxi();
    night = new Night(Packs.XIANGXI, folder.resolve("year"));
    SimulatedYear.arrives(night);
    night.runAsOf("2025-02-10T18:00:00Z", "2024-12-31");
    PublishedTables tables = night.published().orElseThrow();
    observations = tables.read(Table.OBSERVATIONS).localCheckpoint();
    progress = tables.read(Table.PROGRESS).localCheckpoint();
  }

  @Test
  void everyTargetHasALightOrAReasonWhyNotAndEachIsOneSentence() {
    List<Row> rows =
        night.query(
            "SELECT target_id, light, light_reason, not_computed_because FROM statistics.attainment"
                + " WHERE is_newest AND is_set_for");

    assertThat(rows.stream().map(r -> r.getString(0)).distinct()).hasSize(302);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.getString(2)).as("%s", row).isNotBlank().doesNotContain("null", "。");
              assertThat(row.getString(1).equals("no_data"))
                  .as("%s", row)
                  .isEqualTo(row.getString(3) != null);
            });
  }

  @Test
  void aCountOfABulletinIsFollowedToTheRowsThatItCounts() {
    FigureTrace trace =
        FigureTrace.of(
                night.published().orElseThrow(),
                pack,
                FigureKey.of("count/2024-06/bulletin/targets-red"),
                Instant.parse("2025-02-10T18:00:00Z"),
                false)
            .orElseThrow();

    List<String> counted =
        List.of(trace.formula().substring(trace.formula().indexOf('：') + 1).split("、"));
    assertThat(counted).hasSize(Integer.parseInt(trace.value())).isNotEmpty();
    assertThat(counted)
        .allSatisfy(
            key -> {
              String[] parts = key.split("/");
              assertThat(
                      night.figure(
                          "SELECT light FROM statistics.attainment WHERE target_id = '%s' AND ref_area = '%s' AND time_period = '%s'"
                              .formatted(parts[1], parts[2], parts[3])))
                  .as(key)
                  .isEqualTo("red");
            });
  }

  /** Lights are made from vintages directly; the tables for analysts must say the same. */
  @Test
  void growthAndSharesAreThoseOfTheirTables() {
    assertThat(
            night.figure(
                "SELECT count(*) FROM statistics.attainment a JOIN reference.indicators i"
                    + " USING (indicator) JOIN statistics.growth g ON g.indicator = a.indicator"
                    + " AND g.ref_area = a.ref_area AND g.time_period = a.time_period"
                    + " AND g.accumulation = i.accumulation WHERE a.kind = 'growth_yoy'"
                    + " AND a.actual = g.yoy_pct"))
        .as("growth that agrees, of all that is held against a target")
        .isEqualTo(
            night.figure(
                "SELECT count(*) FROM statistics.attainment WHERE kind = 'growth_yoy'"
                    + " AND actual IS NOT NULL"))
        .isNotEqualTo("0");
    assertThat(
            night.figure(
                "SELECT count(*) FROM statistics.attainment a JOIN statistics.capital_share s"
                    + " ON s.indicator = a.indicator AND s.time_period = a.time_period"
                    + " AND s.accumulation = 'YTD' WHERE a.kind = 'capital_share'"
                    + " AND a.actual = s.share_pct AND a.target_value <=> s.share_year_ago_pct"))
        .as("shares that agree")
        .isEqualTo(
            night.figure(
                "SELECT count(*) FROM statistics.attainment WHERE kind = 'capital_share'"
                    + " AND actual IS NOT NULL"))
        .isNotEqualTo("0");
  }

  @Test
  void atEachMonthsEndEveryTargetIsLookedAt() {
    for (int month = 1; month <= 12; month++) {
      LocalDate day = YearMonth.of(2024, month).atEndOfMonth();
      assertThat(PlannedCheck.due(pack, day).stream().map(c -> c.target().targetId()).distinct())
          .as("%s", day)
          .hasSize(302);
    }
  }

  @Test
  void whatWasHandedOverAndWhatBecameOfIt() {
    assertThat(events("2024-12-31"))
        .containsExactly(
            "T-0-1-2/433101/2024-09-30 for 2024-08, missed 0, closed 2024-10-31 recovered",
            "T-0-1-2/433101/2024-11-30 for 2024-10, missed 1, supervised 2024-12-31",
            "T-0-1-2/433124/2024-03-31 for 2024-02, missed 9, supervised 2024-04-30,"
                + " escalated 2024-06-30",
            "T-0-1-2/433125/2024-03-31 for 2024-02, missed 9, supervised 2024-04-30,"
                + " escalated 2024-06-30",
            "T-0-1-2/433126/2024-03-31 for 2024-02, missed 2, supervised 2024-04-30,"
                + " closed 2024-08-31 recovered",
            "T-0-1-3/433100/2024-04-30 for 2024-Q1, missed 2, supervised 2024-07-31",
            "T-0-3-2/433124/2024-08-31 for 2024-07, missed 0, closed 2024-09-30 recovered",
            "T-0-3-2/433125/2024-03-31 for 2024-02, missed 9, supervised 2024-04-30,"
                + " escalated 2024-06-30",
            "T-0-3-2/433126/2024-05-31 for 2024-04, missed 5, supervised 2024-08-31,"
                + " escalated 2024-10-31",
            "T-0-3-2/433127/2024-03-31 for 2024-02, missed 9, supervised 2024-04-30,"
                + " escalated 2024-06-30",
            "T-0-4-2/433100/2024-04-30 for 2024-03, missed 1, supervised 2024-07-31,"
                + " closed 2024-10-31 explained",
            "T-0-5-1/433126/2024-02-29 for 2024-01, missed 8, supervised 2024-03-31,"
                + " escalated 2024-05-31, closed 2024-11-30 recovered",
            "T-6-21-1/433100/2024-04-30 for 2024-03, missed 0, closed 2024-07-31 recovered");
  }

  /**
   * What a month knew is never changed by a later one: the year is the months one after another.
   */
  @Test
  void eachMonthSawTheBeginningOfTheSameStory() {
    List<Row> year = rectifications("2024-12-31").collectAsList();
    for (int month = 2; month <= 11; month += 3) {
      LocalDate day = YearMonth.of(2024, month).atEndOfMonth();
      List<String> then =
          rectifications(day.toString()).collectAsList().stream()
              .map(r -> r.getString(0) + until(r, day))
              .sorted()
              .toList();

      assertThat(then)
          .as("as of %s", day)
          .isEqualTo(
              year.stream()
                  .filter(r -> !r.<LocalDate>getAs("opened_on").isAfter(day))
                  .map(r -> r.getString(0) + until(r, day))
                  .sorted()
                  .toList());
    }
  }

  @Test
  void aSecondNightChangesNothing() throws IOException {
    String before = night.figure("SELECT count(*) FROM reporting.rectifications");
    NightlyReport again = night.runAsOf("2025-02-11T18:00:00Z", "2024-12-31");

    assertThat(night.figure("SELECT count(*) FROM reporting.rectifications")).isEqualTo(before);
    assertThat(again.stages().stream().mapToLong(StageResult::rowsWritten).sum())
        .as("rows written in all")
        .isZero();
  }

  @Test
  void countiesAreAssessedByWhatIsHeldAgainstThemAndTheZoneIsNotCounted() {
    assertThat(
            night
                .query(
                    "SELECT concat_ws(' ', subject, green, yellow, red, overdue_rectifications,"
                        + " CAST(score_pct AS DECIMAL(5,1)), finding) FROM reporting.assessments"
                        + " WHERE subject_type = 'area' AND subject IN ('433123', '433125')"
                        + " ORDER BY 1")
                .stream()
                .map(r -> r.getString(0)))
        .as("Fenghuang: four green; Baojing: one green, one yellow, two red and both overdue")
        .containsExactly("433123 4 0 0 0 100.0 praise", "433125 1 1 2 2 0.0 criticism");
    assertThat(
            night.figure(
                "SELECT concat_ws(' ', subject, tasks, green + blue + yellow + red, finding)"
                    + " FROM reporting.assessments WHERE NOT counted"))
        .as("the zone answers for 131 tasks; no target is set for it alone")
        .isEqualTo("XXGXQ 131 0 none");
    assertThat(
            night.figure(
                "SELECT count(*) FROM reporting.assessments WHERE subject_type = 'area' AND counted"))
        .isEqualTo("8");
  }

  @Test
  void aTaskHasTheLightsOfItsTargetsAndItsMilestones() {
    assertThat(
            night.figure(
                "SELECT concat_ws(' ', milestones, milestones_reached, status) FROM"
                    + " statistics.task_status WHERE task_id = 'K-4-1'"))
        .isEqualTo("2 1 done");
    assertThat(night.figure("SELECT count(*) FROM statistics.task_status")).isEqualTo("159");
  }

  @Test
  void oneLineOfATargetChangesItsLightsAndNothingElse() throws IOException {
    RegionPack stricter =
        new PackCopy(Packs.XIANGXI, folder.resolve("stricter"))
            .edit(
                "targets.csv",
                "社会消费品零售总额增速,quantified,growth_yoy,>=,6,%,,,433100,xz_swj,office_default,,,",
                "社会消费品零售总额增速,quantified,growth_yoy,>=,7.5,%,,,433100,xz_swj,office_default,,,")
            .read();

    List<String> changed = new ArrayList<>();
    List<String> now = lights(stricter);
    for (String light : lights(pack)) {
      if (!now.contains(light)) {
        changed.add(light);
      }
    }

    assertThat(changed).isNotEmpty().allMatch(light -> light.startsWith("T-0-3-1 "));
    assertThat(stricter.packId()).as("a version of its own").isNotEqualTo(pack.packId());
  }

  private static List<String> lights(RegionPack of) {
    return known(of, "2024-12-31")
        .lights()
        .selectExpr("concat_ws(' ', target_id, ref_area, time_period, light)")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }

  private static List<String> events(String asOf) {
    return rectifications(asOf)
        .orderBy("rectification_id")
        .selectExpr(
            "concat(rectification_id, ' for ', time_period, ', missed ', missed,"
                + " coalesce(concat(', supervised ', supervised_on), ''),"
                + " coalesce(concat(', escalated ', escalated_on), ''),"
                + " coalesce(concat(', closed ', closed_on, ' ', closed_because), ''))")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }

  private static Dataset<Row> rectifications(String asOf) {
    return StatisticTables.of(Table.RECTIFICATIONS)
        .orElseThrow()
        .rows(known(pack, asOf))
        .in(SharedSpark.session(), Table.RECTIFICATIONS);
  }

  private static KnownOnADay known(RegionPack of, String asOf) {
    return new KnownOnADay(
        SharedSpark.session(),
        of,
        LocalDate.parse(asOf),
        table -> table == Table.PROGRESS ? progress : observations,
        false);
  }

  /** What had happened by a day. */
  private static String until(Row row, LocalDate day) {
    StringBuilder story = new StringBuilder();
    for (String event : List.of("supervised_on", "escalated_on", "closed_on")) {
      LocalDate on = row.getAs(event);
      if (on != null && !on.isAfter(day)) {
        story.append(' ').append(event).append(' ').append(on);
      }
    }
    return story.toString();
  }
}
