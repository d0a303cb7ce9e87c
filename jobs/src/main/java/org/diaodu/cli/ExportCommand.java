package org.diaodu.cli;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;
import org.diaodu.export.Export;
import org.diaodu.export.ExportFormat;
import org.diaodu.export.ExportNotes;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu export}: published tables as files for other programs. */
@Command(
    name = "export",
    description = "把已发布的表导出成文件：SDMX-CSV 2.0（附结构和代码表）、Excel（附说明）、Parquet、CSV。",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @ArgGroup(multiplicity = "1")
  private Wanted wanted;

  /** Which tables. */
  private static final class Wanted {
    @Option(names = "--table", paramLabel = "TABLE", description = "表，如 statistics.growth；可以写多次")
    private List<String> tables = List.of();

    @Option(names = "--all", description = "全部的表；sdmx-csv只有带时期的表")
    private boolean all;
  }

  @Option(
      names = "--format",
      paramLabel = "csv|sdmx-csv|xlsx|parquet",
      defaultValue = "csv",
      description = "格式")
  private String format;

  @Option(
      names = "--encoding",
      paramLabel = "utf-8|gb18030",
      defaultValue = "utf-8",
      description = "CSV的编码：utf-8（带BOM，Excel可以直接打开）或gb18030")
  private String encoding;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      defaultValue = "",
      description = "只要符合条件的行，如 \"indicator = 'gdp'\"")
  private String where;

  @Option(names = "--period", paramLabel = "PERIOD", description = "只要一个时期，如 2024-06")
  private String period;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "文件放在这个文件夹的export下")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<Table> tables =
        wanted.all ? all() : wanted.tables.stream().map(ExportCommand::table).toList();
    String only =
        period == null
            ? where
            : "time_period = '%s'%s"
                .formatted(Periods.of(period), where.isEmpty() ? "" : " AND (" + where + ")");
    RegionPack pack = published.pack();
    Export export = new Export(pack, out.resolve("export"), format(), charset());
    try (SparkSession session = spark.open()) {
      PublishedTables from = published.tables(session, spark.warehouse(), pack);
      for (Table table : tables) {
        write(export, from, table, pack, only);
      }
      return Diaodu.DONE;
    }
  }

  private void write(Export export, PublishedTables from, Table table, RegionPack pack, String only)
      throws IOException {
    TableContract contract = ContractReader.read(table);
    Dataset<Row> rows =
        from.query(
            "SELECT * FROM %s%s"
                .formatted(table.fullName(), only.isEmpty() ? "" : " WHERE (" + only + ")"));
    boolean simulated =
        contract.columnNames().contains("provenance")
            && !rows.where(col("provenance").equalTo("simulated")).isEmpty();
    ExportNotes notes =
        new ExportNotes(
            contract,
            pack.nameZh(),
            from.asOf(),
            from.manifest().number(),
            only,
            simulated,
            published.embargoed());
    PrintWriter print = spec.commandLine().getOut();
    for (Export.Written written : export.write(rows, notes)) {
      print.printf(
          "%s  %d 行  %d 字节%s%n",
          written.file(), written.rows(), Files.size(written.file()), simulated ? "  含模拟数据" : "");
    }
  }

  private List<Table> all() {
    if (period != null || !where.isEmpty()) {
      throw new UsageException("--all是全部的表的全部行，不能同时写--period或--where");
    }
    return Arrays.stream(Table.values())
        .filter(table -> format().suits(ContractReader.read(table)))
        .toList();
  }

  private ExportFormat format() {
    return Arrays.stream(ExportFormat.values())
        .filter(f -> f.name().replace('_', '-').equals(format))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("格式“%s”不认得，只能是csv、sdmx-csv、xlsx、parquet".formatted(format)));
  }

  private Charset charset() {
    return switch (encoding.toLowerCase(java.util.Locale.ROOT)) {
      case "utf-8" -> StandardCharsets.UTF_8;
      case "gb18030" -> Charset.forName("GB18030");
      default -> throw new UsageException("编码“%s”不认得，只能是utf-8、gb18030".formatted(encoding));
    };
  }

  private static Table table(String name) {
    return Arrays.stream(Table.values())
        .filter(t -> t.fullName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("没有表“%s”。各表见docs/data-dictionary.md".formatted(name)));
  }
}
