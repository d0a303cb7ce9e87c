package org.diaodu.published;

import java.util.List;
import java.util.Random;

/**
 * Makes queries out of the clauses of Spark's grammar. A clause has slots: {@code {E}} for an
 * expression, {@code {R}} for a relation, {@code {F}} for a call that makes rows. One of the slots
 * of a query is left for what is tried, at whatever depth; the others hold what anybody may ask.
 */
final class QueryGrammar {
  /** Where a whole statement begins: one for each clause that a query may have. */
  static final List<String> STATEMENTS =
      """
      SELECT {E}
      SELECT DISTINCT {E} AS x, * FROM {R}
      SELECT * EXCEPT (level) FROM {R} WHERE {E} = 1
      SELECT count(*) FROM {R} GROUP BY {E}
      SELECT count(*) FROM {R} GROUP BY GROUPING SETS (({E}), ())
      SELECT count(*) FROM {R} GROUP BY indicator, ROLLUP ({E}, level)
      SELECT count(*) FROM {R} GROUP BY CUBE ({E})
      SELECT count(*) FROM {R} GROUP BY indicator WITH ROLLUP HAVING max({E}) = 1
      SELECT sum(level) FILTER (WHERE {E} = 1) FROM {R}
      SELECT indicator FROM {R} ORDER BY {E} DESC NULLS LAST
      SELECT indicator FROM {R} SORT BY {E}
      SELECT indicator FROM {R} DISTRIBUTE BY {E} SORT BY level
      SELECT indicator FROM {R} CLUSTER BY {E}
      SELECT indicator FROM {R} LIMIT {E}
      SELECT indicator FROM {R} LIMIT 3 OFFSET {E}
      SELECT sum(level) OVER (PARTITION BY {E} ORDER BY level) FROM {R}
      SELECT sum(level) OVER (ORDER BY {E} RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM {R}
      SELECT sum(level) OVER (ORDER BY level ROWS BETWEEN {E} PRECEDING AND CURRENT ROW) FROM {R}
      SELECT sum(level) OVER w FROM {R} WINDOW w AS (PARTITION BY {E})
      SELECT sum(level) OVER w FROM {R} WINDOW w AS (ORDER BY {E} ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)
      SELECT 1 FROM {R} WINDOW unused AS (PARTITION BY {E}), w AS (ORDER BY {E})
      SELECT * FROM {R} QUALIFY row_number() OVER (ORDER BY {E}) = 1
      SELECT * FROM (SELECT indicator, level FROM {R}) PIVOT (sum({E}) AS s FOR indicator IN ('a' AS a, 'b'))
      SELECT * FROM {R} PIVOT (max(level) FOR (indicator, time_period) IN (('a', {E})))
      SELECT * FROM {R} UNPIVOT INCLUDE NULLS (v FOR name IN (level AS a))
      SELECT * FROM {R} LATERAL VIEW OUTER explode(array({E})) t AS x
      SELECT * FROM {R} LATERAL VIEW {F} t AS x
      SELECT * FROM {R} a, LATERAL (SELECT {E} AS x, a.level) b
      SELECT * FROM {R} a, LATERAL {F} AS b(x)
      SELECT * FROM {R} a JOIN {R} b ON a.level = b.level AND {E} = 1
      SELECT * FROM {R} a LEFT OUTER JOIN {R} b USING (indicator)
      SELECT * FROM {R} a NATURAL FULL JOIN {R} b
      SELECT * FROM {R} a CROSS JOIN {R} b
      SELECT * FROM {R} a LEFT SEMI JOIN {R} b ON {E} = 1
      SELECT * FROM {R} a ANTI JOIN (SELECT {E} AS x) b ON a.level = b.x
      SELECT * FROM {R} TABLESAMPLE (10 PERCENT) REPEATABLE (1)
      SELECT * FROM {R} TABLESAMPLE (5 ROWS)
      SELECT * FROM {F}
      SELECT * FROM {F} AS t(x) JOIN {R} ON true
      SELECT /*+ BROADCAST(b) */ * FROM {R} a JOIN {R} b ON {E} = 1
      SELECT /*+ REPARTITION(2, {E}) */ * FROM {R}
      SELECT /*+ COALESCE(1), REBALANCE(level) */ {E} FROM {R}
      WITH a AS (SELECT {E} AS x FROM {R}) SELECT * FROM a
      WITH a(x) AS (SELECT level FROM {R}), b AS (SELECT {E} FROM a) SELECT * FROM b
      WITH RECURSIVE t(n) AS (SELECT {E} UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT * FROM t
      WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT {E} FROM t JOIN {R} ON true) SELECT * FROM t
      WITH unused AS (SELECT * FROM {R} WHERE {E} = 1) SELECT 1
      SELECT * FROM (WITH a AS (SELECT * FROM {R}) SELECT * FROM a WHERE {E} = 1)
      VALUES (1, {E}), (2, 3)
      SELECT * FROM VALUES ({E}), (2) AS t(x)
      TABLE {R}
      FROM {R} SELECT {E}
      FROM {R} |> WHERE {E} = 1
      FROM {R} |> SELECT {E}
      FROM {R} |> EXTEND {E} AS x |> DROP x
      FROM {R} |> SET level = {E}
      FROM {R} |> AGGREGATE sum({E}) GROUP BY indicator
      FROM {R} |> AGGREGATE count(*) GROUP BY {E}
      FROM {R} |> JOIN {R} ON {E} = 1
      FROM {R} |> ORDER BY {E} |> LIMIT 1
      FROM {R} |> UNION ALL (SELECT {E} FROM {R})
      FROM {R} |> PIVOT (max({E}) FOR indicator IN ('a'))
      SELECT {E} UNION ALL SELECT 1
      SELECT 1 INTERSECT SELECT {E} FROM {R}
      (SELECT 1 EXCEPT ALL SELECT {E}) ORDER BY 1
      SELECT 1 WHERE EXISTS (SELECT {E} FROM {R})
      SELECT 1 WHERE 1 IN (SELECT {E} FROM {R})
      SELECT 1 WHERE (1, 2) NOT IN (SELECT {E}, level FROM {R})
      SELECT (SELECT max(level) FROM {R} WHERE {E} = 1)
      EXPLAIN SELECT {E} FROM {R}
      EXPLAIN EXTENDED SELECT * FROM {R} WHERE {E} = 1
      DESCRIBE QUERY SELECT {E} FROM {R}
      DESCRIBE {R}
      SHOW COLUMNS IN {R}
      """
          .lines()
          .toList();

