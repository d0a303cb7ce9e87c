package org.diaodu.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Rows as cells of text: decimals in full, instants in UTC, lists and maps as JSON. */
final class Cells {
  private Cells() {}

  /** The rows with lists, maps and structures as JSON; all else as it is. */
  static Dataset<Row> flat(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      boolean nested =
          field.dataType() instanceof ArrayType
              || field.dataType() instanceof MapType
              || field.dataType() instanceof StructType;
      columns.add(nested ? to_json(col(field.name())).as(field.name()) : col(field.name()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  /** A cell as text; empty where there is nothing. */
  static String text(Object cell) {
    if (cell == null) {
      return "";
    }
    return cell instanceof BigDecimal decimal ? decimal.toPlainString() : cell.toString();
  }
}
