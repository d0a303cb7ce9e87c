package org.diaodu.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.operation.LastNotices.LastNotice;
import org.junit.jupiter.api.Test;

/** Nights one after the other, and of which of them somebody is told. */
class NoticeStateTest {
  private static final Instant FIRST = Instant.parse("2024-07-01T18:00:00Z");

  private Optional<LastNotice> last = Optional.empty();

  @Test
  void aLightThatIsRedIsToldOnceAndAgainWhenAnotherTurns() {
    assertThat(told(published(0), published(2), published(2), published(2), published(3)))
        .containsExactly(1, 4);
  }

  @Test
  void thatAllIsWellAgainIsToldToo() {
    assertThat(told(published(2), published(0), published(0))).containsExactly(0, 1);
    assertThat(told(failed("disk full"), published(0))).containsExactly(0, 1);
  }

  @Test
  void aFailureIsToldOnceHoweverOftenItIsTriedAndAnotherFailureAnew() {
    assertThat(
            told(failed("held by process 17"), failed("held by process 18"), failed("disk full")))
        .containsExactly(0, 2);
  }

  @Test
  void aFailureThatGoesOnIsToldAgainAfterAWeek() {
    RunRecord[] nights = new RunRecord[16];
    java.util.Arrays.fill(nights, failed("disk full"));

    assertThat(told(nights)).containsExactly(0, 7, 14);
  }

  @Test
  void aFigureThatWaitsToBeConfirmedIsToldOnce() {
    assertThat(told(held("H-1"), held("H-1"), held("H-1", "H-2"), published(0)))
        .containsExactly(0, 2, 3);
  }

  @Test
  void aQuietNightIsNotTold() {
    assertThat(told(published(0), published(0))).isEmpty();
  }

  /** The numbers of the nights, from 0, of which somebody is told. */
  private List<Integer> told(RunRecord... nights) {
    last = Optional.empty();
    List<Integer> told = new ArrayList<>();
    for (int night = 0; night < nights.length; night++) {
      Instant now = FIRST.plus(Duration.ofDays(night));
      String state = NoticeState.of(nights[night]);
      if (NoticeState.isDue(state, last, now)) {
        told.add(night);
        last = Optional.of(new LastNotice(now, state));
      }
    }
    return told;
  }

  private static RunRecord published(long red) {
    return record(RunRecord.Status.published, Map.of("red", red), List.of(), "");
  }

  private static RunRecord held(String... held) {
    return record(RunRecord.Status.published, Map.of(), List.of(held), "");
  }

  private static RunRecord failed(String error) {
    return record(RunRecord.Status.failed, Map.of(), List.of(), error);
  }

  private static RunRecord record(
      RunRecord.Status status, Map<String, Long> lights, List<String> held, String error) {
    return new RunRecord(
        "r",
        "试验州",
        "UTC",
        "0",
        status,
        FIRST,
        FIRST,
        "2024-07-01",
        1,
        List.of(),
        Map.of(),
        Map.of(),
        lights,
        false,
        held,
        error);
  }
}
