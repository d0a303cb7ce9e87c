package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.AnalysisException;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTablesTest {
  @TempDir private static Path folder;
  private static Night night;

  @BeforeAll
  static void oneNight() throws IOException {
    night = new Night(Packs.THREELANDS, folder);
    night.arrives("a.csv", Night.HEADER + "甲县,社零,2024-06,,,55.2,亿元,,2024-07-18,\n");
    night.run("2024-07-25T18:00:00Z");
  }

  @Test
  void tablesAreNamedByDatabaseAndTable() {
    assertThat(
            night.figure(
                "WITH o AS (SELECT * FROM statistics.observations) SELECT max(obs_value) FROM o"))
        .isEqualTo("55.200000");
    assertThat(night.query("DESCRIBE statistics.growth")).hasSizeGreaterThan(10);
    assertThat(night.query("SHOW TABLES IN statistics")).isNotEmpty();
  }

  @Test
  void whatALaterRunWroteWithoutPublishingIsNotSeen() {
    SharedSpark.session()
        .read()
        .format("delta")
        .load(night.warehouse().resolve("statistics/observations").toString())
        .write()
        .format("delta")
        .mode("append")
        .save(night.warehouse().resolve("statistics/observations").toString());

    assertThat(night.figure("SELECT count(*) FROM statistics.observations")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE statistics.growth",
        "DELETE FROM statistics.growth",
        "UPDATE statistics.growth SET level = 0",
        "INSERT INTO statistics.growth SELECT * FROM statistics.growth",
        "WITH g AS (SELECT * FROM statistics.growth) INSERT INTO statistics.growth SELECT * FROM g",
        "FROM statistics.growth INSERT INTO a SELECT * INSERT INTO b SELECT *",
        "MERGE INTO statistics.growth a USING statistics.growth b ON a.level = b.level"
            + " WHEN MATCHED THEN DELETE",
        "CREATE TABLE a AS SELECT * FROM statistics.growth",
        "TRUNCATE TABLE statistics.growth",
        "VACUUM statistics.growth",
        "SET spark.sql.ansi.enabled = false",
        "EXECUTE IMMEDIATE 'DROP TABLE statistics.growth'",
        "BEGIN DROP TABLE statistics.growth; END",
        "EXPLAIN INSERT INTO statistics.growth SELECT * FROM statistics.growth"
      })
  void nothingThatIsTypedChangesATable(String statement) {
    assertThatThrownBy(() -> night.query(statement)).isInstanceOf(QueryNotAllowedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM parquet.`/etc/hosts`",
        "SELECT * FROM delta.`/tmp/warehouse/statistics/growth`",
        "SELECT * FROM statistics.growth g JOIN csv.`/etc/passwd` p",
        "SELECT (SELECT count(*) FROM text.`/etc/passwd`)",
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM text.`/etc/passwd`)",
        "WITH t AS (SELECT * FROM json.`/etc/passwd`) SELECT * FROM t",
        "DESCRIBE delta.`/tmp/warehouse/statistics/growth`",
        "SELECT * FROM IDENTIFIER('text.`/etc/passwd`')",
        "SELECT from_xml('<r><a>1</a></r>', 'a INT', map('rowValidationXSDPath', '/etc/passwd'))",
        "SELECT * FROM table_changes('statistics.growth', 0)"
      })
  void noFileIsReadByItsPath(String query) {
    assertThatThrownBy(() -> night.query(query))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageMatching("(?s).*(只能按名称查询|不能用IDENTIFIER|不能用这个函数).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT reflect('java.lang.System', 'getenv', 'HOME')",
        "SELECT upper(java_method('java.lang.System', 'lineSeparator'))",
        "SELECT * FROM (SELECT try_reflect('java.lang.System', 'lineSeparator')) t",
        "SELECT TRANSFORM (ref_area) USING 'cat' AS (x) FROM statistics.growth"
      })
  void noProgramIsRun(String query) {
    assertThatThrownBy(() -> night.query(query)).isInstanceOf(QueryNotAllowedException.class);
  }

  @Test
  void aMistakeIsExplained() {
    assertThatThrownBy(() -> night.query("SELEC 1"))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageContaining("SELEC");
    assertThatThrownBy(() -> night.query("SELECT lvel FROM statistics.growth"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("level");
  }
}
