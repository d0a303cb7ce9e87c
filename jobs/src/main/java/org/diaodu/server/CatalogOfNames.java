package org.diaodu.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.types.StructField;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;
import org.diaodu.contract.ViewContract;
import org.diaodu.contract.ViewReader;
import org.diaodu.published.ReadOnlyQuery;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The names, columns and comments of the published tables and of the views over them, as views
 * without rows, so that clients can list and describe them. {@link PublishedRows} puts the rows
 * there; where it did not, reading one fails.
 */
final class CatalogOfNames {
  /**
   * A column that a name has.
   *
   * @param type as SQL writes it
   */
  private record Column(String name, String type, String comment) {}

  private CatalogOfNames() {}

  /** Makes them, for all sessions of the process. */
  static void create(SparkSession spark) {
    for (Table table : Table.values()) {
      TableContract contract = ContractReader.read(table);
      spark.sql("CREATE DATABASE IF NOT EXISTS " + table.database());
      spark.sql(name(table.fullName(), contract.grain().en(), columns(contract)));
    }
    for (org.diaodu.contract.View view : org.diaodu.contract.View.values()) {
      ViewContract contract = ViewReader.read(view);
      spark.sql(name(view.fullName(), contract.questionZh(), columns(spark, contract)));
    }
  }

  /** Whether a view stands for a published table or view and has no rows yet. */
  static boolean isName(View view) {
    return ReadOnlyQuery.publishedName(view).isPresent()
        && CollectionConverters.asJava(view.child().collectLeaves()).stream()
            .map(LogicalPlan.class::cast)
            .allMatch(OneRowRelation.class::isInstance);
  }

  private static List<Column> columns(TableContract contract) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : contract.struct().fields()) {
      columns.add(new Column(field.name(), field.dataType().sql(), field.getComment().get()));
    }
    return columns;
  }

  /** The types of a view follow from its query; the pack and the day do not matter to them. */
  private static List<Column> columns(SparkSession spark, ViewContract contract) {
    String query =
        contract.query(
            "", LocalDate.EPOCH, table -> "SELECT " + nulls(columns(ContractReader.read(table))));
    StructField[] types = spark.sql(query).schema().fields();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      columns.add(
          new Column(
              types[i].name(),
              types[i].dataType().sql(),
              contract.columns().get(i).description().en()));
    }
    return columns;
  }

  private static String name(String name, String comment, List<Column> columns) {
    return "CREATE OR REPLACE VIEW %s (%s) COMMENT %s AS SELECT %s WHERE raise_error('no rows yet') IS NULL"
        .formatted(
            name,
            columns.stream()
                .map(c -> "`%s` COMMENT %s".formatted(c.name(), quoted(c.comment())))
                .collect(Collectors.joining(", ")),
            quoted(comment),
            nulls(columns));
  }

  private static String nulls(List<Column> columns) {
    return columns.stream()
        .map(c -> "CAST(NULL AS %s) AS `%s`".formatted(c.type(), c.name()))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
