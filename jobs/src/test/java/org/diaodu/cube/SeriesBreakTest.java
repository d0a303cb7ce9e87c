package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.TimePeriod;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A break is told wherever a figure rests on one before it and one after. */
class SeriesBreakTest {
  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2024-04, ''",
    "2024-05, break_in_series",
    "2024-06, break_in_series",
    "2024-12, break_in_series",
    "2025-04, break_in_series",
    "2025-05, ''",
    "2025-06, ''"
  })
  void growthIsFlaggedUntilItsBasePassesTheBreak(String period, String flag) {
    everyMonth("business_entities", "T01", "2023-01", 36);
    figures.breakAt("business_entities", "T01", "2024-05", "150000");

    assertThat(flagOf("T01", period)).isEqualTo(flag);
  }

  @Test
  void theMonthAfterTheBreakIsFlaggedAsTheMonthOfIt() {
    figures
        .level("business_entities", "T01", "2023-05", "100000")
        .level("business_entities", "T01", "2023-06", "100000")
        .breakAt("business_entities", "T01", "2024-05", "150000")
        .level("business_entities", "T01", "2024-06", "151000");

    assertThat(List.of(flagOf("T01", "2024-05"), flagOf("T01", "2024-06")))
        .containsOnly("break_in_series");
  }

  @Test
  void anAverageOfTwoYearsIsFlaggedByABreakInEitherOfThem() {
    everyMonth("business_entities", "T01", "2021-01", 72);
    figures.breakAt("business_entities", "T01", "2023-05", "150000");

    GrowthRow yearLater = figures.growth(false).get("T01 2024-06");

    assertThat(yearLater.flag()).as("of growth of one year").isNull();
    assertThat(yearLater.twoYearAverageFlag()).isEqualTo(SeriesFlag.break_in_series);
    assertThat(figures.growth(false).get("T01 2025-05").twoYearAverageFlag())
        .as("two years after the break")
        .isNull();
  }

  @Test
  void aBreakInACumulativeFigureIsOneOfTheAmountsThatFollowFromIt() {
    everyMonth("innovation_platforms_new", "T01", "2023-01", 36);
    figures.breakAt("innovation_platforms_new", "T01", "2024-05", "900");

    assertThat(figures.growth(true).get("T01 2024-06").flag())
        .isEqualTo(SeriesFlag.break_in_series);
    assertThat(figures.growth(true).get("T01 2025-05").flag())
        .as("its base is the difference of a figure after the break and one before")
        .isEqualTo(SeriesFlag.break_in_series);
    assertThat(figures.growth(true).get("T01 2025-06").flag()).isNull();
    assertThat(figures.growth(false).get("T01 2025-05").flag()).isNull();
  }

  @Test
  void aContributionIsFlaggedByABreakOfItsAggregateAndGrowthOfTheAreaIsNot() {
    everyMonth("business_entities", "T00", "2023-01", 24);
    everyMonth("business_entities", "T01", "2023-01", 24);
    figures.breakAt("business_entities", "T00", "2024-05", "150000");

    GrowthRow row = figures.growth(false).get("T01 2024-06");

    assertThat(row.flag()).isNull();
    assertThat(row.contributionFlag()).isEqualTo(SeriesFlag.break_in_series);
  }

  @Test
  void aShareIsFlaggedByABreakOfItsAreaOrOfWhatItIsAShareOf() {
    everyMonth("business_entities", "T00", "2023-01", 24);
    everyMonth("business_entities", "T01", "2023-01", 24);
    everyMonth("business_entities", "T02", "2023-01", 24);
    figures.breakAt("business_entities", "T01", "2024-05", "150000");

    assertThat(shareFlag("T01", "2024-06")).isEqualTo(SeriesFlag.break_in_series);
    assertThat(shareFlag("T02", "2024-06"))
        .as("a share of the published total, which has no break")
        .isNull();
    assertThat(figures.capitalShares().get("2024-06").flag()).isEqualTo(SeriesFlag.break_in_series);
  }

  @Test
  void aSumOfAreasHasTheBreakOfEachOfThem() {
    for (String area : List.of("T01", "T02", "T03")) {
      everyMonth("business_entities", area, "2023-01", 24);
    }
    figures.breakAt("business_entities", "T03", "2024-05", "150000");

    assertThat(shareFlag("T02", "2024-06")).isEqualTo(SeriesFlag.break_in_series);
  }

  private SeriesFlag shareFlag(String area, String period) {
    return figures.areaShares().stream()
        .filter(row -> row.refArea().equals(area) && row.timePeriod().toString().equals(period))
        .filter(row -> row.accumulation() != Accumulation.PER)
        .findFirst()
        .orElseThrow()
        .flag();
  }

  private String flagOf(String area, String period) {
    SeriesFlag flag = figures.growth(false).get(area + " " + period).flag();
    return flag == null ? "" : flag.name();
  }

  private void everyMonth(String indicator, String area, String first, int count) {
    TimePeriod period = TimePeriod.of(first);
    for (int i = 0; i < count; i++) {
      figures.level(indicator, area, period.toString(), String.valueOf(100 + i));
      period = period.next();
    }
  }
}
