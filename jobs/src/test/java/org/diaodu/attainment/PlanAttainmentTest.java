package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What targets of a plan have beside a value: other series, each other, the whole year, reports.
 */
class PlanAttainmentTest {
  private static final String INDICATOR =
      ",亿元,flow,M,YTD,true,published_else_computed,up,2,0,,,t_office";

  @TempDir private Path folder;
  private PackCopy copy;
  private final ProgressFixture progress = new ProgressFixture();

  @BeforeEach
  void pack() throws IOException {
    copy =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .edit("indicators.csv", "plausible_max,aliases", "plausible_max,aliases,reporter")
            .edit("indicators.csv", "地区GDP\n", "地区GDP,\n")
            .edit("indicators.csv", "社消零\n", "社消零,\n")
            .edit("indicators.csv", "固定资产投资增速\n", "固定资产投资增速,\n")
            .edit("indicators.csv", "在册经营主体\n", "在册经营主体,\n")
            .edit("indicators.csv", "全州城镇化率\n", "全州城镇化率,\n")
            .edit("indicators.csv", "常住总人口\n", "常住总人口,\n")
            .edit("indicators.csv", "新增创新平台", "新增创新平台,")
            .add("indicators.csv", "loans,贷款,Loans" + INDICATOR, "jobs,就业,Jobs" + INDICATOR);
  }

