package org.diaodu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diaodu.operation.Check;
import org.diaodu.operation.MachineChecks;
import org.diaodu.operation.WarehouseChecks;
import org.diaodu.operation.WarehouseStatus;
import org.diaodu.region.PackReader;
import org.diaodu.region.PackReading;
import org.diaodu.text.DisplayWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code diaodu doctor}: whether the next night can run. */
@Command(
    name = "doctor",
    description = "检查下一次运行所需的一切：Java、内存、磁盘、权限、字体、地区包、仓库、时钟。不启动Spark。有故障时退出码为1。",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private NightOptions night;

  @Override
  public Integer call() {
    boolean local = spark.place().local();
    List<Path> written =
        local ? List.of(Path.of(spark.warehouse()), night.out()) : List.of(night.out());
    List<Check> checks = new ArrayList<>(MachineChecks.all(night.landing(), written));
    PackReading reading = PackReader.examine(night.region());
    checks.add(pack(reading));
    if (local) {
      WarehouseStatus status = WarehouseStatus.of(spark.hadoop(), spark.warehouse(), 1);
      checks.addAll(
          WarehouseChecks.all(
              Path.of(spark.warehouse()),
              Optional.of(reading).filter(read -> read.faults().isEmpty()).map(PackReading::pack),
              status,
              Clock.systemUTC().instant()));
    }
    print(checks);
    boolean fault = checks.stream().anyMatch(c -> c.finding() == Check.Finding.fault);
    return fault ? Diaodu.FAILED : Diaodu.DONE;
  }

  private Check pack(PackReading reading) {
    return reading.faults().isEmpty()
        ? Check.ok(
            "地区包", "%s，版本 %s".formatted(night.region().getFileName(), reading.pack().packId()))
        : Check.fault("地区包", "%d 处错误：用 diaodu check 查看".formatted(reading.faults().size()));
  }

  private void print(List<Check> checks) {
    PrintWriter to = spec.commandLine().getOut();
    int width = checks.stream().mapToInt(c -> DisplayWidth.of(c.name())).max().orElse(0);
    for (Check check : checks) {
      to.printf(
          "%s  %s  %s%n",
          check.finding().nameZh(), DisplayWidth.padded(check.name(), width), check.text());
    }
    to.flush();
  }
}
