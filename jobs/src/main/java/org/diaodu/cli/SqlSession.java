package org.diaodu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.export.QueryExport;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;

/** Runs one statement after the other over the same published tables. */
final class SqlSession {
  private final PublishedTables tables;
  private final RegionPack pack;
  private final boolean embargoed;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * With its two ways out: results alone go to {@code out}.
   *
   * @param embargoed whether rows that are not public yet are shown, too
   */
  SqlSession(
      PublishedTables tables,
      RegionPack pack,
      boolean embargoed,
      PrintWriter out,
      PrintWriter err) {
    this.tables = tables;
    this.pack = pack;
    this.embargoed = embargoed;
    this.out = out;
    this.err = err;
  }

  /** Runs a statement and prints its result. */
  void print(String sql, ResultFormat format) {
    told(
        sql,
        () -> {
          ResultPrinter.print(out, tables.query(sql), format);
          warn(simulated(sql));
        });
  }

  /** The same for a terminal of a width, without more rows than one would look at. */
  void show(String sql, int width, int rows) {
    told(
        sql,
        () -> {
          ResultPrinter.show(out, tables.query(sql), width, rows);
          warn(simulated(sql));
        });
  }

  /** Runs a statement and writes its result to a workbook. */
  void write(String sql, Path workbook) {
    told(
        sql,
        () -> {
          Dataset<Row> result = tables.query(sql);
          DistinctNames.require(result.schema());
          List<Table> simulated = simulated(sql);
          long rows =
              new QueryExport(
                      sql,
                      pack.nameZh(),
                      tables.asOf(),
                      tables.manifest().number(),
                      !simulated.isEmpty(),
                      embargoed)
                  .write(result, workbook);
          out.printf("%s  %d 行%n", workbook, rows);
          warn(simulated);
        });
  }

  /**
   * Runs it, and tells a mistake of the query as such.
   *
   * @throws UsageException where the query has a mistake
   */
  private static void told(String sql, Runnable statement) {
    try {
      statement.run();
    } catch (Exception failure) {
      // Spark throws checked exceptions that it does not declare.
      Optional<String> mistake = SqlMistake.told(sql, failure);
      if (mistake.isPresent()) {
        throw new UsageException(mistake.get());
      }
      throw failure;
    }
  }

  private List<Table> simulated(String sql) {
    return tables.readBy(sql).stream().filter(tables::isSimulated).toList();
  }

  private void warn(List<Table> simulated) {
    if (!simulated.isEmpty()) {
      err.printf(
          "注意：%s含模拟数据（provenance为simulated的行），不得作为统计数据使用%n",
          simulated.stream().map(Table::fullName).collect(Collectors.joining("、")));
    }
  }
}
