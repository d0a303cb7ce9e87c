package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.domain.Measure;
import org.diaodu.region.Indicator;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.GridCell;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsOfCellTest {
  private static final Indicator RETAIL_SALES =
      Packs.threelands().indicator("retail_sales").orElseThrow();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LEVEL | 1 234.5     | 1234.5
          LEVEL | 0.0512      | 0.0512
          YOY   | 5.1         | 5.1
          YOY   | 5.1%        | 5.1
          YOY   | 下降0.051%  | -0.051
          YOY   | 0.051%      | 0.051
          YOY   | -0.35       | -0.35
          YOY   | 1 234       | not_a_number
          YOY   | 8.5 3       | not_a_number
          YOY   | 0.051       | fraction_growth
          YOY   | -0.0512     | fraction_growth
          LEVEL | 5.1%        | wrong_unit
          LEVEL | 增长5.1%    | wrong_unit
          """)
  void theDigitsOfATextAreReadOrRefused(Measure measure, String text, String read)
      throws IOException {
    assertThat(digits(text, measure, false)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"107.4, 7.4", "100.051, 0.051", "98.25, -1.75"})
  void anIndexWithTheYearBeforeAsHundredIsAGrowth(String text, String growth) throws IOException {
    assertThat(digits(text, Measure.YOY, true)).isEqualTo(growth);
  }

  /** The digits, or the rule by which they are refused. */
  private String digits(String text, Measure measure, boolean index) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "\"" + text + "\"\n");
    GridCell cell = Books.read(file).grids().get(0).cell(0, 0).orElseThrow();
    Doubts doubts = new Doubts();
    String digits = DigitsOfCell.of(cell, RETAIL_SALES, measure, measure.unit("亿元"), index, doubts);
    return doubts.refused() ? doubts.all().get(0).ruleId() : digits;
  }
}
