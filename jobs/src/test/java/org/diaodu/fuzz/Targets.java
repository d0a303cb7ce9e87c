package org.diaodu.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.ingest.FuzzedBooks;
import org.diaodu.ingest.FuzzedFigures;
import org.diaodu.ingest.FuzzedTextFiles;
import org.diaodu.layout.FuzzedPeriods;
import org.diaodu.layout.FuzzedPrintedFigures;
import org.diaodu.region.FuzzedPacks;
import org.diaodu.table.FuzzedManifests;
import org.diaodu.testing.Packs;

/** Every reader of the program. */
final class Targets {
  private static final int LINES = 6;

  private Targets() {}

  /**
   * The readers.
   *
   * @param folder where inputs stand while they are read
   */
  static List<Target> in(Path folder) throws IOException {
    return List.of(
        new FuzzedFigures(),
        new FuzzedPrintedFigures(),
        new FuzzedPeriods(),
        new FuzzedLines(),
        new FuzzedTextFiles(Packs.threelands(), FuzzedTextFiles.threelands(), folder),
        new FuzzedTextFiles(Packs.xiangxi(), beginnings(Path.of("data/xiangxi")), folder),
        new FuzzedBooks(FuzzedBooks.Kind.text, folder),
        new FuzzedBooks(FuzzedBooks.Kind.page, folder),
        new FuzzedBooks(FuzzedBooks.Kind.xls, folder),
        new FuzzedBooks(FuzzedBooks.Kind.xlsx, folder),
        new FuzzedPacks(Packs.THREELANDS, folder),
        new FuzzedPacks(Packs.folder("zhejiang"), folder),
        new FuzzedManifests(folder));
  }

  /** The first lines of every file below a folder. */
  private static List<String> beginnings(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".csv"))
          .sorted()
          .map(Targets::beginning)
          .toList();
    }
  }

  private static String beginning(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return String.join("\n", lines.limit(LINES).toList()) + "\n";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot read " + file, e);
    }
  }
}