  /** What an expression may stand in. */
  static final List<String> EXPRESSIONS =
      """
      ({E})
      -{E}
      {E} + 1
      1 * {E}
      {E} || 'a'
      NOT ({E} = 1)
      ({E} IS NOT DISTINCT FROM 1)
      {E} BETWEEN 1 AND {E}
      {E} IN (1, {E})
      {E} LIKE 'a%'
      'a' LIKE {E}
      'a' LIKE ANY ({E}, 'b')
      'a' RLIKE {E}
      ({E} IS NULL)
      CAST({E} AS STRING)
      TRY_CAST({E} AS INT)
      {E}::INT
      CASE WHEN {E} = 1 THEN {E} ELSE 2 END
      CASE {E} WHEN 1 THEN 2 END
      if(true, 1, {E})
      coalesce({E}, 1)
      upper({E})
      concat('a', {E}, 'b')
      array(1, {E})[0]
      array(1, 2)[{E}]
      map('a', {E})['a']
      named_struct('a', {E}).a
      struct({E}).col1
      transform(array(1), x -> {E})
      aggregate(array(1), 0, (s, x) -> s + {E}, s -> {E})
      filter(array({E}), (x, i) -> x = i)
      extract(YEAR FROM {E})
      date_trunc('MONTH', {E})
      trim(BOTH 'x' FROM {E})
      substring({E} FROM 1 FOR {E})
      position({E} IN 'abc')
      overlay('abc' PLACING {E} FROM 1)
      TIMESTAMPADD(DAY, {E}, current_date())
      ({E} COLLATE UTF8_LCASE)
      max({E}) OVER (PARTITION BY {E} ORDER BY {E})
      first({E}) IGNORE NULLS OVER (ORDER BY 1)
      count(DISTINCT {E})
      sum({E}) FILTER (WHERE {E} = 1)
      percentile_cont({E}) WITHIN GROUP (ORDER BY {E} DESC)
      listagg({E}, ',') WITHIN GROUP (ORDER BY {E})
      (SELECT {E})
      (SELECT max({E}) FROM {R})
      EXISTS (SELECT 1 FROM {R} WHERE {E} = 1)
      1 IN (SELECT {E} FROM {R})
      explode(array({E}))
      ({E} IS TRUE)
      INTERVAL {E} DAY
      """
          .lines()
          .toList();

