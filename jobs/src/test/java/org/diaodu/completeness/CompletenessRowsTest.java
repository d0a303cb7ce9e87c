package org.diaodu.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.cube.Observation;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Validity;
import org.diaodu.region.Area;
import org.diaodu.region.CalendarEntry;
import org.diaodu.region.MapPlace;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/**
 * Retail sales of three lands, T01 to T03, and a zone, T09, that overlaps them: none in January,
 * February due on 20 March, June on 20 July.
 */
class CompletenessRowsTest {
  private static final String RETAIL = "retail_sales";

  private final RegionPack pack = Packs.threelands();
  private final CubeFixture figures = new CubeFixture(pack);
  private final List<CalendarEntry> calendar =
      pack.calendar().stream().filter(entry -> entry.indicator().equals(RETAIL)).toList();

  @Test
  void everyAreaOwesWhatItsSiblingsReport() {
    figures
        .released(RETAIL, "T00", "2024-02", "40", "2024-03-18")
        .released(RETAIL, "T01", "2024-02", "20", "2024-03-25");

    assertThat(texts("2024-04-01"))
        .containsExactly(
            "T00 2024-01 not_expected",
            "T00 2024-02 received",
            "T00 2024-06 due",
            "T01 2024-01 not_expected",
            "T01 2024-02 late 5",
            "T01 2024-06 due",
            "T02 2024-01 not_expected",
            "T02 2024-02 missing 12",
            "T02 2024-06 due",
            "T03 2024-01 not_expected",
            "T03 2024-02 missing 12",
            "T03 2024-06 due");
  }

  @Test
  void whatNoAreaReportsIsAskedOfTheWholeAlone() {
    figures.released(RETAIL, "T00", "2024-02", "40", "2024-03-18");

    assertThat(texts("2024-04-01"))
        .containsExactly("T00 2024-01 not_expected", "T00 2024-02 received", "T00 2024-06 due");
  }

  @Test
  void theWholeOwesWhatNobodyEverReported() {
    assertThat(texts("2024-04-01"))
        .containsExactly("T00 2024-01 not_expected", "T00 2024-02 missing 12", "T00 2024-06 due");
  }

  @Test
  void aWithdrawnFigureIsMissing() {
    figures
        .released(RETAIL, "T00", "2024-02", "40", "2024-03-18")
        .released(RETAIL, "T00", "2024-02", null, "2024-03-30");

    assertThat(texts("2024-04-01")).contains("T00 2024-02 missing 12");
    assertThat(texts("2024-03-29")).contains("T00 2024-02 received");
  }

  @Test
  void aFigureThatIsReleasedAgainWasInTimeTheFirstTime() {
    figures
        .released(RETAIL, "T00", "2024-02", "40", "2024-03-18")
        .released(RETAIL, "T00", "2024-02", null, "2024-03-30")
        .released(RETAIL, "T00", "2024-02", "41", "2024-04-10");

    assertThat(texts("2024-04-10")).contains("T00 2024-02 received");
    assertThat(row("T00", "2024-02", "2024-04-10").receivedOn()).isEqualTo("2024-03-18");
  }

  @Test
  void publishedGrowthWillDo() {
    figures.growth(RETAIL, "T00", "2024-06", "6.1");

    assertThat(texts("2025-02-01")).as("released on 20 January").contains("T00 2024-06 late 184");
  }

  @Test
  void whatIsPrintedBesideTheFigureDoesNotStandForIt() {
    figures.constant(RETAIL, "T00", "2024-06", "9.1").average(RETAIL, "T00", "2024-06", "4.4");

    assertThat(row("T00", "2024-06", "2025-02-01").status()).isEqualTo(Completeness.Status.missing);
  }

  @Test
  void anAreaReportsWhateverPeriodItsFigureIsOf() {
    figures.released(RETAIL, "T01", "2023-12", "20", "2024-01-20");

    assertThat(texts("2024-04-01")).contains("T01 2024-02 missing 12", "T02 2024-02 missing 12");
  }

  @Test
  void anOverlappingAreaOwesNothingAndNobodyOwesForIt() {
    figures.released(RETAIL, "T09", "2024-02", "5", "2024-03-18");

    assertThat(rows("2024-04-01")).extracting(CompletenessRow::refArea).containsOnly("T00");
  }

  @Test
  void theAreasOfOneParentOweNothingForThoseOfAnother() {
    List<Area> areas =
        List.of(
            area("T00", ""),
            area("T01", "T00"),
            area("T11", "T01"),
            area("T12", "T01"),
            area("T02", "T00"));
    figures.released(RETAIL, "T02", "2024-02", "20", "2024-03-18");

    assertThat(rows(areas, figures.observations(), "2024-04-01"))
        .extracting(CompletenessRow::refArea)
        .containsOnly("T00", "T01", "T02");
  }

