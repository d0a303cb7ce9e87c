package org.diaodu.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.SchemaDifference;
import org.diaodu.contract.TableContract;

/**
 * What has to be done to a table that an earlier version of the program made. Only what leaves
 * every stored row as it is can be done in place: columns that may be null, and constraints; and
 * columns and constraints can go that the contract names as retired.
 *
 * @param added columns that the table lacks
 * @param dropped columns that it has no more
 * @param constraints conditions that the table lacks, by name
 * @param lifted names of constraints that it has no more
 * @param refused differences that cannot be mended in place, one sentence each
 */
record Upgrade(
    List<TableContract.Column> added,
    List<String> dropped,
    Map<String, String> constraints,
    List<String> lifted,
    List<String> refused) {
  /** What the properties begin with in which Delta keeps constraints. */
  static final String CONSTRAINT = "delta.constraints.";

  /**
   * Holds a table against its contract.
   *
   * @param found its columns
   * @param conditions its constraints by name
   */
  static Upgrade of(TableContract contract, StructType found, Map<String, String> conditions) {
    List<TableContract.Column> added =
        contract.columns().stream()
            .filter(column -> !Arrays.asList(found.fieldNames()).contains(column.name()))
            .filter(TableContract.Column::nullable)
            .toList();
    List<String> dropped =
        Arrays.stream(found.fieldNames()).filter(contract.retired()::contains).toList();
    StructType then = new StructType();
    for (StructField field : found.fields()) {
      then = dropped.contains(field.name()) ? then : then.add(field);
    }
    for (TableContract.Column column : added) {
      then = then.add(column.name(), column.type());
    }
    List<String> refused = new ArrayList<>(SchemaDifference.between(contract, then));
    Map<String, String> missing = new TreeMap<>(contract.constraints());
    List<String> lifted =
        conditions.keySet().stream().filter(contract.retired()::contains).toList();
    conditions.forEach(
        (name, condition) -> {
          String expected = missing.remove(name);
          if (!lifted.contains(name) && !condition.equals(expected)) {
            refused.add(
                "constraint %s is %s, expected %s"
                    .formatted(name, condition, expected == null ? "none" : expected));
          }
        });
    return new Upgrade(added, dropped, missing, lifted, refused);
  }

  /** The constraints among the properties of a table, by name. */
  static Map<String, String> constraints(Map<String, String> properties) {
    Map<String, String> constraints = new TreeMap<>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(CONSTRAINT)) {
            constraints.put(name.substring(CONSTRAINT.length()), value);
          }
        });
    return constraints;
  }

  /** Whether the table is as its contract says. */
  boolean isNothing() {
    return added.isEmpty()
        && dropped.isEmpty()
        && constraints.isEmpty()
        && lifted.isEmpty()
        && refused.isEmpty();
  }
}
