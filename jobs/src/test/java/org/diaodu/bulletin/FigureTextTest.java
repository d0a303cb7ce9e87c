package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

  @ParameterizedTest(name = "{0} with {1} decimals prints as {2}")
  @CsvSource({
    "3.548491, 1, +3.5",
    "3.550000, 1, +3.6",
    "-3.550000, 1, -3.6",
    "0.049999, 1, 0.0",
    "-0.049999, 1, 0.0",
    "-0.050000, 1, -0.1",
    "12.000000, 2, +12.00"
  })
  void aSignedFigureIsRoundedHalfUpAndZeroHasNoSign(
      BigDecimal stored, int decimals, String printed) {
    assertThat(FigureText.signed(stored, decimals)).isEqualTo(printed);
  }

  @Test
  void aFigureThatIsNotThereIsADashAndNeverZero() {
    assertThat(FigureText.of(null, 2)).isEqualTo("—");
    assertThat(FigureText.signed(null, 2)).isEqualTo("—");
  }

  @ParameterizedTest(name = "{0} % is said as {1}")
  @CsvSource({"5.2, 增长5.2%", "-3.2, 下降3.2%", "0, 持平", "-0.04, 持平", "0.05, 增长0.1%"})
  void growthIsSaidInWords(BigDecimal percent, String words) {
    assertThat(FigureText.growthInWords(percent)).isEqualTo(words);
  }

  @ParameterizedTest(name = "{0} points are said as {1}")
  @CsvSource({"0.31, 提高0.31个百分点", "-0.03, 下降0.03个百分点", "0.004, 持平"})
  void aChangeOfShareIsSaidInPoints(BigDecimal points, String words) {
    assertThat(FigureText.changeInWords(points)).isEqualTo(words);
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "2024-06, YTD, 2024年1—6月",
    "2024-Q2, YTD, 2024年1—6月",
    "2024-01, YTD, 2024年1月",
    "2024-12, YTD, 2024年全年",
    "2024, YTD, 2024年全年",
    "2024-06, PER, 2024年6月",
    "2024-Q2, PER, 2024年2季度",
    "2024-06, EOP, 2024年6月末",
    "2024, EOP, 2024年末"
  })
  void aPeriodIsSaidWithWhatItCovers(String period, Accumulation accumulation, String words) {
    assertThat(PeriodText.of(TimePeriod.of(period), accumulation)).isEqualTo(words);
  }
}
