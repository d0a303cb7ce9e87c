package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in cells: day 45047 is 1 May 2023, or 2 May 2027 where days count from 1904. */
class ShownDateTest {
  @ParameterizedTest(name = "{1} under {0} is shown as {2}")
  @CsvSource({
    "yyyy\"年\"m\"月\", 45047, 2023年5月, 2023年5月",
    "yyyy年m月d日, 45047, 2023年5月1日, 2023年5月1日",
    "[$-804]yyyy\"年\"m\"月\"d\"日\";@, 45047, 2023年5月1日, 2023年5月1日",
    "yyyy/m/d, 44612, 2022/2/20, 2022年2月20日",
    "yyyy-mm-dd, 44612, 2022-02-20, 2022年2月20日",
    "yyyy\\.m, 45047, 2023.5, 2023年5月",
    "yyyy.mm, 45047, 2023.05, 2023年5月",
    "yy\"年\"m\"月\", 45047, 23年5月, 2023年5月",
    "mmm-yy, 45047, May-23, 2023年5月",
    "d-mmm, 45353, 2-Mar, 3月2日",
    "m-d, 45353, 3-2, 3月2日",
    "d, 45047, 1, 1日",
    "yyyy, 45047, 2023, 2023年",
    "'[$-F800]dddd\\, mmmm dd\\, yyyy', 45047, 2023年5月1日, 2023年5月1日",
    "h:mm, 0.5, 12:00, 12:00",
    "m/d/yy h:mm, 45047.75, 5/1/23 18:00, 2023年5月1日",
    "h:mm AM/PM, 0.75, 6:00 PM, 6:00 PM",
    "上午/下午h\"时\"mm\"分\", 0.75, 下午6时00分, 下午6时00分",
    "yyyy/m/d, 1, 1900/1/1, 1900年1月1日",
    "yyyy/m/d, 59, 1900/2/28, 1900年2月28日",
    "yyyy/m/d, 61, 1900/3/1, 1900年3月1日"
  })
  void aDateIsShownAsItsFormatSaysAndReadInWords(
      String format, BigDecimal serial, String shown, String inWords) {
    GridCell cell = cell(NumberFormat.of(format), serial, false);

    assertThat(cell.discrepancy().shown()).isEqualTo(shown);
    assertThat(cell.text()).isEqualTo(inWords);
  }

  @ParameterizedTest(name = "format {0} is shown as {1}")
  @CsvSource({
    "14, 2024/3/2",
    "27, 2024年3月",
    "28, 3月2日",
    "31, 2024年3月2日",
    "36, 2024年3月",
    "50, 2024年3月",
    "51, 3月2日",
    "52, 2024年3月",
    "57, 2024年3月",
    "58, 3月2日"
  })
  void aFormatKnownByItsNumberIsShownAsInAChineseExcel(int index, String shown) {
    GridCell cell = cell(NumberFormat.of(index, null), BigDecimal.valueOf(45353), false);

    assertThat(cell.discrepancy().shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"45047, 2027年5月2日", "43555, 2023年4月1日", "0, 1904年1月1日"})
  void daysMayCountFrom1904(BigDecimal serial, String text) {
    assertThat(cell(NumberFormat.of("yyyy年m月d日"), serial, true).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy/m/d", "m\"月\"d\"日\"", "mmm-yy", "h:mm", "yyyy"})
  void aDateIsNoFigure(String format) {
    GridCell cell = cell(NumberFormat.of(format), BigDecimal.valueOf(45353), false);

    assertThat(cell.number()).isNull();
    assertThat(cell.discrepancy().ruleId()).isEqualTo("date_cell");
    assertThat(cell.discrepancy().stored()).isEqualTo("45353");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2958466"})
  void aNumberThatIsNoDayIsShownAsNone(BigDecimal serial) {
    assertThat(cell(NumberFormat.of("yyyy/m/d"), serial, false).discrepancy().shown())
        .isEqualTo("####");
  }

  private static GridCell cell(NumberFormat format, BigDecimal serial, boolean from1904) {
    SheetLook sheet = new SheetLook(true, from1904, SheetLook.Formulas.computed);
    return new StoredCell(0, 0, format, false, false, 0, sheet).number(serial);
  }
}
