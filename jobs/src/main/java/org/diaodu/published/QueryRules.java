package org.diaodu.published;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ILike;
import org.apache.spark.sql.catalyst.expressions.Like;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.MultiLikeBase;
import org.apache.spark.sql.catalyst.expressions.RaiseError;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionOperation;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.command.DescribeTableCommand;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What may stand in a query, whether it is a plan as written or as analysed. Every node has to be
 * of a kind that was reviewed; what is not known is refused, so that a new version of Spark brings
 * nothing by itself. A published view is not entered: what is in it is ours.
 */
final class QueryRules {
  private static final Reviewed STEPS = Reviewed.read("steps");
  private static final Reviewed EXPRESSIONS = Reviewed.read("expressions");
  private static final Reviewed FUNCTIONS = Reviewed.read("functions");
  private static final Reviewed TABLE_FUNCTIONS = Reviewed.read("table-functions");

  /** Before a function's name where somebody writes out where it is from. */
  private static final List<Set<String>> OF_SPARK =
      List.of(Set.of("builtin"), Set.of("system", "builtin"));

  private static final String SPARK = "org.apache.spark.sql.";
  private static final String CATALYST = SPARK + "catalyst.";

  /** Of a step: each is planned and kept for, however few rows there are. */
  private static final int MOST_PARTITIONS = 1000;

  /** Steps and expressions of a query, and of what it names. */
  private static final long LARGEST_PLAN = 20_000;

  /** Expressions whose second part is a regular expression. */
  private static final Set<String> REGEXES =
      Stream.of(
              "RLike",
              "RegExpReplace",
              "RegExpExtract",
              "RegExpExtractAll",
              "RegExpInStr",
              "RegExpCount",
              "RegExpSubStr",
              "StringSplit")
          .map(name -> "expressions." + name)
          .collect(Collectors.toUnmodifiableSet());

  private QueryRules() {}

  /**
   * Does nothing where all of it was reviewed and reads published tables alone.
   *
   * @param root a plan or an expression
   * @throws QueryNotAllowedException where it does not; it says at which part
   */
  static void require(TreeNode<?> root) {
    requireSmall(root);
    PlanWalk.through(root, QueryRules::enters);
  }

  /**
   * The same of a plan as analysed, in which it is known what is searched for.
   *
   * @throws QueryNotAllowedException where it does more, or may search for very long
   */
  static void requireAnalysed(TreeNode<?> root) {
    requireSmall(root);
    boolean readsNoRow = readsNoRow(root);
    PlanWalk.through(
        root,
        node -> {
          if (readsNoRow && node instanceof RaiseError) {
            return true;
          }
          boolean ours = !enters(node);
          if (!ours && node instanceof Expression search) {
            requireBoundedPattern(search);
          }
          return !ours;
        });
  }

  private static void requireSmall(TreeNode<?> root) {
    if (PlanSize.of(root) > LARGEST_PLAN) {
      throw new QueryNotAllowedException("查询太大：展开以后多于%d步".formatted(LARGEST_PLAN));
    }
  }

  /**
   * Whether there is no row that an error could tell of. So is what stands behind a name of the
   * served catalog until the published rows are put in its place.
   */
  private static boolean readsNoRow(TreeNode<?> root) {
    return root instanceof LogicalPlan plan
        && CollectionConverters.asJava(plan.collectLeaves()).stream()
            .allMatch(OneRowRelation.class::isInstance);
  }

  /**
   * Does nothing where a function may be called.
   *
   * @param makesRows whether it stands where a table would
   * @throws QueryNotAllowedException where it was not reviewed, or refused then
   */
  static void requireFunction(List<String> parts, boolean makesRows) {
    List<String> name = parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    String function = name.get(name.size() - 1);
    List<String> before = name.subList(0, name.size() - 1);
    Reviewed reviewed = makesRows ? TABLE_FUNCTIONS : FUNCTIONS;
    boolean ofSpark = before.isEmpty() || OF_SPARK.contains(Set.copyOf(before));
    if (!ofSpark || !reviewed.allows(function)) {
      throw new QueryNotAllowedException("查询中不能用这个函数：%s".formatted(String.join(".", parts)));
    }
  }

