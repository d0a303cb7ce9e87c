package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import org.diaodu.table.ScratchTables;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu sql}: queries over the tables as the newest finished run published them. */
@Command(
    name = "sql",
    description = {"查询各表（最近一次完成的运行所发布的版本）。只读。结果单独写到标准输出。", "不写SQL时：在终端上逐条输入，否则从标准输入读，各条以分号分隔。"},
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @Parameters(
      paramLabel = "SQL",
      arity = "0..1",
      description = "例如 \"SELECT * FROM statistics.growth\"")
  private Optional<String> query;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "结果的格式")
  private ResultFormat format;

  @Option(names = "--xlsx", paramLabel = "FILE", description = "结果写成Excel工作簿，附说明和查询原文")
  private Optional<Path> workbook;

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description = "按那一天已经发布的数据：以后发布的不算，各项指标按当时重算")
  private Optional<LocalDate> day;

  @Override
  public Integer call() throws IOException {
    boolean typed = query.isEmpty() && Boolean.getBoolean("diaodu.interactive");
    List<String> statements = typed ? List.of() : statements();
    RegionPack pack = published.pack();
    try (SparkSession session = spark.open();
        ScratchTables scratch = spark.scratch(session)) {
      PublishedTables newest = published.tables(session, spark.warehouse(), pack);
      PublishedTables tables = day.map(d -> newest.knownOn(d, pack, scratch)).orElse(newest);
      if (typed) {
        shell(session, tables, pack);
      } else {
        SqlSession run = session(tables, pack, spec.commandLine().getOut());
        statements.forEach(
            sql ->
                workbook.ifPresentOrElse(
                    file -> run.write(sql, file), () -> run.print(sql, format)));
      }
      return Diaodu.DONE;
    }
  }

  private List<String> statements() throws IOException {
    String text =
        query.isPresent()
            ? query.get()
            : new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    List<String> statements = SqlStatements.of(text);
    if (statements.isEmpty()) {
      throw new UsageException("没有要运行的SQL");
    }
    if (workbook.isPresent() && statements.size() > 1) {
      throw new UsageException("一个工作簿只放一条查询的结果，这里有%d条".formatted(statements.size()));
    }
    return statements;
  }

  private void shell(SparkSession session, PublishedTables tables, RegionPack pack)
      throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      PrintWriter out = terminal.writer();
      out.printf(
          "%s  数据截至 %s  发布清单 %d。写一条SQL，以分号结束；help 看说明，exit 退出%n",
          pack.nameZh(), tables.asOf(), tables.manifest().number());
      Runnable cancel = session.sparkContext()::cancelAllJobs;
      new SqlShell(terminal, history(), session(tables, pack, out), cancel).run();
    }
  }

  private SqlSession session(PublishedTables tables, RegionPack pack, PrintWriter out) {
    return new SqlSession(tables, pack, published.embargoed(), out, spec.commandLine().getErr());
  }

  private static Path history() {
    String state = System.getenv("XDG_STATE_HOME");
    Path folder =
        state == null || state.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return folder.resolve("diaodu").resolve("sql_history");
  }
}
