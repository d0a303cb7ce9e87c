package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code performance.md} and {@code performance.csv}. Of the page only what stands between the two
 * marks is written; what people wrote around it stays.
 */
final class PerformancePage {
  private static final String BEGIN = "<!-- measured by bin/diaodu bench -->";
  private static final String END = "<!-- end of what was measured -->";

  private PerformancePage() {}

  static void write(Path docs, List<Result> results, List<String> small, String machine)
      throws IOException {
    Files.createDirectories(docs);
    Files.writeString(
        docs.resolve("performance.csv"),
        "workload,figures,ours,against,basis,ratio,limit,cpu_s,against_cpu_s,peak_mb,against_peak_mb\n"
            + results.stream().map(r -> r.csv() + "\n").collect(Collectors.joining()));
    Path page = docs.resolve("performance.md");
    String text =
        Files.exists(page) ? Files.readString(page) : "# Performance\n\n" + BEGIN + END + "\n";
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(
          "%s has no place for the results. Expected the lines %s and %s"
              .formatted(page, BEGIN, END));
    }
    Files.writeString(
        page,
        text.substring(0, begin)
            + BEGIN
            + "\n"
            + measured(results, small, machine)
            + text.substring(end));
  }

  private static String measured(List<Result> results, List<String> small, String machine) {
    return machine
        + "\n\n| | figures | ours | against | ratio | must reach | CPU s, ours / DuckDB |"
        + " peak MB, ours / DuckDB |\n|---|---|---|---|---|---|---|---|\n"
        + results.stream().map(r -> r.markdown() + "\n").collect(Collectors.joining())
        + "\n| alone, by JMH | nanoseconds | error (99.9 %) |\n|---|---|---|\n"
        + small.stream().map(line -> line + "\n").collect(Collectors.joining())
        + "\n";
  }
}
