package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.PlanOnADay;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.ProgressFixture;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What targets of a plan have beside a value: other series, each other, the whole year, reports.
 */
class PlanAttainmentTest {
  /** Each is that of one test, so that all are judged in one go. */
  private static final List<String> INDICATORS =
      List.of(
          "loans",
          "jobs",
          "exports",
          "imports",
          "place",
          "patents",
          "forests",
          "output",
          "visits",
          "deposits",
          "wages",
          "taxes",
          "grain");

  private static final List<String> TARGETS = new ArrayList<>();
  private static final List<Consumer<StatisticsFixture>> FIGURES = new ArrayList<>();
  private static final ProgressFixture PROGRESS = new ProgressFixture();

  @TempDir private static Path folder;
  private static RegionPack pack;
  private static StatisticsFixture figures;
  private static Map<String, Row> rows;

  @BeforeAll
  static void thePlanIsJudged() throws IOException {
    pack =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .edit("indicators.csv", "plausible_max,aliases", "plausible_max,aliases,reporter")
            .edit("indicators.csv", "地区GDP\n", "地区GDP,\n")
            .edit("indicators.csv", "社消零\n", "社消零,\n")
            .edit("indicators.csv", "固定资产投资增速\n", "固定资产投资增速,\n")
            .edit("indicators.csv", "在册经营主体\n", "在册经营主体,\n")
            .edit("indicators.csv", "全州城镇化率\n", "全州城镇化率,\n")
            .edit("indicators.csv", "常住总人口\n", "常住总人口,\n")
            .edit("indicators.csv", "新增创新平台", "新增创新平台,")
            .add(
                "indicators.csv",
                INDICATORS.stream().map(PlanAttainmentTest::indicator).toArray(String[]::new))
            .add("targets.csv", TARGETS.toArray(String[]::new))
            .read();
    figures = new StatisticsFixture(pack);
    FIGURES.forEach(declared -> declared.accept(figures));
    rows = rows(StatisticsFixture.AS_OF);
  }

  static {
    target("X-7", "loans", "relative", "growth_yoy", "higher_than:jobs", "", "%", "");
    figures(
        figures ->
            figures
                .growth("loans", "T00", "2024-06", "12.3")
                .growth("jobs", "T00", "2024-06", "12.2"));
  }

