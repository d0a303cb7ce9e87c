package org.diaodu.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.region.RegionPack;

/**
 * The figures of many tests, computed in one go: to plan such a table takes seconds, however few
 * its rows. Each test declares its figures in a static field beside itself, and the first that asks
 * for its rows has those of all computed. Every case has indicators of its own, copies of the
 * pack's, so that no figure of another one is in its series, its sums or its ranks.
 */
public final class StatisticsCases {
  private final StatisticsFixture figures;
  private final Function<StatisticsFixture, Dataset<Row>> table;
  private int declared;
  private Dataset<Row> computed;

  /** Without any case. */
  public StatisticsCases(RegionPack pack, Function<StatisticsFixture, Dataset<Row>> table) {
    this.figures = new StatisticsFixture(pack);
    this.table = table;
  }

  /** The figures of one test. */
  public synchronized Case of(Consumer<StatisticsFixture> declaration) {
    if (computed != null) {
      throw new IllegalStateException(
          "The table is computed: declare figures in static fields, before any test runs");
    }
    declared++;
    String copy = "@" + declared;
    figures.ofIndicatorsNamed(copy);
    declaration.accept(figures);
    return new Case(copy);
  }

  private synchronized Dataset<Row> computed() {
    if (computed == null) {
      computed = table.apply(figures).localCheckpoint();
    }
    return computed;
  }

  /** What one test declared. */
  public final class Case {
    private final String copy;

    private Case(String copy) {
      this.copy = copy;
    }

    /** What follows from its figures alone. */
    public Dataset<Row> rows() {
      Dataset<Row> all = computed();
      return all.where(col("indicator").endsWith(lit(copy)))
          .withColumn("indicator", substring_index(col("indicator"), "@", 1));
    }
  }
}