  private static boolean enters(TreeNode<?> node) {
    if (node instanceof View view && ReadOnlyQuery.publishedName(view).isPresent()) {
      return false;
    }
    requireKind(node);
    requireNames(node);
    requireFewPartitions(node);
    return true;
  }

  private static void requireKind(TreeNode<?> node) {
    boolean expression = node instanceof Expression;
    String kind = kind(node);
    if (!(expression ? EXPRESSIONS : STEPS).allows(kind)) {
      throw new QueryNotAllowedException(
          "只能查询已发布的表，查询中不能有：%s".formatted(kind.replaceFirst(".*\\.", "")));
    }
    if ((node instanceof DescribeRelation look && look.isExtended())
        || (node instanceof DescribeTableCommand told && told.isExtended())) {
      throw new QueryNotAllowedException("只能列出表的各列：DESCRIBE后面不写EXTENDED或FORMATTED");
    }
  }

  private static void requireNames(TreeNode<?> node) {
    if (node instanceof UnresolvedRelation relation) {
      ReadOnlyQuery.requirePublished(CollectionConverters.asJava(relation.multipartIdentifier()));
      if (!relation.options().isEmpty() || relation.isStreaming()) {
        throw new QueryNotAllowedException("查询一张表时不能带选项，也不能按流读取");
      }
    } else if (node instanceof UnresolvedTableOrView relation) {
      ReadOnlyQuery.requirePublished(CollectionConverters.asJava(relation.multipartIdentifier()));
    } else if (node instanceof UnresolvedTableValuedFunction function) {
      requireFunction(CollectionConverters.asJava(function.name()), true);
    } else if (node instanceof UnresolvedGenerator rows) {
      // That of a LATERAL VIEW.
      FunctionIdentifier name = rows.name();
      requireFunction(
          Stream.of(name.catalog(), name.database(), Option.apply(name.funcName()))
              .filter(Option::isDefined)
              .map(Option::get)
              .toList(),
          true);
    } else if (node instanceof UnresolvedFunction function) {
      requireFunction(CollectionConverters.asJava(function.nameParts()), false);
    }
  }

  private static void requireFewPartitions(TreeNode<?> node) {
    int partitions = 0;
    if (node instanceof RepartitionOperation step) {
      partitions = step.numPartitions();
    } else if (node instanceof Range range && range.numSlices().isDefined()) {
      partitions = (Integer) range.numSlices().get();
    }
    if (partitions > MOST_PARTITIONS) {
      throw new QueryNotAllowedException("分区最多%d个：%d".formatted(MOST_PARTITIONS, partitions));
    }
  }

  private static void requireBoundedPattern(Expression search) {
    boolean regex = REGEXES.contains(kind(search));
    for (Object pattern : regex ? List.of(search.children().apply(1)) : likes(search)) {
      String text = pattern instanceof Literal literal ? literal.value() + "" : null;
      Optional<String> fault =
          text == null
              ? Optional.of("要直接写出，不能由别的列或函数算出")
              : regex ? BoundedPattern.faultOfRegex(text) : BoundedPattern.faultOfLike(text);
      if (fault.isPresent()) {
        throw new QueryNotAllowedException(
            "查找的式样可能要找很久：%s%s".formatted(fault.get(), text == null ? "" : "：" + text));
      }
    }
  }

  /** What {@code LIKE} looks for, also where it is one of several. */
  private static List<?> likes(Expression search) {
    if (search instanceof Like like) {
      return List.of(like.right());
    }
    if (search instanceof ILike like) {
      return List.of(like.right());
    }
    return search instanceof MultiLikeBase several
        ? CollectionConverters.asJava(several.patterns()).stream()
            .map(pattern -> Literal.create(pattern, DataTypes.StringType))
            .toList()
        : List.of();
  }

  /** The name of its class as the lists have it: without what Scala appends for objects. */
  private static String kind(TreeNode<?> node) {
    String name = node.getClass().getName().replaceFirst("\\$.*", "");
    return Stream.of(CATALYST, SPARK)
        .filter(name::startsWith)
        .findFirst()
        .map(of -> name.substring(of.length()))
        .orElse(name);
  }
}
