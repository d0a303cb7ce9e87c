package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Growth of three lands, T01 to T03 in T00, and a zone, T09, that overlaps them. */
class GrowthRowsTest {
  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void aMissingMonthLeavesAGapAndNeverAWrongNeighbour() {
    figures
        .level("retail_sales", "T01", "2023-05", "50")
        .level("retail_sales", "T01", "2023-07", "70")
        .level("retail_sales", "T01", "2024-06", "66")
        .level("retail_sales", "T01", "2024-07", "77");

    Map<String, GrowthRow> rows = rows();

    assertThat(rows.get("T01 2024-06").notComputedBecause()).isEqualTo(NotComputed.no_base_period);
    assertThat(rows.get("T01 2024-07").yoyPct()).isEqualByComparingTo("10");
  }

  @Test
  void yearsQuartersAndMonthsEachLookTwelveMonthsBack() {
    figures
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "110")
        .level("gdp", "T01", "2023-Q4", "90")
        .level("gdp", "T01", "2024-Q4", "108");

    Map<String, GrowthRow> rows = rows();

    assertThat(rows.get("T01 2024").yoyPct()).isEqualByComparingTo("10");
    assertThat(rows.get("T01 2024-Q4").yoyPct()).isEqualByComparingTo("20");
  }

  @Test
  void publishedAndComputedStandSideBySide() {
    figures
        .level("retail_sales", "T00", "2023-06", "23242")
        .level("retail_sales", "T00", "2024-06", "23096")
        .growth("retail_sales", "T00", "2024-06", "3.5");

    GrowthRow row = rows().get("T00 2024-06");

    assertThat(row.yoyPct()).isEqualByComparingTo("3.5");
    assertThat(row.yoyBasis()).isEqualTo(Growth.Basis.published);
    assertThat(row.yoyComputedPct()).isEqualByComparingTo("-0.628173");
    assertThat(row.gapClass()).isEqualTo(Growth.GapClass.comparable_basis);
  }

  @Test
  void growthWithoutALevelIsARow() {
    figures.growth("fixed_asset_investment", "T01", "2024-06", "4.8");

    assertThat(rows().get("T01 2024-06").yoyPct()).isEqualByComparingTo("4.8");
  }

  @Test
  void tiesShareAPlaceAndTheNextIsSkipped() {
    figures
        .growth("fixed_asset_investment", "T01", "2024-06", "5")
        .growth("fixed_asset_investment", "T02", "2024-06", "5")
        .growth("fixed_asset_investment", "T03", "2024-06", "4")
        .growth("fixed_asset_investment", "T09", "2024-06", "9");

    Map<String, GrowthRow> rows = rows();

    assertThat(List.of("T01", "T02", "T03"))
        .extracting(a -> rows.get(a + " 2024-06").rankYoy())
        .containsExactly(1, 1, 3);
    assertThat(rows.get("T01 2024-06").peers()).isEqualTo(3);
    assertThat(rows.get("T09 2024-06").rankYoy()).as("an overlapping area has no place").isNull();
  }

  @Test
  void contributionsAreTakenOfTheParentsBase() {
    figures
        .level("gdp", "T00", "2023", "400")
        .level("gdp", "T00", "2024", "440")
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120");

    assertThat(rows().get("T01 2024").contributionPp()).isEqualByComparingTo("5");
  }

  @Test
  void aBreakIsFlaggedAndItsGrowthNotHidden() {
    figures.level("gdp", "T01", "2018", "100").breakAt("gdp", "T01", "2019", "150");

    GrowthRow row = rows().get("T01 2019");

    assertThat(row.yoyPct()).isEqualByComparingTo("50");
    assertThat(row.flag()).isEqualTo(SeriesFlag.break_in_series);
  }

  @Test
  void growthOverASimulatedBaseIsSimulated() {
    figures.simulated("gdp", "T01", "2023", "100").level("gdp", "T01", "2024", "110");

    assertThat(rows().get("T01 2024").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void aWithdrawnLevelSaysSo() {
    figures.level("gdp", "T01", "2023", "100").level("gdp", "T01", "2024", null);

    GrowthRow row = rows().get("T01 2024");

    assertThat(row.level()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.missing_value);
  }

  // Industrial profits of China 2023, 亿元: Jan-Mar 15167.40, Jan-Feb 8872.10 (January is never
  // published).
  @Test
  void aMonthAloneIsTheDifferenceOfTwoCumulativeFigures() {
    figures
        .level("retail_sales", "T00", "2023-02", "8872.10")
        .level("retail_sales", "T00", "2023-03", "15167.40")
        .level("retail_sales", "T00", "2023-05", "30000");

    Map<String, GrowthRow> rows = amounts();

    assertThat(rows.get("T00 2023-03").level()).isEqualByComparingTo("6295.30");
    assertThat(rows.get("T00 2023-03").derivation()).isEqualTo(Derivation.cumulative_difference);
    assertThat(rows.get("T00 2023-03").periodMonths()).isEqualTo(1);
    assertThat(rows.get("T00 2023-02").level())
        .as("the pair, never halved")
        .isEqualByComparingTo("8872.10");
    assertThat(rows.get("T00 2023-02").periodMonths()).isEqualTo(2);
    assertThat(rows).as("April is not known, so May is not").doesNotContainKey("T00 2023-05");
  }

  @Test
  void aFebruaryIsNotComparedWithAJanuaryAndFebruary() {
    figures
        .level("innovation_platforms_new", "T00", "2023-02", "20")
        .level("innovation_platforms_new", "T00", "2024-01", "11")
        .level("innovation_platforms_new", "T00", "2024-02", "22");

    GrowthRow february = amounts().get("T00 2024-02");

    assertThat(february.level()).isEqualByComparingTo("11");
    assertThat(february.levelYearAgo()).isNull();
    assertThat(february.yoyComputedPct()).isNull();
    assertThat(february.notComputedBecause()).isEqualTo(NotComputed.period_differs);
    assertThat(rows().get("T00 2024-02").yoyComputedPct())
        .as("January to February on January to February")
        .isEqualByComparingTo("10");
  }

  @Test
  void whereGrowthIsPublishedThatOfADifferenceIsShownAndNotReported() {
    figures
        .level("retail_sales", "T00", "2023-05", "50")
        .level("retail_sales", "T00", "2023-06", "60")
        .level("retail_sales", "T00", "2024-05", "55")
        .level("retail_sales", "T00", "2024-06", "66");

    GrowthRow june = amounts().get("T00 2024-06");

    assertThat(june.yoyComputedPct()).isEqualByComparingTo("10");
    assertThat(june.yoyPct()).isNull();
    assertThat(june.notComputedBecause()).isEqualTo(NotComputed.growth_not_published);
    assertThat(june.rankYoy()).isNull();
  }

  @Test
  void aFebruaryOfTwoMonthsHasNoPlaceAndNoContributionBesideOneOfAMonth() {
    for (String year : List.of("2023", "2024")) {
      figures
          .level("innovation_platforms_new", "T00", year + "-01", "10")
          .level("innovation_platforms_new", "T00", year + "-02", "20")
          .level("innovation_platforms_new", "T01", year + "-02", year.equals("2023") ? "8" : "9")
          .level("innovation_platforms_new", "T02", year + "-01", "3")
          .level("innovation_platforms_new", "T02", year + "-02", "6");
    }

    Map<String, GrowthRow> rows = amounts();

    assertThat(rows.get("T01 2024-02").yoyPct()).isEqualByComparingTo("12.5");
    assertThat(rows.get("T01 2024-02").contributionPp()).isNull();
    assertThat(rows.get("T01 2024-02").rankLevel()).isNull();
    assertThat(rows.get("T02 2024-02").rankLevel()).isEqualTo(1);
    assertThat(rows.get("T02 2024-02").contributionPp()).isEqualByComparingTo("0");
  }

  @Test
  void aReportedMonthStandsBeforeADerivedOne() {
    figures
        .level("retail_sales", "T00", "2024-05", "50")
        .level("retail_sales", "T00", "2024-06", "61")
        .amount("retail_sales", "T00", "2024-06", "10.8");

    GrowthRow june = amounts().get("T00 2024-06");

    assertThat(june.level()).isEqualByComparingTo("10.8");
    assertThat(june.derivation()).isEqualTo(Derivation.reported);
  }

  @Test
  void aQuarterAloneIsDerivedToo() {
    figures.level("gdp", "T01", "2024-Q1", "100").level("gdp", "T01", "2024-Q2", "230");

    Map<String, GrowthRow> rows = amounts();

    assertThat(rows.get("T01 2024-Q1").level()).isEqualByComparingTo("100");
    assertThat(rows.get("T01 2024-Q2").level()).isEqualByComparingTo("130");
  }

  @Test
  void aStockIsAlsoHeldAgainstLastYearsEnd() {
    figures
        .level("business_entities", "T01", "2023-06", "80")
        .level("business_entities", "T01", "2023-12", "100")
        .level("business_entities", "T01", "2024-06", "104")
        .level("business_entities", "T01", "2024-12", "110");

    Map<String, GrowthRow> rows = rows();

    assertThat(rows.get("T01 2024-06").yoyPct()).isEqualByComparingTo("30");
    assertThat(rows.get("T01 2024-06").sinceYearEndPct()).isEqualByComparingTo("4");
    assertThat(rows.get("T01 2024-12").sinceYearEndPct())
        .as("of December it is growth on the December before")
        .isEqualByComparingTo("10");
  }

  @Test
  void anEndOfTheYearBeforeLastIsNotLastYears() {
    figures
        .level("business_entities", "T01", "2022-12", "100")
        .level("business_entities", "T01", "2023-11", "102")
        .level("business_entities", "T01", "2023-12", "103")
        .level("business_entities", "T02", "2022-12", "100")
        .level("business_entities", "T02", "2024-01", "104");

    Map<String, GrowthRow> rows = rows();

    assertThat(rows.get("T01 2023-12").levelLastYearEnd()).isEqualByComparingTo("100");
    assertThat(rows.get("T02 2024-01").levelLastYearEnd()).as("December 2023 is missing").isNull();
  }

  @Test
  void twoYearsTogetherLevelOutAnExceptionalBase() {
    figures
        .growth("fixed_asset_investment", "T01", "2020-06", "-6.8")
        .growth("fixed_asset_investment", "T01", "2021-06", "12.7");

    assertThat(rows().get("T01 2021-06").twoYearAveragePct())
        .as("√(112.7 × 93.2) − 100")
        .isEqualByComparingTo("2.487268");
  }

  @Test
  void placesAreSetBesideThoseOfLastMonthAndLastYear() {
    for (String period : List.of("2023-06", "2024-05", "2024-06")) {
      figures
          .growth("fixed_asset_investment", "T01", period, "5")
          .growth("fixed_asset_investment", "T02", period, period.equals("2024-06") ? "6" : "4");
    }

    GrowthRow row = rows().get("T02 2024-06");

    assertThat(row.rankYoy()).isEqualTo(1);
    assertThat(row.rankYoyLastPeriod()).isEqualTo(2);
    assertThat(row.rankYoyLastYear()).isEqualTo(2);
  }

  @Test
  void theSumOfAllComponentsStandsInForAnAggregateWithoutAFigure() {
    figures
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T02", "2023", "60")
        .level("gdp", "T03", "2023", "40")
        .level("gdp", "T01", "2024", "120")
        .level("gdp", "T02", "2024", "60")
        .level("gdp", "T03", "2024", "70");

    GrowthRow row = rows().get("T01 2024");

    assertThat(row.contributionPp()).as("20 of 200").isEqualByComparingTo("10");
    assertThat(row.contributionRatePct()).as("20 of 50").isEqualByComparingTo("40");
  }

  @Test
  void theLatestVintageIsThatOfTheLastReleaseAndAnOfficialOneTakesPrecedence() {
    figures
        .released("gdp", "T01", "2023", "100", "2024-01-20")
        .released("gdp", "T01", "2023", "90", "2023-12-31")
        .simulated("gdp", "T01", "2023", "80");

    assertThat(rows().get("T01 2023").level()).isEqualByComparingTo("100");
    assertThat(rows().get("T01 2023").provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void aLevelStandsBesideItsPublishedGrowthEachAsItWasLastReleased() {
    figures
        .released("gdp", "T01", "2023", "100", "2024-07-15")
        .released("gdp", "T01", "2023", "103", "2024-08-15")
        .growth("gdp", "T01", "2023", "5")
        .simulatedGrowth("gdp", "T01", "2023", "6");

    GrowthRow row = rows().get("T01 2023");

    assertThat(row.level()).isEqualByComparingTo("103");
    assertThat(row.yoyPublishedPct())
        .as("an official figure before a newer simulated one")
        .isEqualByComparingTo("5");
  }

  private Map<String, GrowthRow> amounts() {
    return figures.growth(true);
  }

  private Map<String, GrowthRow> rows() {
    return figures.growth(false);
  }
}
