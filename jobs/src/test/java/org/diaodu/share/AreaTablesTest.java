package org.diaodu.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.testing.Packs;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.Test;

/** Shares of three lands, T01 to T03, and a zone, T09, that overlaps them. */
class AreaTablesTest {
  private final StatisticsFixture figures = new StatisticsFixture(Packs.threelands());

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
            figures.areaShares().selectExpr("CAST(sum(share_pct) AS STRING)").first().getString(0))
        .as("three times 33.333333")
        .isEqualTo("99.999999");
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
  void rowsMoveOnceToTheirWholeAndToTheSharesOfAYearAgo() {
    figures.level("gdp", "T00", "2024", "200").level("gdp", "T01", "2024", "100");

    String plan = figures.areaShares().queryExecution().executedPlan().toString();
    List<String> exchanges =
        Pattern.compile("Exchange hashpartitioning\\((indicator#[^)]*), \\d+\\)")
            .matcher(plan)
            .results()
            .map(exchange -> exchange.group(1).replaceAll("#\\d+", ""))
            .toList();

    assertThat(exchanges)
        .as("that of shares, before those of growth: %s", plan)
        .startsWith("indicator, freq, parent", "indicator, freq, group");
  }

  @Test
  void aFebruaryOfTwoMonthsIsNeverSetBesideOneOfAMonth() {
    figures
        .level("retail_sales", "T00", "2024-01", "100")
        .level("retail_sales", "T00", "2024-02", "200")
        .level("retail_sales", "T01", "2024-02", "80");

    assertThat(
            figures
                .areaShares()
                .where("time_period = '2024-02' AND ref_area = 'T01'")
                .selectExpr("concat_ws(' ', accumulation, share_pct)")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .as("80 of 200 since January; not 80 of the 100 of February alone")
        .containsExactly("YTD 40.000000");
  }

  private List<String> shares() {
    return texts(
        figures.areaShares(),
        "concat_ws(' ', ref_area, time_period, share_pct, denominator, not_computed_because)");
  }

  private List<String> additivity() {
    return texts(
        figures.additivity(),
        "CASE WHEN residual IS NULL THEN concat_ws(' ', time_period, areas_counted, 'of',"
            + " areas_expected, 'areas', not_computed_because)"
            + " ELSE concat_ws(' ', time_period, published_total, '-', areas_sum, '=', residual,"
            + " residual_class, CAST(overlapping_areas AS STRING)) END");
  }

  private static List<String> texts(Dataset<Row> rows, String text) {
    return rows
        .where("accumulation = 'YTD'")
        .selectExpr(text + " AS text")
        .orderBy("text")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
