package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.SuccessorPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three lands of which the third ends with 2023, or later where a test says so, and what its
 * successor T04 begins with.
 */
class AreasInTimeTest {
  @TempDir private Path folder;

  @Test
  void aSumIsOfTheAreasThatExistAtThePeriodsEnd() throws IOException {
    CubeFixture figures =
        renamed("2024-01-01")
            .level("gdp", "T01", "2023-Q2", "100")
            .level("gdp", "T02", "2023-Q2", "60")
            .level("gdp", "T03", "2023-Q2", "40")
            .level("gdp", "T01", "2024-Q2", "110")
            .level("gdp", "T02", "2024-Q2", "66")
            .level("gdp", "T04", "2024-Q2", "44");

    assertThat(shares(figures).get("T01 2023-Q2").sharePct()).isEqualByComparingTo("50");
    assertThat(shares(figures).get("T01 2024-Q2").sharePct()).isEqualByComparingTo("50");
    assertThat(shares(figures).get("T01 2024-Q2").changePp()).isEqualByComparingTo("0");
    assertThat(figures.capitalShares().get("2024-Q2").areasSum()).isEqualByComparingTo("220");
  }

  @Test
  void withoutTheSuccessorsFigureThereIsNoSum() throws IOException {
    CubeFixture figures =
        renamed("2024-01-01")
            .level("gdp", "T01", "2024-Q2", "110")
            .level("gdp", "T02", "2024-Q2", "66");

    assertThat(shares(figures).get("T01 2024-Q2").notComputedBecause())
        .isEqualTo(NotComputed.no_total);
  }

  @Test
  void theBaseOfASuccessorIsItsPredecessorsAndSaysSo() throws IOException {
    CubeFixture figures =
        renamed("2024-01-01")
            .level("gdp", "T03", "2023-Q2", "40")
            .level("gdp", "T04", "2024-Q2", "44");

    GrowthRow row = figures.growth(false).get("T04 2024-Q2");

    assertThat(row.levelYearAgo()).isEqualByComparingTo("40");
    assertThat(row.yoyPct()).isEqualByComparingTo("10");
    assertThat(row.flag()).isEqualTo(SeriesFlag.base_of_predecessor);
    assertThat(shares(figures).get("T04 2024-Q2").flag()).isEqualTo(SeriesFlag.base_of_predecessor);
    assertThat(figures.growth(false)).doesNotContainKeys("T04 2023-Q2", "T03 2024-Q2");
  }

  @Test
  void inItsSecondYearASuccessorHasABaseOfItsOwn() throws IOException {
    CubeFixture figures =
        renamed("2024-01-01")
            .level("gdp", "T03", "2023-Q2", "40")
            .level("gdp", "T04", "2024-Q2", "44")
            .level("gdp", "T04", "2025-Q2", "48.4");

    GrowthRow row = figures.growth(false).get("T04 2025-Q2");

    assertThat(row.flag()).isNull();
    assertThat(row.twoYearAveragePct()).isEqualByComparingTo("10");
    assertThat(row.twoYearAverageFlag()).isEqualTo(SeriesFlag.base_of_predecessor);
  }

  @Test
  void aSuccessorThatNamesNoPredecessorHasNoBase() throws IOException {
    CubeFixture figures =
        new CubeFixture(
                SuccessorPack.of(
                        folder,
                        "T03",
                        "2023-12-31",
                        "T04,丙市,Bing City,T00,county,false,true,,2024-01-01,,")
                    .read())
            .level("gdp", "T03", "2023-Q2", "40")
            .level("gdp", "T04", "2024-Q2", "44");

    GrowthRow row = figures.growth(false).get("T04 2024-Q2");

    assertThat(row.yoyPct()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.no_base_period);
    assertThat(row.flag()).isNull();
  }

  @Test
  void aBreakIsGraverThanABaseThatWasTakenOver() throws IOException {
    CubeFixture figures =
        renamed("2024-01-01")
            .level("gdp", "T03", "2023-Q2", "40")
            .breakAt("gdp", "T04", "2024-Q2", "44");

    assertThat(figures.growth(false).get("T04 2024-Q2").flag())
        .isEqualTo(SeriesFlag.break_in_series);
  }

