package org.diaodu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.domain.TimePeriod;
import org.diaodu.night.NightlyReport;
import org.diaodu.night.NightlyRun;
import org.diaodu.night.NightlySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu nightly}: everything that arrived, through to the bulletin. */
@Command(
    name = "nightly",
    description = "接收新到的文件，核对、入库、计算增速、占比和目标完成情况，生成通报。重复运行不改变任何结果。",
    mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private NightOptions night;
  @Mixin private AfterRun after;
  @Mixin private FreshFiles fresh;

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", description = "数据截至哪一天（默认今天）")
  private LocalDate asOf;

  @Option(names = "--period", paramLabel = "YYYY-MM", description = "通报的月份（默认最近有数据的月份）")
  private String period;

  @Option(names = "--embargoed", description = "通报也列出未到发布时间的数据，逐页标明，只供内部使用")
  private boolean embargoed;

  @Option(names = "--strict", description = "有数据被退回时，以退出码3结束")
  private boolean strict;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(night.landing())) {
      throw new UsageException("找不到收文件的文件夹：" + night.landing().toAbsolutePath());
    }
    Optional<TimePeriod> month = Optional.ofNullable(period).map(Periods::of);
    Path pack = night.region();
    try (SparkSession session = spark.open()) {
      NightlySettings settings =
          new NightlySettings(
              pack,
              night.landing(),
              spark.warehouse(),
              night.out(),
              Optional.ofNullable(asOf),
              month,
              embargoed,
              Clock.systemUTC());
      ProgressLine progress = new ProgressLine(System.err, Boolean.getBoolean("diaodu.terminal"));
      Optional<String> before = AfterRun.newest(spark.hadoop(), spark.warehouse());
      NightlyReport report;
      try {
        report = NightlyRun.run(session, settings, progress);
      } catch (Exception | Error failure) {
        after.tell(
            spark.hadoop(),
            spark.warehouse(),
            before,
            Optional.of(failure),
            spec.commandLine().getErr());
        throw failure;
      }
      after.tell(
          spark.hadoop(), spark.warehouse(), before, Optional.empty(), spec.commandLine().getErr());
      progress.done();
      SummaryText.print(spec.commandLine().getOut(), report);
      fresh.write(session, spark.warehouse(), pack, spec.commandLine());
      return strict && report.quarantined() > 0 ? Diaodu.QUARANTINED : Diaodu.DONE;
    }
  }
}
