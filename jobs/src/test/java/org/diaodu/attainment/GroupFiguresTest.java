package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.domain.Frequency;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Figures that targets are held against, as known on each day that is asked for. */
class GroupFiguresTest {
  private static final RegionPack PACK = Packs.threelands();

  private final CubeFixture figures = new CubeFixture(PACK);

  @Test
  void onlyWhatChecksNameIsWanted() {
    WantedFigures wanted = wanted(LocalDate.of(2024, 7, 31));

    assertThat(wanted.series())
        .contains(
            new WantedFigures.Series("retail_sales", Frequency.M),
            new WantedFigures.Series("gdp", Frequency.Q))
        .doesNotContain(new WantedFigures.Series("business_entities", Frequency.M));
    assertThat(wanted.firstYear()).as("five years before the plan, and one more").isEqualTo(2018);
  }

  @Test
  void everyAreaHasEachFigureOnceThoughItCountsInTwoGroups() {
    figures
        .growth("retail_sales", "T00", "2024-06", "6")
        .growth("retail_sales", "T01", "2024-06", "5")
        .growth("retail_sales", "T09", "2024-06", "4");

    List<TargetFigure> june =
        figures(wanted(CubeFixture.AS_OF)).stream()
            .flatMap(group -> group.figures().stream())
            .filter(figure -> figure.key().period().toString().equals("2024-06"))
            .toList();

    assertThat(june)
        .extracting(TargetFigure::refArea)
        .containsExactlyInAnyOrder("T00", "T01", "T09");
  }

  @Test
  void eachDayHasTheFiguresThatWereReleasedByThen() {
    figures
        .released("gdp", "T01", "2024-Q2", "20", "2024-07-20")
        .released("gdp", "T01", "2024-Q2", "21", "2024-08-20");
    List<PlannedCheck> checks =
        List.of(LocalDate.of(2024, 7, 31), LocalDate.of(2024, 8, 19), LocalDate.of(2024, 8, 20))
            .stream()
            .flatMap(day -> PlannedCheck.due(PACK, day).stream())
            .toList();

    assertThat(
            figures(WantedFigures.of(PACK, checks)).stream()
                .flatMap(group -> group.figures().stream())
                .map(
                    f ->
                        f.key().knownOn()
                            + " "
                            + f.figure().level().stripTrailingZeros().toPlainString()))
        .containsExactly("2024-07-31 20", "2024-08-19 20", "2024-08-20 21");
  }

  @Test
  void whatIsBeforeTheFirstYearIsNotLookedAt() {
    figures
        .level("innovation_platforms_new", "T00", "2024-Q2", "4")
        .level("innovation_platforms_new", "T00", "2018-Q2", "9");
    List<GroupFigures> without = figures(wanted(CubeFixture.AS_OF));

    figures.level("innovation_platforms_new", "T00", "2017-Q2", "9");

    assertThat(figures(wanted(CubeFixture.AS_OF))).isEqualTo(without);
  }

  @Test
  void theFiguresCanBeCollectedFromOtherMachines() throws Exception {
    figures.level("gdp", "T01", "2024-Q2", "21").level("gdp", "T00", "2024-Q2", "100");
    List<GroupFigures> groups = figures(wanted(CubeFixture.AS_OF));

    assertThat(groups).flatExtracting(GroupFigures::shares).isNotEmpty();
    for (GroupFigures group : groups) {
      assertThat(copied(group)).isEqualTo(group);
    }
    assertThat(copied(wanted(CubeFixture.AS_OF))).isInstanceOf(WantedFigures.class);
  }

  private List<GroupFigures> figures(WantedFigures wanted) {
    return GroupFigures.ofAll(figures.cubes(), figures.observations(), wanted);
  }

  private static WantedFigures wanted(LocalDate asOf) {
    return WantedFigures.of(PACK, PlannedCheck.due(PACK, asOf));
  }

  private static Object copied(Object object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
