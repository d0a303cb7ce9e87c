package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.form.FormField;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormLine;
import org.diaodu.form.FormRemark;
import org.diaodu.form.FormSignature;
import org.diaodu.form.FormTable;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * A sheet of a form that came back. Each row is read by its key as a line of a tidy or a progress
 * file with the same content would be, so that no rule stands twice.
 */
final class FormSheet implements SheetCells {
  /** Why a cell that asks for something was left out. */
  static final String NOT_FILLED = "form_not_filled";

  /** The fields that are figures; each stands for a cell of its own. */
  static final List<FormField> FIGURES = List.of(FormField.level, FormField.growth);

  private final FormTable table;

  private FormSheet(FormTable table) {
    this.table = table;
  }

  /** The forms in a book. A sheet that was not signed is signed by the others of the same form. */
  static List<FormSheet> of(Book book, RegionPack pack) {
    List<FormTable> tables =
        book.grids().stream().flatMap(grid -> FormTable.of(grid, pack).stream()).toList();
    return tables.stream().map(table -> new FormSheet(signed(table, tables))).toList();
  }

  private static FormTable signed(FormTable table, List<FormTable> all) {
    if (!table.signature().isBlank()) {
      return table;
    }
    List<FormSignature> others =
        all.stream()
            .map(FormTable::signature)
            .filter(other -> !other.isBlank() && other.isOfTheSameForm(table.signature()))
            .toList();
    boolean isOne =
        others.stream().map(other -> other.words() + day(other)).distinct().count() == 1;
    return isOne ? table.signedBy(others.get(0)) : table;
  }

  private static String day(FormSignature signature) {
    return signature.filledOn() == null ? "" : signature.filledOn().text();
  }

  /** The sheet. */
  Grid grid() {
    return table.grid();
  }

  /** The rows in which nothing was filled in. */
  List<FormLine> unfilled() {
    return table.lines().stream().filter(line -> !line.isFilled()).toList();
  }

  /** The row that a cell stands for. */
  Optional<FormLine> lineOf(Cell cell) {
    return table.lines().stream()
        .filter(
            line -> places(line).stream().anyMatch(f -> address(line, f).equals(cell.sourceCell())))
        .findFirst();
  }

  /** Where a row asks for something. */
  String place(FormLine line) {
    return address(line, places(line).get(0));
  }

  /** What a row asks for, in words; what stands there where nobody knows. */
  String subject(FormLine line) {
    return line.item() == null
        ? record(line)
        : line.item().labels().stream()
            .filter(label -> !label.isEmpty())
            .collect(Collectors.joining(" "));
  }

  /** The day that the row names as its last; empty where it names none. */
  String until(FormLine line) {
    return Optional.ofNullable(line.item())
        .map(item -> item.kind().known().get(0).header())
        .map(header -> table.columns().get(header))
        .flatMap(column -> table.grid().cell(line.row(), column))
        .map(cell -> cell.text().strip())
        .orElse("");
  }

  /** A part of the signatures of sheets, each once. */
  static String all(List<FormSheet> sheets, Function<FormSignature, String> part) {
    return sheets.stream()
        .map(sheet -> part.apply(sheet.table.signature()))
        .distinct()
        .collect(Collectors.joining("、"));
  }

  /** What is told of the sheet beside its cells. */
  List<Fault> remarks() {
    return table.remarks().stream()
        .map(remark -> fault(remark, Fault.Severity.warn, address(remark.row(), remark.column())))
        .toList();
  }

  @Override
  public long cellCount() {
    return table.lines().stream().mapToLong(line -> places(line).size()).sum();
  }

  @Override
  public Iterator<Cell> cells(TidyCsvLine reader, long before) {
    long[] place = {before};
    return table.lines().stream().flatMap(line -> cells(line, reader, place).stream()).iterator();
  }

  private List<Cell> cells(FormLine line, TidyCsvLine reader, long[] place) {
    List<Cell> cells = new ArrayList<>();
    for (FormField field : places(line)) {
      cells.add(cell(line, field, reader, ++place[0]));
    }
    return TidyCsvLine.toldOnce(cells);
  }

