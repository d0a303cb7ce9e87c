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
import org.diaodu.collecting.FormFolder;
import org.diaodu.collecting.OwedForms;
import org.diaodu.collecting.PublishedKnown;
import org.diaodu.completeness.OwedLists;
import org.diaodu.completeness.OwedRow;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormKind;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu forms}: what is asked of each unit and county. */
@Command(
    name = "forms",
    description = {
      "--period：逐单位、逐县市生成一期的应报事项填报表（工作簿），填好后放进收文件的文件夹即可。",
      "--owed：逐单位、逐县市列出应报未报的事项：已逾期的和近日到期的，每家一个文件。"
    },
    mixinStandardHelpOptions = true)
final class FormsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @ArgGroup(multiplicity = "1")
  private Wanted wanted;

  @Option(names = "--within", paramLabel = "N", defaultValue = "7", description = "也列出几天内到期的（默认7）")
  private int within;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "文件所在的文件夹")
  private Path out;

  /** Forms, or lists. */
  private static final class Wanted {
    @Option(
        names = "--period",
        paramLabel = "YYYY-MM|YYYY-Qn|YYYY",
        description = "生成这一期的填报表；月末也是季末、年末的，连同季报、年报")
    private String period;

    // Must be written to be chosen; that it was is known from the other one.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--owed", description = "列出应报未报的事项")
    private boolean owed;
  }

  @Override
  public Integer call() throws IOException {
    if (within < 0) {
      throw new UsageException("--within要写0或正整数");
    }
    TimePeriod period = wanted.period == null ? null : Periods.of(wanted.period);
    RegionPack pack = published.pack();
    try (SparkSession session = spark.open()) {
      PublishedTables tables = published.tables(session, spark.warehouse(), pack);
      PublishedKnown known = new PublishedKnown(tables, pack);
      List<OwedRow> rows = known.owed();
      if (period == null) {
        lists(OwedLists.of(pack, rows, tables.asOf(), within), pack);
      } else {
        forms(OwedForms.of(pack, rows, period, known.before(rows)), pack, period);
        unknown(OwedForms.unknown(pack, rows, period));
      }
      return Diaodu.DONE;
    }
  }

  private void forms(List<Form> forms, RegionPack pack, TimePeriod period) throws IOException {
    Path folder = FormFolder.write(pack, period, forms, out);
    PrintWriter print = spec.commandLine().getOut();
    print.printf("%s填报表 %d 份：%s%n", period, forms.size(), folder);
    forms.forEach(
        form ->
            print.printf(
                "  %s：统计数据 %d 项，目标进展 %d 项，任务进展 %d 项，整改反馈 %d 项%n",
                form.unitName(),
                form.count(FormKind.figure),
                form.count(FormKind.target),
                form.count(FormKind.task),
                form.count(FormKind.problem)));
  }

  /** What falls out is told, so that nobody takes the forms for everything that is owed. */
  private void unknown(List<String> owed) {
    if (!owed.isEmpty()) {
      PrintWriter print = spec.commandLine().getOut();
      print.printf("另有 %d 项应报事项不在现在的地区包中，没有列入填报表：%n", owed.size());
      owed.forEach(id -> print.printf("  %s%n", id));
    }
  }

  private void lists(List<OwedLists.OwedList> lists, RegionPack pack) throws IOException {
    Path folder = out.resolve("%s-owed".formatted(pack.name()));
    write(folder, lists);
    PrintWriter print = spec.commandLine().getOut();
    print.printf("应报未报清单 %d 份：%s%n", lists.size(), folder);
    lists.forEach(
        list ->
            print.printf(
                "  %s：逾期 %d 项，%d 日内到期 %d 项%n", list.name(), list.overdue(), within, list.due()));
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
}
