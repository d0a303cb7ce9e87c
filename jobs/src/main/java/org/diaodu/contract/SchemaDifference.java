package org.diaodu.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Says in words how a schema differs from a table's contract. */
public final class SchemaDifference {
  private SchemaDifference() {}

  /**
   * One sentence for each column that is missing, not in the contract, or of another type. Order
   * and nullability are left out: columns are matched by name, and Delta holds each row against NOT
   * NULL.
   */
  public static List<String> between(TableContract contract, StructType found) {
    List<String> differences = new ArrayList<>();
    for (TableContract.Column column : contract.columns()) {
      StructField field =
          Arrays.stream(found.fields())
              .filter(f -> f.name().equals(column.name()))
              .findFirst()
              .orElse(null);
      if (field == null) {
        differences.add(
            "column %s is missing, expected %s".formatted(column.name(), column.type().sql()));
      } else if (!sameType(column.type(), field.dataType())) {
        differences.add(
            "column %s is %s, expected %s"
                .formatted(column.name(), field.dataType().sql(), column.type().sql()));
      }
    }
    for (StructField field : found.fields()) {
      if (!contract.columnNames().contains(field.name())) {
        differences.add("column %s is not in the contract".formatted(field.name()));
      }
    }
    return differences;
  }

  /** Same type, whatever it says of nulls inside arrays and maps: Spark changes that freely. */
  private static boolean sameType(DataType expected, DataType found) {
    if (expected instanceof ArrayType a && found instanceof ArrayType b) {
      return sameType(a.elementType(), b.elementType());
    }
    if (expected instanceof MapType a && found instanceof MapType b) {
      return sameType(a.keyType(), b.keyType()) && sameType(a.valueType(), b.valueType());
    }
    return expected.equals(found);
  }
}
