package org.diaodu.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Names of columns and fields where each has to be told from the others: in a file, of two columns
 * of one name programs see one.
 */
final class DistinctNames {
  private DistinctNames() {}

  /**
   * Does nothing where no name occurs twice side by side, at whatever depth.
   *
   * @throws UsageException where one does; it says which and what to do
   */
  static void require(StructType columns) {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (StructField column : columns.fields()) {
      if (!seen.add(column.name())) {
        twice.add(column.name());
      }
      require(column.dataType());
    }
    if (!twice.isEmpty()) {
      throw new UsageException(
          "结果有重名的列“%s”，写成文件会丢掉一列：用AS给每一列不同的名称".formatted(String.join("”“", twice)));
    }
  }

  private static void require(DataType type) {
    if (type instanceof StructType fields) {
      require(fields);
    } else if (type instanceof ArrayType list) {
      require(list.elementType());
    } else if (type instanceof MapType map) {
      require(map.keyType());
      require(map.valueType());
    }
  }
}