  @Test
  void theWholeHasOneRowForEachEntryWhereItIsItselfPartOfMore() {
    List<Area> areas = List.of(area("T", ""), area("T00", "T"), area("T99", "T"));
    figures.released(RETAIL, "T00", "2024-02", "40", "2024-03-18");

    assertThat(rows(areas, figures.observations(), "2024-04-01"))
        .filteredOn(row -> row.refArea().equals("T00"))
        .hasSameSizeAs(calendar);
  }

  @Test
  void aRowSaysWhenItWasDueWhenItCameAndWhatTheCalendarRemarks() {
    figures.released(RETAIL, "T00", "2024-02", "40", "2024-03-18");

    CompletenessRow february = row("T00", "2024-02", "2024-04-01");
    CompletenessRow january = row("T00", "2024-01", "2024-04-01");

    assertThat(february.indicator()).isEqualTo(RETAIL);
    assertThat(february.dueDate()).isEqualTo("2024-03-20");
    assertThat(february.receivedOn()).isEqualTo("2024-03-18");
    assertThat(february.note()).isNull();
    assertThat(february.asOf()).isEqualTo("2024-04-01");
    assertThat(january.dueDate()).isNull();
    assertThat(january.note()).isEqualTo("不发布");
  }

  @Test
  void aFigureIsSimulatedWhereALevelOrItsGrowthIsAndOneThatIsMissingIsNot() {
    figures
        .simulatedGrowth(RETAIL, "T00", "2024-02", "6.1")
        .level(RETAIL, "T00", "2024-02", "40")
        .level(RETAIL, "T01", "2024-02", "20");

    assertThat(rows("2025-02-01"))
        .filteredOn(row -> row.timePeriod().toString().equals("2024-02"))
        .extracting(row -> row.refArea() + " " + row.provenance())
        .containsExactly(
            "T00 " + Provenance.simulated,
            "T01 " + Provenance.official,
            "T02 " + Provenance.official,
            "T03 " + Provenance.official);
  }

  @Test
  void aSimulatedFigureStandsInForAnOfficialOneThatWasWithdrawn() {
    figures
        .simulated(RETAIL, "T00", "2024-02", "40")
        .released(RETAIL, "T00", "2024-02", "41", "2024-03-18")
        .released(RETAIL, "T00", "2024-02", null, "2024-03-30");

    CompletenessRow row = row("T00", "2024-02", "2025-02-01");

    assertThat(row.receivedOn()).isEqualTo("2025-01-20");
    assertThat(row.provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void theOrderOfTheObservationsDoesNotMatter() {
    figures
        .released(RETAIL, "T01", "2024-02", "20", "2024-03-25")
        .released(RETAIL, "T00", "2024-02", "40", "2024-03-18")
        .released(RETAIL, "T00", "2024-02", "41", "2024-03-30");
    List<Observation> reversed = new ArrayList<>(figures.observations());
    Collections.reverse(reversed);

    assertThat(rows(pack.areas(), reversed, "2024-04-01")).isEqualTo(rows("2024-04-01"));
  }

  @Test
  void anAreaOwesThePeriodsAtWhoseEndItExists() {
    figures.released(RETAIL, "T01", "2024-02", "20", "2024-03-18");
    List<Area> areas =
        List.of(
            area("T01", "T00", Validity.ALWAYS),
            area("T03", "T00", new Validity(null, LocalDate.of(2024, 4, 30))),
            area("T04", "T00", new Validity(LocalDate.of(2024, 5, 1), null)));

    assertThat(rows(areas, figures.observations(), "2024-08-01"))
        .filteredOn(row -> !row.refArea().equals("T00"))
        .extracting(row -> row.refArea() + " " + row.timePeriod() + " " + row.status())
        .containsExactly(
            "T01 2024-01 not_expected",
            "T01 2024-02 received",
            "T01 2024-06 missing",
            "T03 2024-01 not_expected",
            "T03 2024-02 missing",
            "T04 2024-06 missing");
  }

  private List<CompletenessRow> rows(String asOf) {
    return rows(pack.areas(), figures.observations(), asOf);
  }

  private List<CompletenessRow> rows(
      List<Area> areas, List<Observation> observations, String asOf) {
    return CompletenessRows.of(
        calendar, observations, areas, pack.totalArea(), LocalDate.parse(asOf));
  }

  private CompletenessRow row(String area, String period, String asOf) {
    return rows(asOf).stream()
        .filter(row -> row.refArea().equals(area) && row.timePeriod().toString().equals(period))
        .findFirst()
        .orElseThrow();
  }

  private List<String> texts(String asOf) {
    return rows(asOf).stream()
        .map(
            row ->
                Stream.of(row.refArea(), row.timePeriod(), row.status(), row.daysLate())
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static Area area(String refArea, String parent) {
    return area(refArea, parent, Validity.ALWAYS);
  }

  private static Area area(String refArea, String parent, Validity validity) {
    return new Area(
        refArea,
        "县",
        "land",
        parent,
        "county",
        false,
        true,
        List.of(),
        validity,
        List.of(),
        MapPlace.NONE);
  }
}
