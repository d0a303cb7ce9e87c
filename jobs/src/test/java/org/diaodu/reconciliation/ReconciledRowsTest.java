package org.diaodu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.diaodu.cube.AreaHierarchy;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.IndicatorDefinition;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Better;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Reconciliation.Method;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Three lands, T01 to T03, made to add up to T00; the zone T09 overlaps them. */
class ReconciledRowsTest {
  private static final Set<String> OPTED = Set.of("gdp", "retail_sales");

  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void landsAddUpToTheTotalAndTheReportStaysBesideThem() {
    twoYears();

    assertThat(rows("2024", Method.proportional).map(ReconciledRowsTest::text))
        .containsExactly(
            "T01 100 -> 110 by 10 for T00 220",
            "T02 60 -> 66 by 6 for T00 220",
            "T03 40 -> 44 by 4 for T00 220");
  }

  @Test
  void bothMethodsAddUpToTheLastDigitAndNothingIsNegative() {
    twoYears();

    for (String year : List.of("2023", "2024")) {
      for (Method method : Method.values()) {
        List<ReconciledRow> lands = rows(year, method).toList();
        assertThat(lands).as("%s %s", year, method).hasSize(3);
        assertThat(lands).allMatch(row -> row.reconciled().signum() >= 0);
        assertThat(lands.stream().map(ReconciledRow::reconciled).reduce(BigDecimal::add))
            .hasValueSatisfying(
                sum -> assertThat(sum).isEqualByComparingTo(lands.get(0).totalLevel()));
      }
    }
  }

  @Test
  void theLastDigitGoesToTheFirstCodeAmongEqualRests() {
    figures
        .level("gdp", "T00", "2024", "1.00")
        .level("gdp", "T03", "2024", "5")
        .level("gdp", "T02", "2024", "5")
        .level("gdp", "T01", "2024", "5");

    assertThat(rows("2024", Method.proportional).map(row -> plain(row.reconciled())))
        .containsExactly("0.34", "0.33", "0.33");
  }

  @Test
  void factorsMoveLessFromPeriodToPeriodThanOneByOne() {
    figures
        .level("retail_sales", "T00", "2024-03", "33")
        .level("retail_sales", "T01", "2024-03", "10")
        .level("retail_sales", "T02", "2024-03", "10")
        .level("retail_sales", "T03", "2024-03", "10")
        .level("retail_sales", "T00", "2024-04", "60")
        .level("retail_sales", "T01", "2024-04", "40")
        .level("retail_sales", "T02", "2024-04", "10")
        .level("retail_sales", "T03", "2024-04", "10");

    assertThat(factorOfT02("2024-03", Method.proportional)).isEqualByComparingTo("1.1");
    assertThat(factorOfT02("2024-04", Method.proportional)).isEqualByComparingTo("1");
    assertThat(
            factorOfT02("2024-03", Method.movement_preserving)
                .subtract(factorOfT02("2024-04", Method.movement_preserving))
                .abs())
        .isLessThan(new BigDecimal("0.1"));
  }

  @Test
  void anAmountThatWasNotReportedIsNotAdjusted() {
    figures
        .level("retail_sales", "T00", "2024-03", "33")
        .level("retail_sales", "T01", "2024-03", "10")
        .level("retail_sales", "T00", "2024-04", "60")
        .level("retail_sales", "T01", "2024-04", "40")
        .amount("retail_sales", "T02", "2024-05", "7");

    assertThat(
            rows()
                .filter(row -> row.accumulation() == Accumulation.PER)
                .map(row -> row.timePeriod().toString())
                .distinct())
        .as("April is the difference of two cumulative figures")
        .containsExactly("2024-05");
  }

  @Test
  void aZoneIsInNoSum() {
    twoYears().level("gdp", "T09", "2024", "500");

    assertThat(rows("2024", Method.proportional).map(ReconciledRow::refArea))
        .containsExactly("T01", "T02", "T03");
  }

  @Test
  void withoutATotalNothingIsAdjusted() {
    lands("2020", "1", "1", "1");

    assertThat(whyNot("2020"))
        .containsExactly("T01 1 no_total", "T02 1 no_total", "T03 1 no_total");
  }

  @Test
  void withALandMissingOrWithdrawnNothingIsAdjusted() {
    figures
        .level("gdp", "T00", "2022", "3")
        .level("gdp", "T01", "2022", "1")
        .level("gdp", "T02", "2022", null);

    assertThat(whyNot("2022"))
        .containsExactly("T01 1 areas_missing", "T02 null areas_missing", "T03 null areas_missing");
  }

  @Test
  void withATotalAloneEveryLandSaysWhatIsMissing() {
    figures.level("gdp", "T00", "2022", "3");

    assertThat(whyNot("2022"))
        .containsExactly(
            "T01 null areas_missing", "T02 null areas_missing", "T03 null areas_missing");
  }

  @Test
  void zeroesCannotBeSharedOut() {
    lands("2024", "0", "0", "0").level("gdp", "T00", "2024", "3");

    assertThat(whyNot("2024"))
        .containsExactly(
            "T01 0 non_positive_level", "T02 0 non_positive_level", "T03 0 non_positive_level");
  }

  @Test
  void onePeriodAloneHasNoMovementToKeep() {
    lands("2024", "1", "1", "1").level("gdp", "T00", "2024", "6");

    assertThat(rows("2024", Method.proportional).map(row -> plain(row.reconciled())))
        .containsExactly("2", "2", "2");
    assertThat(rows("2024", Method.movement_preserving))
        .allSatisfy(
            row -> {
              assertThat(row.reconciled()).isNull();
              assertThat(row.adjustment()).isNull();
              assertThat(row.notComputedBecause()).isEqualTo(NotComputed.too_few_figures);
            });
  }

