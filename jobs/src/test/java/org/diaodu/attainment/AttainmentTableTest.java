package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.PlanOnADay;
import org.diaodu.testing.Packs;
import org.diaodu.testing.ProgressFixture;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every target has a test and an indicator of its own, so that all are judged in one go. */
class AttainmentTableTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final StatisticsFixture FIGURES = new StatisticsFixture(PACK);

  /** Where a figure that decides has not come yet. */
  private static final StatisticsFixture INCOMPLETE = new StatisticsFixture(PACK);

  private static Map<String, Row> rows;
  private static Map<String, Row> incomplete;

  static {
    FIGURES
        .growth("retail_sales", "T00", "2024-06", "6.1")
        .growth("retail_sales", "T01", "2024-06", "5.5")
        .growth("retail_sales", "T02", "2024-06", "4.9");
  }

  @BeforeAll
  static void judged() {
    rows = judged(FIGURES);
    incomplete = judged(INCOMPLETE);
  }

  @Test
  void aGrowthTargetIsHeldAgainstItsAreaAndEveryCounty() {
    assertThat(light(rows.get("X-1 T00 2024-06"))).isEqualTo("green");
    assertThat(light(rows.get("X-1 T01 2024-06"))).as("within one point").isEqualTo("yellow");
    assertThat(light(rows.get("X-1 T02 2024-06"))).isEqualTo("red");
    assertThat(light(rows.get("X-1 T03 2024-06"))).as("no figure").isEqualTo("no_data");
    assertThat(rows).as("an overlapping area is not judged").doesNotContainKey("X-1 T09 2024-06");
    assertThat(rows).as("January is not expected").doesNotContainKey("X-1 T00 2024-01");
  }

  static {
    FIGURES.growth("fixed_asset_investment", "T01", "2024-06", "8");
  }

  @Test
  void aTargetThatIsNotForCountiesIsHeldAgainstTheWholeOnly() {
    assertThat(rows).containsKey("X-2 T00 2024-06").doesNotContainKey("X-2 T01 2024-06");
  }

  static {
    FIGURES.level("innovation_platforms_new", "T00", "2024-Q2", "4");
  }

  @Test
  void anAmountIsJudgedByItsProgress() {
    Row row = rows.get("X-4 T00 2024-Q2");

    assertThat(row).as("the calendar expects an annual figure or a quarterly one").isNotNull();
    assertThat(row.<BigDecimal>getAs("progress_pct")).isEqualByComparingTo("40");
    assertThat(row.<BigDecimal>getAs("schedule_pct")).isEqualByComparingTo("50");
    assertThat(row.<String>getAs("light")).as("ten points behind, five allowed").isEqualTo("red");
  }

  static {
    FIGURES
        .level("gdp", "T01", "2023-Q2", "20")
        .level("gdp", "T00", "2023-Q2", "100")
        .level("gdp", "T01", "2024-Q2", "21")
        .level("gdp", "T00", "2024-Q2", "100");
  }

  @Test
  void aShareIsHeldAgainstTheYearBefore() {
    Row row = rows.get("X-3 T01 2024-Q2");

    assertThat(row.<BigDecimal>getAs("actual")).isEqualByComparingTo("21");
    assertThat(row.<BigDecimal>getAs("target_value")).isEqualByComparingTo("20");
    assertThat(row.<String>getAs("light")).isEqualTo("green");
  }

  static {
    for (StatisticsFixture figures : List.of(INCOMPLETE, FIGURES)) {
      figures.level("gdp", "T01", "2024", "120").level("gdp", "T02", "2024", "100");
    }
    FIGURES.level("gdp", "T03", "2024", "99.9");
  }

  @Test
  void aCountNeedsEveryArea() {
    assertThat(light(incomplete.get("X-5 T00 2024"))).isEqualTo("no_data");

    Row row = rows.get("X-5 T00 2024");
    assertThat(row.<BigDecimal>getAs("actual")).as("100 itself counts").isEqualByComparingTo("2");
    assertThat(row.<String>getAs("light")).isEqualTo("green");
  }

  static {
    for (StatisticsFixture figures : List.of(INCOMPLETE, FIGURES)) {
      figures.level("population_resident", "T00", "2024", "50");
    }
    FIGURES.level("population_resident", "T00", "2023", "49");
  }

  @Test
  void aDirectionNeedsTheYearBeforeAndSaysSo() {
    Row alone = incomplete.get("X-6 T00 2024");
    assertThat(alone.<String>getAs("light")).isEqualTo("no_data");
    assertThat(alone.<String>getAs("not_computed_because")).isEqualTo("no_base_period");

    assertThat(light(rows.get("X-6 T00 2024"))).isEqualTo("green");
  }

  private static String light(Row row) {
    return row.getAs("light");
  }

  private static Map<String, Row> judged(StatisticsFixture figures) {
    DueChecks due =
        PlanOnADay.due(SharedSpark.session(), PACK, StatisticsFixture.AS_OF)
            .aboutRectifications(false);
    return AttainmentTable.of(
            AttainmentTable.judged(
                due, figures.observations(), ProgressFixture.none(), figures.areas()),
            due)
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                r ->
                    r.getAs("target_id") + " " + r.getAs("ref_area") + " " + r.getAs("time_period"),
                Function.identity()));
  }
}
