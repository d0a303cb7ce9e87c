package org.diaodu.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waiting for other processes and threads, never for ever: who gives up says what it waited for and
 * what it saw last.
 */
public final class Await {
  /** Long enough for a whole night on a machine that has much else to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Await() {}

  /** What is to be seen. */
  @FunctionalInterface
  public interface Look<T> {
    /** Looks once, or until there is something. */
    T now() throws IOException, InterruptedException;
  }

  /**
   * Looks again and again until what it sees is as wanted, where nothing tells that it is.
   *
   * @param awaited what is waited for, as in "two workers have joined"
   * @return what was seen
   */
  public static <T> T until(String awaited, Look<T> look, Predicate<? super T> wanted)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    T seen = look.now();
    while (!wanted.test(seen)) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw gaveUp(awaited, String.valueOf(seen));
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      seen = look.now();
    }
    return seen;
  }

  /**
   * The answer of a call that blocks until there is one, as reading from a process does.
   *
   * @param awaited what is waited for, as in "the port of the server"
   * @param seen what was seen of it until then
   */
  public static <T> T answer(String awaited, Look<T> call, Supplier<String> seen)
      throws IOException, InterruptedException {
    FutureTask<T> answer = new FutureTask<>(call::now);
    Thread waits = new Thread(answer, "awaits " + awaited);
    waits.setDaemon(true);
    waits.start();
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      waits.interrupt();
      throw gaveUp(awaited, seen.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("Cannot wait for: " + awaited, e.getCause());
    }
  }

  /** The next line of another process; null where it ended without one. */
  public static String line(String awaited, BufferedReader from)
      throws IOException, InterruptedException {
    return answer(awaited, from::readLine, () -> "no further line");
  }

  /** All that a process writes to its standard output, to its end. */
  public static String output(String awaited, Process process)
      throws IOException, InterruptedException {
    return answer(
        awaited,
        () -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
        () -> "still running: " + process.info());
  }

  /** The exit code of a process. */
  public static int exitCode(String awaited, Process process)
      throws IOException, InterruptedException {
    return answer(awaited, process::waitFor, () -> "still running: " + process.info());
  }

  private static AssertionError gaveUp(String awaited, String seen) {
    return new AssertionError(
        "waited %d seconds for: %s; seen last: %s".formatted(PATIENCE.toSeconds(), awaited, seen));
  }
}
