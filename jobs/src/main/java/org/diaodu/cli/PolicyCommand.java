package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.diaodu.domain.Light;
import org.diaodu.domain.Score;
import org.diaodu.domain.TimePeriod;
import org.diaodu.published.PolicyComparison;
import org.diaodu.published.PolicyComparison.Difference;
import org.diaodu.published.PolicyComparison.Kind;
import org.diaodu.published.PolicyOutcome;
import org.diaodu.published.PublishedTables;
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

/** {@code diaodu policy}: what another way of judging would change. */
@Command(name = "policy", description = "亮灯、整改和考核的办法。", mixinStandardHelpOptions = true)
final class PolicyCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "compare",
      description = "同一批数据换一种办法，哪些亮灯、整改、得分、表扬和批评会变。",
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
              description = "办法：pack（地区包自己的）、地区包里的policy_id、conf/policies中的名称，或文件")
          String first,
      @Parameters(index = "1", paramLabel = "B", description = "另一种办法") String second)
      throws IOException {
    RegionPack pack = published.pack();
    TimePeriod of = Periods.of(period);
    RegionPack one = judged(pack, first, of);
    RegionPack other = judged(pack, second, of);
    try (SparkSession session = spark.open()) {
      PublishedTables tables = published.tables(session, spark.warehouse(), pack);
      PolicyOutcome before = PolicyOutcome.of(session, tables, one, of);
      PolicyOutcome now = PolicyOutcome.of(session, tables, other, of);
      List<Difference> differences = PolicyComparison.between(pack, before, now);
      if (format == ResultFormat.table) {
        printCounts(before, now, PolicyComparison.counts(differences));
      }
      ResultPrinter.print(
          spec.commandLine().getOut(),
          PolicyComparison.table(session, differences, policyId(one, of), policyId(other, of)),
          format);
      return Diaodu.DONE;
    }
  }

  private void printCounts(PolicyOutcome before, PolicyOutcome now, Map<Kind, Long> counts) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "亮灯：%d 处不同；红灯 %d → %d%n",
        counts.get(Kind.light), before.lights(Light.red), now.lights(Light.red));
    out.printf(
        "整改：%d 件不同；共 %d → %d 件%n",
        counts.get(Kind.rectification), before.problems().size(), now.problems().size());
    out.printf(
        "考核：%d 个的表扬和批评不同，%d 个只是得分不同；表扬 %d → %d，批评 %d → %d%n",
        counts.get(Kind.finding),
        counts.get(Kind.score),
        before.found(Score.Finding.praise),
        now.found(Score.Finding.praise),
        before.found(Score.Finding.criticism),
        now.found(Score.Finding.criticism));
  }

  private static String policyId(RegionPack pack, TimePeriod period) {
    return pack.planOf(period.year())
        .orElse(pack)
        .policies()
        .ofFigureDue(period.lastDay().plusDays(1))
        .policyId();
  }

  private static RegionPack judged(RegionPack pack, String name, TimePeriod period)
      throws IOException {
    if (name.equals("pack")) {
      return pack;
    }
    Optional<Policy> known =
        pack.allPolicies().stream().filter(policy -> policy.policyId().equals(name)).findFirst();
    if (known.isPresent()) {
      return pack.judgedBy(known.get());
    }
    Path installed = Home.folder().resolve("conf/policies").resolve(name + ".yaml");
    Path file = Files.isRegularFile(installed) ? installed : Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("找不到办法“%s”：不是地区包里的policy_id，不是文件，也不在conf/policies中".formatted(name));
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
