package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.diaodu.completeness.OwedLists;
import org.diaodu.completeness.OwedRow;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu forms}: what is asked of each unit and county. */
@Command(
    name = "forms",
    description = "逐单位、逐县市列出应报未报的事项：已逾期的和近日到期的，每家一个文件。",
    mixinStandardHelpOptions = true)
final class FormsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  // Must be written, since it is the only list there is: picocli asks for it.
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--owed", required = true, description = "列出应报未报的事项")
  private boolean owed;

  @Option(names = "--within", paramLabel = "N", defaultValue = "7", description = "也列出几天内到期的（默认7）")
  private int within;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "文件所在的文件夹")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (within < 0) {
      throw new UsageException("--within要写0或正整数");
    }
    RegionPack pack = published.pack();
    try (SparkSession session = spark.open()) {
      PublishedTables tables = published.tables(session, spark.warehouse(), pack);
      RowCodec<OwedRow> codec = RowCodec.of(Table.OWED, OwedRow.class);
      List<OwedRow> rows =
          tables.read(Table.OWED).collectAsList().stream().map(codec::record).toList();
      List<OwedLists.OwedList> lists = OwedLists.of(pack, rows, tables.asOf(), within);
      Path folder = out.resolve("%s-owed".formatted(pack.name()));
      write(folder, lists);
      report(spec.commandLine().getOut(), folder, lists);
      return Diaodu.DONE;
    }
  }

  /** Lists of an earlier day go: who owes nothing any more has none. */
  private static void write(Path folder, List<OwedLists.OwedList> lists) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> before = Files.list(folder)) {
      for (Path file : before.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Files.delete(file);
      }
    }
    List<String> index = new ArrayList<>();
    for (OwedLists.OwedList list : lists) {
      String name = "%s-%s.txt".formatted(list.code(), list.name());
      Files.writeString(folder.resolve(name), list.text());
      index.add("%s\t逾期%d项\t将到期%d项".formatted(name, list.overdue(), list.due()));
    }
    Files.write(folder.resolve("index.txt"), index);
  }

  private void report(PrintWriter print, Path folder, List<OwedLists.OwedList> lists) {
    print.printf("应报未报清单 %d 份：%s%n", lists.size(), folder);
    lists.forEach(
        list ->
            print.printf(
                "  %s：逾期 %d 项，%d 日内到期 %d 项%n", list.name(), list.overdue(), within, list.due()));
  }
}
