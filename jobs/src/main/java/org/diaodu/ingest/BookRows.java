package org.diaodu.ingest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** The cells of a book as rows, one at a time, and last what is to be said of it as a whole. */
final class BookRows implements Iterator<Row> {
  private final BookFile file;
  private final OpenedBook book;
  private final BookCells cells;
  private boolean ended;

  BookRows(BookFile file, OpenedBook book) {
    this.file = file;
    this.book = book;
    this.cells = book.cells();
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Row next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (cells.hasNext()) {
      return CellRow.of(
          file.file(), file.sha256(), file.fileOrdinal(), file.arrivedAt(), cells.next());
    }
    ended = true;
    cells.requireEveryCell();
    return CellRow.ofBook(
        file.file(), file.sha256(), file.fileOrdinal(), "book", cells.read(), book.remarks());
  }
}
