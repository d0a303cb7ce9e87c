package org.diaodu.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.table.TableRow;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of tables written down by the names of their columns; what is not named is null. */
public final class Rows {
  private Rows() {}

  /** A row of a table; values are written as text, lists with {@code ;}. */
  public static TableRow of(Table table, Map<String, String> values) {
    StructType struct = ContractReader.read(table).struct();
    Object[] fields = new Object[struct.length()];
    for (int i = 0; i < fields.length; i++) {
      StructField field = struct.fields()[i];
      fields[i] = value(field.dataType(), values.get(field.name()));
    }
    for (String name : values.keySet()) {
      struct.fieldIndex(name);
    }
    Row row = new GenericRowWithSchema(fields, struct);
    return TableRow.of(table, List.of(row)).get(0);
  }

  private static Object value(DataType type, String text) {
    if (text == null) {
      return null;
    }
    if (type instanceof DecimalType) {
      return new BigDecimal(text).setScale(6);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(text);
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(text);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(text);
    }
    if (type instanceof ArrayType) {
      return CollectionConverters.asScala(List.of(text.split(";"))).toSeq();
    }
    return text;
  }
}
