package org.diaodu.server;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.DeserializeToObject;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.diaodu.published.QueryNotAllowedException;
import org.diaodu.published.ReadOnlyQuery;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/** The second look, at what a client's query was understood to be, whichever way it came. */
final class PlanGuard extends AbstractFunction1<LogicalPlan, BoxedUnit> {
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
   * Does nothing where an analysed plan only reads the published tables, or is one of Spark's own.
   *
   * @throws QueryNotAllowedException where it does more
   */
  static void require(LogicalPlan plan) {
    if (!isOfDelta(plan) && !isOfEncoder(plan)) {
      ReadOnlyQuery.requireAnalysed(plan);
    }
  }

  /**
   * Whether Delta asks its own log, as it does while it plans a client's query, in the client's
   * session. A client has no way to name the log or an RDD: both come from nothing that a request
   * may hold.
   */
  private static boolean isOfDelta(LogicalPlan plan) {
    List<LogicalPlan> leaves =
        CollectionConverters.asJava(plan.collectLeaves()).stream()
            .map(LogicalPlan.class::cast)
            .toList();
    return leaves.stream().anyMatch(PlanGuard::isLog)
        && leaves.stream().allMatch(leaf -> isLog(leaf) || leaf instanceof LocalRelation);
  }

  private static boolean isLog(LogicalPlan leaf) {
    return leaf instanceof LogicalRDD
        || (leaf instanceof LogicalRelation relation
            && relation.relation() instanceof HadoopFsRelation files
            && files.location().getClass().getSimpleName().equals(DELTA_LOG));
  }

  /** Whether Spark tries, on no rows at all, how those of a result become objects. */
  private static boolean isOfEncoder(LogicalPlan plan) {
    return plan instanceof DeserializeToObject objects
        && objects.child() instanceof LocalRelation none
        && none.data().isEmpty();
  }
}
