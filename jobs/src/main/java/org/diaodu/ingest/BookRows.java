package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.diaodu.layout.ReadCell;
import org.diaodu.layout.Templates;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/** The cells of a book as rows, one at a time, and last what is to be said of it as a whole. */
final class BookRows implements Iterator<Row> {
  private static final List<String> COLUMNS =
      List.of(
          "ref_area",
          "indicator",
          "time_period",
          "accumulation",
          "measure",
          "obs_value",
          "unit",
          "obs_status",
          "release_date",
          "note");

  private static final TidyCsvHeader HEADER = header();

  private final BookFile file;
  private final Book book;
  private final Iterator<ReadCell> cells;
  private final TidyCsvLine reader;
  private long read;
  private long numbers;
  private boolean ended;

  BookRows(BookFile file, Book book, Iterator<ReadCell> cells, TidyCsvLine reader) {
    this.file = file;
    this.book = book;
    this.cells = cells;
    this.reader = reader;
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
      ReadCell cell = cells.next();
      read++;
      numbers += Templates.isNumber(cell.cell()) ? 1 : 0;
      return CellRow.of(
          file.file(),
          file.sha256(),
          file.fileOrdinal(),
          file.arrivedAt(),
          cell(cell, read, HEADER, reader));
    }
    ended = true;
    requireEveryNumber();
    return CellRow.ofBook(
        file.file(), file.sha256(), file.fileOrdinal(), "book", read, remarks(book));
  }

  /** Numbers are counted on the sheets apart from reading them, so a lost one is found out. */
  private void requireEveryNumber() {
    long there = Templates.figures(book);
    if (numbers != there) {
      throw new CellsDoNotAddUpException(file.file(), there, numbers);
    }
  }

  private static Cell cell(ReadCell read, long place, TidyCsvHeader header, TidyCsvLine reader) {
    String text = read.cell().text();
    LineFaults faults = new LineFaults(read.address());
    for (ReadCell.Doubt doubt : read.doubts()) {
      if (doubt.range() != null) {
        faults.addOfAll(
            read.sheet() + "!" + doubt.range(),
            doubt.ruleId(),
            doubt.found(),
            doubt.expected(),
            doubt.message());
      } else if (doubt.refused()) {
        faults.add(doubt.ruleId(), 0, doubt.found(), doubt.expected(), doubt.message());
      } else {
        faults.warn(doubt.ruleId(), 0, doubt.found(), doubt.expected(), doubt.message());
      }
    }
    Cell.Figure figure = null;
    Cell.Subject subject = null;
    if (read.fields() != null) {
      List<String> fields =
          COLUMNS.stream().map(name -> read.fields().getOrDefault(name, "")).toList();
      LineFields line = new LineFields(header, fields, read.decimals());
      boolean isEmpty = read.ignoredBecause() != null;
      figure = isEmpty ? null : reader.figure(line, faults);
      subject = isEmpty || !faults.all().isEmpty() ? reader.subject(line) : null;
    }
    return new Cell(
        place, read.address(), text, text, figure, subject, read.ignoredBecause(), faults.all());
  }

  private static TidyCsvHeader header() {
    Map<String, Integer> position = new HashMap<>();
    COLUMNS.forEach(name -> position.put(name, position.size()));
    return new TidyCsvHeader(',', position);
  }

  /** Formulas, macros and links are never run; the sender is told what was used instead. */
  private static List<Fault> remarks(Book book) {
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
