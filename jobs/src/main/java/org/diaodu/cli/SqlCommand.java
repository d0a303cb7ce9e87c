package org.diaodu.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.pipeline.PublishedTables;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu sql}: a query over the tables as the newest finished run published them. */
@Command(
    name = "sql",
    description = "查询各表（最近一次完成的运行所发布的版本）。只读。结果单独写到标准输出。",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @Parameters(paramLabel = "SQL", description = "例如 \"SELECT * FROM statistics.growth\"")
  private String query;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "结果的格式")
  private ResultFormat format;

  @Override
  public Integer call() throws IOException {
    RegionPack pack = published.pack();
    try (SparkSession session = spark.open()) {
      PublishedTables tables = published.tables(session, spark.warehouse(), pack);
      ResultPrinter.print(spec.commandLine().getOut(), tables.query(query), format);
      return Diaodu.DONE;
    }
  }
}
