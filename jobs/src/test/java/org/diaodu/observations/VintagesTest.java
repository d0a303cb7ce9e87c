package org.diaodu.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.column.SourceColumns;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class VintagesTest {
  private static final int ARRIVED_AT =
      ContractReader.read(Table.OBSERVATIONS).columnNames().indexOf("arrived_at");

  private static final int SOURCE =
      ContractReader.read(Table.OBSERVATIONS).columnNames().indexOf("source");

  @Test
  void theSameStatementHeardAgainIsNoVintage() {
    assertThat(added(List.of(row("100", "2024-07-15", 1)), List.of(row("100", "2024-07-15", 2))))
        .isEmpty();
  }

  @Test
  void aLaterReleaseThatRepeatsTheFigureIsKept() {
    assertThat(added(List.of(row("100", "2024-07-15", 1)), List.of(row("100", "2024-08-15", 2))))
        .containsExactly("repeated 100 -> 100");
  }

  @Test
  void aReleaseBetweenTwoThatAgreeRevisesOnlyTheFirst() {
    List<Row> known = List.of(row("100", "2024-07-15", 1), row("100", "2024-09-15", 2));
    List<Row> late = List.of(row("98", "2024-08-15", 3));

    assertThat(added(known, late)).containsExactly("revision 100 -> 98");
    Dataset<Row> all = observations(known).unionByName(observations(late));
    assertThat(current(all, "2024-07-31")).containsExactly("100");
    assertThat(current(all, "2024-08-31")).containsExactly("98");
    assertThat(current(all, "2024-10-01")).containsExactly("100");
  }

  @Test
  void theFirstFigureSentAgainAfterACorrectionIsTheLastWord() {
    assertThat(
            added(
                List.of(row("50", "2024-07-15", 1), row("55", "2024-07-15", 2)),
                List.of(row("50", "2024-07-15", 3))))
        .containsExactly("correction 55 -> 50");
  }

  @Test
  void whatCameBeforeACorrectionAndIsHeardAfterItIsSuperseded() {
    List<Row> known = List.of(row("22.5", "2024-07-15", 2));
    List<Row> late = List.of(arrivedAt(1, row("12", "2024-07-15", 3)));

    assertThat(added(known, late)).containsExactly("superseded null -> 12");
    assertThat(current(observations(known).unionByName(observations(late)), "2025-01-01"))
        .containsExactly("22.5");
  }

  @Test
  void whatAKilledNightStoredIsNotStoredAgain() {
    List<Row> stored =
        List.of(
            arrivedAt(1, row("10", "2024-07-15", 11)), arrivedAt(2, row("11", "2024-07-15", 12)));
    List<Row> again =
        List.of(
            arrivedAt(1, row("10", "2024-07-15", 21)), arrivedAt(2, row("11", "2024-07-15", 22)));

    assertThat(added(stored, again)).isEmpty();
  }

  @Test
  void theSameStatementHeardLateIsNoVintage() {
    assertThat(
            added(
                List.of(row("10", "2024-07-15", 5)),
                List.of(arrivedAt(1, row("10", "2024-07-15", 6)))))
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
  void aPapersFigureRevisesNoneOfTheUnitThatReports() {
    List<Row> known = List.of(row("365.2", "2024-07-15", 1));
    List<Row> paper = List.of(from("某日报", row("1245.2", "2024-08-15", 2)));

    assertThat(added(known, paper)).containsExactly("first null -> 1245.2");
    assertThat(added(paper, List.of(row("365.2", "2024-07-15", 3))))
        .containsExactly("first null -> 365.2");
  }

  @Test
  void eachSourceCorrectsItself() {
    List<Row> known =
        List.of(row("365.2", "2024-07-15", 1), from("某日报", row("1245.2", "2024-07-15", 2)));

    assertThat(
            added(
                known,
                List.of(
                    from("某日报", row("1245.2", "2024-07-15", 3)),
                    from("某日报", row("1254.2", "2024-07-15", 4)),
                    row("365.2", "2024-07-15", 5))))
        .containsExactly("correction 1245.2 -> 1254.2");
  }

  @Test
  void eachSourceHasItsOwnCurrentFigure() {
    Dataset<Row> both =
        observations(
            List.of(row("365.2", "2024-07-15", 1), from("某日报", row("1245.2", "2024-08-15", 2))));

    assertThat(current(both, "2025-01-01")).containsExactlyInAnyOrder("365.2", "1245.2");
    assertThat(current(both.where(SourceColumns.isJudged(Map.of())), "2025-01-01"))
        .containsExactly("365.2");
    assertThat(
            current(
                both.where(SourceColumns.isJudged(Map.of("retail_sales", "某日报"))), "2025-01-01"))
        .as("where the pack judges by it")
        .containsExactly("1245.2");
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

  private static Row arrivedAt(int second, Row row) {
    return with(ARRIVED_AT, Instant.ofEpochSecond(second), row);
  }

  private static Row from(String source, Row row) {
    return with(SOURCE, source, row);
  }

  private static Row with(int column, Object value, Row row) {
    Object[] values = new Object[row.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[column] = value;
    return RowFactory.create(values);
  }

  private static Row row(String value, String released, int recorded) {
    return row(value, released, recorded, "official");
  }

  private static Row row(String value, String released, int recorded, String provenance) {
    return RowFactory.create(
        "retail_sales",
        "T01",
        "M",
        "2024-06",
        "YTD",
        "LEVEL",
        value == null ? null : new BigDecimal(value).setScale(6),
        value == null ? null : 0,
        value == null ? "M" : "A",
        null,
        LocalDate.parse(released),
        null,
        Instant.ofEpochSecond(recorded),
        provenance,
        null,
        null,
        "f.csv",
        "sha",
        "2:6",
        String.valueOf(value),
        "run");
  }
}
