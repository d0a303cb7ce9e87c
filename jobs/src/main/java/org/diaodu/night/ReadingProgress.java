package org.diaodu.night;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.util.LongAccumulator;
import org.diaodu.operation.Progress;
import scala.jdk.javaapi.CollectionConverters;

/** Tells, about every ten seconds, how many cells the tasks that read files have read so far. */
final class ReadingProgress extends SparkListener {
  static final String CELLS = "cells read";

  private final Progress progress;
  private final Map<Long, Long> byTask = new ConcurrentHashMap<>();
  private long told;

  ReadingProgress(Progress progress) {
    this.progress = progress;
  }

  /** Runs work that counts its cells, and tells of it while it runs. */
  static <T> T during(SparkContext spark, Progress progress, Function<LongAccumulator, T> work) {
    ReadingProgress listener = new ReadingProgress(progress);
    spark.addSparkListener(listener);
    try {
      return work.apply(spark.longAccumulator(CELLS));
    } finally {
      spark.removeSparkListener(listener);
    }
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    CollectionConverters.asJava(update.accumUpdates())
        .forEach(
            task ->
                CollectionConverters.asJava(task._4()).stream()
                    .filter(of -> of.name().contains(CELLS))
                    .forEach(of -> byTask.put((Long) task._1(), value(of))));
    long cells = byTask.values().stream().mapToLong(Long::longValue).sum();
    if (cells > told) {
      told = cells;
      progress.cellsRead(cells);
    }
  }

  private static long value(AccumulableInfo of) {
    return of.update().isDefined() ? (Long) of.update().get() : 0;
  }
}