  /** What a relation may stand in. */
  static final List<String> RELATIONS =
      """
      (SELECT * FROM {R})
      (SELECT {E} AS level, 'a' AS indicator)
      (TABLE {R})
      ({R} JOIN {R} ON {E} = 1)
      (SELECT * FROM {R} WHERE {E} = 1)
      (VALUES (1, {E}))
      (FROM {R} SELECT level)
      (SELECT * FROM {F})
      (WITH c AS (SELECT * FROM {R}) SELECT * FROM c)
      (SELECT 1 UNION ALL SELECT {E} FROM {R})
      (FROM {R} |> WHERE {E} = 1)
      """
          .lines()
          .toList();

  private static final List<String> ROW_FUNCTIONS =
      """
      range(1, {E})
      explode(array({E}))
      stack(2, 1, {E})
      inline(array(struct({E})))
      json_tuple({E}, 'a')
      """
          .lines()
          .toList();

  private static final List<String> SLOTS = List.of("{E}", "{R}", "{F}");

  private final Random random;

  QueryGrammar(long seed) {
    this.random = new Random(seed);
  }

  /** A query with one slot of a kind left, as {@code {E}}; the others are filled harmlessly. */
  String withSlot(String kind, int depth) {
    return withSlot(STATEMENTS.get(random.nextInt(STATEMENTS.size())), kind, depth);
  }

  /** The same of a statement; it stays without a slot where it cannot have one of that kind. */
  String withSlot(String statement, String kind, int depth) {
    String query = statement;
    for (int level = 0; level < depth; level++) {
      String slot = pick(query);
      query = slot.isEmpty() ? query : put(query, slot, among(slot));
    }
    for (int tries = 0; tries < 8 && !query.contains(kind); tries++) {
      String slot = pick(query);
      query = slot.isEmpty() ? query : put(query, slot, among(slot));
    }
    return query;
  }

  /** Puts what is tried into the last slot of its kind, and what anybody may ask into the rest. */
  static String filled(String query, String kind, String tried) {
    int at = query.lastIndexOf(kind);
    return harmless(query.substring(0, at)) + tried + harmless(query.substring(at + kind.length()));
  }

  /** What anybody may ask in all slots. */
  static String harmless(String query) {
    return query
        .replace("{E}", "1")
        .replace("{R}", "statistics.growth")
        .replace("{F}", "explode(array(1))");
  }

  private String among(String slot) {
    List<String> several =
        switch (slot) {
          case "{E}" -> EXPRESSIONS;
          case "{R}" -> RELATIONS;
          default -> ROW_FUNCTIONS;
        };
    return several.get(random.nextInt(several.size()));
  }

  private String pick(String query) {
    List<String> there = SLOTS.stream().filter(query::contains).toList();
    return there.isEmpty() ? "" : there.get(random.nextInt(there.size()));
  }

  private static String put(String query, String slot, String instead) {
    int at = query.indexOf(slot);
    return query.substring(0, at) + instead + query.substring(at + slot.length());
  }
}
