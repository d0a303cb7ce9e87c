package org.diaodu.published;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Visits every node of a plan, as written or as analysed, wherever it stands: not only its children
 * but whatever its fields hold, in lists, maps, options and records. Named windows, options of a
 * relation, hints, the plan of a subquery and the one that a command is about are fields and no
 * children; so is the relation of a {@code VERSION AS OF}.
 */
final class PlanWalk {
  private final Deque<Object> open = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Predicate<TreeNode<?>> enters;

  private PlanWalk(Predicate<TreeNode<?>> enters) {
    this.enters = enters;
  }

  /**
   * Goes through all of it, each node once.
   *
   * @param root a plan, an expression, or what holds some
   * @param enters looks at a node; says whether what it holds is looked at, too
   */
  static void through(Object root, Predicate<TreeNode<?>> enters) {
    PlanWalk walk = new PlanWalk(enters);
    walk.open.push(root);
    while (!walk.open.isEmpty()) {
      walk.visit(walk.open.pop());
    }
  }

  private void visit(Object found) {
    if (found instanceof TreeNode<?> node) {
      if (seen.add(node) && enters.test(node)) {
        pushAll(node.productIterator());
        pushAll(node.children().iterator());
        pushAll(node.innerChildren().iterator());
        if (node instanceof QueryPlan<?> plan) {
          pushAll(plan.expressions().iterator());
        }
      }
    } else if (found instanceof Iterable<?> several) {
      pushAll(several.iterator());
    } else if (found instanceof java.lang.Iterable<?> several) {
      several.forEach(this::push);
    } else if (found instanceof java.util.Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            push(key);
            push(value);
          });
    } else if (found instanceof Object[] several) {
      for (Object one : several) {
        push(one);
      }
    } else if (found instanceof Product fields && seen.add(fields)) {
      pushAll(fields.productIterator());
    }
  }

  private void pushAll(Iterator<?> several) {
    CollectionConverters.asJava(several).forEachRemaining(this::push);
  }

  private void push(Object one) {
    if (one != null) {
      open.push(one);
    }
  }
}