  /**
   * The fields of a row that stand for a cell: of a figure each that it is asked for, and each that
   * was filled in and is not asked for; of a report the one that says how it goes.
   */
  private static List<FormField> places(FormLine line) {
    if (line.item() == null || !line.refusals().isEmpty()) {
      return List.of(line.cells().keySet().iterator().next());
    }
    if (line.item().kind() != FormKind.figure) {
      return List.of(line.item().kind().fields().get(0));
    }
    return FIGURES.stream()
        .filter(f -> line.item().open().contains(f) || line.cells().containsKey(f))
        .toList();
  }

  private Cell cell(FormLine line, FormField field, TidyCsvLine reader, long place) {
    String address = address(line, field);
    String raw = text(line, field);
    String record = record(line);
    if (!line.refusals().isEmpty()) {
      List<Fault> faults =
          line.refusals().stream()
              .map(refusal -> fault(refusal, Fault.Severity.reject, address))
              .toList();
      return new Cell(place, address, record, raw, null, null, null, faults);
    }
    if (!line.isFilled() || (line.item().kind() == FormKind.figure && isLeftOut(line, field))) {
      return new Cell(place, address, record, raw, null, null, NOT_FILLED, List.of());
    }
    LineFaults faults = new LineFaults(address, column -> columnAddress(line, field, column));
    if (!line.item().open().contains(field)) {
      faults.add(
          "form_locked_cell", 0, raw, "空", "这一项不报%s，却填了“%s”。请清空这一格".formatted(field.header(), raw));
      return new Cell(place, address, record, raw, null, null, null, faults.all());
    }
    new FormCellChecks(table).check(line, field, faults);
    FormFields fields = new FormFields(line.item(), table.signature());
    if (line.item().kind() == FormKind.figure) {
      LineFields says = fields.ofFigure(line, reader.pack(), field);
      if (says.text("obs_value").isEmpty() && !LineDimensions.saysNoFigure(says)) {
        String state = says.text("obs_status");
        faults.add(
            "form_note_alone", 0, state, "数，或数据状态“缺失”", "只写了备注或数据状态，没有填数。有数请填数；确实没有的，数据状态选“缺失”");
        return new Cell(place, address, record, raw, null, null, null, faults.all());
      }
      return reader.cell(says, place, address, record, faults);
    }
    FormCellChecks.checkChoice(line, faults);
    return faults.rejected()
        ? new Cell(place, address, record, raw, null, null, null, faults.all())
        : reader.cell(fields.ofReport(line), place, address, record, faults);
  }

  /**
   * Of two figures that are asked for one may be filled in; where neither is, the first says why.
   */
  private static boolean isLeftOut(FormLine line, FormField field) {
    if (line.cells().containsKey(field)) {
      return false;
    }
    boolean anyFigure = FIGURES.stream().anyMatch(line.cells()::containsKey);
    return anyFigure || field != places(line).get(0);
  }

  private String columnAddress(FormLine line, FormField field, int column) {
    if (column == FormFields.DAY_COLUMN) {
      return table.signature().filledOnAddress();
    }
    return FormFields.field(line.item().kind(), column)
        .map(of -> address(line, of))
        .orElseGet(() -> address(line, field));
  }

  private String address(FormLine line, FormField field) {
    GridCell cell = line.cells().get(field);
    return cell == null ? table.address(line.row(), field) : address(cell.row(), cell.column());
  }

  private String address(int row, int column) {
    return table.grid().sheet() + "!" + GridCell.address(row, column);
  }

  private String text(FormLine line, FormField field) {
    return Optional.ofNullable(line.cells().get(field)).map(FormFields::text).orElse("");
  }

  /** The row as it stands, and who signed it. */
  private String record(FormLine line) {
    String cells =
        table.grid().row(line.row()).stream()
            .sorted(Comparator.comparingInt(GridCell::column))
            .map(FormFields::text)
            .collect(Collectors.joining(","));
    return Stream.of(cells, table.signature().words()).collect(Collectors.joining("；"));
  }

  private Fault fault(FormRemark remark, Fault.Severity severity, String address) {
    String at = address(remark.row(), remark.column());
    String message = "单元格%s：%s".formatted(at, remark.message());
    return new Fault(
        remark.ruleId(), severity, address, remark.found(), remark.expected(), message);
  }
}
