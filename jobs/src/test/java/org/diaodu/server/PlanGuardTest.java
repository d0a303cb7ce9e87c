package org.diaodu.server;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.published.QueryNotAllowedException;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second look, at plans that the first would not even have let in. */
class PlanGuardTest {
  private final SparkSession spark = SharedSpark.session();

  @TempDir private Path folder;

  @Test
  void rowsOfTheQueryItselfAreAllowed() {
    assertThatCode(() -> look(spark.range(3).filter("id > 1").groupBy("id").count()))
        .doesNotThrowAnyException();
    assertThatCode(() -> look(spark.sql("WITH a AS (VALUES (1)) SELECT * FROM a JOIN a b")))
        .doesNotThrowAnyException();
  }

  @Test
  void filesAreRefusedWhereverTheyStand() {
    String path = folder.resolve("figures").toString();
    spark.range(1).write().format("delta").save(path);
    Dataset<?> figures = spark.read().format("delta").load(path);

    assertRefused(figures, "LogicalRelation");
    assertRefused(spark.range(3).join(figures, "id"), "LogicalRelation");
    assertRefused(
        spark.sql("SELECT 1 WHERE EXISTS (SELECT 1 FROM delta.`%s`)".formatted(path)),
        "LogicalRelation");
  }

  @Test
  void codeOfTheClientIsRefused() {
    assertRefused(
        spark
            .range(1)
            .select(udf((UDF1<Long, Long>) n -> n + 1, DataTypes.LongType).apply(col("id"))),
        "ScalaUDF");
    assertRefused(
        spark.range(1).map((MapFunction<Long, Long>) n -> n + 1, Encoders.LONG()),
        "SerializeFromObject");
    assertRefused(
        spark.range(1).select(expr("reflect('java.lang.System', 'lineSeparator')")),
        "CallMethodViaReflection");
  }

  private static void assertRefused(Dataset<?> query, String naming) {
    assertThatThrownBy(() -> look(query))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageContaining(naming);
  }

  private static void look(Dataset<?> query) {
    PlanGuard.require(
        ((org.apache.spark.sql.classic.Dataset<?>) query).queryExecution().analyzed());
  }
}
