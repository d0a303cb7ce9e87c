package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Provenance;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** A result is simulated where a figure that it was made from is, and for no other. */
class UsedProvenanceTest {
  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void aShareOfAPublishedTotalIsNotSimulatedByAnotherArea() {
    figures
        .level("gdp", "T00", "2024", "300")
        .level("gdp", "T01", "2024", "90")
        .simulated("gdp", "T02", "2024", "100")
        .level("gdp", "T03", "2024", "110");

    assertThat(figures.capitalShares().get("2024").provenance()).isEqualTo(Provenance.official);
    assertThat(areaShare("T01", "2024").provenance()).isEqualTo(Provenance.official);
    assertThat(areaShare("T02", "2024").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void aShareOfASumIsSimulatedByEachPart() {
    figures
        .level("gdp", "T01", "2024", "90")
        .simulated("gdp", "T02", "2024", "100")
        .level("gdp", "T03", "2024", "110");

    assertThat(figures.capitalShares().get("2024").provenance()).isEqualTo(Provenance.simulated);
    assertThat(areaShare("T01", "2024").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void aShareThatIsComparedRestsOnTheYearBeforeToo() {
    figures
        .level("gdp", "T00", "2024", "300")
        .level("gdp", "T01", "2024", "90")
        .level("gdp", "T00", "2023", "280")
        .simulated("gdp", "T01", "2023", "80");

    assertThat(areaShare("T01", "2024").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void aShareDoesNotRestOnPublishedGrowth() {
    figures
        .level("gdp", "T00", "2024", "300")
        .level("gdp", "T01", "2024", "90")
        .simulatedGrowth("gdp", "T01", "2024", "5");

    assertThat(areaShare("T01", "2024").provenance()).isEqualTo(Provenance.official);
    assertThat(figures.growth(false).get("T01 2024").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void aContributionIsSimulatedByItsAggregateAndGrowthOfTheAreaIsNot() {
    figures
        .simulated("gdp", "T00", "2023", "400")
        .level("gdp", "T00", "2024", "440")
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.contributionProvenance()).isEqualTo(Provenance.simulated);
    assertThat(row.provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void anAverageIsSimulatedByTheGrowthOfAYearAgo() {
    figures
        .simulated("gdp", "T01", "2022", "80")
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.twoYearAverageProvenance()).isEqualTo(Provenance.simulated);
    assertThat(row.provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void anAmountRestsOnTheTwoLevelsItIsTheDifferenceOf() {
    figures
        .simulated("retail_sales", "T01", "2024-05", "50")
        .level("retail_sales", "T01", "2024-06", "61")
        .level("retail_sales", "T01", "2024-07", "70")
        .simulatedGrowth("retail_sales", "T01", "2024-07", "5");

    assertThat(figures.growth(true).get("T01 2024-06").provenance())
        .isEqualTo(Provenance.simulated);
    assertThat(figures.growth(true).get("T01 2024-07").provenance())
        .as("no published growth went into it")
        .isEqualTo(Provenance.official);
  }

  private AreaShareRow areaShare(String area, String period) {
    return figures.areaShares().stream()
        .filter(row -> row.refArea().equals(area) && row.timePeriod().toString().equals(period))
        .filter(row -> row.accumulation() != Accumulation.PER)
        .findFirst()
        .orElseThrow();
  }
}
