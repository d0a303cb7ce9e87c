package org.diaodu.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several accepted statements are not taken. */
class ContradictionsTest {
  private record Said(String figure, String says, int decidedAt) {}

  @Test
  void ofTwoThatContradictEachOtherTheOneDecidedLastIsTaken() {
    Said ten = new Said("a", "10", 2);
    Said eleven = new Said("a", "11", 1);

    assertThat(outvoted(ten, eleven)).containsExactly(eleven);
    assertThat(outvoted(eleven, ten)).as("in whatever order they stand").containsExactly(eleven);
  }

  @Test
  void ofTwoDecidedAtOneInstantItIsTheSameOneInEveryOrder() {
    Said ten = new Said("a", "10", 1);
    Said eleven = new Said("a", "11", 1);

    assertThat(outvoted(ten, eleven)).isEqualTo(outvoted(eleven, ten)).hasSize(1);
  }

  @Test
  void whatSaysTheSameIsTakenWithIt() {
    assertThat(outvoted(new Said("a", "10", 1), new Said("a", "10", 1))).isEmpty();
  }

  @Test
  void whatIsOfAnotherFigureIsNotTouched() {
    assertThat(outvoted(new Said("a", "10", 1), new Said("b", "11", 2))).isEmpty();
  }

  private static Iterable<Said> outvoted(Said... accepted) {
    return Contradictions.outvoted(
        List.of(accepted),
        said -> List.of(said.figure()),
        Said::says,
        said -> Instant.ofEpochSecond(said.decidedAt()));
  }
}
