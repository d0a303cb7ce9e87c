package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitOfCellTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          单位：亿元             | 累计         |              | 亿元
          单位：亿元             | 累计（万元） |              | 万元
                                 | 累计（万元） |              | 万元
          单位：万元             | 累计         | , unit: 亿元 | 亿元
                                 | 累计（万元） | , unit: 亿元 | 万元
                                 | 累计         | , unit: 亿元 | 亿元
                                 | 累计         |              | no_unit
          单位：亿元；单位：万元 | 累计         |              | contradicting_units
          """)
  void theNearestStatementOfAUnitCounts(String line, String header, String ofTemplate, String unit)
      throws IOException {
    assertThat(new OneFigure(line, header, ofTemplate, null).read("unit", folder)).isEqualTo(unit);
  }
}
