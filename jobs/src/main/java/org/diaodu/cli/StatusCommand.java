package org.diaodu.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diaodu.operation.Remedy;
import org.diaodu.operation.RunRecord;
import org.diaodu.operation.RunRecords;
import org.diaodu.operation.WarehouseStatus;
import org.diaodu.table.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu status}: what is published, what ran, and what failed. */
@Command(
    name = "status",
    description = "看仓库的状况：发布到哪里、最近几次运行做了什么、失败了怎么办。不启动Spark。最近一次运行失败时退出码为1。",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;

  @Option(names = "--runs", paramLabel = "N", defaultValue = "10", description = "列出最近几次运行")
  private int runs;

  @Option(names = "--stages", description = "也列出最近一次运行的各步用时和写入的行数")
  private boolean stages;

  @Option(names = "--json", description = "只输出最近几次运行的记录（JSON数组）")
  private boolean json;

  @Override
  public Integer call() {
    WarehouseStatus status = WarehouseStatus.of(spark.hadoop(), spark.warehouse(), runs);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          status.runs().stream()
              .map(RunRecords::json)
              .collect(Collectors.joining(",\n", "[", "]")));
    } else {
      print(out, status);
    }
    boolean failed =
        !status.runs().isEmpty() && status.runs().get(0).status() == RunRecord.Status.failed;
    return failed || !status.faults().isEmpty() ? Diaodu.FAILED : Diaodu.DONE;
  }

  private void print(PrintWriter out, WarehouseStatus status) {
    out.println("仓库 " + spark.warehouse());
    out.println(
        status
            .published()
            .map(manifest -> published(manifest, zone(status.runs())))
            .orElse("还没有发布过：请运行 diaodu nightly"));
    // First of all what waits for somebody.
    held(out, status.runs());
    out.println("正在写入：" + status.running().orElse("无"));
    status.faults().forEach(fault -> out.println("注意：" + fault));
    if (status.runs().isEmpty()) {
      out.println("没有运行记录");
      return;
    }
    out.println();
    out.println("最近的运行（从新到旧）");
    for (RunRecord run : status.runs()) {
      out.println("  " + line(run));
    }
    RunRecord last = status.runs().get(0);
    if (stages) {
      out.println();
      out.println("最近一次运行的各步");
      last.stages().forEach(stage -> stage(out, stage));
    }
    if (last.status() == RunRecord.Status.failed) {
      out.println();
      out.println("最近一次运行失败；已发布的（见上）仍然有效。");
      out.println("  在哪一步：" + StageNames.zh(last.stages().get(last.stages().size() - 1).stage()));
      out.println("  原因：" + last.error().lines().findFirst().orElse(""));
      out.println("  怎么办：" + Remedy.of(last.error()));
    }
  }

  /** What waited to be confirmed when the last night that published ended. */
  private static void held(PrintWriter out, List<RunRecord> runs) {
    List<String> held =
        runs.stream()
            .filter(run -> run.status() == RunRecord.Status.published)
            .findFirst()
            .map(RunRecord::held)
            .orElse(List.of());
    if (!held.isEmpty()) {
      out.printf("暂扣待核实 %d 个（diaodu confirm list）%n", held.size());
      held.forEach(of -> out.println("  " + of));
    }
  }

  private static String published(Manifest manifest, ZoneId zone) {
    return "已发布：清单 %d，%s，数据截至 %s（%s）"
        .formatted(
            manifest.number(),
            time(manifest.publishedAt(), zone),
            manifest.asOf(),
            manifest.runId());
  }

  private static String line(RunRecord run) {
    String took = seconds(run.took());
    if (run.status() == RunRecord.Status.failed) {
      return "%s  %s  失败：%s"
          .formatted(
              time(run.startedAt(), zone(run)),
              took,
              StageNames.zh(run.stages().get(run.stages().size() - 1).stage()));
    }
    return "%s  %s  已发布，清单 %d  文件 读取%d 无法读取%d  数据 收下%d 退回%d  红灯 %d%s"
        .formatted(
            time(run.startedAt(), zone(run)),
            took,
            run.manifest(),
            run.files().getOrDefault("read", 0L),
            run.files().getOrDefault("refused", 0L),
            run.cells().getOrDefault("accepted", 0L),
            run.cells().getOrDefault("quarantined", 0L),
            run.lights().getOrDefault("red", 0L),
            run.simulated() ? "（含模拟数据）" : "");
  }

  private static void stage(PrintWriter out, RunRecord.Stage stage) {
    out.printf("  %s  %s%n", StageNames.zh(stage.stage()), seconds(stage.took()));
    stage
        .rows()
        .forEach(
            (table, rows) -> {
              if (rows > 0) {
                out.printf("    %s  %d 行%n", table, rows);
              }
            });
  }

  private static String seconds(Duration took) {
    return "%.1f 秒".formatted(took.toMillis() / 1000.0);
  }

  /** The region's, as its newest run knew it. */
  private static ZoneId zone(List<RunRecord> runs) {
    return runs.stream().findFirst().map(StatusCommand::zone).orElse(ZoneOffset.UTC);
  }

  private static ZoneId zone(RunRecord run) {
    return run.zone() == null ? ZoneOffset.UTC : ZoneId.of(run.zone());
  }

  private static String time(Instant instant, ZoneId zone) {
    String time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atZone(zone));
    return zone.equals(ZoneOffset.UTC) ? time + " UTC" : time;
  }
}
