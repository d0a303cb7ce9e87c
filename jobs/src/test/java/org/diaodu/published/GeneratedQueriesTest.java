package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever a reader may not do, in whatever clause of a query: each once in each clause, and then,
 * as often as {@code -Ddiaodu.queries} says, deeper within others that {@link QueryGrammar} makes.
 */
class GeneratedQueriesTest {
  private static final int QUERIES = Integer.getInteger("diaodu.queries", 0);
  private static final long SEED = Long.getLong("diaodu.queries.seed", 1);

  /** What is tried, by the slot that it fits. */
  private static final Map<String, List<String>> FORBIDDEN =
      Map.of(
          "{E}",
          List.of(
              "java_method('java.lang.System', 'getenv', 'HOME')",
              "reflect('java.io.File', 'createTempFile', 'a', 'b')",
              "try_reflect('java.lang.System', 'lineSeparator')",
              "builtin.java_method('java.lang.System', 'lineSeparator')",
              "system.builtin.reflect('java.lang.System', 'lineSeparator')",
              "from_xml('<r/>', 'a INT', map('rowValidationXSDPath', '/etc/passwd'))",
              "schema_of_xml('<r/>', map('rowValidationXSDPath', '/etc/passwd'))",
              "xpath_string('<a/>', 'a')",
              "from_avro(X'00', '{}')",
              "from_csv('1', 'a INT', map('mode', 'FAILFAST'))",
              "input_file_name()",
              "current_user()",
              "raise_error(level)",
              "assert_true(false, level)",
              "IDENTIFIER('java_method')('java.lang.System', 'lineSeparator')",
              "IDENTIFIER(concat('le', 'vel'))",
              "unheard_of(1)",
              "a_catalog.a_schema.a_function(1)",
              "(SELECT max(value) FROM text.`/etc/passwd`)",
              "(SELECT max(obs_value) FROM delta.`/w/statistics/observations` VERSION AS OF 1)",
              "EXISTS (SELECT 1 FROM parquet.`/w` TIMESTAMP AS OF '2024-01-01')"),
          "{R}",
          List.of(
              "text.`/etc/passwd`",
              "delta.`/w/statistics/observations`",
              "delta.`/w/statistics/observations@v1`",
              "delta.`/w/statistics/observations` VERSION AS OF 1",
              "delta.`/w/statistics/observations` FOR SYSTEM_TIME AS OF '2024-01-01'",
              "statistics.growth VERSION AS OF 1",
              "statistics.growth TIMESTAMP AS OF '2024-01-01'",
              "spark_catalog.text.`/etc/passwd`",
              "a_catalog.statistics.growth",
              "binaryFile.`/etc/passwd`",
              "statistics.growth WITH (option = 'x')",
              "IDENTIFIER('text.`/etc/passwd`')",
              "IDENTIFIER('statistics' || '.growth')",
              "(SELECT TRANSFORM (level) USING 'cat' AS (x) FROM statistics.growth)",
              "table_changes('statistics.growth', 0)",
              "python_worker_logs()"),
          "{F}",
          List.of(
              "table_changes('statistics.growth', 0)",
              "read_files('/etc/passwd')",
              "python_worker_logs()",
              "explode(array(java_method('java.lang.System', 'lineSeparator')))",
              "range(java_method('java.lang.Runtime', 'version'))"));

  private static final List<String> KINDS = FORBIDDEN.keySet().stream().sorted().toList();

  private final SparkSqlParser parser = new SparkSqlParser();

  /** As in a server: of a hundred thousand queries it would remember more than the heap takes. */
  @BeforeAll
  static void theParserForgets() {
    SQLConf.get().setConfString("spark.sql.parser.manageParserCaches", "true");
    SQLConf.get().setConfString("spark.sql.parser.parserDfaCacheFlushThreshold", "20000");
  }

  /** How a query was answered. */
  private enum Answer {
    REFUSED,
    NO_QUERY,
    LET_IN
  }

  /**
   * Something forbidden in a clause.
   *
   * @param kind the slot that it fits
   */
  private record Attempt(String clause, String kind, String forbidden) {}

  @Test
  void nothingForbiddenIsLetInWhereverItStands() {
    QueryGrammar grammar = new QueryGrammar(SEED);
    List<Attempt> all = attempts();
    Map<String, Answer> harmless = new HashMap<>();
    List<String> letIn = new ArrayList<>();
    int queries = Math.max(QUERIES, all.size());
    int understood = 0;
    for (int made = 0; made < queries; made++) {
      Attempt attempt = all.get(made % all.size());
      // First as the clause has it, then deeper and deeper within others.
      String query = grammar.withSlot(attempt.clause(), attempt.kind(), made / all.size() % 5);
      if (!query.contains(attempt.kind())) {
        continue;
      }
      String tried = QueryGrammar.filled(query, attempt.kind(), attempt.forbidden());
      Answer answer = answer(tried);
      if (answer == Answer.LET_IN) {
        letIn.add(tried);
      }
      // Only where the query would be let in without what is tried does its refusal say anything.
      boolean counts =
          answer != Answer.NO_QUERY
              && harmless.computeIfAbsent(QueryGrammar.harmless(query), this::answer)
                  == Answer.LET_IN;
      understood += counts ? 1 : 0;
    }
    assertThat(letIn).as("of %d queries", understood).isEmpty();
    assertThat(understood).as("queries that Spark understands").isGreaterThan(queries / 2);
    System.out.printf(
        "queries %d: %d clauses with each of %d forbidden things; understood by Spark %d, let in"
            + " 0%n",
        queries, clauses().count(), all.size() / clauses().count(), understood);
  }

  /** Every clause with every forbidden thing. */
  private static List<Attempt> attempts() {
    List<Attempt> all = new ArrayList<>();
    clauses()
        .forEach(
            clause ->
                KINDS.forEach(
                    kind ->
                        FORBIDDEN
                            .get(kind)
                            .forEach(forbidden -> all.add(new Attempt(clause, kind, forbidden)))));
    return all;
  }

  private static Stream<String> clauses() {
    return Stream.of(
            QueryGrammar.STATEMENTS.stream(),
            QueryGrammar.EXPRESSIONS.stream().map(clause -> "SELECT " + clause),
            QueryGrammar.RELATIONS.stream().map(clause -> "SELECT * FROM " + clause))
        .flatMap(clauses -> clauses);
  }

  @Test
  void theSameClausesWithoutItAreLetIn() {
    clauses()
        .map(QueryGrammar::harmless)
        .forEach(query -> assertThat(answer(query)).as(query).isEqualTo(Answer.LET_IN));
  }

  /** As {@link ReadOnlyQuery} does it, without a session; Spark throws what it does not declare. */
  private Answer answer(String query) {
    LogicalPlan plan;
    try {
      plan = parser.parsePlan(query);
    } catch (Exception noQuery) {
      return Answer.NO_QUERY;
    }
    try {
      QueryRules.require(plan);
      return Answer.LET_IN;
    } catch (QueryNotAllowedException refused) {
      return Answer.REFUSED;
    }
  }
}
