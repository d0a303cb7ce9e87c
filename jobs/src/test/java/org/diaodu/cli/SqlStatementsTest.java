package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementsTest {
  @Test
  void textIsCutAtEachSemicolon() {
    assertThat(SqlStatements.of("SELECT 1;\nSELECT 2 ;SELECT 3"))
        .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';'",
        "SELECT \"a;b\"",
        "SELECT 1 AS `a;b`",
        "SELECT 'it\\'s; so'",
        "SELECT 1 -- one; two",
        "SELECT /* one; two */ 1"
      })
  void aSemicolonInQuotesOrInACommentCutsNothing(String statement) {
    assertThat(SqlStatements.of(statement + "\n;")).containsExactly(statement);
  }

  @Test
  void whatIsBlankIsNoStatement() {
    assertThat(SqlStatements.of(" ;; -- nothing\n; /* at all */ ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;", "SELECT 1;  ", "SELECT ';';", "SELECT 1; -- done"})
  void aStatementWithItsSemicolonIsComplete(String text) {
    assertThat(SqlStatements.isComplete(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "SELECT ';", "SELECT 1 -- ;", "SELECT 1; SELECT 2"})
  void withoutItIsNot(String text) {
    assertThat(SqlStatements.isComplete(text)).isFalse();
  }
}
