package org.diaodu.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The result of a query as a workbook, with the query itself beside it: whoever gets the file can
 * ask the same again.
 *
 * @param query as it was asked
 * @param region name of the region, in Chinese
 * @param asOf day as of which the tables are known
 * @param manifest number of the manifest that published them
 * @param simulated whether a table that it reads holds simulated rows
 * @param embargoed whether rows that are not public yet were asked for
 */
public record QueryExport(
    String query,
    String region,
    LocalDate asOf,
    long manifest,
    boolean simulated,
    boolean embargoed) {

  /**
   * Writes the rows in their order; the file is in its place only when it is whole.
   *
   * @return how many rows
   * @throws TooManyRowsException where a sheet of Excel cannot hold them
   */
  public long write(Dataset<Row> rows, Path file) {
    Path absolute = file.toAbsolutePath();
    Path beside = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    try {
      Files.createDirectories(absolute.getParent());
      long count = WorkbookExport.write(rows, "结果", notes(), beside);
      Files.move(
          beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private WorkbookNotes notes() {
    return new WorkbookNotes(simulated, embargoed)
        .line("地区", region)
        .line("数据截至", asOf.toString())
        .line("发布清单", String.valueOf(manifest))
        .line("查询", query);
  }
}
