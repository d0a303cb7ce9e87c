package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spreadsheet program may do to a cell that nobody changed. */
class SavedCellTest {
  @ParameterizedTest(name = "{0} saved as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          5.10         | 5.1
          186.00       | 186
          1234.50      | "1,234.50"
          "1,234"      | 1234
          '-3.20       | -3.2
          '+10.0       | 10
          '+10.0       | +10.0
          12.3%        | 12.30%
          123456789012 | 1.23457E+11
          2024-06      | 2024/6/1
          2024-06      | Jun-24
          2024-07-31   | 2024/7/31
          2024年7月31日 | 2024-07-31
          2024年6月     | 2024年6月1日
          东县、西县    | 东县、西县
          66÷60−1      | 66÷60?1
          东县  增速    | 东县 增速
          """)
  void isTheSameCell(String written, String saved) {
    assertThat(SavedCell.isSame(written, saved)).isTrue();
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          5.1          | 4.9
          5.1          | -5.1
          5.1%         | 5.1
          123456789012 | 1.23467E+11
          2024-06      | 2024/7/1
          2024-07-31   | 2024/7/30
          2024-13      | 2024/13/1
          2024-06      | 202406
          东县          | 西县
          5.1          | ""
          ""           | 0
          """)
  void isAnotherCell(String written, String saved) {
    assertThat(SavedCell.isSame(written, saved)).isFalse();
  }
}
