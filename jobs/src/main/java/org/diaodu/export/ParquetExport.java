package org.diaodu.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Parquet, one file, types as in the table. Spark writes a folder; its one part is the file. */
final class ParquetExport {
  private ParquetExport() {}

  /** Writes the rows. */
  static void write(Dataset<Row> rows, Path file) throws IOException {
    Path folder = file.resolveSibling(file.getFileName() + ".parts");
    rows.coalesce(1).write().parquet(folder.toUri().toString());
    try (Stream<Path> parts = Files.list(folder)) {
      Path part = parts.filter(p -> p.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.move(part, file);
    }
    try (Stream<Path> rest = Files.walk(folder)) {
      for (Path path : rest.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
