package org.diaodu.published;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExecuteImmediate;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CompoundPlanStatement;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.diaodu.contract.Table;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Holds a query, as it was typed, against what a reader may do: read the published tables by name.
 * No statement that writes, at whatever depth; no file by its path, since that would go round the
 * embargo and the manifest; no function that calls into the machine.
 */
public final class ReadOnlyQuery {
  /** Commands that only look. */
  private static final Set<String> HARMLESS =
      Set.of(
          "ShowTables",
          "ShowNamespaces",
          "ShowNamespacesCommand",
          "ShowColumns",
          "DescribeRelation",
          "DescribeColumn",
          "SetCatalogAndNamespace",
          "ExplainCommand");

  /** Functions that run any Java method, or read a file that one of their options names. */
  private static final Set<String> CALLS_OUT =
      Set.of(
          "reflect",
          "java_method",
          "try_reflect",
          "from_xml",
          "schema_of_xml",
          "from_avro",
          "to_avro",
          "schema_of_avro",
          "from_protobuf",
          "to_protobuf");

  /** Functions that make rows out of their arguments alone. */
  private static final Set<String> ROWS_OF_ARGUMENTS =
      Set.of(
          "range",
          "explode",
          "explode_outer",
          "posexplode",
          "posexplode_outer",
          "inline",
          "inline_outer",
          "stack",
          "json_tuple");

  private static final Set<String> DATABASES =
      Arrays.stream(Table.values()).map(Table::database).collect(Collectors.toSet());

  private ReadOnlyQuery() {}

  /**
   * Does nothing where the query only reads the published tables.
   *
   * @throws QueryNotAllowedException where it does not, or is no query at all
   */
  public static void require(SparkSession spark, String sql) {
    requireEach(parsed(() -> spark.sessionState().sqlParser().parsePlan(sql)));
  }

  /**
   * The same for an expression, such as {@code round(level, 1)}.
   *
   * @throws QueryNotAllowedException where it does more than read the published tables
   */
  public static void requireExpression(SparkSession spark, String sql) {
    requireEach(parsed(() -> spark.sessionState().sqlParser().parseExpression(sql)));
  }

  /**
   * The same for a table's name.
   *
   * @throws QueryNotAllowedException where it is none of a published table
   */
  public static void requireTable(SparkSession spark, String name) {
    requirePublished(
        CollectionConverters.asJava(
            parsed(() -> spark.sessionState().sqlParser().parseMultipartIdentifier(name))));
  }

  /**
   * The same for a function's name.
   *
   * @param makesRows whether it stands where a table would
   * @throws QueryNotAllowedException where it calls into the machine
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
    requireFunction(parts, makesRows);
  }

  /** One of the parser's methods, with the text. */
  private interface Parser<T> {
    T parse() throws ParseException;
  }

  private static <T> T parsed(Parser<T> parser) {
    try {
      return parser.parse();
    } catch (ParseException e) {
      throw new QueryNotAllowedException("这不是一条可以执行的查询：" + e.getMessage(), e);
    }
  }

  private static void requireEach(Object root) {
    Deque<Object> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Object node = open.pop();
      requireAllowed(node);
      if (node instanceof TreeNode<?> inner) {
        CollectionConverters.asJava(inner.children()).forEach(open::push);
        CollectionConverters.asJava(inner.innerChildren()).forEach(open::push);
      }
      if (node instanceof QueryPlan<?> plan) {
        CollectionConverters.asJava(plan.expressions()).forEach(open::push);
      }
      if (node instanceof ExplainCommand explained) {
        open.push(explained.logicalPlan());
      }
      if (node instanceof PlanExpression<?> nested) {
        open.push(nested.plan());
      }
    }
  }

  private static void requireAllowed(Object node) {
    String name = node.getClass().getSimpleName();
    if (acts(node) && !HARMLESS.contains(name)) {
      throw new QueryNotAllowedException("只能查询，不能修改：%s".formatted(name));
    }
    if (node instanceof ScriptTransformation) {
      throw new QueryNotAllowedException("只能查询，不能运行程序：TRANSFORM");
    }
    // A name put together while the query runs is known too late to be looked at.
    if (name.endsWith("WithUnresolvedIdentifier")) {
      throw new QueryNotAllowedException("请直接写出名称，不能用IDENTIFIER");
    }
    if (node instanceof UnresolvedRelation relation) {
      requirePublished(CollectionConverters.asJava(relation.multipartIdentifier()));
    }
    if (node instanceof UnresolvedTableOrView relation) {
      requirePublished(CollectionConverters.asJava(relation.multipartIdentifier()));
    }
    if (node instanceof UnresolvedTableValuedFunction function) {
      requireFunction(CollectionConverters.asJava(function.name()), true);
    }
    if (node instanceof UnresolvedFunction function) {
      requireFunction(CollectionConverters.asJava(function.nameParts()), false);
    }
  }

  /** A name of one part is one that the query made itself, or it is unknown. */
  private static void requirePublished(List<String> parts) {
    if (parts.size() > 1
        && !DATABASES.contains(parts.get(parts.size() - 2).toLowerCase(Locale.ROOT))) {
      throw new QueryNotAllowedException(
          "只能按名称查询已发布的表（%s），不能直接读文件：%s"
              .formatted(
                  DATABASES.stream().sorted().collect(Collectors.joining("、")),
                  String.join(".", parts)));
    }
  }

  private static void requireFunction(List<String> parts, boolean makesRows) {
    String function = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
    if (CALLS_OUT.contains(function) || (makesRows && !ROWS_OF_ARGUMENTS.contains(function))) {
      throw new QueryNotAllowedException("查询中不能用这个函数：%s".formatted(function));
    }
  }

  private static boolean acts(Object node) {
    return node instanceof Command
        || node instanceof ParsedStatement
        || node instanceof CompoundPlanStatement
        || node instanceof UnresolvedExecuteImmediate;
  }
}
