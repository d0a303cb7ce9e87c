package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistryBase;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** A function of Spark's that nobody looked at is not only refused, it fails the build. */
class ReviewedFunctionsTest {
  @Test
  void everyFunctionOfSparkWasLookedAt() {
    assertThat(reviewed("functions")).isEqualTo(names(FunctionRegistry.builtin()));
  }

  @Test
  void everyFunctionThatMakesRowsWasLookedAt() {
    assertThat(reviewed("table-functions")).isEqualTo(names(TableFunctionRegistry.builtin()));
  }

  @Test
  void noNameIsBothAllowedAndRefused() {
    for (String list : Set.of("functions", "table-functions", "steps", "expressions")) {
      Set<String> both = new HashSet<>(Reviewed.read(list).allowed());
      both.retainAll(Reviewed.read(list).refused());
      assertThat(both).as(list).isEmpty();
    }
  }

  private static Set<String> reviewed(String list) {
    Set<String> all = new TreeSet<>(Reviewed.read(list).allowed());
    all.addAll(Reviewed.read(list).refused());
    return all;
  }

  private static Set<String> names(FunctionRegistryBase<?> registry) {
    return CollectionConverters.asJava(registry.listFunction()).stream()
        .map(FunctionIdentifier::funcName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
