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

  private Map<String, Row> rows() {
    return figures.growthTable().collectAsList().stream()
        .collect(
            Collectors.toMap(
                r -> r.getAs("ref_area") + " " + r.getAs("time_period"), Function.identity()));
  }
}
