package org.diaodu.published;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.diaodu.contract.Table;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Holds a query against what a reader may do: read the published tables by name. It is the one
 * place that decides so, for queries that are typed, for conditions of exports and for remote
 * clients. A query is looked at twice by the same rules ({@link QueryRules}): as it was written,
 * since to analyse it may open a file or run a function already, and as Spark understood it, before
 * it runs.
 */
public final class ReadOnlyQuery {
  private static final Set<String> DATABASES =
      Arrays.stream(Table.values()).map(Table::database).collect(Collectors.toSet());

  /**
   * Characters of a query; to parse ten times as many takes minutes, in which nothing can be ended.
   */
  private static final int LONGEST = 100_000;

  private ReadOnlyQuery() {}

  /**
   * Does nothing where the query, as it is written, only reads the published tables.
   *
   * @throws QueryNotAllowedException where it does not, or is no query at all
   */
  public static void require(SparkSession spark, String sql) {
    written(spark, sql);
  }

  /**
   * The result of a query. What was judged is what runs, not the text once more.
   *
   * @throws QueryNotAllowedException where it does not only read the published tables, or is no
   *     query at all
   */
  static Dataset<Row> result(SparkSession spark, String sql) {
    LogicalPlan plan =
        spark
            .sessionState()
            .executePlan(written(spark, sql), CommandExecutionMode.SKIP())
            .analyzed();
    requireAnalysed(plan);
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark, plan);
  }

  /**
   * Does nothing where an analysed plan only reads the published tables.
   *
   * @throws QueryNotAllowedException where it does not
   */
  public static void requireAnalysed(LogicalPlan plan) {
    QueryRules.requireAnalysed(plan);
  }

  /**
   * The same for an expression, such as {@code round(level, 1)}, as it is written.
   *
   * @throws QueryNotAllowedException where it does more than read the published tables
   */
  public static void requireExpression(SparkSession spark, String sql) {
    QueryRules.require(parsed(sql, () -> spark.sessionState().sqlParser().parseExpression(sql)));
  }

  /**
   * The same for a table's name.
   *
   * @throws QueryNotAllowedException where it is none of a published table
   */
  public static void requireTable(SparkSession spark, String name) {
    requirePublished(
        CollectionConverters.asJava(
            parsed(name, () -> spark.sessionState().sqlParser().parseMultipartIdentifier(name))));
  }

  /**
   * The same for a function's name.
   *
   * @param makesRows whether it stands where a table would
   * @throws QueryNotAllowedException where it is none of the reviewed ones
   */
  public static void requireFunction(SparkSession spark, String name, boolean makesRows) {
    List<String> parts;
    try {
      parts =
          CollectionConverters.asJava(
              spark.sessionState().sqlParser().parseMultipartIdentifier(name));
    } catch (ParseException e) {
      // An operator, such as "=": clients send it as a function of that name.
      parts = List.of(name);
    }
    QueryRules.requireFunction(parts, makesRows);
  }

  /**
   * The full name of the published table or view that a view of the catalog stands for; empty for
   * any other view.
   */
  public static Optional<String> publishedName(View view) {
    if (view.isTempView() || view.desc().identifier().database().isEmpty()) {
      return Optional.empty();
    }
    String name =
        view.desc().identifier().database().get() + "." + view.desc().identifier().table();
    boolean known =
        Table.fromFullName(name).isPresent()
            || org.diaodu.contract.View.fromFullName(name).isPresent();
    return known ? Optional.of(name) : Optional.empty();
  }

  /** A name of one part is one that the query made itself, or it is unknown. */
  static void requirePublished(List<String> parts) {
    List<String> name = parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    boolean known =
        switch (name.size()) {
          case 1 -> true;
          case 2 -> DATABASES.contains(name.get(0));
          case 3 -> name.get(0).equals("spark_catalog") && DATABASES.contains(name.get(1));
          default -> false;
        };
    if (!known) {
      throw new QueryNotAllowedException(
          "只能按名称查询已发布的表（%s），不能直接读文件：%s"
              .formatted(
                  DATABASES.stream().sorted().collect(Collectors.joining("、")),
                  String.join(".", parts)));
    }
  }

  private static LogicalPlan written(SparkSession spark, String sql) {
    LogicalPlan plan = parsed(sql, () -> spark.sessionState().sqlParser().parsePlan(sql));
    QueryRules.require(plan);
    return plan;
  }

  /** One of the parser's methods, with the text. */
  private interface Parser<T> {
    T parse() throws ParseException;
  }

  private static <T> T parsed(String text, Parser<T> parser) {
    if (text.length() > LONGEST) {
      throw new QueryNotAllowedException("查询太长：多于%d个字符".formatted(LONGEST));
    }
    try {
      return parser.parse();
    } catch (ParseException e) {
      throw new QueryNotAllowedException("这不是一条可以执行的查询：" + e.getMessage(), e);
    } catch (StackOverflowError e) {
      // Of some nesting Spark's parser says so itself, of other it does not.
      throw new QueryNotAllowedException("查询嵌套太深", e);
    } catch (RuntimeException e) {
      // Rows of constants are put together while they are read, which fails in many ways.
      throw new QueryNotAllowedException("这不是一条可以执行的查询：" + e.getMessage(), e);
    }
  }
}
