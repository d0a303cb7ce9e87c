package org.diaodu.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.classic.Dataset;
import org.diaodu.contract.Table;
import org.diaodu.published.PublishedTables;
import org.diaodu.published.ReadOnlyQuery;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Puts the rows of the published tables where a client's query names them. The catalog knows the
 * names and columns only ({@link CatalogOfNames}). A session keeps the night that was the newest
 * when it first read a table: all that one analyst sees in one session belongs together.
 */
final class PublishedRows extends Rule<LogicalPlan> {
  private final SparkSession session;
  private final Map<String, LogicalPlan> rows = new ConcurrentHashMap<>();
  private Optional<PublishedTables> night = Optional.empty();

  PublishedRows(SparkSession session) {
    this.session = session;
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    if (!Serving.isClient(session)) {
      return plan;
    }
    return plan.resolveOperatorsUpWithSubqueriesAndPruning(
        ScalaFunctions.of(bits -> true),
        plan.resolveOperatorsUpWithSubqueriesAndPruning$default$2(),
        new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
          @Override
          public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof View view && CatalogOfNames.isName(view);
          }

          @Override
          public LogicalPlan apply(LogicalPlan node) {
            View view = (View) node;
            return view.copy(view.desc(), view.isTempView(), rowsOf(view), view.options());
          }
        });
  }

  /** With the identities of the view's columns, which the query may refer to already. */
  private LogicalPlan rowsOf(View view) {
    LogicalPlan published =
        rows.computeIfAbsent(ReadOnlyQuery.publishedName(view).orElseThrow(), this::read);
    Map<String, Attribute> byName =
        CollectionConverters.asJava(published.output()).stream()
            .collect(Collectors.toMap(Attribute::name, column -> column));
    List<NamedExpression> columns = new ArrayList<>();
    for (Attribute column : CollectionConverters.asJava(view.output())) {
      columns.add(
          new Alias(
              byName.get(column.name()),
              column.name(),
              column.exprId(),
              column.qualifier(),
              Option.apply(column.metadata()),
              CollectionConverters.asScala(List.<String>of()).toSeq()));
    }
    return new Project(CollectionConverters.asScala(columns).toSeq(), published);
  }

  private synchronized LogicalPlan read(String name) {
    if (night.isEmpty()) {
      night = Optional.of(Serving.current().newest().get());
    }
    PublishedTables tables = night.get();
    org.apache.spark.sql.Dataset<Row> published =
        Table.fromFullName(name)
            .map(tables::read)
            .orElseGet(
                () -> tables.read(org.diaodu.contract.View.fromFullName(name).orElseThrow()));
    return ((Dataset<?>) published).logicalPlan();
  }
}
