package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diaodu.region.PackFault;
import org.diaodu.region.PackReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu plan}: the plans of a region's years. */
@Command(name = "plan", description = "各年的方案。", mixinStandardHelpOptions = true)
final class PlanCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "new",
      description = "由一年的方案起草另一年的：目标、任务、日历照搬到新的年份，目标值空出待填。填好以前不生效。",
      mixinStandardHelpOptions = true)
  int draft(
      @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
          String region,
      @Option(names = "--from", paramLabel = "YEAR", required = true, description = "由哪一年的方案起草")
          int from,
      @Parameters(index = "0", paramLabel = "YEAR", description = "起草哪一年的方案") int year)
      throws IOException {
    Path folder = Home.region(region);
    Path plans = folder.resolve("plans").resolve(String.valueOf(year));
    if (Files.exists(plans)) {
      throw new UsageException("%s已经有了，没有改动：请先移走，再起草".formatted(plans));
    }
    if (PackReader.read(folder).planOf(year).isPresent()) {
      throw new UsageException("地区包里已有%d年的方案，没有起草".formatted(year));
    }
    if (PackReader.read(folder).planOf(from).isEmpty()) {
      throw new UsageException("地区包里没有%d年的方案，无从起草".formatted(from));
    }
    Map<String, String> files = PackReader.drafted(folder, from, year);
    Files.createDirectories(plans.getParent());
    // A night that reads the pack meanwhile sees all of it or nothing.
    Path unfinished = Files.createTempDirectory(plans.getParent(), ".draft");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path name = Path.of(file.getKey()).getFileName();
      Files.writeString(unfinished.resolve(name), file.getValue());
    }
    Files.move(unfinished, plans);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("已起草%d年的方案：%s%n", year, plans);
    files.keySet().forEach(name -> out.println("  " + name));
    List<PackFault> left = PackReader.drafts(folder, PackReader.read(folder)).get(year);
    out.printf("还有 %d 处要填，运行 diaodu check 逐项列出。填好以前不生效，夜间照常运行%n", left.size());
    return Diaodu.DONE;
  }
}
