package org.diaodu.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Collectors;
import org.diaodu.night.NightlyReport;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.operation.StageResult;

/** A night in which nothing happened, in five lines. */
final class QuietNightText {
  private QuietNightText() {}

  /** Whether nothing came, nothing changed, and nothing waits for anybody. */
  static boolean isQuiet(NightlyReport report) {
    return report.unfinished().isNone()
        && report.held().isEmpty()
        && report.overtaken().isEmpty()
        && report.changes().isEmpty()
        && report.files().stream()
            .allMatch(file -> file.outcome() == FileOutcome.known && file.faults().isEmpty())
        && report.stages().stream()
            .flatMap(stage -> stage.rows().values().stream())
            .allMatch(rows -> rows == 0);
  }

  static void print(PrintWriter out, NightlyReport report) {
    out.printf("%n%s  运行 %s  数据截至 %s%n", report.regionZh(), report.runId(), report.asOf());
    out.printf("数据没有变化：文件 %d 个以前都收过，各表没有写入%n", report.files().size());
    out.println(lights(report));
    out.println(report.bulletin().map(page -> "通报：" + page).orElse("没有生成通报：还没有一个目标有可对照的数据"));
    Duration took =
        StageResult.tookByStage(report.stages()).values().stream()
            .reduce(Duration.ZERO, Duration::plus);
    out.printf(
        "用时 %.1f 秒%s%n",
        took.toMillis() / 1000.0,
        report
            .overduePage()
            .map(page -> "；逾期未报 %d 项，催报单：%s".formatted(report.overdue(), page))
            .orElse(""));
  }

  /** Of the targets of the plan, each once. */
  private static String lights(NightlyReport report) {
    if (report.period().isEmpty()) {
      return "亮灯：无";
    }
    String counts =
        report.targets().entrySet().stream()
            .map(of -> "%s %d".formatted(of.getKey().nameZh(), of.getValue()))
            .collect(Collectors.joining("  "));
    return "亮灯（%s）%s%s"
        .formatted(
            report.period().get(), counts, report.simulated() ? "  含模拟数据，仅供测试，不得作为统计数据使用" : "");
  }
}