  @Test
  void whatIsSaidOfAnAreaOutsideItsTimeCountsNowhere() throws IOException {
    CubeFixture figures =
        renamed("2024-01-01")
            .level("gdp", "T01", "2024-Q2", "110")
            .level("gdp", "T02", "2024-Q2", "66")
            .level("gdp", "T03", "2024-Q2", "1000")
            .level("gdp", "T04", "2024-Q2", "44")
            .level("gdp", "T04", "2023-Q2", "1000");

    assertThat(shares(figures).get("T01 2024-Q2").sharePct()).isEqualByComparingTo("50");
    assertThat(figures.growth(false)).doesNotContainKeys("T03 2024-Q2", "T04 2023-Q2");
    assertThat(figures.growth(false).get("T04 2024-Q2").rankLevel()).isEqualTo(3);
    assertThat(figures.growth(false).get("T04 2024-Q2").peers()).isEqualTo(3);
  }

  @Test
  void oneFigureOutsideItsAreasTimeAloneMakesNoRow() throws IOException {
    CubeFixture figures = renamed("2024-01-01").level("gdp", "T03", "2024-Q2", "40");

    assertThat(figures.growth()).isEmpty();
    assertThat(figures.areaShares()).isEmpty();
    assertThat(figures.additivity()).isEmpty();
  }

  /** The last day of a quarter decides for the whole of it. */
  @Test
  void inTheMiddleOfAYearTheCumulativeFigureGoesOver() throws IOException {
    CubeFixture figures =
        renamed("2024-05-20")
            .level("retail_sales", "T03", "2023-05", "50")
            .level("retail_sales", "T03", "2024-04", "44")
            .level("retail_sales", "T04", "2024-05", "55");

    assertThat(figures.growth(false)).containsKeys("T03 2024-04", "T04 2024-05");
    assertThat(figures.growth(false).get("T04 2024-05").yoyPct()).isEqualByComparingTo("10");
    assertThat(figures.growth(true).get("T04 2024-05").level())
        .as("May alone: what the successor has since January, less the predecessor's to April")
        .isEqualByComparingTo("11");
  }

  @Test
  void theBaseOfAMergerIsTheSumOfThoseThatWereMerged() throws IOException {
    CubeFixture figures = merged();
    figures
        .level("gdp", "T02", "2023-Q2", "60")
        .level("gdp", "T03", "2023-Q2", "40")
        .level("gdp", "T04", "2024-Q2", "110")
        .level("urbanisation_rate", "T02", "2023", "50")
        .level("urbanisation_rate", "T03", "2023", "40")
        .level("urbanisation_rate", "T04", "2024", "48");

    assertThat(figures.growth(false).get("T04 2024-Q2").yoyPct()).isEqualByComparingTo("10");
    assertThat(figures.growth(false).get("T04 2024").changePp())
        .as("rates of two counties do not add up")
        .isNull();
  }

  @Test
  void aMergerWithoutEveryPartHasNoBase() throws IOException {
    CubeFixture figures = merged();
    figures.level("gdp", "T02", "2023-Q2", "60").level("gdp", "T04", "2024-Q2", "110");

    assertThat(figures.growth(false).get("T04 2024-Q2").levelYearAgo()).isNull();
  }

  /** T03 ends, and T04 succeeds it. */
  private CubeFixture renamed(String since) throws IOException {
    return new CubeFixture(
        SuccessorPack.of(
                folder,
                "T03",
                LocalDate.parse(since).minusDays(1).toString(),
                "T04,丙市,Bing City,T00,county,false,true,,%s,,T03".formatted(since))
            .read());
  }

  /** T02 and T03 end with 2023, and T04 succeeds both. */
  private CubeFixture merged() throws IOException {
    return new CubeFixture(
        SuccessorPack.of(
                folder,
                "T03",
                "2023-12-31",
                "T04,新市,New City,T00,county,false,true,,2024-01-01,,T02;T03")
            .edit("areas.csv", "乙,,,", "乙,,2023-12-31,")
            .read());
  }

  private static Map<String, AreaShareRow> shares(CubeFixture figures) {
    return figures.areaShares().stream()
        .filter(row -> row.accumulation() == Accumulation.YTD)
        .collect(
            Collectors.toMap(row -> row.refArea() + " " + row.timePeriod(), Function.identity()));
  }
}
