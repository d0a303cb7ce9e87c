package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.hold.HoldThresholds;
import org.diaodu.ingest.SdmxMappings;
import org.diaodu.layout.Templates;
import org.diaodu.published.Embargo;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.PackFault;
import org.diaodu.region.PackReader;
import org.diaodu.region.PackReading;
import org.diaodu.region.PolicyChanges;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.StoredPolicies;
import org.diaodu.validation.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu check}: whether a region pack can be used, and all that is wrong with it. */
@Command(name = "check", description = "检查地区包，一次列出全部错误：文件、行号、怎么改。", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    PackReading reading = PackReader.examine(Home.region(region));
    List<PackFault> faults = new ArrayList<>(reading.faults());
    List<PackFault> ofNames = reading.hasNames() ? faults : new ArrayList<>();
    int templates = Templates.examine(reading.pack(), ofNames);
    int dataflows = SdmxMappings.examine(reading.pack(), ofNames);
    int rules = Rules.examine(reading.pack(), faults).size();
    HoldThresholds.examine(reading.pack(), faults);
    if (!faults.isEmpty()) {
      FaultText.print(spec.commandLine().getOut(), faults);
      return Diaodu.USAGE;
    }
    RegionPack pack = reading.pack();
    List<PackFault> otherwise = isHeldAgainstTables() ? changedPolicies(pack) : List.of();
    if (!otherwise.isEmpty()) {
      FaultText.print(spec.commandLine().getOut(), otherwise);
      return Diaodu.USAGE;
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s：没有错误。地区 %d，指标 %d，目标 %d，单位 %d，日历 %d 条，模板 %d，规则 %d，SDMX数据流 %d（版本 %s）%n",
            pack.nameZh(),
            pack.areas().size(),
            pack.indicators().size(),
            pack.targets().size(),
            pack.units().size(),
            pack.calendar().size(),
            templates,
            rules,
            dataflows,
            pack.packId());
    pack.plans().forEach(plan -> PlanText.print(spec.commandLine().getOut(), plan));
    PackReader.drafts(Home.region(region), pack).forEach(this::printDraft);
    return Diaodu.DONE;
  }

  /** Only where the command says which: a pack is checked before there are any. */
  private boolean isHeldAgainstTables() {
    return spec.commandLine().getParseResult().hasMatchedOption("--warehouse");
  }

  private List<PackFault> changedPolicies(RegionPack pack) throws IOException {
    try (SparkSession session = spark.open()) {
      return PublishedTables.newest(session, spark.warehouse(), pack, Embargo.lifted())
          .map(
              tables ->
                  PolicyChanges.of(
                      pack.allPolicies(),
                      StoredPolicies.of(tables.read(Table.POLICIES), tables.packId())))
          .orElse(List.of());
    }
  }

  /** A draft is not in force, so what is missing in it is no fault of the pack. */
  private void printDraft(int year, List<PackFault> left) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%n%d年方案的草稿还没有生效，", year);
    if (left.isEmpty()) {
      out.println("已经填好。删去plan.yaml中的“draft: true”，方案即生效");
      return;
    }
    out.printf("还有 %d 处要填或改正：%n", left.size());
    left.forEach(out::println);
  }
}
