package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** A contribution is on the basis of the growth that stands beside it. */
class PriceBasisTest {
  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void besidePublishedGrowthItIsLastYearsShareTimesThatGrowth() {
    fourHundredAndAHundred();
    figures.growth("gdp", "T00", "2024", "8").growth("gdp", "T01", "2024", "6");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.contributionPp()).as("100 / 400 × 6").isEqualByComparingTo("1.5");
    assertThat(row.contributionBasis()).isEqualTo(Growth.Basis.published);
    assertThat(row.contributionRatePct()).as("1.5 of 8").isEqualByComparingTo("18.75");
  }

  @Test
  void besideComputedGrowthItFollowsFromTheLevels() {
    fourHundredAndAHundred();

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.contributionPp()).as("20 of 400").isEqualByComparingTo("5");
    assertThat(row.contributionBasis()).isEqualTo(Growth.Basis.computed);
    assertThat(row.contributionRatePct()).as("20 of 40").isEqualByComparingTo("50");
  }

  @Test
  void oneBasisIsNeverDividedByTheOther() {
    fourHundredAndAHundred();
    figures.growth("gdp", "T00", "2024", "8");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.contributionPp()).isEqualByComparingTo("5");
    assertThat(row.contributionRatePct()).isNull();
    assertThat(row.contributionRateNotComputedBecause()).isEqualTo(NotComputed.basis_differs);
  }

  @Test
  void anAggregateThatDidNotMoveHasNothingToDivideBy() {
    fourHundredAndAHundred();
    figures.growth("gdp", "T00", "2024", "0").growth("gdp", "T01", "2024", "6");

    GrowthRow row = figures.growth(false).get("T01 2024");

    assertThat(row.contributionPp()).isEqualByComparingTo("1.5");
    assertThat(row.contributionRateNotComputedBecause()).isEqualTo(NotComputed.zero_growth);
  }

  @Test
  void theHighestAreaIsAPartOfNothing() {
    fourHundredAndAHundred();

    assertThat(figures.growth(false).get("T00 2024").contributionNotComputedBecause())
        .isEqualTo(NotComputed.no_aggregate);
  }

  private void fourHundredAndAHundred() {
    figures
        .level("gdp", "T00", "2023", "400")
        .level("gdp", "T00", "2024", "440")
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", "120");
  }
}
