package org.diaodu.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.diaodu.published.QueryNotAllowedException;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * The second look, at what a client's query was understood to be: rows come from published tables
 * or from the query itself, and no code of the client's runs. Whatever kind of step is not named
 * here is refused.
 */
final class PlanGuard extends AbstractFunction1<LogicalPlan, BoxedUnit> {
  private static final Set<String> ALLOWED =
      Set.of(
          "Project",
          "Filter",
          "Join",
          "AsOfJoin",
          "LateralJoin",
          "Aggregate",
          "Window",
          "Sort",
          "GlobalLimit",
          "LocalLimit",
          "Offset",
          "Tail",
          "Sample",
          "Distinct",
          "Deduplicate",
          "Union",
          "Intersect",
          "Except",
          "Expand",
          "Generate",
          "Pivot",
          "Unpivot",
          "Transpose",
          "Repartition",
          "RepartitionByExpression",
          "RebalancePartitions",
          "SubqueryAlias",
          "WithCTE",
          "CTERelationDef",
          "CTERelationRef",
          "LocalRelation",
          "OneRowRelation",
          "OneRowRelation$",
          "Range",
          "WithWindowDefinition",
          "ResolvedHint",
          "CommandResult",
          "UnionLoop",
          "UnionLoopRef",
          "DataFrameDropColumns",
          // How rows become objects, which Spark tries on a plan of its own; no code but Spark's.
          "DeserializeToObject");

  private static final Set<String> LOOKS_ONLY =
      Set.of(
          "ShowTables",
          "ShowTablesCommand",
          "ShowNamespaces",
          "ShowNamespacesCommand",
          "ShowColumns",
          "ShowColumnsCommand",
          "DescribeRelation",
          "DescribeColumn",
          "DescribeTableCommand",
          "DescribeColumnCommand",
          "ExplainCommand",
          "SetNamespaceCommand",
          "SetCatalogAndNamespace",
          "ResolvedNamespace",
          "ResolvedPersistentView");

  private static final String DELTA_LOG = "DeltaLogFileIndex";

  private final SparkSession session;

  PlanGuard(SparkSession session) {
    this.session = session;
  }

  @Override
  public BoxedUnit apply(LogicalPlan plan) {
    if (Serving.isClient(session)) {
      try {
        require(plan);
      } catch (QueryNotAllowedException e) {
        Serving.current().log().accept("refused plan why=" + e.getMessage());
        throw e;
      }
    }
    return BoxedUnit.UNIT;
  }

  /**
   * Delta asks its own log while it plans a client's query, in the client's session. A client has
   * no way to name the log or an RDD: both come from nothing that a request may hold.
   */
  private static boolean isOfDelta(LogicalPlan plan) {
    return CollectionConverters.asJava(plan.collectLeaves()).stream()
        .anyMatch(
            leaf ->
                leaf instanceof LogicalRDD
                    || (leaf instanceof LogicalRelation relation
                        && relation.relation() instanceof HadoopFsRelation files
                        && files.location().getClass().getSimpleName().equals(DELTA_LOG)));
  }

  /**
   * Does nothing where an analysed plan only reads the published tables.
   *
   * @throws QueryNotAllowedException where it does not
   */
  static void require(LogicalPlan root) {
    if (isOfDelta(root)) {
      return;
    }
    Deque<Object> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Object node = open.pop();
      if (node instanceof View view && isPublished(view)) {
        continue;
      }
      if (node instanceof QueryPlan<?> plan) {
        requireAllowed(plan);
        CollectionConverters.asJava(plan.children()).forEach(open::push);
        CollectionConverters.asJava(plan.innerChildren()).forEach(open::push);
        CollectionConverters.asJava(plan.expressions()).forEach(open::push);
      } else if (node instanceof Expression expression) {
        requireAllowed(expression);
        CollectionConverters.asJava(expression.children()).forEach(open::push);
        if (expression instanceof PlanExpression<?> nested) {
          open.push(nested.plan());
        }
      }
    }
  }

  private static boolean isPublished(View view) {
    return CatalogOfNames.name(view).isPresent() && !CatalogOfNames.isName(view);
  }

  private static void requireAllowed(QueryPlan<?> step) {
    String name = step.getClass().getSimpleName();
    if (!ALLOWED.contains(name) && !LOOKS_ONLY.contains(name)) {
      throw new QueryNotAllowedException("只能查询已发布的表，查询中不能有：%s".formatted(name));
    }
  }

  private static void requireAllowed(Expression expression) {
    if (expression instanceof UserDefinedExpression
        || expression instanceof CallMethodViaReflection) {
      throw new QueryNotAllowedException("查询中不能运行程序：%s".formatted(expression.prettyName()));
    }
  }
}
