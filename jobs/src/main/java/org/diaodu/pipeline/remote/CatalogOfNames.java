package org.diaodu.pipeline.remote;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The names, columns and comments of the published tables, as views without rows, so that clients
 * can list and describe them. {@link PublishedRows} puts the rows there; where it did not, reading
 * one fails.
 */
final class CatalogOfNames {
  private CatalogOfNames() {}

  /** Makes them, for all sessions of the process. */
  static void create(SparkSession spark) {
    for (Table table : Table.values()) {
      spark.sql("CREATE DATABASE IF NOT EXISTS " + table.database());
      spark.sql(view(ContractReader.read(table)));
    }
  }

  /** The published table that a view stands for; empty for any other view. */
  static Optional<Table> table(View view) {
    if (view.isTempView() || view.desc().identifier().database().isEmpty()) {
      return Optional.empty();
    }
    String name =
        view.desc().identifier().database().get() + "." + view.desc().identifier().table();
    return Arrays.stream(Table.values()).filter(t -> t.fullName().equals(name)).findFirst();
  }

  /** Whether a view stands for a published table and has no rows yet. */
  static boolean isName(View view) {
    return table(view).isPresent()
        && CollectionConverters.asJava(view.child().collectLeaves()).stream()
            .map(LogicalPlan.class::cast)
            .allMatch(OneRowRelation.class::isInstance);
  }

  private static String view(TableContract contract) {
    return "CREATE OR REPLACE VIEW %s (%s) COMMENT %s AS SELECT %s WHERE raise_error('no rows yet') IS NULL"
        .formatted(
            contract.table().fullName(),
            Arrays.stream(contract.struct().fields())
                .map(f -> f.name() + " COMMENT " + quoted(f.getComment().get()))
                .collect(Collectors.joining(", ")),
            quoted(contract.description()),
            contract.columns().stream()
                .map(c -> "CAST(NULL AS %s) AS %s".formatted(c.type().sql(), c.name()))
                .collect(Collectors.joining(", ")));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
