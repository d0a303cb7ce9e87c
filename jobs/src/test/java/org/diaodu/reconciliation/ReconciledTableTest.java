package org.diaodu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.testing.Packs;
import org.diaodu.testing.StatisticsCases;
import org.diaodu.testing.StatisticsCases.Case;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.Test;

/** Three lands, T01 to T03, made to add up to T00; the zone T09 overlaps them. */
class ReconciledTableTest {
  private static final StatisticsCases CASES =
      new StatisticsCases(Packs.threelands(), StatisticsFixture::reconciled);

  private static final Case TWO_YEARS = CASES.of(ReconciledTableTest::twoYears);

  @Test
  void landsAddUpToTheTotalByBothMethodsAndTheReportStaysBesideThem() {
    assertThat(rows(TWO_YEARS, "time_period = '2024' AND method = 'proportional'"))
        .containsExactly(
            "T01 100.000000 -> 110.000000 by 10.000000",
            "T02 60.000000 -> 66.000000 by 6.000000",
            "T03 40.000000 -> 44.000000 by 4.000000");
    assertThat(
            strings(
                TWO_YEARS
                    .rows()
                    .groupBy("time_period", "method")
                    .agg(
                        org.apache.spark.sql.functions.expr(
                            "sum(reconciled) = max(total_level) AND min(reconciled) >= 0 AS ok"))
                    .orderBy("time_period", "method")
                    .selectExpr("concat_ws(' ', time_period, method, ok)")))
        .containsExactly(
            "2023 movement_preserving true",
            "2023 proportional true",
            "2024 movement_preserving true",
            "2024 proportional true");
  }

  private static final Case FACTORS =
      CASES.of(
          figures ->
              figures
                  .level("retail_sales", "T00", "2024-03", "33")
                  .level("retail_sales", "T01", "2024-03", "10")
                  .level("retail_sales", "T02", "2024-03", "10")
                  .level("retail_sales", "T03", "2024-03", "10")
                  .level("retail_sales", "T00", "2024-04", "60")
                  .level("retail_sales", "T01", "2024-04", "40")
                  .level("retail_sales", "T02", "2024-04", "10")
                  .level("retail_sales", "T03", "2024-04", "10"));

  @Test
  void factorsMoveLessFromYearToYearThanOneByOne() {
    // One by one, the factor of every land goes from 1.1 to 1.0.
    Dataset<Row> factors =
        FACTORS
            .rows()
            .where("ref_area = 'T02'")
            .groupBy("method")
            .agg(
                org.apache.spark.sql.functions.expr(
                    "max(reconciled / reported) - min(reconciled / reported) AS spread"))
            .orderBy("spread");
    assertThat(strings(factors.select("method")))
        .containsExactly("movement_preserving", "proportional");
  }

  private static final Case A_ZONE =
      CASES.of(figures -> twoYears(figures).level("gdp", "T09", "2024", "500"));

  @Test
  void aZoneIsInNoSum() {
    assertThat(rows(A_ZONE, "time_period = '2024' AND method = 'proportional'"))
        .hasSize(3)
        .noneMatch(row -> row.startsWith("T09"));
  }

  private static final Case NOT_ADJUSTED =
      CASES.of(
          figures ->
              figures
                  .level("gdp", "T01", "2020", "1")
                  .level("gdp", "T02", "2020", "1")
                  .level("gdp", "T03", "2020", "1")
                  .level("gdp", "T00", "2022", "3")
                  .level("gdp", "T01", "2022", "1")
                  .level("gdp", "T00", "2024", "3")
                  .level("gdp", "T01", "2024", "0")
                  .level("gdp", "T02", "2024", "0")
                  .level("gdp", "T03", "2024", "0"));

  @Test
  void whatCannotBeAdjustedSaysWhy() {
    assertThat(
            strings(
                NOT_ADJUSTED
                    .rows()
                    .where("method = 'proportional'")
                    .selectExpr("concat_ws(' ', time_period, ref_area, not_computed_because)")
                    .orderBy("time_period", "ref_area")))
        .containsExactly(
            "2020 T01 no_total",
            "2020 T02 no_total",
            "2020 T03 no_total",
            "2022 T01 areas_missing",
            "2022 T02 areas_missing",
            "2022 T03 areas_missing",
            "2024 T01 non_positive_level",
            "2024 T02 non_positive_level",
            "2024 T03 non_positive_level");
  }

  private static final Case ONE_YEAR =
      CASES.of(
          figures ->
              figures
                  .level("gdp", "T00", "2024", "6")
                  .level("gdp", "T01", "2024", "1")
                  .level("gdp", "T02", "2024", "1")
                  .level("gdp", "T03", "2024", "1"));

  @Test
  void oneYearAloneHasNoMovementToKeep() {
    assertThat(
            strings(
                ONE_YEAR
                    .rows()
                    .where("ref_area = 'T01'")
                    .selectExpr("concat_ws(' ', method, reconciled, not_computed_because)")
                    .orderBy("method")))
        .containsExactly("movement_preserving too_few_figures", "proportional 2.000000");
  }

  @Test
  void theSameFiguresGiveTheSameResult() {
    StatisticsFixture figures = twoYears(new StatisticsFixture(Packs.threelands()));

    assertThat(rows(figures.reconciled(), "true")).isEqualTo(rows(figures.reconciled(), "true"));
  }

  private static StatisticsFixture twoYears(StatisticsFixture figures) {
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

  private static List<String> rows(Case figures, String condition) {
    return rows(figures.rows(), condition);
  }

  private static List<String> rows(Dataset<Row> reconciled, String condition) {
    return strings(
        reconciled
            .where(condition)
            .orderBy("time_period", "method", "ref_area")
            .selectExpr("concat(ref_area, ' ', reported, ' -> ', reconciled, ' by ', adjustment)"));
  }

  private static List<String> strings(Dataset<Row> column) {
    return column.collectAsList().stream().map(row -> String.valueOf(row.get(0))).toList();
  }
}
