package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/** The cells of a book as rows, one at a time, and last what is to be said of it as a whole. */
final class BookRows implements Iterator<Row> {
  private final BookFile file;
  private final Book book;
  private final BookCells cells;
  private boolean ended;

  BookRows(BookFile file, Book book, BookCells cells) {
    this.file = file;
    this.book = book;
    this.cells = cells;
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
        file.file(), file.sha256(), file.fileOrdinal(), "book", cells.read(), remarks(book));
  }

  /** Formulas, macros and links are never run; the sender is told what was used instead. */
  static List<Fault> remarks(Book book) {
    List<Fault> remarks = new ArrayList<>();
    long formulas = 0;
    for (Grid grid : book.grids()) {
      for (int row = 0; row < grid.rowCount(); row++) {
        formulas += grid.row(row).stream().filter(GridCell::formula).count();
      }
    }
    if (formulas > 0) {
      remarks.add(
          remark(
              "formula_values",
              "%d个公式".formatted(formulas),
              "表里有%d个公式，按文件中保存的值读取，没有重新计算".formatted(formulas)));
    }
    List<String> hidden =
        book.grids().stream()
            .filter(g -> g.hidden() && g.cellCount() > 0)
            .map(Grid::sheet)
            .toList();
    if (!hidden.isEmpty()) {
      String names = String.join("、", hidden);
      remarks.add(remark("hidden_sheet", names, "隐藏的表没有读取：%s".formatted(names)));
    }
    if (book.macros()) {
      remarks.add(remark("macros", "宏", "文件带有宏，没有运行"));
    }
    if (book.externalLinks()) {
      remarks.add(remark("external_links", "外部链接", "文件引用了其他文件，没有打开，按保存的值读取"));
    }
    return remarks;
  }

  private static Fault remark(String rule, String found, String message) {
    return new Fault(rule, Fault.Severity.warn, "0:0", found, "", message);
  }
}
