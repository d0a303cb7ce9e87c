package org.diaodu.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.XxHash64;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/** Spark's {@code xxhash64} of rows in memory, evaluated by the function's own expression. */
final class RowHash {
  /** The seed that {@code functions.xxhash64} has. */
  private static final long SEED = 42;

  private final Function1<Object, Object> converter;
  private final Expression hash;

  /**
   * Of the columns of a schema but those named.
   *
   * @throws IllegalArgumentException where a column is of a type that Spark does not hash
   */
  RowHash(StructType schema, Set<String> without) {
    this.converter = CatalystTypeConverters.createToCatalystConverter(schema);
    this.hash = new XxHash64(columns(schema, without), SEED);
    if (hash.checkInputDataTypes().isFailure()) {
      throw new IllegalArgumentException("Cannot hash rows of " + schema.simpleString());
    }
  }

  /** The row as Spark holds it, each decimal with the scale of its column. */
  InternalRow stored(Row row) {
    return (InternalRow) converter.apply(row);
  }

  /** The hash of a row. */
  long of(InternalRow stored) {
    return (long) hash.eval(stored);
  }

  /** The hash of a hash. */
  static long of(long hash) {
    return XXH64.hashLong(hash, SEED);
  }

  private static scala.collection.immutable.Seq<Expression> columns(
      StructType schema, Set<String> without) {
    List<Expression> columns = new ArrayList<>();
    for (int i = 0; i < schema.length(); i++) {
      StructField field = schema.fields()[i];
      if (!without.contains(field.name())) {
        columns.add(new BoundReference(i, field.dataType(), true));
      }
    }
    return scala.jdk.javaapi.CollectionConverters.asScala(columns).toSeq();
  }
}
