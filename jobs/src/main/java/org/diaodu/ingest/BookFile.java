package org.diaodu.ingest;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.diaodu.layout.ReadCell;
import org.diaodu.layout.Templates;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;
import org.diaodu.sheet.UnreadableSheetException;

/**
 * A workbook, or what stands for one, read by one task. Public because Spark serialises only public
 * classes.
 *
 * @param file path below the landing folder
 * @param path where it is; every executor must see it there
 * @param sha256 SHA-256 of the file
 * @param fileOrdinal place of the file among those of the night, from 0
 * @param needsTemplate whether a file without a table that is known is no table at all
 */
public record BookFile(
    String file, String path, String sha256, int fileOrdinal, boolean needsTemplate)
    implements Serializable {
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

  /** The cells of the book, and last what is to be said of it as a whole. */
  Iterator<Row> cells(TidyCsvLine reader, Templates templates, LocalDate received) {
    Book book;
    try {
      book = Books.read(Path.of(path));
    } catch (UnreadableSheetException e) {
      return unreadable(
          new Fault(
              e.ruleId(), Fault.Severity.reject, "0:0", e.found(), e.expected(), e.getMessage()));
    }
    List<ReadCell> read = templates.read(book, received);
    if (needsTemplate && read.stream().allMatch(BookFile::lacksTemplate)) {
      return unreadable(noTemplate(read));
    }
    requireEveryNumber(book, read);
    TidyCsvHeader header = header();
    List<Row> rows = new ArrayList<>();
    for (ReadCell cell : read) {
      rows.add(CellRow.of(file, sha256, fileOrdinal, cell(cell, rows.size() + 1, header, reader)));
    }
    rows.add(CellRow.ofBook(file, sha256, fileOrdinal, "book", read.size(), remarks(book)));
    return rows.iterator();
  }

  private Iterator<Row> unreadable(Fault fault) {
    return List.of(CellRow.ofBook(file, sha256, fileOrdinal, "unreadable", 0, List.of(fault)))
        .iterator();
  }

  private static boolean lacksTemplate(ReadCell cell) {
    return cell.fields() == null
        && cell.ignoredBecause() == null
        && cell.doubts().stream().allMatch(d -> d.ruleId().equals("no_template"));
  }

  private static Fault noTemplate(List<ReadCell> read) {
    return read.stream()
        .flatMap(c -> c.doubts().stream())
        .findFirst()
        .map(
            d ->
                new Fault(
                    d.ruleId(), Fault.Severity.reject, "0:0", d.found(), d.expected(), d.message()))
        .orElseGet(
            () ->
                new Fault(
                    "no_table",
                    Fault.Severity.reject,
                    "0:0",
                    "没有数字的文本",
                    "整洁格式的CSV或统计表",
                    "文件里没有一个数。请核对后重新报送"));
  }

  /** Numbers are counted on the sheets apart from reading them, so a lost one is found out. */
  private void requireEveryNumber(Book book, List<ReadCell> read) {
    long met = read.stream().filter(c -> Templates.isNumber(c.cell())).count();
    long there = Templates.figures(book);
    if (met != there) {
      throw new CellsDoNotAddUpException(file, there, met);
    }
  }

  private static Cell cell(ReadCell read, long place, TidyCsvHeader header, TidyCsvLine reader) {
    String text = read.cell().text();
    LineFaults faults = new LineFaults(read.address());
    for (ReadCell.Doubt doubt : read.doubts()) {
      if (doubt.refused()) {
        faults.add(doubt.ruleId(), 0, doubt.found(), doubt.expected(), doubt.message());
      } else {
        faults.warn(doubt.ruleId(), 0, doubt.found(), doubt.expected(), doubt.message());
      }
    }
    Cell.Figure figure = null;
    if (read.fields() != null) {
      List<String> fields =
          COLUMNS.stream().map(name -> read.fields().getOrDefault(name, "")).toList();
      figure = reader.figure(new LineFields(header, fields, read.decimals()), faults);
    }
    return new Cell(place, read.address(), text, text, figure, read.ignoredBecause(), faults.all());
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