  @Test
  void aSimulatedLevelMarksItsPeriodAndWhatKeepsTheMovementAroundIt() {
    lands("2020", "95", "55", "40").level("gdp", "T00", "2020", "190");
    lands("2021", "95", "55", "40").level("gdp", "T00", "2021", "190");
    lands("2023", "95", "55", "40").level("gdp", "T00", "2023", "190");
    figures
        .level("gdp", "T00", "2024", "220")
        .level("gdp", "T01", "2024", "100")
        .simulated("gdp", "T02", "2024", "60")
        .level("gdp", "T03", "2024", "40");

    assertThat(provenance(Method.proportional))
        .containsExactly("2020 official", "2021 official", "2023 official", "2024 simulated");
    assertThat(provenance(Method.movement_preserving))
        .as("without 2022 two runs, each adjusted as one")
        .containsExactly("2020 official", "2021 official", "2023 simulated", "2024 simulated");
  }

  @Test
  void growthIsNotAdjustedAndDoesNotMarkTheLevels() {
    lands("2024", "100", "60", "40")
        .level("gdp", "T00", "2024", "220")
        .simulatedGrowth("gdp", "T01", "2024", "5");

    assertThat(rows("2024", Method.proportional))
        .extracting(ReconciledRow::provenance)
        .containsOnly(Provenance.official);
  }

  @Test
  void anAreaIsAdjustedOnceAndItsOwnAreasAddUpToWhatItReported() {
    Cubes twoLevels =
        new Cubes(
            List.of(
                new IndicatorDefinition(
                    "gdp",
                    IndicatorKind.flow,
                    GrowthSource.published_else_computed,
                    Better.up,
                    true,
                    2)),
            new AreaHierarchy(
                List.of(
                    new AreaHierarchy.Place("C", null, true),
                    new AreaHierarchy.Place("A", "C", true),
                    new AreaHierarchy.Place("A1", "A", true),
                    new AreaHierarchy.Place("A2", "A", true))));
    figures
        .level("gdp", "C", "2024", "12")
        .level("gdp", "A", "2024", "10")
        .level("gdp", "A1", "2024", "3")
        .level("gdp", "A2", "2024", "1");

    assertThat(
            twoLevels.of(figures.observations()).stream()
                .flatMap(cube -> ReconciledRows.of(cube, OPTED, CubeFixture.AS_OF).stream())
                .filter(row -> row.method() == Method.proportional)
                .map(ReconciledRowsTest::text))
        .containsExactlyInAnyOrder(
            "A 10 -> 12 by 2 for C 12",
            "A1 3 -> 7.5 by 4.5 for A 10",
            "A2 1 -> 2.5 by 1.5 for A 10");
  }

  @Test
  void anIndicatorThatThePolicyDoesNotNameIsLeftAsItIs() {
    figures
        .level("business_entities", "T00", "2024-03", "60")
        .level("business_entities", "T01", "2024-03", "10");

    assertThat(rows()).isEmpty();
  }

  @Test
  void theSameFiguresGiveTheSameResult() {
    twoYears();

    assertThat(rows().toList()).isEqualTo(rows().toList());
  }

  private CubeFixture twoYears() {
    return figures
        .level("gdp", "T00", "2023", "190.05")
        .level("gdp", "T01", "2023", "95.01")
        .level("gdp", "T02", "2023", "55.02")
        .level("gdp", "T03", "2023", "39.99")
        .level("gdp", "T00", "2024", "220")
        .level("gdp", "T01", "2024", "100")
        .level("gdp", "T02", "2024", "60")
        .level("gdp", "T03", "2024", "40");
  }

  private CubeFixture lands(String year, String t01, String t02, String t03) {
    return figures
        .level("gdp", "T01", year, t01)
        .level("gdp", "T02", year, t02)
        .level("gdp", "T03", year, t03);
  }

  private List<String> whyNot(String period) {
    return rows(period, Method.proportional)
        .map(
            row ->
                "%s %s %s"
                    .formatted(row.refArea(), plain(row.reported()), row.notComputedBecause()))
        .toList();
  }

  private Stream<String> provenance(Method method) {
    return rows()
        .filter(row -> row.method() == method)
        .map(row -> row.timePeriod() + " " + row.provenance())
        .sorted()
        .distinct();
  }

  private BigDecimal factorOfT02(String period, Method method) {
    return rows(period, method)
        .filter(row -> row.refArea().equals("T02"))
        .map(row -> ExactDecimal.quotient(row.reconciled(), row.reported()))
        .findFirst()
        .orElseThrow();
  }

  /** In the order of the areas. */
  private Stream<ReconciledRow> rows(String period, Method method) {
    return rows()
        .filter(row -> row.timePeriod().toString().equals(period) && row.method() == method)
        .sorted(Comparator.comparing(ReconciledRow::refArea));
  }

  private Stream<ReconciledRow> rows() {
    return figures.cubes().of(figures.observations()).stream()
        .flatMap(cube -> ReconciledRows.of(cube, OPTED, CubeFixture.AS_OF).stream());
  }

  private static String text(ReconciledRow row) {
    return "%s %s -> %s by %s for %s %s"
        .formatted(
            row.refArea(),
            plain(row.reported()),
            plain(row.reconciled()),
            plain(row.adjustment()),
            row.parent(),
            plain(row.totalLevel()));
  }

  private static String plain(BigDecimal value) {
    return value == null ? "null" : ExactDecimal.plain(value);
  }
}
