package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.domain.NotComputed;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** What has more digits than can be stored is null and says so; it stops nothing. */
class OutOfRangeTest {
  private static final String MOST = "999999999999";

  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void aSumOfAreasOutOfRangeIsNoTotal() {
    for (String area : List.of("T01", "T02", "T03")) {
      figures.level("gdp", area, "2024", MOST);
    }

    CapitalShareRow row = figures.capitalShares().get("2024");

    assertThat(row.sharePct()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.out_of_range);
    assertThat(row.areasSum()).isNull();
    assertThat(row.areasCounted()).isEqualTo(3);
  }

  @Test
  void aResidualOfASumOutOfRangeSaysSo() {
    figures.level("gdp", "T00", "2024", "5");
    for (String area : List.of("T01", "T02", "T03")) {
      figures.level("gdp", area, "2024", MOST);
    }

    AdditivityRow row =
        figures.additivity().stream()
            .filter(r -> r.timePeriod().toString().equals("2024"))
            .findFirst()
            .orElseThrow();

    assertThat(row.residual()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.out_of_range);
  }

  @Test
  void aShareAndAContributionOutOfRangeSaySo() {
    figures
        .level("gdp", "T00", "2023", "0.000001")
        .level("gdp", "T00", "2024", "0.000001")
        .level("gdp", "T01", "2023", "1")
        .level("gdp", "T01", "2024", MOST);

    assertThat(figures.capitalShares().get("2024").notComputedBecause())
        .isEqualTo(NotComputed.out_of_range);
    assertThat(figures.growth(false).get("T01 2024").contributionNotComputedBecause())
        .isEqualTo(NotComputed.out_of_range);
  }

  @Test
  void aChangeOfARateAndAGapOutOfRangeAreNull() {
    figures
        .level("urbanisation_rate", "T01", "2023", "-" + MOST)
        .level("urbanisation_rate", "T01", "2024", MOST)
        .level("gdp", "T01", "2023", "100")
        .level("gdp", "T01", "2024", MOST)
        .growth("gdp", "T01", "2024", "-" + MOST);

    List<GrowthRow> rows =
        figures.growth().stream().filter(r -> r.timePeriod().toString().equals("2024")).toList();

    assertThat(rows)
        .filteredOn(row -> row.indicator().equals("urbanisation_rate"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.changePp()).isNull();
              assertThat(row.notComputedBecause()).isEqualTo(NotComputed.out_of_range);
            });
    assertThat(rows)
        .filteredOn(row -> row.indicator().equals("gdp"))
        .first()
        .satisfies(row -> assertThat(row.gapPp()).isNull());
  }
}
