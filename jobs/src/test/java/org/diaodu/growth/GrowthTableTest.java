package org.diaodu.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.diaodu.testing.Packs;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.Test;

class GrowthTableTest {
  private final StatisticsFixture figures = new StatisticsFixture(Packs.threelands());

  @Test
  void aMissingMonthLeavesAGapAndNeverAWrongNeighbour() {
    figures
        .level("retail_sales", "T01", "2023-05", "50")
        .level("retail_sales", "T01", "2023-07", "70")
        .level("retail_sales", "T01", "2024-06", "66")
        .level("retail_sales", "T01", "2024-07", "77");

    Map<String, Row> rows = rows();

    assertThat(rows.get("T01 2024-06").<String>getAs("not_computed_because"))
        .isEqualTo("no_base_period");
    assertThat(rows.get("T01 2024-07").<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("10");
  }

  @Test
  void yearsQuartersAndMonthsEachLookTwelveMonthsBack() {
    figures
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "110")
        .level("gdp", "T01", "2023-Q4", "90")
        .level("gdp", "T01", "2024-Q4", "108");

    Map<String, Row> rows = rows();

    assertThat(rows.get("T01 2024").<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("10");
    assertThat(rows.get("T01 2024-Q4").<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("20");
  }

  @Test
  void publishedAndComputedStandSideBySide() {
    figures
        .level("retail_sales", "T00", "2023-06", "23242")
        .level("retail_sales", "T00", "2024-06", "23096")
        .growth("retail_sales", "T00", "2024-06", "3.5");

    Row row = rows().get("T00 2024-06");

    assertThat(row.<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("3.5");
    assertThat(row.<String>getAs("yoy_basis")).isEqualTo("published");
    assertThat(row.<BigDecimal>getAs("yoy_computed_pct")).isEqualByComparingTo("-0.628173");
    assertThat(row.<String>getAs("gap_class")).isEqualTo("comparable_basis");
  }

  @Test
  void growthWithoutALevelIsARow() {
    figures.growth("fixed_asset_investment", "T01", "2024-06", "4.8");

    assertThat(rows().get("T01 2024-06").<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("4.8");
  }

  @Test
  void tiesShareAPlaceAndTheNextIsSkipped() {
    figures
        .growth("fixed_asset_investment", "T01", "2024-06", "5")
        .growth("fixed_asset_investment", "T02", "2024-06", "5")
        .growth("fixed_asset_investment", "T03", "2024-06", "4")
        .growth("fixed_asset_investment", "T09", "2024-06", "9");

    Map<String, Row> rows = rows();

    assertThat(List.of("T01", "T02", "T03"))
        .extracting(a -> rows.get(a + " 2024-06").<Integer>getAs("rank_yoy"))
        .containsExactly(1, 1, 3);
    assertThat(rows.get("T01 2024-06").<Integer>getAs("peers")).isEqualTo(3);
    assertThat(rows.get("T09 2024-06").<Integer>getAs("rank_yoy"))
        .as("an overlapping area has no place")
        .isNull();
  }

  @Test
  void contributionsAreTakenOfTheParentsBase() {
    figures
        .level("gdp", "T00", "2023", "400")
        .level("gdp", "T00", "2024", "440")
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120");

    assertThat(rows().get("T01 2024").<BigDecimal>getAs("contribution_pp"))
        .isEqualByComparingTo("5");
  }

  @Test
  void aBreakIsFlaggedAndItsGrowthNotHidden() {
    figures.level("gdp", "T01", "2018", "100").breakAt("gdp", "T01", "2019", "150");

    Row row = rows().get("T01 2019");

    assertThat(row.<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("50");
    assertThat(row.<String>getAs("flag")).isEqualTo("break_in_series");
  }

  @Test
  void growthOverASimulatedBaseIsSimulated() {
    figures.simulated("gdp", "T01", "2023", "100").level("gdp", "T01", "2024", "110");

    assertThat(rows().get("T01 2024").<String>getAs("provenance")).isEqualTo("simulated");
  }

  @Test
  void aWithdrawnLevelSaysSo() {
    figures.level("gdp", "T01", "2023", "100").level("gdp", "T01", "2024", null);

    Row row = rows().get("T01 2024");

    assertThat(row.<BigDecimal>getAs("level")).isNull();
    assertThat(row.<String>getAs("not_computed_because")).isEqualTo("missing_value");
  }

  // Industrial profits of China 2023, 亿元: Jan-Mar 15167.40, Jan-Feb 8872.10 (January is never
  // published).
  @Test
  void aMonthAloneIsTheDifferenceOfTwoCumulativeFigures() {
    figures
        .level("retail_sales", "T00", "2023-02", "8872.10")
        .level("retail_sales", "T00", "2023-03", "15167.40")
        .level("retail_sales", "T00", "2023-05", "30000");

    Map<String, Row> rows = amounts();

    assertThat(rows.get("T00 2023-03").<BigDecimal>getAs("level")).isEqualByComparingTo("6295.30");
    assertThat(rows.get("T00 2023-03").<String>getAs("derivation"))
        .isEqualTo("cumulative_difference");
    assertThat(rows.get("T00 2023-03").<Integer>getAs("period_months")).isEqualTo(1);
    assertThat(rows.get("T00 2023-02").<BigDecimal>getAs("level"))
        .as("the pair, never halved")
        .isEqualByComparingTo("8872.10");
    assertThat(rows.get("T00 2023-02").<Integer>getAs("period_months")).isEqualTo(2);
    assertThat(rows).as("April is not known, so May is not").doesNotContainKey("T00 2023-05");
  }

  @Test
  void aFebruaryIsNotComparedWithAJanuaryAndFebruary() {
    figures
        .level("innovation_platforms_new", "T00", "2023-02", "20")
        .level("innovation_platforms_new", "T00", "2024-01", "11")
        .level("innovation_platforms_new", "T00", "2024-02", "22");

    Row february = amounts().get("T00 2024-02");

    assertThat(february.<BigDecimal>getAs("level")).isEqualByComparingTo("11");
    assertThat(february.<BigDecimal>getAs("level_year_ago")).isNull();
    assertThat(february.<BigDecimal>getAs("yoy_computed_pct")).isNull();
    assertThat(february.<String>getAs("not_computed_because")).isEqualTo("period_differs");
    assertThat(rows().get("T00 2024-02").<BigDecimal>getAs("yoy_computed_pct"))
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

    Row june = amounts().get("T00 2024-06");

    assertThat(june.<BigDecimal>getAs("yoy_computed_pct")).isEqualByComparingTo("10");
    assertThat(june.<BigDecimal>getAs("yoy_pct")).isNull();
    assertThat(june.<String>getAs("not_computed_because")).isEqualTo("growth_not_published");
    assertThat(june.<Integer>getAs("rank_yoy")).isNull();
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

    Map<String, Row> rows = amounts();

    assertThat(rows.get("T01 2024-02").<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("12.5");
    assertThat(rows.get("T01 2024-02").<BigDecimal>getAs("contribution_pp")).isNull();
    assertThat(rows.get("T01 2024-02").<Integer>getAs("rank_level")).isNull();
    assertThat(rows.get("T02 2024-02").<Integer>getAs("rank_level")).isEqualTo(1);
    assertThat(rows.get("T02 2024-02").<BigDecimal>getAs("contribution_pp"))
        .isEqualByComparingTo("0");
  }

  @Test
  void aReportedMonthStandsBeforeADerivedOne() {
    figures
        .level("retail_sales", "T00", "2024-05", "50")
        .level("retail_sales", "T00", "2024-06", "61")
        .amount("retail_sales", "T00", "2024-06", "10.8");

    Row june = amounts().get("T00 2024-06");

    assertThat(june.<BigDecimal>getAs("level")).isEqualByComparingTo("10.8");
    assertThat(june.<String>getAs("derivation")).isEqualTo("reported");
  }

  @Test
  void aQuarterAloneIsDerivedToo() {
    figures.level("gdp", "T01", "2024-Q1", "100").level("gdp", "T01", "2024-Q2", "230");

    Map<String, Row> rows = amounts();

    assertThat(rows.get("T01 2024-Q1").<BigDecimal>getAs("level")).isEqualByComparingTo("100");
    assertThat(rows.get("T01 2024-Q2").<BigDecimal>getAs("level")).isEqualByComparingTo("130");
  }

  @Test
  void aStockIsAlsoHeldAgainstLastYearsEnd() {
    figures
        .level("business_entities", "T01", "2023-06", "80")
        .level("business_entities", "T01", "2023-12", "100")
        .level("business_entities", "T01", "2024-06", "104")
        .level("business_entities", "T01", "2024-12", "110");

    Map<String, Row> rows = rows();

    assertThat(rows.get("T01 2024-06").<BigDecimal>getAs("yoy_pct")).isEqualByComparingTo("30");
    assertThat(rows.get("T01 2024-06").<BigDecimal>getAs("since_year_end_pct"))
        .isEqualByComparingTo("4");
    assertThat(rows.get("T01 2024-12").<BigDecimal>getAs("since_year_end_pct"))
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

    Map<String, Row> rows = rows();

    assertThat(rows.get("T01 2023-12").<BigDecimal>getAs("level_last_year_end"))
        .isEqualByComparingTo("100");
    assertThat(rows.get("T02 2024-01").<BigDecimal>getAs("level_last_year_end"))
        .as("December 2023 is missing")
        .isNull();
  }

  @Test
  void twoYearsTogetherLevelOutAnExceptionalBase() {
    figures
        .growth("fixed_asset_investment", "T01", "2020-06", "-6.8")
        .growth("fixed_asset_investment", "T01", "2021-06", "12.7");

    assertThat(rows().get("T01 2021-06").<BigDecimal>getAs("two_year_average_pct"))
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

    Row row = rows().get("T02 2024-06");

    assertThat(row.<Integer>getAs("rank_yoy")).isEqualTo(1);
    assertThat(row.<Integer>getAs("rank_yoy_last_period")).isEqualTo(2);
    assertThat(row.<Integer>getAs("rank_yoy_last_year")).isEqualTo(2);
  }

  @Test
  void contributionsByPublishedGrowthUseLastYearsShare() {
    figures
        .level("gdp", "T00", "2023", "400")
        .level("gdp", "T00", "2024", "440")
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120")
        .growth("gdp", "T01", "2024", "6");

    assertThat(rows().get("T01 2024").<BigDecimal>getAs("contribution_by_published_pp"))
        .as("100 / 400 × 6")
        .isEqualByComparingTo("1.5");
  }

  @Test
  void rowsMoveOnceBySeriesAndOnceByGroupOfSiblings() {
    figures.level("gdp", "T01", "2023", "100").level("gdp", "T01", "2024", "110");

    String plan = figures.growthTable().queryExecution().executedPlan().toString();

    for (String by : List.of("ref_area", "freq#\\d+, group")) {
      assertThat(plan.split("Exchange hashpartitioning\\(indicator#\\d+, " + by + "#", -1))
          .as("by %s: %s", by, plan)
          .hasSize(2);
    }
    assertThat(plan.split("Exchange hashpartitioning\\(indicator#", -1)).as(plan).hasSize(3);
    assertThat(plan).doesNotContain("CartesianProduct").doesNotContain("BroadcastNestedLoopJoin");
  }

  private Map<String, Row> amounts() {
    return rows("PER");
  }

  private Map<String, Row> rows() {
    return rows(null);
  }

  /** The amounts of single periods, or all other rows. */
  private Map<String, Row> rows(String accumulation) {
    return figures.growthTable().collectAsList().stream()
        .filter(r -> "PER".equals(r.getAs("accumulation")) == "PER".equals(accumulation))
        .collect(
            Collectors.toMap(
                r -> r.getAs("ref_area") + " " + r.getAs("time_period"), Function.identity()));
  }
}
