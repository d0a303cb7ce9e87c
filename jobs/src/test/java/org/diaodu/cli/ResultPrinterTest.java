package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.sql.SparkSession;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a query found comes out of it whole. */
class ResultPrinterTest {
  private final SparkSession spark = SharedSpark.session();

  @ParameterizedTest
  @EnumSource(
      value = ResultFormat.class,
      names = {"csv", "json"})
  void twoColumnsOfOneNameAreRefusedWhereOneWouldBeLost(ResultFormat format) {
    assertThatThrownBy(() -> printed("SELECT 1 AS a, 2 AS b, 3 AS a", format))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("“a”", "AS");
    assertThatThrownBy(() -> printed("SELECT array(named_struct('x', 1, 'x', 2)) AS a", format))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("“x”");
  }

  @Test
  void onATerminalBothAreShown() {
    assertThat(printed("SELECT 1 AS a, 2 AS a", ResultFormat.table)).startsWith("a  a\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT 1 AS `a,b`, 2 AS c        | \"a,b\",c;1,2;",
        "SELECT 'x' AS `a\"b`             | \"a\"\"b\";x;",
        "SELECT 'a,b' AS t, 'c\"d' AS u   | t,u;\"a,b\",\"c\"\"d\";",
        "SELECT NULL AS n, 1.50BD AS d    | n,d;,1.50;",
        "SELECT 'a' AS `指标`, -1 AS x     | 指标,x;a,-1;"
      })
  void aLineOfCsvHasAsManyCellsAsThereAreColumns(String query, String lines) {
    assertThat(printed(query, ResultFormat.csv)).isEqualTo(lines.replace(';', '\n'));
  }

  private String printed(String query, ResultFormat format) {
    StringWriter text = new StringWriter();
    ResultPrinter.print(new PrintWriter(text), spark.sql(query), format);
    return text.toString();
  }
}