  @Test
  void aRelativeTargetIsHeldAgainstTheOtherSeriesOfTheSameDay() throws IOException {
    target("X-7", "loans", "relative", "growth_yoy", "higher_than:jobs", "", "%", "");
    StatisticsFixture figures =
        figures()
            .growth("loans", "T00", "2024-06", "12.3")
            .growth("jobs", "T00", "2024-06", "12.2");

    Row row = rows(figures).get("X-7 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("target_value")).isEqualByComparingTo("12.2");
    assertThat(row.<String>getAs("light")).isEqualTo("green");
    assertThat(rows(figures).get("X-7 T00 2024-07").<String>getAs("not_computed_because"))
        .isEqualTo("no_observation");
  }

  @Test
  void twoTargetsOfOnePromiseAreMetOnlyTogether() throws IOException {
    target("X-7", "loans", "quantified", "growth_yoy", ">=", "10", "%", "together:X-8");
    target("X-8", "jobs", "quantified", "growth_yoy", ">=", "10", "%", "together:X-7");
    Map<String, Row> rows =
        rows(
            figures()
                .growth("loans", "T00", "2024-06", "12")
                .growth("jobs", "T00", "2024-06", "3"));

    assertThat(rows.get("X-7 T00 2024-06").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-7 T00 2024-06").<String>getAs("joint_light")).isEqualTo("red");
    assertThat(rows.get("X-8 T00 2024-06").<String>getAs("joint_light")).isEqualTo("red");
    assertThat(rows.get("X-1 T00 2024-06").<String>getAs("joint_light")).isEqualTo("no_data");
  }

  @Test
  void whatMustHoldAllYearIsLostWithOneMonth() throws IOException {
    target("X-7", "loans", "quantified", "level", "<=", "1", "位", "all_year");
    Map<String, Row> rows =
        rows(
            figures()
                .level("loans", "T00", "2024-05", "1")
                .level("loans", "T00", "2024-06", "2")
                .level("loans", "T00", "2024-07", "1"));

    assertThat(rows.get("X-7 T00 2024-05").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-7 T00 2024-06").<String>getAs("light")).isEqualTo("red");
    assertThat(rows.get("X-7 T00 2024-07").<String>getAs("light")).isEqualTo("red");
    assertThat(rows.get("X-7 T00 2024-07").<String>getAs("light_reason"))
        .contains("须全年保持，此前有一期未达到");
  }

  @Test
  void aReportSpeaksOfItsOwnPeriodAndOnlyWhatIsDoneStays() throws IOException {
    target("X-7", "", "directional", "assessed", "up", "", "—", "");
    progress
        .target("X-7", "T00", "2024-03", "30", "on_schedule", "2024-04-10")
        .target("X-7", "T00", "2024-06", "100", "done", "2024-07-10");
    Map<String, Row> rows = rows(figures().growth("loans", "T00", "2024-06", "1"));

    assertThat(rows.get("X-7 T00 2024-03").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-7 T00 2024-04").<String>getAs("light")).isEqualTo("no_data");
    assertThat(rows.get("X-7 T00 2024-04").<String>getAs("not_computed_because"))
        .isEqualTo("no_report");
    assertThat(rows.get("X-7 T00 2024-06").<String>getAs("light")).isEqualTo("green");
    assertThat(rows.get("X-7 T00 2024-09").<String>getAs("light"))
        .as("done stays done")
        .isEqualTo("green");
  }

  @Test
  void anAmountThatNoSeriesCarriesIsTakenFromTheReport() throws IOException {
    target("X-7", "jobs", "quantified", "increment", ">=", "100", "亿元", "");
    progress.amount("X-7", "T00", "2024-06", "48", "2024-07-10");

    Row row = rows(figures().growth("loans", "T00", "2024-06", "1")).get("X-7 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("progress_pct")).isEqualByComparingTo("48");
    assertThat(row.<String>getAs("light")).as("two points behind").isEqualTo("yellow");
  }

  @Test
  void aTargetThatIsNotDueIsThereAndSaysSo() throws IOException {
    target("X-7", "loans", "quantified", "growth_yoy", ">=", "10", "%", "");

    Map<String, Row> rows = rows(figures().level("gdp", "T00", "2023", "1"), "2024-01-10");

    assertThat(rows.get("X-7 T00 2024-01").<String>getAs("not_computed_because"))
        .isEqualTo("not_due");
  }

  @Test
  void theRestOfTheYearAndItsEndAreWorkedOutByHand() throws IOException {
    target("X-7", "loans", "quantified", "growth_yoy", ">=", "6", "%", "");
    StatisticsFixture figures = figures();
    String[][] years = {{"2021", "440", "1000"}, {"2022", "450", "1000"}, {"2023", "450", "1000"}};
    for (String[] year : years) {
      figures
          .level("loans", "T00", year[0] + "-06", year[1])
          .level("loans", "T00", year[0] + "-12", year[2]);
    }
    figures.level("loans", "T00", "2024-06", "470");

    Row row = rows(figures).get("X-7 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("actual")).as("470 / 450").isEqualByComparingTo("4.444444");
    assertThat(row.<BigDecimal>getAs("needed_rest")).isEqualByComparingTo("590");
    assertThat(row.<BigDecimal>getAs("needed_rest_pct")).isEqualByComparingTo("7.272727");
    assertThat(row.<String>getAs("projection_method")).isEqualTo("growth_difference");
    // 2022: 2.272727 by June and 0 in the year; 2023: 0 and 0. Mean difference −1.1363635.
    assertThat(row.<BigDecimal>getAs("projected")).isEqualByComparingTo("3.308080");
  }

  @Test
  void besideAPublishedGrowthTheNeededPaceIsOnItsBasis() throws IOException {
    target("X-7", "loans", "quantified", "growth_yoy", ">=", "6", "%", "");
    StatisticsFixture figures =
        figures()
            .level("loans", "T00", "2023-06", "508")
            .level("loans", "T00", "2023-12", "1000")
            .level("loans", "T00", "2024-06", "544")
            .growth("loans", "T00", "2024-06", "7.1");

    Row row = rows(figures).get("X-7 T00 2024-06");

    assertThat(row.<BigDecimal>getAs("needed_rest_pct"))
        .as("(6 − 0.508 × 7.1) / 0.492; from the levels it would be 4.87")
        .isEqualByComparingTo("4.864228");
    assertThat(row.<BigDecimal>getAs("needed_rest")).as("no amount at current prices").isNull();
  }

  @Test
  void noFigureAndNoTargetStopsANight() throws IOException {
    target("X-7", "loans", "quantified", "increment", "<=", "0", "亿元", "");
    target("X-8", "gdp", "quantified", "increment", ">=", "0.000001", "亿元", "");

    Map<String, Row> rows =
        rows(
            figures()
                .level("loans", "T00", "2024-06", "470")
                .level("gdp", "T00", "2024-Q2", "999999999999"));

    assertThat(rows.get("X-7 T00 2024-06").<String>getAs("not_computed_because"))
        .isEqualTo("non_positive_target");
    assertThat(rows.get("X-8 T00 2024-Q2").<String>getAs("not_computed_because"))
        .isEqualTo("out_of_range");
  }

  @Test
  void anOfficialFigureIsNeverProjectedFromSimulatedYears() throws IOException {
    target("X-7", "loans", "quantified", "increment", ">=", "1000", "亿元", "");
    StatisticsFixture figures = figures();
    for (int year = 2021; year <= 2023; year++) {
      figures
          .simulated("loans", "T00", year + "-05", "40")
          .simulated("loans", "T00", year + "-06", "45")
          .simulated("loans", "T00", year + "-12", "100");
    }
    figures.level("gdp", "T00", "2024-Q2", "1").simulated("loans", "T00", "2024-05", "50");
    // July is official in every year; only the Decembers that it would need are not.
    for (int year = 2020; year <= 2024; year++) {
      figures.level("loans", "T00", year + "-07", "55");
    }

    Map<String, Row> rows = rows(figures);

    assertThat(rows.get("X-7 T00 2024-05").<BigDecimal>getAs("projected")).isNotNull();
    assertThat(rows.get("X-7 T00 2024-05").<String>getAs("provenance")).isEqualTo("simulated");
    assertThat(rows.get("X-7 T00 2024-07").<BigDecimal>getAs("projected")).isNull();
    assertThat(rows.get("X-7 T00 2024-07").<BigDecimal>getAs("needed_rest_pct")).isNull();
    assertThat(rows.get("X-7 T00 2024-07").<String>getAs("provenance")).isEqualTo("official");
  }

  @Test
  void theLightsOfAnEarlierDayAreThoseOfTheFiguresKnownThen() throws IOException {
    target("X-7", "loans", "quantified", "growth_yoy", ">=", "6", "%", "");
    RegionPack pack = copy.read();
    StatisticsFixture figures = new StatisticsFixture(pack).growth("loans", "T00", "2024-06", "7");

    Dataset<Row> judged =
        AttainmentTable.judged(
            PlanOnADay.sinceTheBeginning(SharedSpark.session(), pack, StatisticsFixture.AS_OF)
                .aboutRectifications(false),
            figures.observations(),
            progress.table(),
            figures.areas());

    assertThat(
            judged
                .where("target_id = 'X-7' AND time_period = '2024-06'")
                .orderBy("known_on")
                .selectExpr("concat_ws(' ', known_on, light)")
                .collectAsList()
                .stream()
                .map(r -> r.getString(0)))
        .as("the fixture's figures are all released on 2025-01-20")
        .containsExactly("2024-07-31 no_data", "2026-01-01 green");
  }

  private void target(
      String id,
      String indicator,
      String targetClass,
      String kind,
      String comparator,
      String value,
      String unit,
      String rule)
      throws IOException {
    copy.add(
        "targets.csv",
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

  private StatisticsFixture figures() {
    return new StatisticsFixture(copy.read());
  }

  private Map<String, Row> rows(StatisticsFixture figures) {
    return rows(figures, StatisticsFixture.AS_OF.toString());
  }

  private Map<String, Row> rows(StatisticsFixture figures, String asOf) {
    DueChecks due =
        PlanOnADay.due(SharedSpark.session(), copy.read(), LocalDate.parse(asOf))
            .aboutRectifications(false);
    return AttainmentTable.of(
            AttainmentTable.judged(due, figures.observations(), progress.table(), figures.areas()),
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
