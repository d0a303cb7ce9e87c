package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CumulativeTest {
  @Test
  void aMonthIsTheDifferenceOfTwoCumulativeFigures() {
    assertThat(amount("2023-03", "15167.40", "8872.10")).isEqualTo("6295.30 of 1");
  }

  @Test
  void theFirstPeriodOfAYearIsTheCumulativeFigureItself() {
    assertThat(amount("2024-01", "7", "90")).as("December is of another year").isEqualTo("7 of 1");
    assertThat(amount("2024-Q1", "21", null)).isEqualTo("21 of 3");
  }

  @Test
  void aFebruaryWithoutAJanuaryIsThePair() {
    assertThat(amount("2024-02", "14", null)).isEqualTo("14 of 2");
  }

  @Test
  void anyOtherMonthWithoutItsPredecessorIsNotKnown() {
    assertThat(amount("2024-05", "30", null)).isEqualTo("none");
    assertThat(amount("2024-Q3", "30", null)).isEqualTo("none");
    assertThat(amount("2024-05", null, "20")).isEqualTo("none");
  }

  @Test
  void anAmountMayBeNegative() {
    assertThat(amount("2024-05", "19.5", "20"))
        .as("a cumulative figure fell")
        .isEqualTo("-0.5 of 1");
  }

  @Test
  void theAmountsOfAYearAddUpToIt() {
    Random random = new Random(20240625);
    for (int year = 0; year < 200; year++) {
      List<BigDecimal> months = new ArrayList<>();
      BigDecimal cumulative = BigDecimal.ZERO;
      BigDecimal before = null;
      for (int month = 1; month <= 12; month++) {
        cumulative =
            cumulative.add(BigDecimal.valueOf(random.nextLong(-1_000_000_000, 9_000_000_000L), 6));
        months.add(
            Cumulative.amount(TimePeriod.month(2024, month), cumulative, before)
                .orElseThrow()
                .value());
        before = cumulative;
      }
      assertThat(months.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .as("year %d", year)
          .isEqualByComparingTo(cumulative);
    }
  }

  private static String amount(String period, String cumulative, String before) {
    return Cumulative.amount(TimePeriod.of(period), number(cumulative), number(before))
        .map(a -> a.value() + " of " + a.months())
        .orElse("none");
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
