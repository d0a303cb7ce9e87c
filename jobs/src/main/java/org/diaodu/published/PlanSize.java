package org.diaodu.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Size of a plan, as written or as analysed, once every named subquery stands where its name does.
 * Of thirty that each name the one before twice that is a thousand million steps, in a query of two
 * thousand letters; Spark goes through all of them before a task runs that could be ended.
 */
final class PlanSize {
  /** By name in a plan as written, in which inner ones may have the name of outer ones. */
  private final Map<String, List<LogicalPlan>> named = new HashMap<>();

  private final Map<String, Long> sizes = new HashMap<>();

  private PlanSize() {}

  /** The number of steps and expressions; {@link Long#MAX_VALUE} where there are more. */
  static long of(TreeNode<?> root) {
    PlanSize size = new PlanSize();
    PlanWalk.through(
        root,
        node -> {
          size.note(node);
          return true;
        });
    return size.named.isEmpty() ? 0 : size.sizeOf(root);
  }

  private void note(TreeNode<?> node) {
    if (node instanceof CTERelationDef definition) {
      note(name(definition.id()), definition.child());
    } else if (node instanceof UnresolvedWith with) {
      CollectionConverters.asJava(with.cteRelations())
          .forEach(
              relation -> {
                SubqueryAlias alias = relation._2();
                note(name(relation._1().toString()), alias.child());
              });
    }
  }

  private void note(String name, LogicalPlan plan) {
    named.computeIfAbsent(name, n -> new ArrayList<>()).add(plan);
  }

  private static String name(long id) {
    return "#" + id;
  }

  private static String name(String written) {
    return written.toLowerCase(Locale.ROOT);
  }

  private long sizeOf(TreeNode<?> part) {
    List<String> names = new ArrayList<>();
    List<LogicalPlan> behind = new ArrayList<>();
    long[] nodes = {0};
    PlanWalk.through(
        part,
        node -> {
          nodes[0]++;
          if (node instanceof CTERelationRef name) {
            names.add(name(name.cteId()));
          } else if (node instanceof UnresolvedRelation name
              && name.multipartIdentifier().size() == 1) {
            names.add(name(name.multipartIdentifier().head().toString()));
          } else if (node instanceof UnresolvedWith with) {
            behind.add(with.child());
          }
          return !(node instanceof CTERelationDef || node instanceof UnresolvedWith);
        });
    long size = nodes[0];
    for (LogicalPlan plan : behind) {
      size = sum(size, sizeOf(plan));
    }
    for (String name : names) {
      size = sum(size, sizeOfNamed(name));
    }
    return size;
  }

  private long sizeOfNamed(String name) {
    Long known = sizes.get(name);
    if (known == null) {
      // One that names itself is no larger for that: it is repeated, and not put in its own place.
      sizes.put(name, 0L);
      known = 0L;
      for (LogicalPlan plan : named.getOrDefault(name, List.of())) {
        known = sum(known, sizeOf(plan));
      }
      sizes.put(name, known);
    }
    return known;
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
