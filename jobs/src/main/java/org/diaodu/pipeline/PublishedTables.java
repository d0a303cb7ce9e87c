package org.diaodu.pipeline;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExecuteImmediate;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CompoundPlanStatement;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.diaodu.contract.Table;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.Warehouse;
import scala.jdk.javaapi.CollectionConverters;

/** The tables as one finished run published them: half a night is never seen. */
public final class PublishedTables {
  /** Commands that only look. */
  private static final Set<String> HARMLESS =
      Set.of(
          "ShowTables",
          "ShowNamespaces",
          "ShowColumns",
          "DescribeRelation",
          "DescribeColumn",
          "ExplainCommand");

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Manifest manifest;

  private PublishedTables(SparkSession spark, Warehouse warehouse, Manifest manifest) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.manifest = manifest;
  }

  /** Those of the newest manifest; empty before the first run has finished. */
  public static Optional<PublishedTables> newest(SparkSession spark, String warehouse) {
    return new Manifests(spark.sparkContext().hadoopConfiguration(), warehouse)
        .newest()
        .map(m -> new PublishedTables(spark, new Warehouse(spark, warehouse), m));
  }

  /** The day as of which they are known. */
  public LocalDate asOf() {
    return manifest.asOf();
  }

  /** The rows of one table. */
  public Dataset<Row> read(Table table) {
    return warehouse.read(table, manifest.versions().get(table.fullName()));
  }

  /**
   * The result of a query that names tables as {@code database.table}.
   *
   * @throws QueryNotAllowedException where the query is not one that only reads
   */
  public Dataset<Row> query(String sql) {
    requireReadOnly(sql);
    for (Table table : mentioned(sql)) {
      spark.sql("CREATE DATABASE IF NOT EXISTS " + table.database());
      spark.sql(
          "CREATE OR REPLACE VIEW %s AS SELECT * FROM delta.`%s` VERSION AS OF %d"
              .formatted(
                  table.fullName(),
                  warehouse.path(table),
                  manifest.versions().get(table.fullName())));
    }
    return spark.sql(sql);
  }

  /** Each view costs a look at its table's log, so only those that the query names are made. */
  private static List<Table> mentioned(String sql) {
    String text = sql.toLowerCase(Locale.ROOT).replace("`", "");
    List<Table> named =
        Arrays.stream(Table.values()).filter(t -> text.contains(t.fullName())).toList();
    return named.isEmpty() ? List.of(Table.values()) : named;
  }

  /** A statement that writes can stand below another one, as an INSERT below a WITH does. */
  private void requireReadOnly(String sql) {
    LogicalPlan plan;
    try {
      plan = spark.sessionState().sqlParser().parsePlan(sql);
    } catch (org.apache.spark.sql.catalyst.parser.ParseException e) {
      throw new QueryNotAllowedException("这不是一条可以执行的查询：" + e.getMessage(), e);
    }
    Deque<Object> open = new ArrayDeque<>(List.of(plan));
    while (!open.isEmpty()) {
      Object node = open.pop();
      if (acts(node) && !HARMLESS.contains(node.getClass().getSimpleName())) {
        throw new QueryNotAllowedException(
            "只能查询，不能修改：%s".formatted(node.getClass().getSimpleName()));
      }
      if (node instanceof QueryPlan<?> inner) {
        CollectionConverters.asJava(inner.children()).forEach(open::push);
        CollectionConverters.asJava(inner.innerChildren()).forEach(open::push);
      }
    }
  }

  private static boolean acts(Object node) {
    return node instanceof Command
        || node instanceof ParsedStatement
        || node instanceof CompoundPlanStatement
        || node instanceof UnresolvedExecuteImmediate;
  }
}
