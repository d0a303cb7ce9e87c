package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.operation.Maintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu maintain}: small files put together, files that nobody needs deleted. */
@Command(
    name = "maintain",
    description = "整理仓库：合并小文件，删除早已不用的旧文件。数据不变；已发布的表和通报不受影响。每周运行一次即可。",
    mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {
  /** What Delta asks for at least. */
  private static final int LEAST_DAYS = 7;

  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;

  @Option(
      names = "--keep-days",
      paramLabel = "DAYS",
      defaultValue = "8",
      description = "不再使用的文件至少保留几天（不少于7天；长于任何一次查询会话）")
  private int days;

  @Option(
      names = "--small-files",
      paramLabel = "N",
      defaultValue = "16",
      description = "一张表的文件达到几个时合并")
  private int smallFiles;

  @Override
  public Integer call() throws IOException {
    if (days < LEAST_DAYS) {
      throw new UsageException("--keep-days不能少于%d天，写的是%d".formatted(LEAST_DAYS, days));
    }
    try (SparkSession session = spark.open()) {
      Maintenance.Report report =
          new Maintenance(session, spark.warehouse(), Clock.systemUTC())
              .run(Duration.ofDays(days), smallFiles);
      PrintWriter out = spec.commandLine().getOut();
      report
          .compacted()
          .forEach(
              t ->
                  out.printf(
                      "%s  文件 %d 个，合并成 %d 个%n", t.table().fullName(), t.before(), t.after()));
      out.printf(
          "整理完毕。合并了 %d 张表，删除了 %d 个不用的文件；%d 天以内的都保留%n",
          report.compacted().size(), report.deleted(), days);
      return Diaodu.DONE;
    }
  }
}