  @Test
  void aRelativeTargetIsHeldAgainstTheOtherSeriesOfTheSameDay() {
    Row row = rows.get("X-7 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("target_value")).isEqualByComparingTo("12.2");
    assertThat(row.<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-7 T00 2024-07").<String>getAs("not_computed_because"))
        .isEqualTo("no_observation");
  }

  static {
    target("X-8", "exports", "quantified", "growth_yoy", ">=", "10", "%", "together:X-9");
    target("X-9", "imports", "quantified", "growth_yoy", ">=", "10", "%", "together:X-8");
    figures(
        figures ->
            figures
                .growth("exports", "T00", "2024-06", "12")
                .growth("imports", "T00", "2024-06", "3"));
  }

  @Test
  void twoTargetsOfOnePromiseAreMetOnlyTogether() {
    assertThat(rows.get("X-8 T00 2024-06").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-8 T00 2024-06").<String>getAs("joint_light")).isEqualTo("red");
    assertThat(rows.get("X-9 T00 2024-06").<String>getAs("joint_light")).isEqualTo("red");
    assertThat(rows.get("X-1 T00 2024-06").<String>getAs("joint_light")).isEqualTo("no_data");
  }

  static {
    target("X-10", "place", "quantified", "level", "<=", "1", "位", "all_year");
    figures(
        figures ->
            figures
                .level("place", "T00", "2024-05", "1")
                .level("place", "T00", "2024-06", "2")
                .level("place", "T00", "2024-07", "1"));
  }

  @Test
  void whatMustHoldAllYearIsLostWithOneMonth() {
    assertThat(rows.get("X-10 T00 2024-05").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-10 T00 2024-06").<String>getAs("light")).isEqualTo("red");
    assertThat(rows.get("X-10 T00 2024-07").<String>getAs("light")).isEqualTo("red");
    assertThat(rows.get("X-10 T00 2024-07").<String>getAs("light_reason"))
        .contains("须全年保持，此前有一期未达到");
  }

  static {
    target("X-11", "", "directional", "assessed", "up", "", "—", "");
    PROGRESS
        .target("X-11", "T00", "2024-03", "30", "on_schedule", "2024-04-10")
        .target("X-11", "T00", "2024-06", "100", "done", "2024-07-10");
  }

  @Test
  void aReportSpeaksOfItsOwnPeriodAndOnlyWhatIsDoneStays() {
    assertThat(rows.get("X-11 T00 2024-03").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-11 T00 2024-04").<String>getAs("light")).isEqualTo("no_data");
    assertThat(rows.get("X-11 T00 2024-04").<String>getAs("not_computed_because"))
        .isEqualTo("no_report");
    assertThat(rows.get("X-11 T00 2024-06").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-11 T00 2024-09").<String>getAs("light"))
        .as("done stays done")
        .isEqualTo("green");
  }

  static {
    target("X-12", "patents", "quantified", "increment", ">=", "100", "亿元", "");
    PROGRESS.amount("X-12", "T00", "2024-06", "48", "2024-07-10");
  }

  @Test
  void anAmountThatNoSeriesCarriesIsTakenFromTheReport() {
    Row row = rows.get("X-12 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("progress_pct")).isEqualByComparingTo("48");
    assertThat(row.<String>getAs("light")).as("two points behind").isEqualTo("yellow");
  }

  static {
    target("X-13", "forests", "quantified", "growth_yoy", ">=", "10", "%", "");
  }

  @Test
  void aTargetThatIsNotDueIsThereAndSaysSo() {
    Map<String, Row> early = rows(LocalDate.of(2024, 1, 10));

    assertThat(early.get("X-13 T00 2024-01").<String>getAs("not_computed_because"))
        .isEqualTo("not_due");
  }

  static {
    target("X-14", "output", "quantified", "growth_yoy", ">=", "6", "%", "");
    figures(
        figures ->
            figures
                .level("output", "T00", "2021-06", "440")
                .level("output", "T00", "2021-12", "1000")
                .level("output", "T00", "2022-06", "450")
                .level("output", "T00", "2022-12", "1000")
                .level("output", "T00", "2023-06", "450")
                .level("output", "T00", "2023-12", "1000")
                .level("output", "T00", "2024-06", "470"));
  }

  @Test
  void theRestOfTheYearAndItsEndAreWorkedOutByHand() {
    Row row = rows.get("X-14 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("actual")).as("470 / 450").isEqualByComparingTo("4.444444");
    assertThat(row.<BigDecimal>getAs("needed_rest")).isEqualByComparingTo("590");
    assertThat(row.<BigDecimal>getAs("needed_rest_pct")).isEqualByComparingTo("7.272727");
    assertThat(row.<String>getAs("projection_method")).isEqualTo("growth_difference");
    // 2022: 2.272727 by June and 0 in the year; 2023: 0 and 0. Mean difference −1.1363635.
    assertThat(row.<BigDecimal>getAs("projected")).isEqualByComparingTo("3.308080");
  }

  static {
    target("X-17", "wages", "quantified", "growth_yoy", ">=", "6", "%", "");
    figures(
        figures ->
            figures
                .level("wages", "T00", "2023-06", "508")
                .level("wages", "T00", "2023-12", "1000")
                .level("wages", "T00", "2024-06", "544")
                .growth("wages", "T00", "2024-06", "7.1"));
  }

  @Test
  void besideAPublishedGrowthTheNeededPaceIsOnItsBasis() {
    Row row = rows.get("X-17 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("needed_rest_pct"))
        .as("(6 − 0.508 × 7.1) / 0.492; from the levels it would be 4.87")
        .isEqualByComparingTo("4.864228");
    assertThat(row.<BigDecimal>getAs("needed_rest")).as("no amount at current prices").isNull();
  }

  static {
    target("X-18", "taxes", "quantified", "increment", "<=", "0", "亿元", "");
    target("X-19", "grain", "quantified", "increment", ">=", "0.000001", "亿元", "");
    figures(
        figures ->
            figures
                .level("taxes", "T00", "2024-06", "470")
                .level("grain", "T00", "2024-06", "999999999999"));
  }

  @Test
  void noFigureAndNoTargetStopsANight() {
    assertThat(rows.get("X-18 T00 2024-06").<String>getAs("not_computed_because"))
        .isEqualTo("non_positive_target");
    assertThat(rows.get("X-19 T00 2024-06").<String>getAs("not_computed_because"))
        .isEqualTo("out_of_range");
  }

  static {
    target("X-15", "visits", "quantified", "increment", ">=", "1000", "亿元", "");
    figures(
        figures -> {
          for (int year = 2021; year <= 2023; year++) {
            figures
                .simulated("visits", "T00", year + "-05", "40")
                .simulated("visits", "T00", year + "-06", "45")
                .simulated("visits", "T00", year + "-12", "100");
          }
          figures.simulated("visits", "T00", "2024-05", "50");
          // July is official in every year; only the Decembers that it would need are not.
          for (int year = 2020; year <= 2024; year++) {
            figures.level("visits", "T00", year + "-07", "55");
          }
        });
  }

  @Test
  void anOfficialFigureIsNeverProjectedFromSimulatedYears() {
    assertThat(rows.get("X-15 T00 2024-05").<BigDecimal>getAs("projected")).isNotNull();
    assertThat(rows.get("X-15 T00 2024-05").<String>getAs("provenance")).isEqualTo("simulated");
    assertThat(rows.get("X-15 T00 2024-07").<BigDecimal>getAs("projected")).isNull();
    assertThat(rows.get("X-15 T00 2024-07").<BigDecimal>getAs("needed_rest_pct")).isNull();
    assertThat(rows.get("X-15 T00 2024-07").<String>getAs("provenance")).isEqualTo("official");
  }

  static {
    target("X-16", "deposits", "quantified", "growth_yoy", ">=", "6", "%", "");
    figures(figures -> figures.growth("deposits", "T00", "2024-06", "7"));
  }

  @Test
  void theLightsOfAnEarlierDayAreThoseOfTheFiguresKnownThen() {
    Dataset<Row> judged =
        AttainmentTable.judged(
            PlanOnADay.sinceTheBeginning(SharedSpark.session(), pack, StatisticsFixture.AS_OF)
                .aboutRectifications(false),
            figures.observations(),
            PROGRESS.table(),
            figures.areas());

    assertThat(
            judged
                .where("target_id = 'X-16' AND time_period = '2024-06'")
                .orderBy("known_on")
                .selectExpr("concat_ws(' ', known_on, light)")
                .collectAsList()
                .stream()
                .map(r -> r.getString(0)))
        .as("the fixture's figures are all released on 2025-01-20")
        .containsExactly("2024-07-31 no_data", "2026-01-01 green");
  }

  private static String indicator(String name) {
    return "%s,%s,%s,亿元,flow,M,YTD,true,published_else_computed,up,2,0,,,t_office"
        .formatted(name, name, name);
  }

  private static void figures(Consumer<StatisticsFixture> declared) {
    FIGURES.add(declared);
  }

  private static void target(
      String id,
      String indicator,
      String targetClass,
      String kind,
      String comparator,
      String value,
      String unit,
      String rule) {
    TARGETS.add(
        String.join(
            ",",
            id,
            "0,试验行动,1",
            indicator,
            "目标" + id,
            targetClass,
            kind,
            comparator,
            value,
            unit,
            rule,
            ",T00,t_office,,,2024-12-31,,"));
  }

  private static Map<String, Row> rows(LocalDate asOf) {
    DueChecks due = PlanOnADay.due(SharedSpark.session(), pack, asOf).aboutRectifications(false);
    return AttainmentTable.of(
            AttainmentTable.judged(due, figures.observations(), PROGRESS.table(), figures.areas()),
            due)
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                r ->
                    r.getAs("target_id") + " " + r.getAs("ref_area") + " " + r.getAs("time_period"),
                Function.identity()));
  }
}
