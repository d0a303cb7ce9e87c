package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.diaodu.layout.Templates;
import org.diaodu.region.PackReader;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.UnreadableSheetException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A printed table of a hundred areas: to open it, and to find out which template it follows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TableRecognitionBenchmark {
  private Path folder;
  private Path file;
  private Templates templates;
  private Book book;

  /** Writes the table and a pack that knows it. */
  @Setup
  public void print() throws IOException, UnreadableSheetException {
    folder = Files.createTempDirectory("table");
    file = folder.resolve("landing/book.xlsx");
    PrintedBook.write(new Scale(100, 60, 25, 1), 1, folder.resolve("pack"), file);
    templates = Templates.of(PackReader.read(folder.resolve("pack")));
    book = Books.read(file);
    if (!templates.plan(book).anyTable()) {
      throw new IllegalStateException("The table is not recognised");
    }
  }

  /** Deletes both. */
  @TearDown
  public void delete() throws IOException {
    Place.delete(folder);
  }

  /** From the file to its grid. */
  @Benchmark
  public Book open() throws UnreadableSheetException {
    return Books.read(file);
  }

  /** From the grid to the template. */
  @Benchmark
  public Templates.BookPlan recognise() {
    return templates.plan(book);
  }
}
