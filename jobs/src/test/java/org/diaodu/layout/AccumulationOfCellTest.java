package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccumulationOfCellTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-6月 |                     | YTD
          本月  |                     | PER
          累计  |                     | YTD
          6月   |                     | PER
          6月   | , accumulation: YTD | YTD
          本月  | , accumulation: YTD | contradicting_labels
          1-6月 | , accumulation: PER | contradicting_labels
          """)
  void theTemplateOrTheHeaderSaysWhatAFigureCovers(
      String header, String ofTemplate, String accumulation) throws IOException {
    assertThat(new OneFigure("单位：亿元", header, null, ofTemplate).read("accumulation", folder))
        .isEqualTo(accumulation);
  }
}
