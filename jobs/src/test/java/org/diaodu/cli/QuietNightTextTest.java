package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.diaodu.contract.Table;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.night.NightlyReport;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.night.NightlyReport.FileReport;
import org.diaodu.night.NightlyReport.Waiting;
import org.diaodu.operation.StageResult;
import org.junit.jupiter.api.Test;

class QuietNightTextTest {
  private static final Instant AT = Instant.parse("2024-07-25T18:00:00Z");

  @Test
  void aNightWithoutChangeIsFiveLines() {
    assertThat(printed(report(0, FileOutcome.known, List.of())))
        .containsExactly(
            "试验州  运行 r1  数据截至 2024-07-26",
            "数据没有变化：文件 1 个以前都收过，各表没有写入",
            "亮灯（2024-06）绿灯 3  红灯 2",
            "通报：out/b.html",
            "用时 2.0 秒；逾期未报 4 项，催报单：out/o.html");
  }

  @Test
  void whatNeedsEyesIsToldInFull() {
    Waiting waiting = new Waiting("H-1", "甲县 社零 2024-06：9999", "超出合理界限");

    assertThat(printed(report(0, FileOutcome.known, List.of(waiting)))).hasSizeGreaterThan(6);
    assertThat(printed(report(0, FileOutcome.refused, List.of()))).hasSizeGreaterThan(6);
    assertThat(printed(report(5, FileOutcome.known, List.of()))).hasSizeGreaterThan(6);
  }

  private static List<String> printed(NightlyReport report) {
    StringWriter text = new StringWriter();
    SummaryText.print(new PrintWriter(text, true), report);
    return text.toString().lines().filter(line -> !line.isBlank()).toList();
  }

  private static NightlyReport report(long rows, FileOutcome outcome, List<Waiting> held) {
    return new NightlyReport(
        "r1",
        "试验州",
        LocalDate.of(2024, 7, 26),
        NightlyReport.Unfinished.NONE,
        held,
        List.of(),
        List.of(new FileReport("a.csv", outcome, 0, 0, 0, 0, 0, 0, List.of(), Optional.empty())),
        List.of(
            new StageResult(
                "compute",
                "statistics.growth",
                AT,
                AT.plusSeconds(2),
                List.of(),
                Map.of(Table.GROWTH, rows),
                OptionalLong.empty())),
        new TreeMap<>(),
        List.of(),
        Optional.of(TimePeriod.parse("2024-06").orElseThrow()),
        new EnumMap<>(Map.of(Light.green, 3, Light.red, 2)),
        Map.of("甲县", Map.of(Light.green, 3, Light.red, 1), "乙县", Map.of(Light.red, 1)),
        false,
        Optional.of(Path.of("out/b.html")),
        4,
        Optional.of(Path.of("out/o.html")),
        List.of());
  }
}
