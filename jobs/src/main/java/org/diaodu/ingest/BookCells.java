package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.layout.Publication;
import org.diaodu.layout.ReadCell;
import org.diaodu.layout.Templates;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;

/**
 * The cells of a book, one at a time: those of its forms and its tidy sheets line by line, those of
 * the others as the templates read them.
 */
final class BookCells implements Iterator<Cell> {
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

  private final String file;
  private final List<FormSheet> forms;
  private final List<SheetCells> lines;
  private final Book printed;
  private final Templates.BookPlan plan;
  private final Publication publication;
  private final TidyCsvLine reader;
  private final Iterator<SheetCells> sheets;
  private Iterator<Cell> ofSheet = Collections.emptyIterator();
  private final Iterator<ReadCell> ofTables;
  private long read;
  private long ofLines;
  private long numbers;

  private BookCells(
      String file,
      List<FormSheet> forms,
      List<SheetCells> tidy,
      Book printed,
      Templates templates,
      TidyCsvLine reader,
      Publication publication) {
    this.file = file;
    this.forms = forms;
    this.lines = Stream.concat(forms.stream(), tidy.stream()).toList();
    this.printed = printed;
    this.plan = templates.plan(printed);
    this.publication = publication;
    this.reader = reader;
    this.sheets = lines.iterator();
    this.ofTables = plan.cells(publication);
  }

  /**
   * The cells of a book.
   *
   * @param file its name, for messages
   * @param publication when it was published and came
   */
  static BookCells of(
      String file, Book book, TidyCsvLine reader, Templates templates, Publication publication) {
    List<FormSheet> forms = FormSheet.of(book, reader.pack());
    List<Grid> asked = forms.stream().map(FormSheet::grid).toList();
    List<SheetCells> tidy = new ArrayList<>();
    List<Grid> others = new ArrayList<>();
    // A copy that comes back with its sender's answers says what was held, not what counts.
    boolean isAnswer = book.isAnswer();
    for (Grid grid : book.grids()) {
      if (asked.contains(grid)) {
        continue;
      }
      if (isAnswer) {
        others.add(grid);
      } else {
        TidySheet.of(grid, publication.released())
            .ifPresentOrElse(tidy::add, () -> others.add(grid));
      }
    }
    Book printed = new Book(List.copyOf(others), book.macros(), book.externalLinks());
    return new BookCells(file, forms, tidy, printed, templates, reader, publication);
  }

  /**
   * Whether it says anything.
   *
   * @param needsTemplate whether only a table that is known does
   */
  boolean says(boolean needsTemplate) {
    return lines.stream().anyMatch(sheet -> sheet.cellCount() > 0)
        || plan.anyTable()
        || (!needsTemplate && plan.cells(publication).hasNext());
  }

  /** The first number of a text without a known table says why there is none. */
  Fault noTemplate() {
    Iterator<ReadCell> cells = plan.cells(publication);
    if (!cells.hasNext()) {
      return new Fault(
          "no_table",
          Fault.Severity.reject,
          "0:0",
          "没有一个数的文件",
          "整洁格式的CSV或统计表",
          "文件里没有一个数。请核对后重新报送");
    }
    ReadCell.Doubt d = cells.next().doubts().get(0);
    return new Fault(
        d.ruleId(), Fault.Severity.reject, "0:0", d.found(), d.expected(), d.message());
  }

  /** Its forms. */
  List<FormSheet> forms() {
    return forms;
  }

  /** How many cells were read so far. */
  long read() {
    return read;
  }

  @Override
  public boolean hasNext() {
    while (!ofSheet.hasNext() && sheets.hasNext()) {
      ofSheet = sheets.next().cells(reader, read);
    }
    return ofSheet.hasNext() || ofTables.hasNext();
  }

  @Override
  public Cell next() {
    boolean isTidy = hasNext() && ofSheet.hasNext();
    read++;
    if (isTidy) {
      ofLines++;
      return ofSheet.next();
    }
    ReadCell cell = ofTables.next();
    numbers += Templates.isNumber(cell.cell()) ? 1 : 0;
    return cell(cell, read);
  }

  /** Cells are counted on the sheets apart from reading them, so a lost one is found out. */
  void requireEveryCell() {
    long there = Templates.figures(printed) + lines.stream().mapToLong(SheetCells::cellCount).sum();
    if (numbers + ofLines != there) {
      throw new CellsDoNotAddUpException(file, there, numbers + ofLines);
    }
  }

  private Cell cell(ReadCell read, long place) {
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
      LineFields line = new LineFields(HEADER, fields, read.decimals(), null);
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
}
