package org.diaodu.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Gives the server a small task again and again. Where none is done for longer than a query may
 * take, all that work is done by stands still, as in a computation that Java cannot stop; then
 * whoever asked is told, and should start the server anew.
 */
final class HealthWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(15);

  /** Of {@code fairscheduler.xml}: waits for a place, and not for its turn among queries. */
  private static final String POOL = "health";

  private final CountDownLatch closed = new CountDownLatch(1);
  private final JavaSparkContext spark;
  private final Duration patience;
  private final Runnable standsStill;

  /**
   * Begins to watch.
   *
   * @param patience how long a task may wait for others: longer than a query may take
   * @param standsStill called once
   */
  HealthWatch(SparkSession own, Duration patience, Runnable standsStill) {
    this.spark = JavaSparkContext.fromSparkContext(own.sparkContext());
    this.patience = patience;
    this.standsStill = standsStill;
    Thread watch = new Thread(this::watch, "health-watch");
    watch.setDaemon(true);
    watch.start();
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void watch() {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread one = new Thread(task, "health-task");
              one.setDaemon(true);
              return one;
            });
    try {
      while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!isDone(thread.submit(this::smallTask))) {
          standsStill.run();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread.shutdownNow();
    }
  }

  private long smallTask() {
    spark.setLocalProperty("spark.scheduler.pool", POOL);
    return spark.parallelize(List.of(1), 1).count();
  }

  private boolean isDone(Future<Long> task) throws InterruptedException {
    try {
      task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException failed) {
      // One that fails was at least begun and ended.
      return true;
    }
  }
}
