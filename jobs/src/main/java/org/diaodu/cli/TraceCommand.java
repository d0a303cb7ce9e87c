package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.document.FigureKey;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import org.diaodu.release.FigureTrace;
import org.diaodu.table.ScratchTables;
import org.diaodu.trace.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu trace}: follows one figure back to the cells that it came from. */
@Command(
    name = "trace",
    description = "追溯一个数：所在的行、算法和用到的数、目标和办法、核对结果、来源文件的单元格和原文，以及在哪些发布中印过。",
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @Parameters(
      paramLabel = "KEY",
      description = "数的编号，见网页、Word和Excel，如 growth/gdp/T00/Q/YTD/2024-Q2/yoy_pct")
  private String key;

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description = "按那一天已经发布的数据：以后发布的不算，各项指标按当时重算")
  private Optional<LocalDate> day;

  @Override
  public Integer call() throws IOException {
    FigureKey of =
        FigureKey.parse(key)
            .orElseThrow(() -> new UsageException("编号“%s”不成立，请写成 表/行/列 的样子".formatted(key)));
    RegionPack pack = published.pack();
    try (SparkSession session = spark.open();
        ScratchTables scratch = spark.scratch(session)) {
      PublishedTables newest = published.tables(session, spark.warehouse(), pack);
      FigureTrace trace =
          FigureTrace.of(
                  day.map(d -> newest.knownOn(d, pack, scratch)).orElse(newest),
                  pack,
                  of,
                  Clock.systemUTC().instant(),
                  published.embargoed())
              .orElseThrow(() -> new UsageException("找不到编号为“%s”的数".formatted(key)));
      print(spec.commandLine().getOut(), trace);
      return Diaodu.DONE;
    }
  }

  private void print(PrintWriter out, FigureTrace trace) {
    out.printf("%s%n%s%n", trace.key(), trace.name());
    out.printf("%n%s：%s%n", day.isPresent() ? "那天的数" : "现在的数", trace.value());
    out.printf("算法：%s%n依据：%s%n", trace.formula(), trace.basis());
    if (!trace.row().isEmpty()) {
      out.printf("%n所在的行（%s，截至 %s）%n", trace.table(), trace.asOf());
      trace.row().forEach((name, value) -> out.printf("  %-28s %s%n", name, value));
    }
    list(out, "核对结果", trace.findings());
    list(out, "来源单元格", trace.sources().stream().map(TraceCommand::source).toList());
    list(out, "同一个数的各次发布（从早到晚）", trace.vintages());
    list(out, "其他来源的数（不采用）", trace.otherSources());
    list(out, "暂扣和核实", trace.held());
    list(out, "在这些文件中印过", trace.printed());
  }

  private static void list(PrintWriter out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.printf("%n%s%n", heading);
      lines.forEach(line -> out.printf("  %s%n", line));
    }
  }

  private static String source(Source source) {
    return "%s：%s %s 原文“%s” 发布%s 入库%s 状态%s %s%n      sha256 %s 运行 %s"
        .formatted(
            source.role(),
            source.file(),
            source.cell(),
            source.rawText(),
            source.releaseDate(),
            source.recordedAt(),
            source.status().isEmpty() ? "—" : source.status(),
            source.provenance(),
            source.sha256(),
            source.runId());
  }
}
