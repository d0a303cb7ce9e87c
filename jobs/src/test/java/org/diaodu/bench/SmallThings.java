package org.diaodu.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is small enough to be measured alone, by JMH: nanoseconds each. */
final class SmallThings {
  private static final int ROUNDS = 5;

  private SmallThings() {}

  /** Lines of a table: what, nanoseconds, and how far they may be off. */
  static List<String> measured() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("org\\.diaodu\\..*Benchmark\\..*")
                    .forks(1)
                    .warmupIterations(ROUNDS)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(ROUNDS)
                    .measurementTime(TimeValue.seconds(1))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    List<String> lines = new ArrayList<>();
    results.stream()
        .sorted(Comparator.comparing((RunResult r) -> r.getParams().getBenchmark()))
        .forEach(
            result ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "| %s | %,.1f | ± %,.1f |",
                        name(result.getParams().getBenchmark()),
                        result.getPrimaryResult().getScore(),
                        result.getPrimaryResult().getScoreError())));
    return lines;
  }

  private static String name(String benchmark) {
    String[] parts = benchmark.split("\\.");
    return parts[parts.length - 2].replace("Benchmark", "") + ", " + parts[parts.length - 1];
  }
}
