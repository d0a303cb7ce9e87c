package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * A book that was opened.
 *
 * @param cells its cells; null where it cannot be read
 * @param remarks what the sender is told of it as a whole
 * @param unreadable why it cannot be read; null where it can
 */
record OpenedBook(BookCells cells, List<Fault> remarks, Fault unreadable) {
  static OpenedBook of(Book book, BookCells cells) {
    return new OpenedBook(cells, remarks(book, cells), null);
  }

  static OpenedBook unreadable(Fault fault) {
    return new OpenedBook(null, List.of(), fault);
  }

  /** Formulas, macros and links are never run; the sender is told what was used instead. */
  private static List<Fault> remarks(Book book, BookCells cells) {
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
    int unjudged = book.grids().stream().mapToInt(Grid::unjudgedLooks).sum();
    if (unjudged > 0) {
      remarks.add(
          remark(
              "conditional_looks",
              "%d个数".formatted(unjudged),
              "条件格式可能让%d个数看起来和存的不一样，条件取决于公式或其他单元格，没有计算，按存的值读取。请核对".formatted(unjudged)));
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
    cells.forms().forEach(form -> remarks.addAll(form.remarks()));
    return remarks;
  }

  private static Fault remark(String rule, String found, String message) {
    return new Fault(rule, Fault.Severity.warn, "0:0", found, "", message);
  }
}
