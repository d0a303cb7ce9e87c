package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountLightTest {
  @ParameterizedTest(name = "{1} where {0} {2} is wanted and {3} of 12 months are over: {4}")
  @CsvSource({
    "AT_LEAST, 80, 160, 6, green",
    "AT_LEAST, 9.999999, 10, 12, yellow",
    "ABOVE, 6000, 6000, 12, yellow",
    "ABOVE, 599.999999, 600, 12, yellow",
    "ABOVE, 600.000001, 600, 12, green",
    "AT_MOST, 0, 12, 6, green",
    "AT_MOST, 1, 12, 1, green",
    "AT_MOST, 12, 12, 6, red",
    "AT_MOST, 12, 12, 12, green",
    "AT_MOST, 20, 12, 12, red",
    "AT_MOST, 1, 0, 6, red",
    "AT_MOST, 132, 240, 6, yellow",
    "BELOW, 12, 12, 6, red",
    "EXACTLY, 80, 50, 12, red",
    "EXACTLY, 60, 50, 6, red",
    "ABOUT, 134.6, 135, 12, green",
    "ABOUT, 160, 135, 12, red",
    "ABOUT, 70, 135, 12, red",
    "UP, 7, 11, 6, red",
    "UP, 12, 11, 6, green",
    "DOWN, 9, 14, 12, green",
    "DOWN, 23, 14, 12, red"
  })
  void anAmountIsHeldAgainstWhatIsDueOfIt(
      Comparator comparator,
      BigDecimal actual,
      BigDecimal required,
      BigDecimal months,
      Light light) {
    Room room =
        new Room(
            new Tolerance(BigDecimal.valueOf(5), true).around(Fraction.of(required)),
            Fraction.of(BigDecimal.valueOf(2)));
    AmountLight amount =
        new AmountLight(
            Fraction.of(actual),
            Fraction.of(required),
            new Fraction(months, BigDecimal.valueOf(12)),
            room);

    assertThat(amount.under(comparator)).isEqualTo(light);
  }
}
