package org.diaodu.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables that are made for one reader or one run and thrown away after, as Parquet in a folder of
 * their own. Nothing of the warehouse is touched.
 */
public final class ScratchTables implements AutoCloseable {
  private final FileSystem files;
  private final Path folder;

  /**
   * In a folder that nobody else uses; it is made with the first table.
   *
   * @param folder of any file system that all of Spark's processes reach
   */
  public ScratchTables(Configuration hadoop, String folder) {
    this.folder = new Path(folder);
    try {
      this.files = this.folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach " + folder, e);
    }
  }

  /** Keeps rows, and says how SQL reads them. */
  public String keep(String name, Dataset<Row> rows) {
    Path file = new Path(folder, name);
    rows.write().parquet(file.toString());
    return "parquet.`%s`".formatted(file);
  }

  /** Keeps rows, and gives them as they then stand there. */
  public Dataset<Row> kept(String name, Dataset<Row> rows) {
    keep(name, rows);
    return rows.sparkSession()
        .read()
        .schema(rows.schema())
        .parquet(new Path(folder, name).toString());
  }

  /** Throws one away. */
  public void drop(String name) {
    delete(new Path(folder, name));
  }

  @Override
  public void close() {
    delete(folder);
  }

  private void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + path, e);
    }
  }
}
