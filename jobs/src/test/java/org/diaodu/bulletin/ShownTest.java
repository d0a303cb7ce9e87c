package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.diaodu.contract.Table;
import org.diaodu.document.PeriodText;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.TimePeriod;
import org.diaodu.table.TableRow;
import org.diaodu.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

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
  void aSignedFigureIsRoundedHalfUpAndZeroHasNoSign(String stored, int decimals, String printed) {
    assertThat(Shown.signed(growth(stored), "yoy_pct", decimals, "%").plain()).isEqualTo(printed);
  }

  @Test
  void aFigureThatIsNotThereIsADashAndNeverZero() {
    assertThat(Shown.plain(growth(null), "yoy_pct", 2, "%").plain()).isEqualTo("—");
    assertThat(Shown.signed(growth(null), "yoy_pct", 2, "%").plain()).isEqualTo("—");
  }

  @ParameterizedTest(name = "{0} % is said as {1}")
  @CsvSource({"5.2, 增长5.2%", "-3.2, 下降3.2%", "0, 持平", "-0.04, 持平", "0.05, 增长0.1%"})
  void growthIsSaidInWords(String percent, String words) {
    assertThat(Shown.growth(growth(percent), "yoy_pct").plain()).isEqualTo(words);
  }

  @ParameterizedTest(name = "{0} and {1} are told apart by {2} decimals")
  @CsvSource({"5.21, 5.3, 1", "5.21, 5.24, 2", "5.214, 5.211, 3", "5, 5, 6"})
  void differentFiguresGetAsManyDecimalsAsTellThemApart(String one, String other, int decimals) {
    assertThat(Shown.decimalsThatTellApart(growth(one), growth(other), "yoy_pct", 1))
        .isEqualTo(decimals);
  }

  @ParameterizedTest(name = "from place {0} to place {1} is {2}")
  @CsvSource({"5, 3, 升2", "2, 3, 降1", "4, 4, 持平"})
  void aMoveOfPlaceIsSaidInWords(String before, String now, String words) {
    TableRow row = row(Map.of("rank_yoy", now, "rank_yoy_last_period", before));

    assertThat(Shown.rankChange(row).plain()).isEqualTo(words);
  }

  @Test
  void everyNumberOfAStoredSentenceIsAFigureOfItsOwn() {
    TableRow row =
        Rows.of(
            Table.ATTAINMENT,
            Map.of(
                "target_id", "X-2",
                "ref_area", "T00",
                "time_period", "2024-06",
                "light_reason", "实际5.2%，要求不低于7.0%，未达到"));

    assertThat(Shown.numbersIn(row, "light_reason").figures())
        .extracting(f -> f.key() + " " + f.printed())
        .containsExactly(
            "attainment/X-2/T00/2024-06/light_reason.1 5.2",
            "attainment/X-2/T00/2024-06/light_reason.2 7.0");
  }

  @Test
  void aFigureKeepsTheStoredValueBesideThePrintedOne() {
    assertThat(Shown.figure(growth("3.548491"), "yoy_pct", 1, "%").value())
        .isEqualByComparingTo("3.548491");
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "2024-06, YTD, 2024年1—6月",
    "2024-Q2, YTD, 2024年1—6月",
    "2024-01, YTD, 2024年1月",
    "2024-12, YTD, 2024年全年",
    "2024, YTD, 2024年全年",
    "2024-06, PER, 2024年6月",
    "2024-Q2, PER, 2024年第二季度",
    "2024-06, EOP, 2024年6月末",
    "2024, EOP, 2024年末"
  })
  void aPeriodIsSaidWithWhatItCovers(String period, Accumulation accumulation, String words) {
    assertThat(PeriodText.of(TimePeriod.of(period), accumulation)).isEqualTo(words);
  }

  private static TableRow growth(String yoy) {
    Map<String, String> values = new HashMap<>();
    values.put("yoy_pct", yoy);
    return row(values);
  }

  private static TableRow row(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("indicator", "retail_sales");
    values.put("ref_area", "T01");
    values.put("freq", "M");
    values.put("accumulation", "YTD");
    values.put("time_period", "2024-06");
    values.put("provenance", "official");
    return Rows.of(Table.GROWTH, values);
  }
}
