package org.diaodu.contract;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What one table is.
 *
 * @param table which one
 * @param description what one row is
 * @param key columns that together name a row
 * @param columns in order
 * @param constraints Spark SQL condition by name; every row meets every one
 */
public record TableContract(
    Table table,
    String description,
    List<String> key,
    List<Column> columns,
    Map<String, String> constraints) {

  /**
   * One column.
   *
   * @param name snake_case
   * @param type Spark SQL type
   * @param nullable whether a row may leave it null
   * @param unit unit of the figure; empty where it has none
   * @param description one sentence
   */
  public record Column(
      String name, DataType type, boolean nullable, String unit, String description) {

    private StructField field() {
      String comment = unit.isEmpty() ? description : description + " Unit: " + unit + ".";
      Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
      return new StructField(name, type, nullable, metadata);
    }
  }

  /** The Spark schema, with descriptions as column comments. */
  public StructType struct() {
    return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
  }

  /** Column names in order. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
