package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.SparkSession;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of a query only once Spark has looked at it. */
class JudgedQueriesTest {
  private final SparkSession spark = SharedSpark.session();

  @Test
  void aNameInBracketsAndAVariableOfTheProcessAreTextsAsWritten() {
    assertThat(ReadOnlyQuery.result(spark, "SELECT '${env:PATH}', '${system:user.home}'").first())
        .hasToString("[${env:PATH},${system:user.home}]");
  }

  @Test
  void whatStandsInDoubleQuotesIsANameAndWhereThereIsNoneThatIsSaid() {
    String named = "SELECT \"指 标\" FROM (SELECT 'gdp' AS \"指 标\") WHERE \"指 标\" = 'gdp'";

    assertThat(ReadOnlyQuery.result(spark, named).first()).hasToString("[gdp]");
    assertThatThrownBy(
            () -> ReadOnlyQuery.result(spark, named.replace("WHERE \"指 标\"", "WHERE \"指标\"")))
        .hasMessageContaining("UNRESOLVED_COLUMN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT /*+ REPARTITION(1000000000) */ 1",
        "SELECT * FROM range(0, 10, 1, 1000000000)"
      })
  void stepsOfVeryManyPartitionsAreRefusedOnceTheyAreKnown(String query) {
    assertThatThrownBy(() -> ReadOnlyQuery.result(spark, query))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageContaining("分区");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 80})
  void whatDoublesWithEachNameIsRefusedBeforeItIsPlanned(int names) {
    assertThatThrownBy(() -> ReadOnlyQuery.result(spark, doubling(names)))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageContaining("太大");
  }

  @Test
  void namesThatStandForFewStepsAreLetIn() {
    assertThat(ReadOnlyQuery.result(spark, doubling(4)).first().getLong(0)).isEqualTo(16);
    assertThat(
            ReadOnlyQuery.result(
                    spark,
                    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5)"
                        + " SELECT max(n) FROM t")
                .first()
                .getInt(0))
        .isEqualTo(5);
  }

  private static String doubling(int names) {
    StringBuilder query = new StringBuilder("WITH t0 AS (SELECT 1 AS x)");
    for (int i = 1; i <= names; i++) {
      query.append(
          ", t%d AS (SELECT x FROM t%d UNION ALL SELECT x FROM t%d)".formatted(i, i - 1, i - 1));
    }
    return query + " SELECT count(*) FROM t" + names;
  }

  @Test
  void aQueryThatTakesLongToReadIsRefusedUnread() {
    assertThatThrownBy(() -> ReadOnlyQuery.require(spark, "SELECT " + "(".repeat(100_000) + "1"))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageContaining("太长");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "SELECT * FROM (", "CASE WHEN true THEN ", "array("})
  void whatIsNestedTooDeeplyIsRefusedAndEndsNothing(String opening) {
    String query = "SELECT " + opening.repeat(5000);

    assertThatThrownBy(() -> ReadOnlyQuery.require(spark, query))
        .isInstanceOf(QueryNotAllowedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'aaaa' RLIKE '(a+)+$'",
        "SELECT regexp_replace('aaaa', '(a|aa)+$', '')",
        "SELECT split(x, '(a*)*b') FROM VALUES ('a') AS t(x)",
        "SELECT x LIKE '%a%a%a%a%a%' FROM VALUES ('a') AS t(x)",
        "SELECT x LIKE ANY ('a', '%a%a%a%a%a%') FROM VALUES ('a') AS t(x)",
        "SELECT x RLIKE x FROM VALUES ('a') AS t(x)"
      })
  void whatJavaMaySearchForWithoutAnEndIsRefusedOnceItIsKnown(String query) {
    assertThatThrownBy(() -> ReadOnlyQuery.result(spark, query))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageContaining("式样");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET",
        "SET -v",
        "SET spark.sql.variable.substitute = true",
        "RESET",
        "SET TIME ZONE 'Asia/Shanghai'",
        "SET CATALOG spark_catalog",
        "USE CATALOG spark_catalog",
        "DECLARE VARIABLE x INT DEFAULT 1",
        "SET VAR x = 1",
        "DROP TEMPORARY VARIABLE x",
        "EXECUTE IMMEDIATE 'SELECT 1'",
        "EXECUTE IMMEDIATE 'SELECT ?' USING 1",
        "BEGIN SELECT 1; END",
        "BEGIN DECLARE x INT; SET x = 1; SELECT x; END",
        "BEGIN FOR r AS SELECT 1 DO SELECT 2; END FOR; END",
        "CALL a.b()",
        "CREATE TEMPORARY VIEW v AS SELECT 1",
        "CREATE TEMPORARY FUNCTION f AS 'a.B'",
        "CREATE FUNCTION f() RETURNS INT RETURN 1",
        "CACHE TABLE statistics.growth",
        "REFRESH '/etc'",
        "ADD JAR '/a.jar'",
        "ADD FILE '/etc/passwd'",
        "LIST FILES",
        "ANALYZE TABLE statistics.growth COMPUTE STATISTICS",
        "SHOW CREATE TABLE statistics.growth",
        "SHOW TBLPROPERTIES statistics.growth",
        "SHOW TABLE EXTENDED IN statistics LIKE '*'",
        "SHOW PARTITIONS statistics.growth",
        "SHOW FUNCTIONS",
        "DESCRIBE EXTENDED statistics.growth",
        "DESCRIBE FORMATTED statistics.growth",
        "DESCRIBE TABLE EXTENDED statistics.growth AS JSON",
        "DESCRIBE DETAIL statistics.growth",
        "DESCRIBE HISTORY delta.`/w`",
        "DESCRIBE DATABASE EXTENDED statistics",
        "DESCRIBE FUNCTION EXTENDED upper",
        "EXPLAIN CREATE TABLE a AS SELECT 1",
        "SELECT :x FROM IDENTIFIER(:y)",
        "OPTIMIZE delta.`/w`",
        "CONVERT TO DELTA parquet.`/w`",
        "RESTORE TABLE delta.`/w` TO VERSION AS OF 1"
      })
  void statementsThatAreNoQueriesAreRefused(String statement) {
    assertThatThrownBy(() -> ReadOnlyQuery.require(spark, statement))
        .isInstanceOf(QueryNotAllowedException.class);
  }
}
