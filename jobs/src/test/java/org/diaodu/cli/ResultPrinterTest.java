package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class ResultPrinterTest {
  private static final String QUERY =
      """
      SELECT * FROM VALUES
        ('甲县', CAST(1234567.100000 AS DECIMAL(18,6)), 1, DATE'2024-07-18'),
        ('乙,"县"', NULL, 22, NULL)
        AS t(area, value, n, day)""";

  @Test
  void csvHasDecimalsInFullAndEmptyCellsForNull() {
    assertThat(printed(QUERY, ResultFormat.csv))
        .isEqualTo(
            """
            area,value,n,day
            甲县,1234567.100000,1,2024-07-18
            "乙,""县""\",,22,
            """);
  }

  @Test
  void jsonHasDecimalsInFullAndNull() {
    assertThat(printed(QUERY, ResultFormat.json))
        .isEqualTo(
            """
            [{"area":"甲县","value":1234567.100000,"n":1,"day":"2024-07-18"},
             {"area":"乙,\\"县\\"","value":null,"n":22,"day":null}]
            """);
  }

  @Test
  void aSmallFigureIsNotWrittenInPowersOfTen() {
    String query = "SELECT CAST(0.0000001 AS DECIMAL(18,10)) AS v";

    assertThat(printed(query, ResultFormat.json)).isEqualTo("[{\"v\":0.0000001000}]\n");
    assertThat(printed(query, ResultFormat.csv)).isEqualTo("v\n0.0000001000\n");
  }

  @Test
  void anInstantIsPrintedInUtcAndSaysSo() {
    String query = "SELECT TIMESTAMP'2024-07-01 08:00:00+08:00' AS at";

    assertThat(printed(query, ResultFormat.json))
        .isEqualTo("[{\"at\":\"2024-07-01T00:00:00Z\"}]\n");
    assertThat(printed(query, ResultFormat.csv)).isEqualTo("at\n2024-07-01T00:00:00Z\n");
  }

  @Test
  void aTableAlignsChineseAndNumbers() {
    assertThat(
            printed("SELECT '吉首市' AS area, 5 AS n UNION ALL SELECT 'x', 12", ResultFormat.table)
                .lines())
        .startsWith("area    n", "----------", "吉首市   5", "x       12");
  }

  @Test
  void anEmptyResultStillHasItsHeader() {
    String query = "SELECT 1 AS a, 2 AS b WHERE false";

    assertThat(printed(query, ResultFormat.csv)).isEqualTo("a,b\n");
    assertThat(printed(query, ResultFormat.json)).isEqualTo("[]\n");
  }

  private static String printed(String query, ResultFormat format) {
    StringWriter text = new StringWriter();
    ResultPrinter.print(new PrintWriter(text), SharedSpark.session().sql(query), format);
    return text.toString();
  }
}
