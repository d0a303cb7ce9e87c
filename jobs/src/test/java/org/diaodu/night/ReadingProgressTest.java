package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.diaodu.operation.Progress;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple4;
import scala.jdk.javaapi.CollectionConverters;

class ReadingProgressTest {
  private final List<Long> told = new ArrayList<>();

  @Test
  void theCellsOfAllTasksAreToldTogetherAndOnlyWhenThereAreMore() {
    ReadingProgress progress =
        new ReadingProgress(
            new Progress() {
              @Override
              public void stageBegins(int number, int of, String stage) {}

              @Override
              public void cellsRead(long cells) {
                told.add(cells);
              }
            });

    progress.onExecutorMetricsUpdate(heartbeat(1, "rows of something else", 7));
    progress.onExecutorMetricsUpdate(heartbeat(1, ReadingProgress.CELLS, 8_000));
    progress.onExecutorMetricsUpdate(heartbeat(2, ReadingProgress.CELLS, 500));
    progress.onExecutorMetricsUpdate(heartbeat(2, ReadingProgress.CELLS, 500));
    progress.onExecutorMetricsUpdate(heartbeat(1, ReadingProgress.CELLS, 9_000));

    assertThat(told).containsExactly(8_000L, 8_500L, 9_500L);
  }

  private static SparkListenerExecutorMetricsUpdate heartbeat(long task, String name, long value) {
    AccumulableInfo info =
        new AccumulableInfo(
            1,
            Option.apply(name),
            Option.apply(value),
            Option.empty(),
            false,
            true,
            Option.empty());
    return new SparkListenerExecutorMetricsUpdate(
        "driver",
        CollectionConverters.asScala(
                List.of(
                    new Tuple4<
                        Object, Object, Object, scala.collection.immutable.Seq<AccumulableInfo>>(
                        task, 0, 0, CollectionConverters.asScala(List.of(info)).toSeq())))
            .toSeq(),
        scala.collection.immutable.Map$.MODULE$.empty());
  }
}
