package org.diaodu.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.contract.Table;
import org.diaodu.domain.Light;
import org.diaodu.domain.Measure;
import org.diaodu.night.NightlyReport;
import org.diaodu.night.NightlyReport.ChangedFigure;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.night.NightlyReport.FileReport;
import org.diaodu.night.NightlyReport.Unfinished;
import org.diaodu.night.NightlyReport.Waiting;
import org.diaodu.operation.StageResult;
import org.diaodu.text.DisplayWidth;

/** The night in the operator's words. */
final class SummaryText {
  private static final int MESSAGES_PER_FILE = 5;
  private static final int MOST_HELD = 20;

  private SummaryText() {}

  static void print(PrintWriter out, NightlyReport report) {
    if (QuietNightText.isQuiet(report)) {
      QuietNightText.print(out, report);
      return;
    }
    out.printf("%n%s  运行 %s  数据截至 %s%n", report.regionZh(), report.runId(), report.asOf());
    unfinished(out, report.unfinished());
    report.notices().forEach(notice -> out.printf("%n请注意：%s%n", notice));
    held(out, report);
    files(out, report.files());
    changes(out, report);
    lights(out, report);
    stages(out, report.stages());
    rows(out, report.stages(), report.unfinished());
    report
        .bulletin()
        .ifPresentOrElse(
            page -> out.printf("%n通报：%s%n", page), () -> out.printf("%n没有生成通报：还没有一个目标有可对照的数据%n"));
    report
        .overduePage()
        .ifPresent(page -> out.printf("逾期未报 %d 项，催报单：%s%n", report.overdue(), page));
  }

  /** So that nobody looks for what is told here in the files of this night alone. */
  private static void unfinished(PrintWriter out, Unfinished earlier) {
    if (!earlier.isNone()) {
      out.printf(
          "%n请注意：以前有运行没有完成%s。它存下或发布而没有报告的文件、数据和退回，都列在这里%n",
          earlier.runs().isEmpty() ? "" : "（%s）".formatted(String.join("、", earlier.runs())));
    }
  }

  /** First of all what somebody has to answer for before it counts. */
  private static void held(PrintWriter out, NightlyReport report) {
    if (!report.held().isEmpty()) {
      out.printf("%n暂扣待核实 %d 个，核实以前不进任何表、亮灯和通报%n", report.held().size());
      waiting(out, report.held());
      out.printf("  请核实：diaodu confirm accept 编号 --by 姓名 --reason 理由；有误的用 refuse%n");
    }
    if (!report.overtaken().isEmpty()) {
      out.printf("%n暂扣的数作废 %d 个：报送单位后来另报了，不必再核实%n", report.overtaken().size());
      waiting(out, report.overtaken());
    }
  }

  private static void waiting(PrintWriter out, List<Waiting> all) {
    all.stream()
        .limit(MOST_HELD)
        .forEach(of -> out.printf("  %s  %s%n    %s%n", of.id(), of.what(), of.why()));
    if (all.size() > MOST_HELD) {
      out.printf("  另有 %d 个，见 diaodu confirm list%n", all.size() - MOST_HELD);
    }
  }

  private static void files(PrintWriter out, List<FileReport> files) {
    List<FileReport> read = files.stream().filter(f -> f.outcome() == FileOutcome.read).toList();
    out.printf(
        "%n文件 %d 个：读取 %d，无法读取 %d，以前收过 %d，还在写入（下次再收）%d%s%n",
        files.size(),
        read.size(),
        count(files, FileOutcome.refused),
        count(files, FileOutcome.known),
        count(files, FileOutcome.still_being_written),
        count(files, FileOutcome.held) == 0
            ? ""
            : "，整个暂扣 %d".formatted(count(files, FileOutcome.held)));
    long cells = read.stream().mapToLong(FileReport::cellsRead).sum();
    out.printf(
        "数据 %d 个 = 收下 %d（其中存疑 %d）+ 暂扣 %d + 退回 %d + 略过 %d%n",
        cells,
        read.stream().mapToLong(FileReport::accepted).sum(),
        read.stream().mapToLong(FileReport::warned).sum(),
        read.stream().mapToLong(FileReport::held).sum(),
        read.stream().mapToLong(f -> f.quarantined() - f.held()).sum(),
        read.stream().mapToLong(FileReport::ignored).sum());
    for (FileReport file : files) {
      if (file.outcome() == FileOutcome.still_being_written || !file.faults().isEmpty()) {
        out.printf("  %s%s%n", file.file(), outcome(file));
        file.faults().stream().limit(MESSAGES_PER_FILE).forEach(m -> out.printf("    %s%n", m));
        if (file.faults().size() > MESSAGES_PER_FILE) {
          out.printf(
              "    另有 %d 条，见表 landing.quarantine%n", file.faults().size() - MESSAGES_PER_FILE);
        }
        file.feedback().ifPresent(page -> out.printf("    核对单：%s%n", page));
      }
    }
  }

