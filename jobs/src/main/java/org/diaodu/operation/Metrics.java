package org.diaodu.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * The last run in Prometheus's text format, for the textfile collector of node-exporter. Labels are
 * names of this program alone, never words of a file.
 */
public final class Metrics {
  private final StringBuilder text = new StringBuilder();

  private Metrics() {}

  /**
   * The metrics.
   *
   * @param last the run that has just ended
   * @param published the newest run that published, the same or an earlier one
   */
  public static String of(RunRecord last, Optional<RunRecord> published) {
    Metrics metrics = new Metrics();
    metrics.gauge(
        "diaodu_last_run_success",
        "1 where the last run published, else 0",
        "",
        last.status() == RunRecord.Status.published ? 1 : 0);
    metrics.gauge(
        "diaodu_last_run_timestamp_seconds",
        "When the last run ended",
        "",
        last.endedAt().getEpochSecond());
    metrics.gauge(
        "diaodu_last_run_duration_seconds",
        "How long the last run took",
        "",
        last.took().toMillis() / 1000.0);
    metrics.gauge(
        "diaodu_last_success_timestamp_seconds",
        "When a run last published; 0 where none has",
        "",
        published.map(r -> r.endedAt().getEpochSecond()).orElse(0L));
    metrics.gauge(
        "diaodu_manifest",
        "Number of the manifest that a run published last",
        "",
        published.map(RunRecord::manifest).orElse(0L));
    metrics.each("diaodu_last_run_files", "Files by what became of them", "outcome", last.files());
    metrics.each(
        "diaodu_last_run_cells", "Figure cells by what became of them", "outcome", last.cells());
    metrics.each("diaodu_lights", "Targets by light, over all areas", "light", last.lights());
    metrics.text.append("# HELP diaodu_info Version of the program\n# TYPE diaodu_info gauge\n");
    metrics.text.append("diaodu_info{version=\"%s\"} 1\n".formatted(last.program()));
    return metrics.text.toString();
  }

  /** Puts the text in a file, which is replaced as a whole: a collector never sees a part. */
  public static void write(String text, Path file) {
    Path absolute = file.toAbsolutePath();
    Path beside = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    try {
      Files.createDirectories(absolute.getParent());
      Files.writeString(beside, text);
      Files.move(
          beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the metrics to " + file, e);
    }
  }

  private void each(String name, String help, String label, Map<String, Long> values) {
    head(name, help);
    values.forEach((key, value) -> line(name, "{%s=\"%s\"}".formatted(label, key), value));
  }

  private void gauge(String name, String help, String labels, Number value) {
    head(name, help);
    line(name, labels, value);
  }

  private void head(String name, String help) {
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
  }

  private void line(String name, String labels, Number value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }
}
