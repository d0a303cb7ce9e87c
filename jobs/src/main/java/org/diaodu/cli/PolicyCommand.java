package org.diaodu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.diaodu.domain.TimePeriod;
import org.diaodu.published.PolicyComparison;
import org.diaodu.region.InvalidPackException;
import org.diaodu.region.PackFault;
import org.diaodu.region.Policy;
import org.diaodu.region.PolicyReader;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu policy}: what another way of choosing lights would change. */
@Command(name = "policy", description = "亮灯办法。", mixinStandardHelpOptions = true)
final class PolicyCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "compare",
      description = "同一批数据换一种亮灯办法，哪些地区、哪些目标的灯会变。",
      mixinStandardHelpOptions = true)
  int compare(
      @Mixin SparkOptions spark,
      @Mixin PublishedOptions published,
      @Option(
              names = "--period",
              paramLabel = "PERIOD",
              required = true,
              description = "时期，如 2024-06 或 2024-Q2")
          String period,
      @Option(
              names = "--format",
              paramLabel = "table|csv|json",
              defaultValue = "table",
              description = "结果的格式")
          ResultFormat format,
      @Parameters(
              index = "0",
              paramLabel = "A",
              description = "办法：pack（地区包自己的）、conf/policies 中的名称，或文件")
          String first,
      @Parameters(index = "1", paramLabel = "B", description = "另一种办法") String second)
      throws IOException {
    RegionPack pack = published.pack();
    TimePeriod of = Periods.of(period);
    RegionPack one = judged(pack, first, of);
    RegionPack other = judged(pack, second, of);
    try (SparkSession session = spark.open()) {
      ResultPrinter.print(
          spec.commandLine().getOut(),
          PolicyComparison.of(
              session, published.tables(session, spark.warehouse(), pack), one, other, of),
          format);
      return Diaodu.DONE;
    }
  }

  private static RegionPack judged(RegionPack pack, String name, TimePeriod period)
      throws IOException {
    if (name.equals("pack")) {
      return pack;
    }
    Path installed = Home.folder().resolve("conf/policies").resolve(name + ".yaml");
    Path file = Files.isRegularFile(installed) ? installed : Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("找不到亮灯办法“%s”：既不是文件，也不在conf/policies中".formatted(name));
    }
    List<PackFault> faults = new ArrayList<>();
    Policy policy =
        PolicyReader.like(
            pack.planOf(period.year()).orElse(pack).policies().on(period.lastDay()),
            file.getFileName().toString(),
            Files.readString(file),
            faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(file.toString(), faults);
    }
    return pack.judgedBy(policy);
  }
}
