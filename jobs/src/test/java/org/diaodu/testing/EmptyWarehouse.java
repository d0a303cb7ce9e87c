package org.diaodu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.diaodu.contract.Table;
import org.diaodu.table.Together;
import org.diaodu.table.Warehouse;

/**
 * The tables of a warehouse in which no night has written yet, made once in this process and copied
 * to wherever a night begins: a log of Delta holds no path that would tie it to a folder.
 */
final class EmptyWarehouse {
  private static Path made;

  private EmptyWarehouse() {}

  /** Puts the tables into a folder that does not exist yet. */
  static void copyTo(Path warehouse) throws IOException {
    Folders.copy(made(), warehouse);
  }

  private static synchronized Path made() throws IOException {
    if (made == null) {
      Path folder =
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "empty-warehouse");
      Warehouse warehouse = new Warehouse(SharedSpark.session(), folder.toString());
      Together.run(
          Arrays.stream(Table.values())
              .map(table -> Executors.callable(() -> warehouse.ensure(table)))
              .toList());
      made = folder;
    }
    return made;
  }
}
