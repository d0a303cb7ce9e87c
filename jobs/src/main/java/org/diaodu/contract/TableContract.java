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
 * @param grain what one row is, in English and Chinese
 * @param description what the table is for, in English and Chinese
 * @param method page below {@code docs/} that says how it is made; empty where it is plain
 * @param embargo what of it may be shown before release times are over
 * @param key columns that together name a row
 * @param columns in order
 * @param retired columns and constraints that tables of an earlier version have, and that nothing
 *     needs any more
 * @param constraints Spark SQL condition by name; every row meets every one
 */
public record TableContract(
    Table table,
    Bilingual grain,
    Bilingual description,
    String method,
    EmbargoRule embargo,
    List<String> key,
    List<Column> columns,
    List<String> retired,
    Map<String, String> constraints) {

  /**
   * One column.
   *
   * @param name snake_case
   * @param type Spark SQL type
   * @param nullable whether a row may leave it null
   * @param unit unit of the figure; empty where it has none
   * @param codes name of the code list that its values are of, see {@link CodeNames}; empty where
   *     they are of none
   * @param description what it means, in English and Chinese
   */
  public record Column(
      String name,
      DataType type,
      boolean nullable,
      String unit,
      String codes,
      Bilingual description) {

    /** As Spark knows it, with its description in both languages as a comment. */
    public StructField field() {
      String measured = unit.isEmpty() ? "" : " Unit: " + unit + ".";
      String comment = description.en() + measured + " " + description.zh();
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
