package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Share;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Shares of three lands, T01 to T03, and a zone, T09, that overlaps them. */
class ShareRowsTest {
  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void everyAreaHasAShareAndTheOverlappingOneToo() {
    figures
        .level("gdp", "T00", "2024", "200")
        .level("gdp", "T01", "2024", "100")
        .level("gdp", "T02", "2024", "60")
        .level("gdp", "T03", "2024", "40")
        .level("gdp", "T09", "2024", "10");

    assertThat(shares())
        .containsExactly(
            "T01 2024 50.000000 published_total",
            "T02 2024 30.000000 published_total",
            "T03 2024 20.000000 published_total",
            "T09 2024 5.000000 published_total");
  }

  @Test
  void withoutATotalTheAreasAreOneOnlyWhenAllAreThere() {
    figures
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T02", "2023", "60")
        .level("gdp", "T03", "2023", "40")
        .level("gdp", "T09", "2023", "50")
        .level("gdp", "T01", "2024", "100")
        .level("gdp", "T02", "2024", "60");

    assertThat(shares())
        .contains("T01 2023 50.000000 sum_of_areas", "T09 2023 25.000000 sum_of_areas")
        .contains("T01 2024 no_total", "T02 2024 no_total");
  }

  @Test
  void sharesOfAllAreasAddUpToAHundredWithinRounding() {
    figures
        .level("gdp", "T01", "2024", "1")
        .level("gdp", "T02", "2024", "1")
        .level("gdp", "T03", "2024", "1");

    assertThat(
            figures.areaShares().stream()
                .filter(row -> row.accumulation() == Accumulation.YTD)
                .map(AreaShareRow::sharePct)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .as("three times 33.333333")
        .isEqualByComparingTo("99.999999");
  }

  @Test
  void aResidualIsShownWithItsClassAndOverlapsAreListed() {
    figures
        .level("gdp", "T00", "2023", "200.00")
        .level("gdp", "T01", "2023", "100.00")
        .level("gdp", "T02", "2023", "60.00")
        .level("gdp", "T03", "2023", "39.99")
        .level("gdp", "T00", "2024", "230")
        .level("gdp", "T01", "2024", "100")
        .level("gdp", "T02", "2024", "60")
        .level("gdp", "T03", "2024", "40")
        .level("gdp", "T09", "2024", "30")
        .level("gdp", "T00", "2025", "230")
        .level("gdp", "T01", "2025", "100");

    assertThat(additivity())
        .containsExactly(
            "2023 200.000000 - 199.990000 = 0.010000 rounding",
            "2024 230.000000 - 200.000000 = 30.000000 overlap [T09]",
            "2025 1 of 3 areas areas_missing");
  }

  @Test
  void aFebruaryOfTwoMonthsIsNeverSetBesideOneOfAMonth() {
    figures
        .level("retail_sales", "T00", "2024-01", "100")
        .level("retail_sales", "T00", "2024-02", "200")
        .level("retail_sales", "T01", "2024-02", "80");

    assertThat(figures.areaShares())
        .filteredOn(row -> row.refArea().equals("T01"))
        .as("80 of 200 since January; not 80 of the 100 of February alone")
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.accumulation()).isEqualTo(Accumulation.YTD);
              assertThat(row.sharePct()).isEqualByComparingTo("40");
            });
  }

  @Test
  void withoutAPublishedTotalTheAreasAreSummed() {
    counties("2024", "20", "30", "50");

    CapitalShareRow row = figures.capitalShares().get("2024");

    assertThat(row.denominator()).isEqualTo(Share.Denominator.sum_of_areas);
    assertThat(row.sharePct()).isEqualByComparingTo("20");
    assertThat(row.residual()).isNull();
  }

  @Test
  void oneAreaShortOfTheSumThereIsNoTotal() {
    figures.level("gdp", "T01", "2024", "20").level("gdp", "T02", "2024", "30");

    CapitalShareRow row = figures.capitalShares().get("2024");

    assertThat(row.sharePct()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.no_total);
    assertThat(row.areasCounted()).isEqualTo(2);
  }

  @Test
  void withoutTheCapitalItIsTheCapitalThatIsMissing() {
    figures.level("gdp", "T00", "2024", "100").level("gdp", "T02", "2024", "30");

    assertThat(figures.capitalShares().get("2024").notComputedBecause())
        .isEqualTo(NotComputed.no_capital);
  }

  @Test
  void thePublishedTotalComesFirstAndItsResidualIsShown() {
    counties("2024", "20", "30", "50");
    figures.level("gdp", "T00", "2024", "102");

    CapitalShareRow row = figures.capitalShares().get("2024");

    assertThat(row.denominator()).isEqualTo(Share.Denominator.published_total);
    assertThat(row.sharePct()).isEqualByComparingTo("19.607843");
    assertThat(row.residual()).isEqualByComparingTo("2");
  }

  @Test
  void anOverlappingAreaIsNeverSummed() {
    counties("2024", "20", "30", "50");
    figures.level("gdp", "T09", "2024", "15");

    assertThat(figures.capitalShares().get("2024").areasSum()).isEqualByComparingTo("100");
  }

  @Test
  void theChangeIsAgainstTheYearBefore() {
    counties("2023", "19", "31", "50");
    counties("2024", "20", "30", "50");

    assertThat(figures.capitalShares().get("2024").changePp()).isEqualByComparingTo("1");
  }

  @Test
  void sharesOfDifferentTotalsAreNotCompared() {
    counties("2023", "19", "31", "50");
    counties("2024", "20", "30", "50");
    figures.level("gdp", "T00", "2024", "102");

    CapitalShareRow row = figures.capitalShares().get("2024");

    assertThat(row.changePp()).isNull();
    assertThat(row.changeNotComputedBecause()).isEqualTo(NotComputed.denominator_differs);
  }

  private void counties(String year, String... values) {
    figures
        .level("gdp", "T01", year, values[0])
        .level("gdp", "T02", year, values[1])
        .level("gdp", "T03", year, values[2]);
  }

  private List<String> shares() {
    return figures.areaShares().stream()
        .filter(row -> row.accumulation() == Accumulation.YTD)
        .map(
            row ->
                text(
                    row.refArea(),
                    row.timePeriod(),
                    row.sharePct(),
                    row.denominator(),
                    row.notComputedBecause()))
        .sorted()
        .toList();
  }

  private List<String> additivity() {
    return figures.additivity().stream()
        .filter(row -> row.accumulation() == Accumulation.YTD)
        .map(ShareRowsTest::text)
        .sorted()
        .toList();
  }

  private static String text(AdditivityRow row) {
    return row.residual() == null
        ? text(
            row.timePeriod(),
            row.areasCounted(),
            "of",
            row.areasExpected(),
            "areas",
            row.notComputedBecause())
        : text(
            row.timePeriod(),
            row.publishedTotal(),
            "-",
            row.areasSum(),
            "=",
            row.residual(),
            row.residualClass(),
            row.overlappingAreas());
  }

  private static String text(Object... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
