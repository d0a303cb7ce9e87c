package org.diaodu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diaodu.region.PackReader;
import org.diaodu.simulate.SimulatedFile;
import org.diaodu.simulate.Simulation;
import org.diaodu.simulate.SimulationPlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu simulate}: made-up landing files of a region. */
@Command(
    name = "simulate",
    description = "按地区包的 simulation.yaml 编造收文件夹。同一种子得到完全相同的文件，每个数都标明是模拟的。",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Option(names = "--seed", paramLabel = "N", required = true, description = "随机种子")
  private long seed;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "写到哪个文件夹")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Path folder = Home.region(region);
    List<SimulatedFile> files =
        Simulation.run(
            PackReader.read(folder),
            SimulationPlanReader.read(folder.resolve("simulation.yaml")),
            seed);
    for (SimulatedFile file : files) {
      Path path = out.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    spec.commandLine().getOut().printf("写了 %d 个模拟文件：%s%n", files.size(), out);
    return Diaodu.DONE;
  }
}
