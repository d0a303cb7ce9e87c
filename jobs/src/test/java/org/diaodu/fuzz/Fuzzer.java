package org.diaodu.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Feeds a reader, one input after the other, and keeps the first input of every kind of failure: an
 * exception that the reader does not declare, an input that takes too long, and whatever the reader
 * read that its input does not say.
 */
final class Fuzzer {
  /** One input may take this long, on a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final long seed;
  private final Path kept;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, Long> cases = new LinkedHashMap<>();
  private final Map<String, Long> checked = new LinkedHashMap<>();
  private final Map<String, Long> slowest = new LinkedHashMap<>();

  /**
   * A kind of failure.
   *
   * @param first the first case of it
   * @param times how many cases there were
   * @param what the failure
   */
  record Finding(String target, long first, long times, String what, Path input) {}

  /**
   * @param seed of the run
   * @param kept folder for the inputs that failed
   */
  Fuzzer(long seed, Path kept) {
    this.seed = seed;
    this.kept = kept;
  }

  /** Feeds a number of inputs, those after the ones fed before. */
  void feed(Target target, int count) throws IOException {
    long from = cases.getOrDefault(target.name(), 0L);
    for (long number = from; number < from + count; number++) {
      byte[] input = target.input(dice(target, number));
      long start = System.nanoTime();
      Outcome outcome = read(target, input);
      slowest.merge(target.name(), System.nanoTime() - start, Math::max);
      checked.merge(target.name(), outcome.checked, Long::sum);
      if (outcome.failure != null) {
        keep(target, number, input, outcome.failure);
      }
    }
    cases.put(target.name(), from + count);
  }

  /** By reader, how many figures were read and found to be right. */
  Map<String, Long> checked() {
    return checked;
  }

  List<Finding> findings() {
    return List.copyOf(findings.values());
  }

  /** What was done and found. */
  String report() {
    StringBuilder report = new StringBuilder("seed " + seed + "\n");
    cases.forEach(
        (name, count) ->
            report.append(
                "%-28s %9d cases, %10d figures right, slowest %6d ms%n"
                    .formatted(
                        name,
                        count,
                        checked.get(name),
                        slowest.getOrDefault(name, 0L) / 1_000_000)));
    for (Finding f : findings.values()) {
      report.append(
          "%n%s, %d times, first case %d, kept in %s%n%s%n"
              .formatted(f.target(), f.times(), f.first(), f.input(), f.what().indent(2)));
    }
    return report.append("%n%d kinds of failure%n".formatted(findings.size())).toString();
  }

  private Dice dice(Target target, long number) {
    return new Dice(31 * (31 * seed + target.name().hashCode()) + number * 0x9E3779B97F4A7C15L);
  }

  /** What became of one input. */
  private static final class Outcome {
    private long checked;
    private Throwable failure;
  }

  /** In a thread of its own, so that one that never ends is found out. */
  private static Outcome read(Target target, byte[] input) {
    Outcome outcome = new Outcome();
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.checked = target.read(input);
              } catch (Throwable t) {
                outcome.failure = t;
              }
            },
            target.name());
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
    if (thread.isAlive()) {
      AssertionError endless = new AssertionError("no end after " + LIMIT.toSeconds() + " s");
      endless.setStackTrace(thread.getStackTrace());
      Outcome none = new Outcome();
      none.failure = endless;
      return none;
    }
    return outcome;
  }

  private void keep(Target target, long number, byte[] input, Throwable failure) {
    String kind = target.name() + " " + kind(failure);
    Finding known = findings.get(kind);
    if (known != null) {
      findings.put(
          kind,
          new Finding(
              known.target(), known.first(), known.times() + 1, known.what(), known.input()));
      return;
    }
    try {
      Files.createDirectories(kept);
      String name = target.name().replaceAll("[^a-zA-Z]+", "-") + "-" + seed + "-" + number;
      Path file = Files.write(kept.resolve(name), input);
      findings.put(kind, new Finding(target.name(), number, 1, what(failure), file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the input", e);
    }
  }

  private static String kind(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String said = failure instanceof AssertionError ? message.replaceFirst("(?s)[:\n].*", "") : "";
    boolean anywhere = failure instanceof VirtualMachineError;
    return failure.getClass().getName() + said + (anywhere ? "" : places(failure, 2));
  }

  private static String what(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.getClass().getName()
        + ": "
        + message.substring(0, Math.min(message.length(), 500))
        + "\n"
        + places(failure, 8);
  }

  /** Where it failed, as far as it is our code, and the place that our code called. */
  private static String places(Throwable failure, int most) {
    List<StackTraceElement> stack = new ArrayList<>(Arrays.asList(failure.getStackTrace()));
    return stack.stream()
        .filter(e -> stack.indexOf(e) == 0 || e.getClassName().startsWith("org.diaodu"))
        .limit(most)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining("\n"));
  }
}
