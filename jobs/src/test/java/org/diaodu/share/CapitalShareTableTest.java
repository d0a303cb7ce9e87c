package org.diaodu.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.diaodu.testing.Packs;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.Test;

class CapitalShareTableTest {
  private final StatisticsFixture figures = new StatisticsFixture(Packs.threelands());

  @Test
  void withoutAPublishedTotalTheAreasAreSummed() {
    counties("2024", "20", "30", "50");

    Row row = rows().get("2024");

    assertThat(row.<String>getAs("denominator")).isEqualTo("sum_of_areas");
    assertThat(row.<BigDecimal>getAs("share_pct")).isEqualByComparingTo("20");
    assertThat(row.<BigDecimal>getAs("residual")).isNull();
  }

  @Test
  void oneAreaShortOfTheSumThereIsNoTotal() {
    figures.level("gdp", "T01", "2024", "20").level("gdp", "T02", "2024", "30");

    Row row = rows().get("2024");

    assertThat(row.<BigDecimal>getAs("share_pct")).isNull();
    assertThat(row.<String>getAs("not_computed_because")).isEqualTo("no_total");
    assertThat(row.<Integer>getAs("areas_counted")).isEqualTo(2);
  }

  @Test
  void thePublishedTotalComesFirstAndItsResidualIsShown() {
    counties("2024", "20", "30", "50");
    figures.level("gdp", "T00", "2024", "102");

    Row row = rows().get("2024");

    assertThat(row.<String>getAs("denominator")).isEqualTo("published_total");
    assertThat(row.<BigDecimal>getAs("share_pct")).isEqualByComparingTo("19.607843");
    assertThat(row.<BigDecimal>getAs("residual")).isEqualByComparingTo("2");
  }

  @Test
  void anOverlappingAreaIsNeverSummed() {
    counties("2024", "20", "30", "50");
    figures.level("gdp", "T09", "2024", "15");

    assertThat(rows().get("2024").<BigDecimal>getAs("areas_sum")).isEqualByComparingTo("100");
  }

  @Test
  void theChangeIsAgainstTheYearBefore() {
    counties("2023", "19", "31", "50");
    counties("2024", "20", "30", "50");

    assertThat(rows().get("2024").<BigDecimal>getAs("change_pp")).isEqualByComparingTo("1");
  }

  @Test
  void sharesOfDifferentTotalsAreNotCompared() {
    counties("2023", "19", "31", "50");
    counties("2024", "20", "30", "50");
    figures.level("gdp", "T00", "2024", "102");

    Row row = rows().get("2024");

    assertThat(row.<BigDecimal>getAs("change_pp")).isNull();
    assertThat(row.<String>getAs("change_not_computed_because")).isEqualTo("denominator_differs");
  }

  private void counties(String year, String... values) {
    figures
        .level("gdp", "T01", year, values[0])
        .level("gdp", "T02", year, values[1])
        .level("gdp", "T03", year, values[2]);
  }

  private Map<String, Row> rows() {
    return figures.capitalShareTable().collectAsList().stream()
        .collect(Collectors.toMap(r -> r.getAs("time_period"), Function.identity()));
  }
}
