package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.CubeFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of target is held against, and what else is known of it. */
class JudgedChecksTest {
  @TempDir private Path folder;
  private PlanFixture plan;

  @BeforeEach
  void aPlan() throws IOException {
    plan = new PlanFixture(folder);
  }

  @Test
  void aGrowthTargetIsHeldAgainstItsAreaAndEveryCounty() {
    plan.figures(
        figures ->
            figures
                .growth("retail_sales", "T00", "2024-06", "6.1")
                .growth("retail_sales", "T01", "2024-06", "5.5")
                .growth("retail_sales", "T02", "2024-06", "4.9"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-1 T00 2024-06").light()).isEqualTo(Light.green);
    assertThat(rows.get("X-1 T01 2024-06").light()).as("within one point").isEqualTo(Light.yellow);
    assertThat(rows.get("X-1 T02 2024-06").light()).isEqualTo(Light.red);
    assertThat(rows.get("X-1 T03 2024-06").light()).as("no figure").isEqualTo(Light.no_data);
    assertThat(rows).as("an overlapping area is not judged").doesNotContainKey("X-1 T09 2024-06");
    assertThat(rows).as("January is not expected").doesNotContainKey("X-1 T00 2024-01");
  }

  @Test
  void aTargetThatIsNotForCountiesIsHeldAgainstTheWholeOnly() {
    plan.figures(figures -> figures.growth("fixed_asset_investment", "T01", "2024-06", "8"));

    assertThat(plan.rows()).containsKey("X-2 T00 2024-06").doesNotContainKey("X-2 T01 2024-06");
  }

  @Test
  void anAmountIsJudgedByItsProgress() {
    plan.figures(figures -> figures.level("innovation_platforms_new", "T00", "2024-Q2", "4"));

    AttainmentRow row = plan.rows().get("X-4 T00 2024-Q2");

    assertThat(row.progressPct()).isEqualByComparingTo("40");
    assertThat(row.schedulePct()).isEqualByComparingTo("50");
    assertThat(row.light()).as("ten points behind, five allowed").isEqualTo(Light.red);
  }

  @Test
  void aShareIsHeldAgainstTheYearBefore() {
    plan.figures(
        figures ->
            figures
                .level("gdp", "T01", "2023-Q2", "20")
                .level("gdp", "T00", "2023-Q2", "100")
                .level("gdp", "T01", "2024-Q2", "21")
                .level("gdp", "T00", "2024-Q2", "100"));

    AttainmentRow row = plan.rows().get("X-3 T01 2024-Q2");

    assertThat(row.actual()).isEqualByComparingTo("21");
    assertThat(row.targetValue()).isEqualByComparingTo("20");
    assertThat(row.light()).isEqualTo(Light.green);
  }

  @Test
  void sharesOfAPublishedTotalAndOfASumAreNotCompared() {
    plan.figures(
        figures -> {
          for (String area : new String[] {"T01", "T02", "T03"}) {
            figures.level("gdp", area, "2023-Q2", "20");
          }
          figures.level("gdp", "T01", "2024-Q2", "21").level("gdp", "T00", "2024-Q2", "60");
        });

    AttainmentRow row = plan.rows().get("X-3 T01 2024-Q2");

    assertThat(row.actual()).isEqualByComparingTo("35");
    assertThat(row.targetValue()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.denominator_differs);
  }

  @Test
  void aShareWithAFixedValueIsHeldAgainstThatValue() throws IOException {
    plan.target("X-7", "gdp", "T01", "capital_share", ">=", "22", "")
        .figures(
            figures ->
                figures
                    .level("gdp", "T01", "2023-Q2", "20")
                    .level("gdp", "T00", "2023-Q2", "100")
                    .level("gdp", "T01", "2024-Q2", "21")
                    .level("gdp", "T00", "2024-Q2", "100"));

    AttainmentRow row = plan.rows().get("X-7 T01 2024-Q2");

    assertThat(row.targetValue()).isEqualByComparingTo("22");
    assertThat(row.light()).isEqualTo(Light.red);
  }

  @Test
  void aCountNeedsEveryArea() {
    plan.figures(
        figures -> figures.level("gdp", "T01", "2024", "120").level("gdp", "T02", "2024", "100"));
    assertThat(plan.rows().get("X-5 T00 2024").notComputedBecause())
        .isEqualTo(NotComputed.areas_missing);

    plan.figures(figures -> figures.level("gdp", "T03", "2024", "99.9"));
    AttainmentRow row = plan.rows().get("X-5 T00 2024");

    assertThat(row.actual()).as("100 itself counts").isEqualByComparingTo("2");
    assertThat(row.light()).isEqualTo(Light.green);
  }

  @Test
  void aDirectionNeedsTheYearBeforeAndSaysSo() {
    plan.figures(figures -> figures.level("population_resident", "T00", "2024", "50"));
    assertThat(plan.rows().get("X-6 T00 2024").notComputedBecause())
        .isEqualTo(NotComputed.no_base_period);

    plan.figures(figures -> figures.level("population_resident", "T00", "2023", "49"));
    assertThat(plan.rows().get("X-6 T00 2024").light()).isEqualTo(Light.green);
  }

  @Test
  void aWithdrawnLevelIsToldFromOneThatNeverCame() throws IOException {
    plan.indicator("output")
        .target("X-7", "output", "increment", ">=", "100", "")
        .figures(figures -> figures.level("output", "T00", "2024-06", null));

    assertThat(plan.rows().get("X-7 T00 2024-06").notComputedBecause())
        .isEqualTo(NotComputed.missing_value);
    assertThat(plan.rows().get("X-7 T00 2024-07").notComputedBecause())
        .isEqualTo(NotComputed.no_observation);
  }

  @Test
  void aRelativeTargetIsHeldAgainstTheOtherSeriesOfTheSameDay() throws IOException {
    plan.indicator("loans")
        .indicator("jobs")
        .target("X-7", "loans", "growth_yoy", "higher_than:jobs", "", "")
        .figures(
            figures ->
                figures
                    .growth("loans", "T00", "2024-06", "12.3")
                    .growth("jobs", "T00", "2024-06", "12.2")
                    .growth("loans", "T00", "2024-05", "12.3"));

    AttainmentRow row = plan.rows().get("X-7 T00 2024-06");

    assertThat(row.targetValue()).isEqualByComparingTo("12.2");
    assertThat(row.light()).isEqualTo(Light.green);
    assertThat(plan.rows().get("X-7 T00 2024-05").notComputedBecause())
        .isEqualTo(NotComputed.no_reference);
    assertThat(plan.rows().get("X-7 T00 2024-07").notComputedBecause())
        .isEqualTo(NotComputed.no_observation);
  }

  @Test
  void twoTargetsOfOnePromiseAreMetOnlyTogether() throws IOException {
    plan.indicator("exports")
        .indicator("imports")
        .target("X-8", "exports", "growth_yoy", ">=", "10", "together:X-9")
        .target("X-9", "imports", "growth_yoy", ">=", "10", "together:X-8")
        .figures(
            figures ->
                figures
                    .growth("exports", "T00", "2024-06", "12")
                    .growth("imports", "T00", "2024-06", "3"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-8 T00 2024-06").light()).isEqualTo(Light.green);
    assertThat(rows.get("X-8 T00 2024-06").jointLight()).isEqualTo(Light.red);
    assertThat(rows.get("X-9 T00 2024-06").jointLight()).isEqualTo(Light.red);
    assertThat(rows.get("X-1 T00 2024-06").jointLight()).isEqualTo(Light.no_data);
  }

  @Test
  void whatMustHoldAllYearIsLostWithOneMonth() throws IOException {
    plan.indicator("place")
        .target("X-10", "place", "level", "<=", "1", "all_year")
        .figures(
            figures ->
                figures
                    .level("place", "T00", "2024-05", "1")
                    .level("place", "T00", "2024-06", "2")
                    .level("place", "T00", "2024-07", "1"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-10 T00 2024-05").light()).isEqualTo(Light.green);
    assertThat(rows.get("X-10 T00 2024-06").light()).isEqualTo(Light.red);
    assertThat(rows.get("X-10 T00 2024-07").light()).isEqualTo(Light.red);
    assertThat(rows.get("X-10 T00 2024-07").lightReason()).contains("须全年保持，此前有一期未达到");
  }

  @Test
  void aMissedMonthThatWasMadeUpIsYellowWhereThePolicySaysSo() throws IOException {
    plan.policy("about_within: 0.5", "about_within: 0.5\ncatch_up: true")
        .indicator("exports")
        .target("X-8", "exports", "growth_yoy", ">=", "10", "")
        .figures(
            figures ->
                figures
                    .growth("exports", "T00", "2024-06", "3")
                    .growth("exports", "T00", "2024-07", "12")
                    .growth("exports", "T00", "2024-08", "3"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-8 T00 2024-06").light()).isEqualTo(Light.yellow);
    assertThat(rows.get("X-8 T00 2024-06").lightReason()).endsWith("；后来补上，改为黄灯");
    assertThat(rows.get("X-8 T00 2024-08").light()).isEqualTo(Light.red);
  }

  @Test
  void aReportSpeaksOfItsOwnPeriodAndOnlyWhatIsDoneStays() throws IOException {
    plan.target("X-11", "", "assessed", "up", "", "")
        .report("X-11", "2024-03", "30", "on_schedule", "2024-04-10")
        .report("X-11", "2024-06", "100", "done", "2024-07-10");

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-11 T00 2024-03").light()).isEqualTo(Light.green);
    assertThat(rows.get("X-11 T00 2024-04").notComputedBecause()).isEqualTo(NotComputed.no_report);
    assertThat(rows.get("X-11 T00 2024-06").light()).isEqualTo(Light.green);
    assertThat(rows.get("X-11 T00 2024-09").light()).as("done stays done").isEqualTo(Light.green);
  }

  @Test
  void theLatestReportOfAPeriodCountsAndOneThatAsksToBeClosedDoesNot() throws IOException {
    plan.target("X-11", "", "assessed", "up", "", "")
        .report("X-11", "2024-06", "60", "on_schedule", "2024-07-10")
        .report("X-11", "2024-06", "10", "delayed", "2024-07-12")
        .report("X-11", "2024-06", "100", "closed", "2024-07-20");

    assertThat(plan.rows().get("X-11 T00 2024-06").actual()).isEqualByComparingTo("10");
    assertThat(plan.rows(LocalDate.of(2024, 7, 20)).get("X-11 T00 2024-06").actual())
        .isEqualByComparingTo("10");
  }

  @Test
  void anAmountThatNoSeriesCarriesIsTakenFromTheReport() throws IOException {
    plan.indicator("patents")
        .target("X-12", "patents", "increment", ">=", "100", "")
        .amount("X-12", "2024-06", "48", "2024-07-10");

    AttainmentRow row = plan.rows().get("X-12 T00 2024-06");

    assertThat(row.progressPct()).isEqualByComparingTo("48");
    assertThat(row.light()).as("two points behind").isEqualTo(Light.yellow);
  }

  @Test
  void aTargetThatIsNotDueIsThereAndSaysSo() throws IOException {
    plan.indicator("forests").target("X-13", "forests", "growth_yoy", ">=", "10", "");

    assertThat(plan.rows(LocalDate.of(2024, 1, 10)).get("X-13 T00 2024-01").notComputedBecause())
        .isEqualTo(NotComputed.not_due);
  }

  @Test
  void theRestOfTheYearAndItsEndAreWorkedOutByHand() throws IOException {
    plan.indicator("output")
        .target("X-14", "output", "growth_yoy", ">=", "6", "")
        .figures(
            figures ->
                figures
                    .level("output", "T00", "2021-06", "440")
                    .level("output", "T00", "2021-12", "1000")
                    .level("output", "T00", "2022-06", "450")
                    .level("output", "T00", "2022-12", "1000")
                    .level("output", "T00", "2023-06", "450")
                    .level("output", "T00", "2023-12", "1000")
                    .level("output", "T00", "2024-06", "470"));

    AttainmentRow row = plan.rows().get("X-14 T00 2024-06");

    assertThat(row.actual()).as("470 / 450").isEqualByComparingTo("4.444444");
    assertThat(row.neededRest()).isEqualByComparingTo("590");
    assertThat(row.neededRestPct()).isEqualByComparingTo("7.272727");
    assertThat(row.projectionMethod()).hasToString("growth_difference");
    // 2022: 2.272727 by June and 0 in the year; 2023: 0 and 0. Mean difference −1.1363635.
    assertThat(row.projected()).isEqualByComparingTo("3.308080");
  }

  @Test
  void besideAPublishedGrowthTheNeededPaceIsOnItsBasis() throws IOException {
    plan.indicator("wages")
        .target("X-17", "wages", "growth_yoy", ">=", "6", "")
        .figures(
            figures ->
                figures
                    .level("wages", "T00", "2023-06", "508")
                    .level("wages", "T00", "2023-12", "1000")
                    .level("wages", "T00", "2024-06", "544")
                    .growth("wages", "T00", "2024-06", "7.1"));

    AttainmentRow row = plan.rows().get("X-17 T00 2024-06");

    assertThat(row.neededRestPct())
        .as("(6 − 0.508 × 7.1) / 0.492; from the levels it would be 4.87")
        .isEqualByComparingTo("4.864228");
    assertThat(row.neededRest()).as("no amount at current prices").isNull();
  }

  @Test
  void besideAGrowthAtConstantPricesTheNeededPaceIsOnItsBasis() throws IOException {
    plan.indicator("wages")
        .target("X-17", "wages", "growth_yoy", ">=", "6", "")
        .figures(
            figures ->
                figures
                    .level("wages", "T00", "2023-06", "508")
                    .level("wages", "T00", "2023-12", "1000")
                    .level("wages", "T00", "2024-06", "560")
                    .constant("wages", "T00", "2023-06", "500")
                    .constant("wages", "T00", "2024-06", "535.5"));

    AttainmentRow row = plan.rows().get("X-17 T00 2024-06");

    assertThat(row.actual()).as("535.5 / 500").isEqualByComparingTo("7.1");
    assertThat(row.neededRestPct())
        .as("(6 − 0.508 × 7.1) / 0.492")
        .isEqualByComparingTo("4.864228");
    assertThat(row.neededRest()).as("no amount at current prices").isNull();
  }

  @Test
  void noFigureAndNoTargetStopsANight() throws IOException {
    plan.indicator("taxes")
        .indicator("grain")
        .target("X-18", "taxes", "increment", "<=", "0", "")
        .target("X-19", "grain", "increment", ">=", "0.000001", "")
        .figures(
            figures ->
                figures
                    .level("taxes", "T00", "2024-06", "470")
                    .level("grain", "T00", "2024-06", "999999999999"));

    assertThat(plan.rows().get("X-18 T00 2024-06").light()).isEqualTo(Light.red);
    assertThat(plan.rows().get("X-19 T00 2024-06").notComputedBecause())
        .isEqualTo(NotComputed.out_of_range);
  }

  @Test
  void anOfficialFigureIsNeverProjectedFromSimulatedYears() throws IOException {
    plan.indicator("visits")
        .target("X-15", "visits", "increment", ">=", "1000", "")
        .figures(
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

    AttainmentRow may = plan.rows().get("X-15 T00 2024-05");
    AttainmentRow july = plan.rows().get("X-15 T00 2024-07");

    assertThat(may.projected()).isNotNull();
    assertThat(may.provenance()).isEqualTo(Provenance.simulated);
    assertThat(july.projected()).isNull();
    assertThat(july.neededRestPct()).isNull();
    assertThat(july.provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void theLightsOfAnEarlierDayAreThoseOfTheFiguresKnownThen() throws IOException {
    plan.indicator("deposits")
        .target("X-16", "deposits", "growth_yoy", ">=", "6", "")
        .figures(figures -> figures.growth("deposits", "T00", "2024-06", "7"));
    RegionPack pack = plan.pack();

    assertThat(
            plan.judged(pack, PlannedCheck.sinceTheBeginning(pack, CubeFixture.AS_OF)).stream()
                .filter(check -> check.row().targetId().equals("X-16"))
                .filter(check -> check.row().timePeriod().toString().equals("2024-06"))
                .map(check -> check.knownOn() + " " + check.row().light())
                .sorted())
        .as("the fixture's figures are all released on 2025-01-20")
        .containsExactly("2024-07-31 no_data", "2026-01-01 green");
  }

  @Test
  void growthOfAnEarlierDayRestsOnTheVintagesOfThatDay() throws IOException {
    plan.indicator("deposits")
        .target("X-16", "deposits", "growth_yoy", ">=", "6", "")
        .figures(
            figures ->
                figures
                    .released("deposits", "T00", "2023-06", "100", "2023-07-15")
                    .released("deposits", "T00", "2024-06", "107", "2024-07-15")
                    .released("deposits", "T00", "2024-06", "105", "2024-08-15"));

    assertThat(plan.rows(LocalDate.of(2024, 7, 31)).get("X-16 T00 2024-06").actual())
        .isEqualByComparingTo("7");
    assertThat(plan.rows(LocalDate.of(2024, 8, 31)).get("X-16 T00 2024-06").actual())
        .isEqualByComparingTo("5");
  }
}
