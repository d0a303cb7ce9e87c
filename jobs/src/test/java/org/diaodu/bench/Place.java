package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the files of one benchmark are. */
record Place(Path folder) {
  Path pack() {
    return folder.resolve("pack");
  }

  Path landing() {
    return folder.resolve("landing");
  }

  Path warehouse() {
    return folder.resolve("warehouse");
  }

  Path out() {
    return folder.resolve("out");
  }

  Path duckDb() {
    return folder.resolve("duckdb");
  }

  /** A table beside the warehouse: no table may stand inside another. */
  Path commit() {
    return folder.resolve("commit");
  }

  /** Makes the country and its files. */
  long fill(Scale scale) throws IOException {
    delete(folder);
    MadeUpPack.write(scale, pack());
    return MadeUpFigures.write(scale, landing());
  }

  /** Deletes what a run wrote, not what it read. */
  void clear() throws IOException {
    delete(warehouse());
    delete(out());
    delete(duckDb());
    delete(commit());
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
