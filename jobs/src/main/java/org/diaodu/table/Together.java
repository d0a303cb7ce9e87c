package org.diaodu.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on tables that do not depend on each other, side by side: a Delta commit is mostly waiting
 * and planning, and a small night is mostly commits.
 */
public final class Together {
  private static final int THREADS = 4;

  private Together() {}

  /**
   * Runs all tasks to their end and gives their results in order. Where some fail, the first
   * failure is thrown, the others stand in it as suppressed.
   */
  public static <T> List<T> run(List<Callable<T>> tasks) {
    // Threads of its own: they inherit the active session and the class loader of the caller.
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, tasks.size()));
    try {
      List<Future<T>> futures = new ArrayList<>();
      tasks.forEach(task -> futures.add(threads.submit(task)));
      return results(futures);
    } finally {
      threads.shutdown();
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    RuntimeException failure = null;
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        RuntimeException found =
            e.getCause() instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("Cannot finish the work on a table", e.getCause());
        if (failure == null) {
          failure = found;
        } else {
          failure.addSuppressed(found);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Cannot finish the work on the tables: interrupted", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return results;
  }
}
