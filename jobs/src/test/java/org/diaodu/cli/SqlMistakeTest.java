package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SqlMistakeTest {
  @BeforeAll
  static void aTable() {
    SharedSpark.session().sql("CREATE DATABASE IF NOT EXISTS statistics");
    SharedSpark.session()
        .sql(
            "CREATE OR REPLACE VIEW statistics.growth AS SELECT 1.5 AS level, 2.5 AS yoy_pct, 'a' AS ref_area");
  }

  @Test
  void aWordThatIsNotUnderstoodIsMarked() {
    assertThat(told("SELEC 1"))
        .isEqualTo(
            """
            语法不对：看不懂“SELEC”。
              SELEC 1
              ^^^^^""");
  }

  @Test
  void aColumnThatIsNotThereIsMarkedInItsLine() {
    assertThat(told("SELECT ref_area,\n  lvel\nFROM statistics.growth"))
        .isEqualTo(
            """
            没有列“lvel”。相近的：level。
                lvel
                ^^^^""");
  }

  @Test
  void marksStandBelowTheWordAlsoBehindChinese() {
    assertThat(told("SELECT '吉首市', lvel FROM statistics.growth"))
        .endsWith("  SELECT '吉首市', lvel FROM statistics.growth\n" + " ".repeat(19) + "^^^^");
  }

  @Test
  void aTableThatIsNotThereIsNamedWithTheNearest() {
    assertThat(told("SELECT * FROM statistics.grwth"))
        .startsWith("没有表“statistics.grwth”。相近的：statistics.growth。")
        .endsWith("              ^^^^^^^^^^^^^^^^");
  }

  @Test
  void chineseNamesWantBackQuotes() {
    assertThat(told("SELECT 1 AS 地区")).contains("“地区”", "反引号里：`地区`").endsWith("^^^^");
  }

  @Test
  void aBracketThatIsMissingIsNamed() {
    assertThat(told("SELECT sum(level FROM statistics.growth")).contains("看不懂“FROM”", "缺少 ')'");
  }

  @Test
  void aFailureWhileItRunsIsMarkedToo() {
    assertThat(told("SELECT 1/0")).contains("除数是零", "try_divide").endsWith("^^^");
    assertThat(told("SELECT CAST('甲' AS INT)")).contains("'甲'不能变成INT");
  }

  @Test
  void groupsAndTypesAreExplained() {
    assertThat(told("SELECT ref_area, count(*) FROM statistics.growth")).contains("GROUP BY");
    assertThat(told("SELECT level FROM statistics.growth WHERE sum(level) > 1")).contains("HAVING");
    assertThat(told("SELECT level FROM statistics.growth WHERE level AND true")).contains("类型不合");
  }

  @Test
  void whatIsNoMistakeOfTheQueryIsNotTold() {
    assertThat(SqlMistake.told("SELECT 1", new IllegalStateException("disk"))).isEmpty();
  }

  private static String told(String sql) {
    try {
      SharedSpark.session().sql(sql).collectAsList();
    } catch (Exception failure) {
      return SqlMistake.told(sql, failure).orElseThrow();
    }
    throw new AssertionError("no mistake found in: " + sql);
  }
}
