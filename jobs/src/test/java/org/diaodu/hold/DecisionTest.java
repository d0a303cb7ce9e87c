package org.diaodu.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What can be decided of something that is held, and of what was decided before. */
class DecisionTest {
  private static final Instant NOW = Instant.parse("2024-07-22T01:00:00Z");
  private static final boolean ACCEPT = true;
  private static final boolean REFUSE = false;

  private boolean isStored;

  @Test
  void whatWaitsIsTakenOrRefused() {
    assertThat(decide(open(), ACCEPT).entry().kind()).isEqualTo(HoldEntry.Kind.accepted);
    assertThat(decide(open(), REFUSE).entry().kind()).isEqualTo(HoldEntry.Kind.refused);
  }

  @Test
  void theSameDecisionOnceMoreNotesNothing() {
    Decision again = decide(decided(ACCEPT), ACCEPT);

    assertThat(again.entry()).isNull();
    assertThat(again.isPossible()).isTrue();
    assertThat(again.said()).contains("王某");
  }

  @Test
  void whatWasRefusedCanStillBeTaken() {
    assertThat(decide(decided(REFUSE), ACCEPT).entry()).isNotNull();
  }

  @Test
  void whatWasTakenIsRefusedAgainOnlyUntilANightHasStoredIt() {
    assertThat(decide(decided(ACCEPT), REFUSE).entry()).isNotNull();

    isStored = true;
    Decision late = decide(decided(ACCEPT), REFUSE);
    assertThat(late.isPossible()).isFalse();
    assertThat(late.said()).contains("更正");
  }

  @Test
  void whatItsSenderHasCorrectedIsNotBroughtBack() {
    Decision late = decide(overtaken(), ACCEPT);

    assertThat(late.isPossible()).isFalse();
    assertThat(late.said()).contains("作废").contains("2.1");
  }

  @Test
  void aFileThatIsHeldAsAWholeIsDecidedLikeAFigure() {
    Decision.Item file = new Decision.Item("F1", "六月.csv", null, null);

    assertThat(decide(file, ACCEPT).entry().statement()).isEqualTo("六月.csv");
  }

  private Decision decide(Decision.Item item, boolean accepts) {
    return Decision.of(item, accepts, "李某", "核对过", NOW, () -> isStored);
  }

  private static Decision.Item open() {
    return item(HoldState.Of.open, null, null);
  }

  private static Decision.Item decided(boolean accepted) {
    HoldEntry decision = HoldEntry.decided(accepted, "H1", "x=21234", "王某", "来函", NOW);
    return item(accepted ? HoldState.Of.accepted : HoldState.Of.refused, decision, null);
  }

  private static Decision.Item overtaken() {
    return item(
        HoldState.Of.overtaken,
        null,
        new HoldState.Statement(
            "x",
            "T01",
            "2024-06",
            "YTD",
            "LEVEL",
            "official",
            null,
            "2.1",
            "A",
            LocalDate.of(2024, 7, 15),
            NOW));
  }

  private static Decision.Item item(
      HoldState.Of of, HoldEntry decision, HoldState.Statement overtakenBy) {
    HeldFigure figure =
        new HeldFigure(
            "H1",
            "x",
            "T01",
            "M",
            "2024-06",
            "YTD",
            "LEVEL",
            new BigDecimal("21234"),
            "A",
            LocalDate.of(2024, 7, 15),
            NOW,
            "official",
            null,
            "a.csv",
            "9f86",
            "2:6",
            "why");
    return new Decision.Item(
        "H1", "x=21234", new HoldState(figure, of, decision, overtakenBy), decision);
  }
}
