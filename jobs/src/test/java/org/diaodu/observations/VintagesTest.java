package org.diaodu.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.TimePeriod;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class VintagesTest {
  @Test
  void aFigureThatRepeatsWhatIsKnownIsNoVintage() {
    assertThat(added(List.of(row("100", "2024-07-15", 1)), List.of(row("100", "2024-08-15", 2))))
        .isEmpty();
  }

  @Test
  void aLaterReleaseThatDiffersIsARevision() {
    assertThat(added(List.of(row("100", "2024-07-15", 1)), List.of(row("103", "2024-08-15", 2))))
        .containsExactly("revision 100 -> 103");
  }

  @Test
  void anotherValueWithTheSameReleaseDateIsACorrection() {
    assertThat(added(List.of(row("100", "2024-07-15", 1)), List.of(row("103", "2024-07-15", 2))))
        .containsExactly("correction 100 -> 103");
  }

  @Test
  void aWithdrawalIsARowWithoutAValue() {
    assertThat(added(List.of(row("100", "2024-07-15", 1)), List.of(row(null, "2024-08-15", 2))))
        .containsExactly("withdrawal 100 -> null");
  }

  @Test
  void anEarlierReleaseThatArrivesLateIsKept() {
    assertThat(added(List.of(row("103", "2024-08-15", 1)), List.of(row("100", "2024-07-15", 2))))
        .containsExactly("first null -> 100");
  }

  @Test
  void twoReleasesInOneNightAreTwoVintages() {
    assertThat(added(List.of(), List.of(row("100", "2024-07-15", 1), row("103", "2024-08-15", 2))))
        .containsExactly("first null -> 100", "revision 100 -> 103");
  }

  @Test
  void anOfficialFigureDoesNotReviseASimulatedOne() {
    assertThat(
            added(
                List.of(row("100", "2024-07-15", 1, "simulated")),
                List.of(row("103", "2024-08-15", 2, "official"))))
        .containsExactly("first null -> 103");
  }

  @Test
  void theCurrentFigureIsTheNewestReleasedByTheDay() {
    Dataset<Row> observations =
        observations(
            List.of(
                row("100", "2024-07-15", 1),
                row("103", "2024-08-15", 2),
                row("104", "2024-08-15", 3)));

    assertThat(current(observations, "2024-07-14")).isEmpty();
    assertThat(current(observations, "2024-08-14")).containsExactly("100");
    assertThat(current(observations, "2024-08-15"))
        .as("the later recorded of one day")
        .containsExactly("104");
  }

  @Test
  void anOfficialFigureStandsBeforeANewerSimulatedOne() {
    assertThat(
            current(
                observations(
                    List.of(
                        row("100", "2024-07-15", 1, "official"),
                        row("103", "2024-08-15", 2, "simulated"))),
                "2025-01-01"))
        .containsExactly("100");
  }

  @Test
  void aLevelStandsBesideItsPublishedGrowthEachAsItWasLastReleased() {
    Dataset<Row> observations =
        observations(
            List.of(
                row("100", "2024-07-15", 1),
                row("103", "2024-08-15", 2),
                yoy("5", "2024-07-20", 3, "official"),
                yoy("6", "2024-09-15", 4, "simulated")));

    assertThat(sideBySide(observations, "2024-07-14")).isEmpty();
    assertThat(sideBySide(observations, "2024-07-15")).containsExactly("100, null");
    assertThat(sideBySide(observations, "2024-07-20")).containsExactly("100, 5");
    assertThat(sideBySide(observations, "2024-12-31"))
        .as("an official figure before a newer simulated one")
        .containsExactly("103, 5");
    assertThat(
            Current.sideBySide(observations, LocalDate.parse("2024-12-31"))
                .first()
                .<Integer>getAs("month_index"))
        .isEqualTo(TimePeriod.of("2024-06").monthIndex());
  }

  private static List<String> sideBySide(Dataset<Row> observations, String asOf) {
    return Current.sideBySide(observations, LocalDate.parse(asOf))
        .select("current_level.obs_value", "current_yoy.obs_value")
        .collectAsList()
        .stream()
        .map(r -> plain(r.getDecimal(0)) + ", " + plain(r.getDecimal(1)))
        .toList();
  }

  private static List<String> added(List<Row> known, List<Row> arrived) {
    return Vintages.added(observations(known), observations(arrived))
        .orderBy("release_date", "recorded_at")
        .collectAsList()
        .stream()
        .map(
            r ->
                "%s %s -> %s"
                    .formatted(
                        r.getAs(Vintages.CHANGE),
                        plain(r.getAs(Vintages.PREVIOUS_VALUE)),
                        plain(r.getAs("obs_value"))))
        .toList();
  }

  private static List<String> current(Dataset<Row> observations, String asOf) {
    return Current.asOf(observations, LocalDate.parse(asOf)).collectAsList().stream()
        .map(r -> plain(r.getAs("obs_value")))
        .toList();
  }

  private static String plain(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros().toPlainString();
  }

  private static Dataset<Row> observations(List<Row> rows) {
    return SharedSpark.session()
        .createDataFrame(new ArrayList<>(rows), ContractReader.read(Table.OBSERVATIONS).struct());
  }

  private static Row row(String value, String released, int recorded) {
    return row(value, released, recorded, "official");
  }

  private static Row row(String value, String released, int recorded, String provenance) {
    return row("LEVEL", value, released, recorded, provenance);
  }

  private static Row yoy(String value, String released, int recorded, String provenance) {
    return row("YOY", value, released, recorded, provenance);
  }

  private static Row row(
      String measure, String value, String released, int recorded, String provenance) {
    return RowFactory.create(
        "retail_sales",
        "T01",
        "M",
        "2024-06",
        "YTD",
        measure,
        value == null ? null : new BigDecimal(value).setScale(6),
        value == null ? null : 0,
        value == null ? "M" : "A",
        null,
        LocalDate.parse(released),
        Instant.ofEpochSecond(recorded),
        provenance,
        null,
        "f.csv",
        "sha",
        "2:6",
        String.valueOf(value),
        "run");
  }
}
