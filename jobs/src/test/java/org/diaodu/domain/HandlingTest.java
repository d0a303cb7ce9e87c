package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diaodu.domain.Handling.Stage;
import org.diaodu.domain.Handling.Step;
import org.junit.jupiter.api.Test;

/** A problem that was handed over on 31 March, due on 1 May. */
class HandlingTest {
  private static final LocalDate OPENED = LocalDate.of(2024, 3, 31);
  private static final LocalDate DUE = LocalDate.of(2024, 5, 1);

  private final List<Handling.Entry> entries = new ArrayList<>();

  @Test
  void itIsReceivedReportedBackAndReviewed() {
    assertThat(open().stage()).isEqualTo(Stage.handed_over);
    said("2024-04-02", Step.received);
    assertThat(open().stage()).isEqualTo(Stage.received);
    said("2024-04-20", Step.reported);
    assertThat(open().stage()).isEqualTo(Stage.reported);
    said("2024-04-25", Step.reviewed);
    assertThat(open().stage()).isEqualTo(Stage.reviewed);

    assertThat(open())
        .isEqualTo(
            new Handling(
                LocalDate.of(2024, 4, 2),
                LocalDate.of(2024, 4, 20),
                null,
                DUE,
                LocalDate.of(2024, 4, 25)));
  }

  @Test
  void anExtensionPutsOffItsDayAndTheLastOneCounts() {
    extended("2024-04-20", "2024-06-01");
    extended("2024-05-20", "2024-06-15");

    assertThat(open().extendedOn()).isEqualTo("2024-05-20");
    assertThat(open().dueOn()).isEqualTo("2024-06-15");
  }

  @Test
  void nothingIsReviewedThatWasNotReportedBack() {
    said("2024-04-10", Step.reviewed);
    said("2024-04-20", Step.reported);

    assertThat(open().stage()).isEqualTo(Stage.reported);
  }

  @Test
  void whatWasSaidBeforeOrAfterIsOfAnotherProblem() {
    said("2024-03-31", Step.received);
    said("2024-06-01", Step.reported);

    assertThat(Handling.of(OPENED, DUE, LocalDate.of(2024, 5, 31), entries))
        .isEqualTo(new Handling(null, null, null, DUE, null));
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() {
    said("2024-04-02", Step.received);
    extended("2024-04-20", "2024-06-01");
    extended("2024-05-20", "2024-06-15");
    Handling inOrder = open();
    Collections.reverse(entries);

    assertThat(open()).isEqualTo(inOrder);
  }

  @Test
  void openPastItsDayIsOverdueAndOnTheDayItIsNot() {
    assertThat(open().isOverdue(DUE, null)).isFalse();
    assertThat(open().isOverdue(DUE.plusDays(1), null)).isTrue();
  }

  @Test
  void whatIsPutOffIsOverdueByItsNewDay() {
    extended("2024-04-20", "2024-06-01");

    assertThat(open().isOverdue(LocalDate.of(2024, 6, 1), null)).isFalse();
    assertThat(open().isOverdue(LocalDate.of(2024, 6, 2), null)).isTrue();
  }

  @Test
  void whatWasSettledByADayIsNotOverdueOnIt() {
    LocalDate later = DUE.plusDays(30);

    assertThat(open().isOverdue(later, later)).isFalse();
    assertThat(open().isOverdue(later, later.plusDays(1))).isTrue();
  }

  @Test
  void whatNamesAnotherProblemSaysNothingOfThisOne() {
    LocalDate day = LocalDate.of(2024, 4, 20);
    entries.add(new Handling.Entry(day, Step.reported, "file", null, LocalDate.of(2023, 12, 31)));
    assertThat(open().stage()).isEqualTo(Stage.handed_over);

    entries.add(new Handling.Entry(day, Step.received, "file", null, OPENED));
    assertThat(open().stage()).isEqualTo(Stage.received);
  }

  private void said(String day, Step step) {
    entries.add(new Handling.Entry(LocalDate.parse(day), step, "file", null));
  }

  private void extended(String day, String dueOn) {
    entries.add(
        new Handling.Entry(LocalDate.parse(day), Step.extended, "file", LocalDate.parse(dueOn)));
  }

  private Handling open() {
    return Handling.of(OPENED, DUE, null, entries);
  }
}
