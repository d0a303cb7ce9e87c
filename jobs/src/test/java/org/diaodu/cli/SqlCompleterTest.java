package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlCompleterTest {
  @Test
  void afterFromStandTablesAndViews() {
    assertThat(at("SELECT * FROM reporting.be|")).containsExactly("reporting.below_target");
    assertThat(at("SELECT * FROM a JOIN statistics.gr|")).containsExactly("statistics.growth");
  }

  @Test
  void elsewhereStandTheColumnsOfTheTablesThatAreNamed() {
    assertThat(at("SELECT yoy_p| FROM statistics.growth"))
        .containsExactly("yoy_published_pct", "yoy_pct");
    assertThat(at("SELECT yoy_p| FROM statistics.capital_share")).isEmpty();
  }

  @Test
  void aViewHasChineseColumns() {
    assertThat(at("SELECT 责任| FROM reporting.below_target")).containsExactly("责任单位");
  }

  @Test
  void anAliasLeadsToTheColumnsOfItsTable() {
    assertThat(at("SELECT g.yoy_b| FROM statistics.growth g JOIN reference.areas AS a"))
        .containsExactly("g.yoy_basis");
    assertThat(at("SELECT a.name_e| FROM statistics.growth g JOIN reference.areas AS a"))
        .containsExactly("a.name_en");
  }

  @Test
  void theWordsOfSqlAreKnownInSmallLettersToo() {
    assertThat(at("SELECT 1 whe|")).contains("WHERE", "WHEN");
  }

  /** What is offered where the bar stands. */
  private static List<String> at(String text) {
    int cursor = text.indexOf('|');
    String before = text.substring(0, cursor);
    String word = before.substring(before.lastIndexOf(' ') + 1);
    return SqlCompleter.suggestions(text.replace("|", ""), cursor, word);
  }
}
