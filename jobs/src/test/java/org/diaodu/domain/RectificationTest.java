package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Due in 31 days, supervised after one more red period, with the convenor after three. */
class RectificationTest {
  private static final Rectification.Deadlines DEADLINES =
      new Rectification.Deadlines(31, 1, 3, false);

  private final List<Rectification.Seen> dispatches = new ArrayList<>();
  private final List<Rectification.Entry> entries = new ArrayList<>();

  @Test
  void aRedLightIsHandedOverWithADay() {
    seen("2024-03-31", "2024-02", Light.red);

    assertThat(problems()).containsExactly("2024-03-31 for 2024-02 due 2024-05-01 handed_over");
  }

  @Test
  void yellowAndNoFigureOpenNothing() {
    seen("2024-03-31", "2024-02", Light.yellow);
    seen("2024-04-30", "2024-03", Light.no_data);

    assertThat(problems()).isEmpty();
  }

  @Test
  void itIsSupervisedAfterOneMoreRedMonthAndEscalatedAfterThree() {
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-03", Light.red);
    assertThat(problems()).containsExactly("2024-03-31 for 2024-02 due 2024-05-01 supervised");

    seen("2024-05-31", "2024-04", Light.red);
    seen("2024-06-30", "2024-05", Light.red);
    assertThat(problems()).containsExactly("2024-03-31 for 2024-02 due 2024-05-01 escalated");
  }

  @Test
  void theSameFigureSeenAgainIsNoMissedMonth() {
    seen("2024-04-30", "2024-Q1", Light.red);
    seen("2024-05-31", "2024-Q1", Light.red);
    seen("2024-06-30", "2024-Q1", Light.red);

    assertThat(problems()).containsExactly("2024-04-30 for 2024-Q1 due 2024-05-31 handed_over");
  }

  @Test
  void aBetterFigureClosesItAndAnotherRedOpensAnother() {
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-03", Light.yellow);
    seen("2024-05-31", "2024-04", Light.red);

    assertThat(problems())
        .containsExactly(
            "2024-03-31 for 2024-02 due 2024-05-01 closed 2024-04-30 recovered",
            "2024-05-31 for 2024-04 due 2024-07-01 handed_over");
  }

  @Test
  void aLateRevisionOfTheSameFigureClosesIt() {
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-02", Light.green);

    assertThat(problems())
        .containsExactly("2024-03-31 for 2024-02 due 2024-05-01 closed 2024-04-30 revised");
  }

  @Test
  void noFigureLeavesItOpenAndCountsForNothing() {
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-03", Light.no_data);
    seen("2024-05-31", "2024-04", Light.no_data);

    assertThat(problems()).containsExactly("2024-03-31 for 2024-02 due 2024-05-01 handed_over");
  }

  @Test
  void aReasonedEntryClosesItAndTheSameRedDoesNotOpenItAgain() {
    seen("2024-03-31", "2024-02", Light.red);
    entries.add(new Rectification.Entry(LocalDate.parse("2024-04-12"), "the base was wrong"));
    seen("2024-04-30", "2024-03", Light.red);
    seen("2024-05-31", "2024-04", Light.red);
    assertThat(problems())
        .containsExactly("2024-03-31 for 2024-02 due 2024-05-01 closed 2024-04-30 explained");

    seen("2024-06-30", "2024-05", Light.green);
    seen("2024-07-31", "2024-06", Light.red);
    assertThat(problems())
        .containsExactly(
            "2024-03-31 for 2024-02 due 2024-05-01 closed 2024-04-30 explained",
            "2024-07-31 for 2024-06 due 2024-08-31 handed_over");
  }

  @Test
  void anEntryFromBeforeTheProblemDoesNotCloseIt() {
    entries.add(new Rectification.Entry(LocalDate.parse("2024-02-12"), "of another problem"));
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-03", Light.red);

    assertThat(problems()).containsExactly("2024-03-31 for 2024-02 due 2024-05-01 supervised");
  }

  @Test
  void theOrderInWhichDispatchesAreGivenDoesNotMatter() {
    seen("2024-05-31", "2024-04", Light.green);
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-03", Light.red);

    assertThat(problems())
        .containsExactly("2024-03-31 for 2024-02 due 2024-05-01 closed 2024-05-31 recovered");
  }

  @Test
  void whereTheOfficeClosesABetterFigureOnlyProposes() {
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-03", Light.green);
    seen("2024-05-31", "2024-04", Light.green);
    assertThat(byTheOffice()).containsExactly("handed_over proposed 2024-04-30");

    entries.add(new Rectification.Entry(LocalDate.parse("2024-06-12"), "reviewed on the spot"));
    seen("2024-06-30", "2024-05", Light.green);
    assertThat(byTheOffice())
        .containsExactly("closed proposed 2024-04-30 closed 2024-06-30 recovered");
  }

  @Test
  void whatTurnsRedAgainBeforeTheOfficeClosedItIsTheSameProblemMissedOnceMore() {
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-03", Light.green);
    seen("2024-05-31", "2024-04", Light.red);

    assertThat(byTheOffice()).containsExactly("supervised");
  }

  @Test
  void aRevisionBackToRedTakesTheProposalAway() {
    seen("2024-03-31", "2024-02", Light.red);
    seen("2024-04-30", "2024-02", Light.yellow);
    assertThat(byTheOffice()).containsExactly("handed_over proposed 2024-04-30");

    seen("2024-05-31", "2024-02", Light.red);
    assertThat(byTheOffice()).containsExactly("handed_over");
  }

  private List<String> byTheOffice() {
    return Rectification.of(dispatches, entries, day -> new Rectification.Deadlines(31, 1, 3, true))
        .stream()
        .map(
            p ->
                p.state()
                    + (p.proposedOn() == null ? "" : " proposed " + p.proposedOn())
                    + (p.closedOn() == null
                        ? ""
                        : " closed %s %s".formatted(p.closedOn(), p.closedBecause())))
        .toList();
  }

  private void seen(String day, String period, Light light) {
    dispatches.add(
        new Rectification.Seen(LocalDate.parse(day), TimePeriod.of(period), light, "why"));
  }

  private List<String> problems() {
    return Rectification.of(dispatches, entries, day -> DEADLINES).stream()
        .map(
            p ->
                "%s for %s due %s %s".formatted(p.openedOn(), p.period(), p.dueOn(), p.state())
                    + (p.closedOn() == null
                        ? ""
                        : " %s %s".formatted(p.closedOn(), p.closedBecause())))
        .toList();
  }
}
