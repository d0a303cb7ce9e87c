package org.diaodu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.diaodu.hold.HoldThresholds;
import org.diaodu.ingest.SdmxMappings;
import org.diaodu.layout.Templates;
import org.diaodu.region.PackFault;
import org.diaodu.region.PackReader;
import org.diaodu.region.PackReading;
import org.diaodu.region.RegionPack;
import org.diaodu.validation.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu check}: whether a region pack can be used, and all that is wrong with it. */
@Command(name = "check", description = "检查地区包，一次列出全部错误：文件、行号、怎么改。", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Override
  public Integer call() {
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
