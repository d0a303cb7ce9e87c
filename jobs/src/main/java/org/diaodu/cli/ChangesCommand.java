package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.published.ChangesSince;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu changes}: what moved since a day, and which lights turned for it. */
@Command(
    name = "changes",
    description = "列出某一天（例如上次通报）以来改变了的数据，以及因此变了的亮灯。",
    mixinStandardHelpOptions = true)
final class ChangesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @Option(names = "--since", paramLabel = "YYYY-MM-DD", required = true, description = "与哪一天所知的相比")
  private LocalDate since;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "结果的格式")
  private ResultFormat format;

  @Option(names = "--lights", description = "只列出变了的亮灯")
  private boolean onlyLights;

  @Override
  public Integer call() throws IOException {
    RegionPack pack = published.pack();
    try (SparkSession session = spark.open()) {
      PublishedTables tables = published.tables(session, spark.warehouse(), pack);
      ChangesSince changes = ChangesSince.of(session, tables, pack, since);
      print(spec.commandLine().getOut(), changes, tables.asOf());
      return Diaodu.DONE;
    }
  }

  /** For a program one table alone; for a person both, with what they are. */
  private void print(PrintWriter out, ChangesSince changes, LocalDate asOf) throws IOException {
    if (format != ResultFormat.table) {
      ResultPrinter.print(out, onlyLights ? changes.lights() : changes.figures(), format);
      return;
    }
    if (!onlyLights) {
      out.printf("%s 以来改变的数据（截至 %s）%n", since, asOf);
      ResultPrinter.print(out, changes.figures(), format);
      out.println();
    }
    out.printf("%s 以来因数据改变而变的亮灯（截至 %s）%n", since, asOf);
    ResultPrinter.print(out, changes.lights(), format);
  }
}
