package org.diaodu.ingest;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.diaodu.layout.Publication;
import org.diaodu.layout.Templates;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.UnreadableSheetException;

/**
 * A workbook, or what stands for one, read by one task. Public because Spark serialises only public
 * classes.
 *
 * @param file path below the landing folder
 * @param path where it is; every executor must see it there
 * @param sha256 SHA-256 of the file
 * @param fileOrdinal place of the file among those of the night, from 0
 * @param arrivedAt when the file came
 * @param released the day on which it was published, where something beside it says so; else null
 * @param needsTemplate whether a file without a table that is known is no table at all
 */
public record BookFile(
    String file,
    String path,
    String sha256,
    int fileOrdinal,
    Instant arrivedAt,
    LocalDate released,
    boolean needsTemplate)
    implements Serializable {
  /** A file of which the sheets are to be opened. */
  static BookFile of(LandingFile file, int ordinal) {
    boolean isText = file.format() == LandingFile.Format.printed_text;
    return new BookFile(
        file.file(),
        file.path(),
        file.sha256(),
        ordinal,
        file.arrivedAt(),
        file.released(),
        isText);
  }

  /** The cells of the book as rows, and last what is to be said of it as a whole. */
  Iterator<Row> rows(TidyCsvLine reader, Templates templates, LocalDate received) {
    OpenedBook opened = open(reader, templates, received);
    return opened.unreadable() == null
        ? new BookRows(this, opened)
        : List.of(
                CellRow.ofBook(
                    file, sha256, fileOrdinal, "unreadable", 0, List.of(opened.unreadable())))
            .iterator();
  }

  /** The book, or why it cannot be read. */
  OpenedBook open(TidyCsvLine reader, Templates templates, LocalDate received) {
    Book book;
    try {
      book = Books.read(Path.of(path));
    } catch (UnreadableSheetException e) {
      return OpenedBook.unreadable(
          new Fault(
              e.ruleId(), Fault.Severity.reject, "0:0", e.found(), e.expected(), e.getMessage()));
    }
    Publication publication = new Publication(released, received);
    BookCells cells = BookCells.of(file, book, reader, templates, publication);
    // A book without a figure, read or refused, would count as read without a word.
    return cells.says(needsTemplate)
        ? OpenedBook.of(book, cells)
        : OpenedBook.unreadable(cells.noTemplate());
  }
}
