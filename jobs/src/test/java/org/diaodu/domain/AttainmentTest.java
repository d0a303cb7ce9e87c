package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {

  @ParameterizedTest(name = "{1} against {0} {2}, tolerance {3}: {4}")
  @CsvSource({
    "AT_LEAST, 6.0, 6, 1, green",
    "AT_LEAST, 5.999999, 6, 1, yellow",
    "AT_LEAST, 5.0, 6, 1, yellow",
    "AT_LEAST, 4.999999, 6, 1, red",
    "ABOVE, 220, 220, 0, yellow",
    "ABOVE, 221, 220, 0, green",
    "AT_MOST, 3.1, 3, 0.1, yellow",
    "AT_MOST, 3.2, 3, 0.1, red",
    "BELOW, 2.9, 3, 0.1, green",
    "EXACTLY, 0, 0, 0, green",
    "EXACTLY, 1, 0, 0, red",
    "ABOUT, 49.6, 50, 0.5, green",
    "ABOUT, 49.4, 50, 0.5, red",
    "UP, 27.8, 27.8, 0.1, yellow",
    "UP, 27.81, 27.8, 0.1, green",
    "DOWN, 27.7, 27.8, 0.1, green"
  })
  void theLightFollowsFromComparatorAndTolerance(
      Comparator comparator,
      BigDecimal actual,
      BigDecimal required,
      BigDecimal tolerance,
      Light light) {
    assertThat(
            Attainment.light(
                comparator,
                Fraction.of(actual),
                Fraction.of(required),
                new Room(Fraction.of(tolerance), Fraction.of(tolerance))))
        .isEqualTo(light);
  }

  @Test
  void withoutAFigureThereIsNoJudgement() {
    assertThat(Attainment.light(Comparator.AT_LEAST, null, Fraction.ONE, Room.NONE))
        .isEqualTo(Light.no_data);
    assertThat(Attainment.light(Comparator.UP, Fraction.ONE, null, Room.NONE))
        .isEqualTo(Light.no_data);
  }

  @Test
  void aTargetOfNothingAndAFigureOutOfRangeHaveNoProgressAndSayWhy() {
    BigDecimal tiny = new BigDecimal("0.000001");

    assertThat(Attainment.progress(BigDecimal.ONE, BigDecimal.ZERO)).isEmpty();
    assertThat(Attainment.whyNoProgress(BigDecimal.ZERO))
        .isEqualTo(NotComputed.non_positive_target);
    assertThat(Attainment.progress(new BigDecimal("20000000000"), tiny)).isEmpty();
    assertThat(Attainment.whyNoProgress(tiny)).isEqualTo(NotComputed.out_of_range);
  }

  @Test
  void progressIsTheShareOfTheAmountThatIsDone() {
    assertThat(Attainment.progress(new BigDecimal("53"), new BigDecimal("160")))
        .contains(new BigDecimal("33.125000"));
  }
}
