package org.diaodu.peergroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.cube.GrowthRow;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cube says, on Spark: the same rows in the columns of each table. */
class PeerGroupTablesTest {
  private final StatisticsFixture figures = new StatisticsFixture(Packs.threelands());
  private final CubeFixture same = new CubeFixture(Packs.threelands());

  @BeforeEach
  void twoYears() {
    for (String year : List.of("2023", "2024")) {
      level("T00", year, "200");
      level("T01", year, year.equals("2023") ? "90" : "100");
      level("T02", year, "60");
      level("T03", year, "40");
      level("T09", year, "10");
    }
    figures.growth("gdp", "T01", "2024", "9.5");
    same.growth("gdp", "T01", "2024", "9.5");
  }

  @Test
  void growthHasARowForEachOfTheCube() {
    List<String> expected = same.growth().stream().map(PeerGroupTablesTest::text).sorted().toList();

    assertThat(
            texts(
                figures.growthTable(),
                "concat_ws(' ', ref_area, accumulation, time_period, level, yoy_pct, yoy_basis,"
                    + " contribution_pp, contribution_basis, rank_level, peers, provenance)"))
        .isEqualTo(expected);
  }

  @Test
  void sharesAndResidualsComeFromTheSameFigures() {
    assertThat(
            texts(
                figures.areaShares().where("time_period = '2024'"),
                "concat_ws(' ', ref_area, share_pct, change_pp, denominator)"))
        .containsExactly(
            "T01 50.000000 5.000000 published_total",
            "T02 30.000000 0.000000 published_total",
            "T03 20.000000 0.000000 published_total",
            "T09 5.000000 0.000000 published_total");
    assertThat(
            texts(figures.capitalShareTable(), "concat_ws(' ', time_period, share_pct, residual)"))
        .containsExactly("2023 45.000000 10.000000", "2024 50.000000 0.000000");
    assertThat(
            texts(
                figures.additivity().where("time_period = '2023'"),
                "concat_ws(' ', ref_area, residual_class, overlapping_areas)"))
        .containsExactly("T00 overlap T09");
  }

  @Test
  void growthAndSharesHaveOneExchangeBetweenThem() {
    List<String> shuffles =
        List.of(
                figures.growthTable(),
                figures.areaShares(),
                figures.capitalShareTable(),
                figures.additivity())
            .stream()
            .flatMap(table -> shuffles(table).stream())
            .distinct()
            .toList();

    assertThat(shuffles).as("shuffled sets of rows behind the four tables").hasSize(1);
  }

  @Test
  void figuresOfUnknownAreasAndIndicatorsAreInNoTable() {
    figures.level("gdp", "X99", "2024", "7");

    assertThat(figures.growthTable().where("ref_area = 'X99'").count()).isZero();
  }

  private void level(String area, String year, String value) {
    figures.level("gdp", area, year, value);
    same.level("gdp", area, year, value);
  }

  private static String text(GrowthRow row) {
    StringBuilder text = new StringBuilder();
    for (Object part :
        new Object[] {
          row.refArea(),
          row.accumulation(),
          row.timePeriod(),
          figure(row.level()),
          figure(row.yoyPct()),
          row.yoyBasis(),
          figure(row.contributionPp()),
          row.contributionBasis(),
          row.rankLevel(),
          row.peers(),
          row.provenance()
        }) {
      text.append(part == null ? "" : (text.length() == 0 ? "" : " ") + part);
    }
    return text.toString();
  }

  private static BigDecimal figure(BigDecimal value) {
    return value == null ? null : value.setScale(6);
  }

  private static List<String> texts(Dataset<Row> rows, String text) {
    return rows.selectExpr(text + " AS text").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static List<String> shuffles(Dataset<Row> table) {
    return Pattern.compile("ShuffledRowRDD\\[(\\d+)\\]")
        .matcher(table.rdd().toDebugString())
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
