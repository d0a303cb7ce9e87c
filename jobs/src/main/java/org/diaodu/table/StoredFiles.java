package org.diaodu.table;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.diaodu.contract.Table;

/** The data files of a version of a table, as its log names them, without a session. */
final class StoredFiles {
  private final DefaultEngine engine;
  private final String warehouse;

  /** Of the tables of a warehouse. */
  StoredFiles(Configuration hadoop, String warehouse) {
    this.engine = DefaultEngine.create(hadoop);
    this.warehouse = warehouse;
  }

  /**
   * Names of the files of a version, below the table's folder, with their bytes.
   *
   * @throws KernelException where the version cannot be put together from the log any more
   */
  Map<String, Long> of(Table table, long version) {
    Map<String, Long> files = new TreeMap<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        io.delta.kernel.Table.forPath(engine, folder(table).toString())
            .getSnapshotAsOfVersion(engine, version)
            .getScanBuilder()
            .build()
            .getScanFiles(engine)) {
      while (batches.hasNext()) {
        add(batches.next(), files);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log of " + table.fullName(), e);
    }
  }

  /** Where the files of a table are. */
  Path folder(Table table) {
    return new Path(warehouse, table.path());
  }

  private static void add(FilteredColumnarBatch batch, Map<String, Long> files) throws IOException {
    try (CloseableIterator<Row> rows = batch.getRows()) {
      while (rows.hasNext()) {
        FileStatus file = InternalScanFileUtils.getAddFileStatus(rows.next());
        files.put(new Path(file.getPath()).getName(), file.getSize());
      }
    }
  }
}
