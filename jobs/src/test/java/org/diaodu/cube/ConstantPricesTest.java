package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Levels at constant prices are compared with each other, and with nothing else. */
class ConstantPricesTest {
  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void theirGrowthGoesBeforeThatOfTheLevelsAtCurrentPrices() {
    grownByTwentyOfWhichSixInVolume("T01");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.levelConstant()).isEqualByComparingTo("103.88");
    assertThat(row.levelConstantYearAgo()).isEqualByComparingTo("98");
    assertThat(row.yoyConstantPct()).as("103.88 / 98").isEqualByComparingTo("6");
    assertThat(row.yoyComputedPct()).as("120 / 100").isEqualByComparingTo("20");
    assertThat(row.yoyPct()).isEqualByComparingTo("6");
    assertThat(row.yoyBasis()).isEqualTo(Growth.Basis.constant_prices);
  }

  @Test
  void aPublishedGrowthGoesBeforeTheirs() {
    grownByTwentyOfWhichSixInVolume("T01");
    figures.growth("gdp", "T01", "2024", "5.9");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.yoyPct()).isEqualByComparingTo("5.9");
    assertThat(row.yoyBasis()).isEqualTo(Growth.Basis.published);
    assertThat(row.yoyConstantPct()).as("it stays beside it").isEqualByComparingTo("6");
  }

  @Test
  void anIndicatorWhoseGrowthIsComputedKeepsThatOfItsLevels() {
    figures
        .level("population_resident", "T01", "2023", "40")
        .level("population_resident", "T01", "2024", "42")
        .constant("population_resident", "T01", "2023", "40")
        .constant("population_resident", "T01", "2024", "41");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.yoyPct()).isEqualByComparingTo("5");
    assertThat(row.yoyBasis()).isEqualTo(Growth.Basis.computed);
    assertThat(row.yoyConstantPct()).isEqualByComparingTo("2.5");
  }

  @Test
  void oneYearOfThemIsNoGrowthAndIsHeldAgainstNoOtherLevel() {
    figures
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120")
        .constant("gdp", "T01", "2024", "103.88");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.levelConstantYearAgo()).isNull();
    assertThat(row.yoyConstantPct()).isNull();
    assertThat(row.yoyPct()).isEqualByComparingTo("20");
    assertThat(row.yoyBasis()).isEqualTo(Growth.Basis.computed);
  }

  @Test
  void pricesOfAnotherYearAreNotCompared() {
    figures
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120")
        .constant("gdp", "T01", "2023", "98")
        .rebased("gdp", "T01", "2024", "115");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.levelConstant()).isEqualByComparingTo("115");
    assertThat(row.levelConstantYearAgo()).isNull();
    assertThat(row.yoyConstantPct()).isNull();
    assertThat(row.yoyBasis()).isEqualTo(Growth.Basis.computed);
    assertThat(row.flag()).as("at current prices nothing broke").isNull();
  }

  @Test
  void fromTheYearOfNewPricesOnTheyAreComparedAgain() {
    figures.rebased("gdp", "T01", "2024", "115").constant("gdp", "T01", "2025", "120.75");

    assertThat(figures.growth(false).get("T01 2025").yoyConstantPct())
        .as("120.75 / 115")
        .isEqualByComparingTo("5");
  }

  @Test
  void aBreakInTheSeriesFlagsTheirGrowth() {
    grownByTwentyOfWhichSixInVolume("T01");
    figures.breakAt("gdp", "T01", "2024", "120");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.yoyBasis()).isEqualTo(Growth.Basis.constant_prices);
    assertThat(row.flag()).isEqualTo(SeriesFlag.break_in_series);
  }

  @Test
  void theyAreInNoSumAndNoShare() {
    figures
        .level("gdp", "T00", "2024", "300")
        .level("gdp", "T01", "2024", "120")
        .level("gdp", "T02", "2024", "80")
        .constant("gdp", "T00", "2024", "270")
        .constant("gdp", "T01", "2024", "103.88")
        .constant("gdp", "T03", "2024", "90");

    AdditivityRow sum = figures.additivity().get(0);

    assertThat(sum.publishedTotal()).isEqualByComparingTo("300");
    assertThat(sum.areasCounted()).as("T03 has no level at current prices").isEqualTo(2);
    assertThat(sum.areasSum()).isNull();
    assertThat(figures.capitalShares().get("2024").sharePct())
        .as("120 of 300")
        .isEqualByComparingTo("40");
  }

  @Test
  void noAmountOfAPeriodIsDerivedFromThem() {
    figures
        .level("gdp", "T01", "2024-Q1", "20")
        .level("gdp", "T01", "2024-Q2", "50")
        .constant("gdp", "T01", "2024-Q1", "19")
        .constant("gdp", "T01", "2024-Q2", "47");

    GrowthRow amount = figures.growth(true).get("T01 2024-Q2");

    assertThat(amount.level()).isEqualByComparingTo("30");
    assertThat(amount.levelConstant()).isNull();
  }

  @Test
  void withoutALevelAtCurrentPricesTheirGrowthStandsAlone() {
    figures.constant("gdp", "T01", "2023", "98").constant("gdp", "T01", "2024", "103.88");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.level()).isNull();
    assertThat(row.yoyPct()).isEqualByComparingTo("6");
    assertThat(row.notComputedBecause()).isNull();
    assertThat(row.contributionNotComputedBecause()).isEqualTo(NotComputed.no_base_period);
  }

  @Test
  void growthFromASimulatedOneIsSimulated() {
    figures.simulatedConstant("gdp", "T01", "2023", "98").constant("gdp", "T01", "2024", "103.88");

    assertThat(figures.growth(false).get("T01 2024").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void aContributionBesideTheirGrowthIsLastYearsShareTimesThatGrowth() {
    grownByTwentyOfWhichSixInVolume("T01");
    fourHundredGrownByEightInVolume();

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.contributionPp()).as("100 / 400 × 6").isEqualByComparingTo("1.5");
    assertThat(row.contributionBasis()).isEqualTo(Growth.Basis.constant_prices);
    assertThat(row.contributionRatePct()).as("1.5 of 8").isEqualByComparingTo("18.75");
  }

  @Test
  void theirContributionIsNotDividedByAPublishedGrowth() {
    grownByTwentyOfWhichSixInVolume("T01");
    fourHundredGrownByEightInVolume();
    figures.growth("gdp", "T00", "2024", "8");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.contributionPp()).isEqualByComparingTo("1.5");
    assertThat(row.contributionRatePct()).isNull();
    assertThat(row.contributionRateNotComputedBecause()).isEqualTo(NotComputed.basis_differs);
  }

  private void grownByTwentyOfWhichSixInVolume(String area) {
    figures
        .level("gdp", area, "2023", "100")
        .level("gdp", area, "2024", "120")
        .constant("gdp", area, "2023", "98")
        .constant("gdp", area, "2024", "103.88");
  }

  private void fourHundredGrownByEightInVolume() {
    figures
        .level("gdp", "T00", "2023", "400")
        .level("gdp", "T00", "2024", "440")
        .constant("gdp", "T00", "2023", "390")
        .constant("gdp", "T00", "2024", "421.2");
  }
}
