package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.diaodu.domain.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judgement is simulated where a figure that was compared is, and for no other. */
class AttainmentProvenanceTest {
  @TempDir private Path folder;
  private PlanFixture plan;

  @BeforeEach
  void aPlan() throws IOException {
    plan = new PlanFixture(folder);
  }

  @Test
  void aShareOfAPublishedTotalDoesNotDependOnOtherAreas() {
    plan.figures(
        figures ->
            figures
                .level("gdp", "T01", "2023-Q2", "20")
                .level("gdp", "T00", "2023-Q2", "100")
                .level("gdp", "T01", "2024-Q2", "21")
                .level("gdp", "T00", "2024-Q2", "100")
                .simulated("gdp", "T02", "2024-Q2", "40"));

    assertThat(plan.rows().get("X-3 T01 2024-Q2").provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void aShareThatIsHeldAgainstAValueDoesNotDependOnTheYearBefore() throws IOException {
    plan.target("X-7", "gdp", "T01", "capital_share", ">=", "21", "")
        .figures(
            figures ->
                figures
                    .simulated("gdp", "T01", "2023-Q2", "20")
                    .level("gdp", "T00", "2023-Q2", "100")
                    .level("gdp", "T01", "2024-Q2", "21")
                    .level("gdp", "T00", "2024-Q2", "100"));

    assertThat(plan.rows().get("X-7 T01 2024-Q2").provenance()).isEqualTo(Provenance.official);
    assertThat(plan.rows().get("X-3 T01 2024-Q2").provenance())
        .as("held against the year before")
        .isEqualTo(Provenance.simulated);
  }

  @Test
  void aPublishedGrowthDoesNotDependOnTheLevelBesideIt() throws IOException {
    plan.indicator("exports")
        .target("X-7", "exports", "growth_yoy", ">=", "5", "")
        .figures(
            figures ->
                figures
                    .simulated("exports", "T00", "2024-06", "150")
                    .growth("exports", "T00", "2024-06", "5.5"));

    assertThat(plan.rows().get("X-7 T00 2024-06").provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void besideAnOfficialGrowthNoPaceRestsOnSimulatedLevels() throws IOException {
    plan.indicator("exports")
        .target("X-7", "exports", "growth_yoy", ">=", "5", "")
        .figures(
            figures ->
                figures
                    .simulated("exports", "T00", "2023-06", "140")
                    .simulated("exports", "T00", "2023-12", "300")
                    .simulated("exports", "T00", "2024-06", "150")
                    .growth("exports", "T00", "2024-06", "5.5"));

    assertThat(plan.rows().get("X-7 T00 2024-06").neededRestPct()).isNull();
  }

  @Test
  void aComputedGrowthDependsOnItsBase() throws IOException {
    plan.indicator("exports")
        .target("X-7", "exports", "growth_yoy", ">=", "5", "")
        .figures(
            figures ->
                figures
                    .simulated("exports", "T00", "2023-06", "100")
                    .level("exports", "T00", "2024-06", "106"));

    assertThat(plan.rows().get("X-7 T00 2024-06").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void anAmountDoesNotDependOnTheYearBefore() throws IOException {
    plan.indicator("exports")
        .target("X-7", "exports", "increment", ">=", "100", "")
        .figures(
            figures ->
                figures
                    .simulated("exports", "T00", "2023-06", "40")
                    .level("exports", "T00", "2024-06", "50"));

    assertThat(plan.rows().get("X-7 T00 2024-06").provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void aRelativeTargetDependsOnTheGrowthThatItIsHeldAgainst() throws IOException {
    plan.indicator("loans")
        .indicator("jobs")
        .target("X-7", "loans", "growth_yoy", "higher_than:jobs", "", "")
        .figures(
            figures ->
                figures
                    .growth("loans", "T00", "2024-06", "12.3")
                    .simulatedGrowth("jobs", "T00", "2024-06", "12.2"));

    assertThat(plan.rows().get("X-7 T00 2024-06").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void aCountDependsOnTheLevelsOfTheAreasOnly() {
    plan.figures(
        figures ->
            figures
                .simulated("gdp", "T01", "2023", "110")
                .simulated("gdp", "T00", "2024", "320")
                .level("gdp", "T01", "2024", "120")
                .level("gdp", "T02", "2024", "100")
                .level("gdp", "T03", "2024", "99.9"));

    assertThat(plan.rows().get("X-5 T00 2024").provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void nothingIsSaidOfWhereNoFigureCameFrom() {
    assertThat(plan.rows().get("X-1 T00 2024-06").provenance()).isNull();
  }
}
