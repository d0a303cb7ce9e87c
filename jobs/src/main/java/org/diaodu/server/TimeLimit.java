package org.diaodu.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.sql.connect.service.ExecuteHolder;
import org.apache.spark.sql.connect.service.ExecuteKey;
import org.apache.spark.sql.connect.service.SparkConnectService$;
import scala.jdk.javaapi.CollectionConverters;

/** Ends queries that take too long. Looks once a second. */
final class TimeLimit implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<ExecuteKey, Integer> seconds = new HashMap<>();
  private final Duration limit;
  private final Consumer<String> log;

  TimeLimit(Duration limit, Consumer<String> log) {
    this.limit = limit;
    this.log = log;
    Thread watch = new Thread(this::watch, "time-limit");
    watch.setDaemon(true);
    watch.start();
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void watch() {
    try {
      while (!closed.await(1, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    List<ExecuteHolder> running =
        CollectionConverters.asJava(
            SparkConnectService$.MODULE$.executionManager().listExecuteHolders());
    seconds.keySet().retainAll(running.stream().map(ExecuteHolder::key).toList());
    for (ExecuteHolder query : running) {
      if (seconds.merge(query.key(), 1, Integer::sum) > limit.toSeconds()) {
        end(query);
      }
    }
  }

  private void end(ExecuteHolder query) {
    try {
      if (query.interrupt()) {
        log.accept(
            "ended operation=%s why=longer than %d s"
                .formatted(query.operationId(), limit.toSeconds()));
      }
    } catch (RuntimeException e) {
      log.accept("not ended operation=%s why=%s".formatted(query.operationId(), e));
    }
  }
}
