package org.diaodu.server;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.sql.connect.service.ExecuteHolder;
import org.apache.spark.sql.connect.service.SparkConnectService$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Ends queries before they fill the memory of the server. Spark gives a sort or a join only as much
 * as there is, but not what a function collects into one row, such as {@code collect_list}. Where
 * the heap is nearly full although it was tidied up, the query that began last is ended, and the
 * next one where that was not enough.
 */
final class MemoryLimit implements AutoCloseable {
  /** Of the heap: from here on somebody has to give way. */
  private static final double FULL = 0.75;

  private static final long EVERY_MILLIS = 250;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Consumer<String> log;

  MemoryLimit(Consumer<String> log) {
    this.log = log;
    Thread watch = new Thread(this::watch, "memory-limit");
    watch.setDaemon(true);
    watch.start();
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void watch() {
    try {
      while (!closed.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        if (isFull()) {
          youngest().ifPresent(this::end);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<ExecuteHolder> youngest() {
    return CollectionConverters.asJava(
            SparkConnectService$.MODULE$.executionManager().listExecuteHolders())
        .stream()
        .max(Comparator.comparingLong(ExecuteHolder::creationTimeNs));
  }

  private void end(ExecuteHolder query) {
    try {
      if (query.interrupt()) {
        log.accept("ended operation=%s why=memory is nearly full".formatted(query.operationId()));
      }
    } catch (RuntimeException e) {
      log.accept("not ended operation=%s why=%s".formatted(query.operationId(), e));
    }
  }

  /** What is in use can be told from what nobody needs any more only after the heap is tidied. */
  private static boolean isFull() {
    if (used() < FULL) {
      return false;
    }
    System.gc();
    return used() >= FULL;
  }

  private static double used() {
    Runtime heap = Runtime.getRuntime();
    return (double) (heap.totalMemory() - heap.freeMemory()) / heap.maxMemory();
  }
}
