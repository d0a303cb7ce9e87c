package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/**
 * A published two-year average is data, as a published growth is. Investment of the first half of
 * 2021 is case G19 of {@code growth_arithmetic.csv}: 12.6 % after −3.1 %, printed 4.4 %.
 */
class TwoYearAverageTest {
  private static final String INVESTMENT = "fixed_asset_investment";

  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void aPublishedAverageGoesBeforeThatOfTheTwoGrowths() {
    investmentOf2021();
    figures.average(INVESTMENT, "T00", "2021-06", "4.4");

    GrowthRow row = figures.growth(false).get("T00 2021-06");

    assertThat(row.twoYearAveragePct()).isEqualByComparingTo("4.4");
    assertThat(row.twoYearAverageBasis()).isEqualTo(Growth.Basis.published);
    assertThat(row.twoYearAverageNotComputedBecause()).isNull();
    assertThat(row.yoyPct()).as("no growth of one year").isEqualByComparingTo("12.6");
  }

  @Test
  void withoutOneItFollowsFromTheTwoGrowths() {
    investmentOf2021();

    GrowthRow row = figures.growth(false).get("T00 2021-06");

    assertThat(row.twoYearAveragePct())
        .as("√(112.6 × 96.9) − 100")
        .isEqualByComparingTo("4.455445");
    assertThat(row.twoYearAverageBasis()).isEqualTo(Growth.Basis.computed);
  }

  @Test
  void whereOneWasWithdrawnItFollowsFromTheTwoGrowths() {
    investmentOf2021();
    figures.average(INVESTMENT, "T00", "2021-06", null);

    assertThat(figures.growth(false).get("T00 2021-06").twoYearAveragePct())
        .isEqualByComparingTo("4.455445");
  }

  @Test
  void itNeedsNoGrowthBesideIt() {
    figures.average(INVESTMENT, "T00", "2021-06", "4.4");

    GrowthRow row = figures.growth(false).get("T00 2021-06");

    assertThat(row.twoYearAveragePct()).isEqualByComparingTo("4.4");
    assertThat(row.yoyPct()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.growth_not_published);
  }

  @Test
  void anIndicatorWhoseGrowthIsComputedKeepsTheComputedAverage() {
    figures
        .level("population_resident", "T01", "2019", "100")
        .level("population_resident", "T01", "2020", "100")
        .level("population_resident", "T01", "2021", "121")
        .average("population_resident", "T01", "2021", "9.9");

    GrowthRow row = figures.growth(false).get("T01 2021");

    assertThat(row.twoYearAveragePct()).as("√(121 × 100) − 100").isEqualByComparingTo("10");
    assertThat(row.twoYearAverageBasis()).isEqualTo(Growth.Basis.computed);
  }

  @Test
  void whatIsMissingHasNoBasis() {
    figures.growth(INVESTMENT, "T00", "2021-06", "12.6");

    GrowthRow row = figures.growth(false).get("T00 2021-06");

    assertThat(row.twoYearAverageBasis()).isNull();
    assertThat(row.twoYearAverageNotComputedBecause()).isEqualTo(NotComputed.no_base_period);
  }

  @Test
  void aBreakInTheYearBeforeFlagsAPublishedOneToo() {
    figures
        .breakAt("gdp", "T01", "2020", "100")
        .level("gdp", "T01", "2021", "110")
        .average("gdp", "T01", "2021", "5.1");

    GrowthRow row = figures.growth(false).get("T01 2021");

    assertThat(row.flag()).as("the base of one year is of the new kind").isNull();
    assertThat(row.twoYearAverageFlag())
        .as("that of two years is of the old")
        .isEqualTo(SeriesFlag.break_in_series);
  }

  @Test
  void itsProvenanceIsItsOwn() {
    figures
        .simulatedGrowth(INVESTMENT, "T00", "2020-06", "-3.1")
        .growth(INVESTMENT, "T00", "2021-06", "12.6")
        .average(INVESTMENT, "T00", "2021-06", "4.4");

    assertThat(figures.growth(false).get("T00 2021-06").twoYearAverageProvenance())
        .isEqualTo(Provenance.official);
  }

  private void investmentOf2021() {
    figures
        .growth(INVESTMENT, "T00", "2020-06", "-3.1")
        .growth(INVESTMENT, "T00", "2021-06", "12.6");
  }
}
