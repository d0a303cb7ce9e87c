package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.operation.LastNotices;
import org.diaodu.operation.Lineage;
import org.diaodu.operation.Metrics;
import org.diaodu.operation.Notice;
import org.diaodu.operation.NoticeState;
import org.diaodu.operation.RunRecord;
import org.diaodu.operation.RunRecords;
import picocli.CommandLine.Option;

/**
 * What is told to others after a run, whether it published or failed. Where one of them cannot be
 * told, standard error says so, and the run stays what it was.
 */
final class AfterRun {
  private static final int LOOKED_BACK = 100;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "运行后把指标写到这个文件（Prometheus文本格式，供node-exporter的textfile目录）")
  private Optional<Path> metrics;

  @Option(
      names = "--lineage",
      paramLabel = "FILE",
      description = "运行后把血缘事件追加到这个文件（OpenLineage，每行一个JSON）")
  private Optional<Path> lineage;

  @Option(
      names = "--notify",
      paramLabel = "COMMAND",
      description = "运行失败、恢复，或红灯、暂扣有变化时执行的命令，同一情况只通知一次；运行记录（JSON）从它的标准输入给它。不经过shell")
  private Optional<String> command;

  /** The name of the newest run on record. */
  static Optional<String> newest(Configuration hadoop, String warehouse) {
    return new RunRecords(hadoop, warehouse).newest(1).stream().map(RunRecord::runId).findFirst();
  }

  /**
   * Tells those who want to know. A failure that left no record, because another run held the
   * warehouse for instance, is told as one, and never as the run before it.
   *
   * @param hadoop how the warehouse's file system is reached
   * @param before the newest run on record before this one
   * @param failure what this one ended with
   */
  void tell(
      Configuration hadoop,
      String warehouse,
      Optional<String> before,
      Optional<Throwable> failure,
      PrintWriter err) {
    if (metrics.isEmpty() && lineage.isEmpty() && command.isEmpty()) {
      return;
    }
    List<RunRecord> runs = new RunRecords(hadoop, warehouse).newest(LOOKED_BACK);
    Optional<RunRecord> own =
        runs.stream()
            .findFirst()
            .filter(run -> !before.equals(Optional.of(run.runId())))
            .or(() -> failure.map(f -> RunRecord.notBegun(f, Instant.now())));
    if (own.isEmpty()) {
      err.println("没有运行记录，指标、血缘和通知都没有发出");
      return;
    }
    RunRecord last = own.get();
    Optional<RunRecord> published =
        runs.stream().filter(run -> run.status() == RunRecord.Status.published).findFirst();
    metrics.ifPresent(file -> orSaid(err, () -> Metrics.write(Metrics.of(last, published), file)));
    lineage.ifPresent(file -> orSaid(err, () -> append(file, Lineage.events(last, warehouse))));
    command.ifPresent(c -> orSaid(err, () -> notice(c, last, hadoop, warehouse, err)));
  }

  /** A notice that did not reach anybody is tried again the next night. */
  private static void notice(
      String command, RunRecord last, Configuration hadoop, String warehouse, PrintWriter err) {
    LastNotices notices = new LastNotices(hadoop, warehouse);
    String state = NoticeState.of(last);
    if (NoticeState.isDue(state, notices.last(), last.endedAt())) {
      Optional<String> mistake = Notice.send(command, last);
      mistake.ifPresent(err::println);
      if (mistake.isEmpty()) {
        notices.keep(new LastNotices.LastNotice(last.endedAt(), state));
      }
    }
  }

  private static void append(Path file, List<String> lines) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the lineage to " + file, e);
    }
  }

  private static void orSaid(PrintWriter err, Runnable telling) {
    try {
      telling.run();
    } catch (UncheckedIOException failure) {
      err.println("运行本身不受影响，但有一项没有写出：" + failure.getMessage());
    }
  }
}