  private static String outcome(FileReport file) {
    return switch (file.outcome()) {
      case refused -> "：无法读取";
      case held -> "：整个暂扣";
      case still_being_written -> "：还在写入，下次再收";
      case read -> {
        String held = file.held() == 0 ? "" : "暂扣 %d，".formatted(file.held());
        yield "：%s退回 %d，存疑 %d".formatted(held, file.quarantined() - file.held(), file.warned());
      }
      case known -> "：以前收过";
    };
  }

  private static void changes(PrintWriter out, NightlyReport report) {
    if (report.changes().isEmpty()) {
      out.printf("%n数据没有变化%n");
      return;
    }
    out.printf(
        "%n新数据 %d，修订 %d，更正 %d，撤回 %d，重申 %d，迟到的旧数 %d%n",
        report.changes().getOrDefault("first", 0L),
        report.changes().getOrDefault("revision", 0L),
        report.changes().getOrDefault("correction", 0L),
        report.changes().getOrDefault("withdrawal", 0L),
        report.changes().getOrDefault("repeated", 0L),
        report.changes().getOrDefault("superseded", 0L));
    for (ChangedFigure figure : report.revised()) {
      out.printf(
          "  %s %s %s%s：%s → %s%s%n",
          figure.area(),
          figure.indicator(),
          figure.timePeriod(),
          measure(figure),
          plain(figure.before()),
          plain(figure.after()),
          figure.simulated() ? "（模拟）" : "");
    }
    long more =
        report.changes().entrySet().stream()
                .filter(e -> !Set.of("first", "repeated").contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum()
            - report.revised().size();
    if (more > 0) {
      out.printf("  另有 %d 个，见表 statistics.observations%n", more);
    }
  }

  /** What changed, where it is not the level itself. */
  private static String measure(ChangedFigure figure) {
    Measure measure = Measure.valueOf(figure.measure());
    return measure == Measure.LEVEL ? "" : " " + measure.nameZh();
  }

  private static void lights(PrintWriter out, NightlyReport report) {
    report
        .period()
        .ifPresent(
            period -> {
              out.printf(
                  "%n亮灯（%s）%s%n", period, report.simulated() ? " 含模拟数据，仅供测试，不得作为统计数据使用" : "");
              lights(out, "方案的目标", report.targets());
              report.lights().forEach((area, counts) -> lights(out, area, counts));
            });
  }

  private static void lights(PrintWriter out, String of, Map<Light, Integer> counts) {
    out.printf("  %s %s%n", DisplayWidth.padded(of, 22), counted(counts));
  }

  /** Every light there is, so that they add up; what is wrong first. */
  static String counted(Map<Light, Integer> counts) {
    return Stream.of(Light.red, Light.yellow, Light.blue, Light.green, Light.no_data)
        .filter(counts::containsKey)
        .map(light -> "%s %d".formatted(light.nameZh().replace("灯", ""), counts.get(light)))
        .collect(Collectors.joining("  "));
  }

  private static void stages(PrintWriter out, List<StageResult> stages) {
    out.printf("%n各步用时%n");
    Map<String, Duration> took = StageResult.tookByStage(stages);
    took.forEach(
        (stage, time) ->
            out.printf(
                "  %s %6.1f 秒%n",
                DisplayWidth.padded(StageNames.zh(stage), 16), time.toMillis() / 1000.0));
    Duration total = took.values().stream().reduce(Duration.ZERO, Duration::plus);
    out.printf("  %s %6.1f 秒%n", DisplayWidth.padded("合计", 16), total.toMillis() / 1000.0);
  }

  private static void rows(PrintWriter out, List<StageResult> stages, Unfinished earlier) {
    Map<Table, Long> written = new EnumMap<>(Table.class);
    stages.forEach(
        stage -> stage.rows().forEach((table, rows) -> written.merge(table, rows, Long::sum)));
    earlier.tables().forEach(table -> written.putIfAbsent(table, 0L));
    if (earlier.isNone() && written.values().stream().allMatch(rows -> rows == 0)) {
      out.printf("%n各表不变，没有写入%n");
      return;
    }
    out.printf("%n各表写入行数%n");
    written.forEach(
        (table, rows) ->
            out.printf(
                "  %s %s%n",
                DisplayWidth.padded(table.fullName(), 28), rows(table, rows, earlier)));
  }

  private static String rows(Table table, long rows, Unfinished earlier) {
    if (rows > 0) {
      return Long.toString(rows);
    }
    return earlier.tables().contains(table) ? "未完成的运行已写入" : "不变";
  }

  private static long count(List<FileReport> files, FileOutcome outcome) {
    return files.stream().filter(f -> f.outcome() == outcome).count();
  }

  private static String plain(BigDecimal value) {
    return value == null ? "无" : value.stripTrailingZeros().toPlainString();
  }
}
