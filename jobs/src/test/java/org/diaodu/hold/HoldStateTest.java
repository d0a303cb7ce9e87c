package org.diaodu.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a figure that was held. */
class HoldStateTest {
  private static final LocalDate JULY = LocalDate.of(2024, 7, 15);
  private static final LocalDate AUGUST = LocalDate.of(2024, 8, 15);

  @TempDir private Path landing;
  private final List<HeldFigure> held = new ArrayList<>();
  private final List<HoldState.Statement> stored = new ArrayList<>();

  @Test
  void itWaitsAlsoWhereItWasSentAgain() {
    isHeld("H1", "21234", JULY, 1);
    isHeld("H1", "21234", JULY, 2);

    assertThat(states()).containsExactly("H1 open");
  }

  @Test
  void whatItsSenderReportsSinceOvertakesIt() {
    isHeld("H1", "21234", JULY, 1);
    isStored("2.1", JULY, 2);

    assertThat(states()).containsExactly("H1 overtaken");
  }

  @Test
  void soDoesALaterRelease() {
    isHeld("H1", "21234", JULY, 1);
    isStored("2.2", AUGUST, 2);

    assertThat(states()).containsExactly("H1 overtaken");
  }

  @Test
  void whatWasKnownBeforeDoesNot() {
    isStored("2.1", JULY, 1);
    isHeld("H1", "21234", JULY, 2);

    assertThat(states()).containsExactly("H1 open");
  }

  @Test
  void sentOnceMoreAfterTheCorrectionItWaitsAgain() {
    isHeld("H1", "21234", JULY, 1);
    isStored("2.1", JULY, 2);
    isHeld("H1", "21234", JULY, 3);

    assertThat(states()).containsExactly("H1 open");
  }

  @Test
  void ofTwoThatContradictEachOtherOneIsTakenAndTheOtherIsOvertaken() {
    isHeld("H1", "10", JULY, 1);
    isHeld("H2", "11", JULY, 1);
    isStored("11", JULY, 1);

    assertThat(states()).contains("H1 overtaken");
  }

  @Test
  void soItIsWhereTheFilesAreReadAnewWithTheDecisionBesideThem() throws IOException {
    String accepted =
        HeldId.ofFigure(
            "retail_sales",
            "T01",
            "2024-06",
            "YTD",
            "LEVEL",
            "official",
            null,
            new BigDecimal("11"),
            "A");
    HoldLedger.of(landing).add(List.of(HoldEntry.decided(true, accepted, "", "王某", "电话核实", at(3))));
    isHeld("H1", "10", JULY, 1);
    isStored("11", JULY, 1);

    assertThat(states()).containsExactly("H1 overtaken");
  }

  @Test
  void whoDecidesIsHeardWhateverWasSaidSince() throws IOException {
    isHeld("H1", "21234", JULY, 1);
    isStored("2.1", JULY, 2);
    HoldLedger.of(landing).add(List.of(HoldEntry.decided(false, "H1", "", "王某", "写错", at(3))));

    assertThat(states()).containsExactly("H1 refused");
  }

  private List<String> states() {
    return HoldState.of(held, HoldLedger.of(landing), stored).stream()
        .map(state -> state.figure().holdId() + " " + state.of())
        .toList();
  }

  private void isHeld(String id, String value, LocalDate released, int minute) {
    held.add(
        new HeldFigure(
            id,
            "retail_sales",
            "T01",
            "M",
            "2024-06",
            "YTD",
            "LEVEL",
            new BigDecimal(value),
            "A",
            released,
            at(minute),
            "official",
            null,
            "a%d.csv".formatted(minute),
            "9f86",
            "2:6",
            "why"));
  }

  private void isStored(String value, LocalDate released, int minute) {
    stored.add(
        new HoldState.Statement(
            "retail_sales",
            "T01",
            "2024-06",
            "YTD",
            "LEVEL",
            "official",
            null,
            value,
            "A",
            released,
            at(minute)));
  }

  private static Instant at(int minute) {
    return Instant.parse("2024-07-20T00:00:00Z").plusSeconds(60L * minute);
  }
}
