package org.diaodu.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diaodu.layout.Templates;
import org.diaodu.sheet.Discrepancy;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;
import org.diaodu.sheet.Merge;

/**
 * A sheet of a workbook that holds what a tidy text file holds: a header, and below it a line for
 * each figure.
 *
 * @param header its header; null where that has faults
 * @param headerRow row of the header, from 0
 * @param faults what is wrong with the header
 */
record TidySheet(Grid grid, TidyCsvHeader header, int headerRow, List<Fault> faults)
    implements SheetCells {
  /** Rows below a header by which a column of figures is told from one of words. */
  private static final int SAMPLE = 20;

  /** Says what a spreadsheet does not: a date is one, where a date is wanted. */
  private static final String DATE = "date_cell";

  /**
   * The tidy sheet in a grid; empty where its first row is the header of none.
   *
   * @param released the day on which its file was published, where something beside it says so
   */
  static Optional<TidySheet> of(Grid grid, LocalDate released) {
    if (grid.hidden() || Templates.isFeedback(grid) || !grid.titlesAbove().isEmpty()) {
      return Optional.empty();
    }
    int row = 0;
    while (row < grid.rowCount() && grid.row(row).isEmpty()) {
      row++;
    }
    List<String> names = texts(grid, row);
    if (!HeaderReading.namesTheMost(names)) {
      return Optional.empty();
    }
    List<List<String>> sample =
        IntStream.range(row + 1, Math.min(grid.rowCount(), row + 1 + SAMPLE))
            .mapToObj(r -> texts(grid, r))
            .toList();
    List<Fault> faults = new ArrayList<>();
    TidyCsvHeader header = HeaderReading.of(names, row + 1, sample, released, faults);
    return Optional.of(new TidySheet(grid, header, row, List.copyOf(faults)));
  }

  private static List<String> texts(Grid grid, int row) {
    return IntStream.range(0, grid.columnCount())
        .mapToObj(column -> grid.shown(row, column).map(GridCell::text).orElse(""))
        .toList();
  }

  @Override
  public long cellCount() {
    long rows =
        IntStream.range(headerRow + 1, grid.rowCount()).filter(r -> !grid.row(r).isEmpty()).count();
    return rows * (header == null ? 1 : header.values().size());
  }

  @Override
  public Iterator<Cell> cells(TidyCsvLine reader, long before) {
    long[] place = {before};
    return IntStream.range(headerRow + 1, grid.rowCount())
        .filter(row -> !grid.row(row).isEmpty())
        .boxed()
        .flatMap(row -> header == null ? refused(row, place) : cells(row, reader, place))
        .iterator();
  }

  private Stream<Cell> refused(int row, long[] place) {
    Collection<GridCell> cells = grid.row(row);
    List<Fault> said = row == firstRow() ? atTheirCells() : List.of();
    place[0]++;
    String text = String.join(",", cells.stream().map(GridCell::text).toList());
    String address = address(row, cells.iterator().next().column());
    return Stream.of(new Cell(place[0], address, text, text, null, null, null, said));
  }

  private int firstRow() {
    return IntStream.range(headerRow + 1, grid.rowCount())
        .filter(row -> !grid.row(row).isEmpty())
        .findFirst()
        .orElse(0);
  }

  private List<Fault> atTheirCells() {
    return faults.stream()
        .map(
            f -> {
              int column = Integer.parseInt(f.sourceCell().replaceFirst("^\\d+:", ""));
              return new Fault(
                  f.ruleId(),
                  f.severity(),
                  address(headerRow, Math.max(0, column - 1)),
                  f.found(),
                  f.expected(),
                  "工作表“%s”：%s".formatted(grid.sheet(), f.message()));
            })
        .toList();
  }

  private Stream<Cell> cells(int row, TidyCsvLine reader, long[] place) {
    List<String> fields = fields(row);
    String record = String.join(",", fields);
    List<Cell> cells = new ArrayList<>();
    for (ValueColumn value : header.values()) {
      Optional<GridCell> figure = grid.cell(row, value.at());
      LineFaults found =
          new LineFaults(address(row, value.at()), column -> address(row, column - 1));
      checkSeen(row, value, found);
      String unit = figure.map(GridCell::unit).orElse("");
      ValueColumn of = unit.isEmpty() ? value : new ValueColumn(value.at(), value.says(), unit);
      int decimals = figure.filter(f -> f.number() != null).map(GridCell::decimals).orElse(-1);
      LineFields line = new LineFields(header, fields, decimals, of);
      cells.add(reader.cell(line, ++place[0], address(row, value.at()), record, found));
    }
    return TidyCsvLine.toldOnce(cells).stream();
  }

  private String address(int row, int column) {
    return grid.sheet() + "!" + GridCell.address(row, column);
  }

  /** What each column holds; one that is merged over several rows says the same in each of them. */
  private List<String> fields(int row) {
    List<String> fields = new ArrayList<>();
    for (int column = 0; column < header.fieldCount(); column++) {
      Optional<GridCell> cell = isValue(column) ? grid.cell(row, column) : grid.shown(row, column);
      fields.add(cell.map(TidySheet::text).orElse(""));
    }
    return fields;
  }

  private static String text(GridCell cell) {
    return cell.number() == null
        ? cell.text()
        : cell.number().toPlainString() + (cell.percent() ? "%" : "");
  }

  private boolean isValue(int column) {
    return header.values().stream().anyMatch(value -> value.at() == column);
  }

  /** Holds what is stored against what is seen, in the cell of a figure and in those beside it. */
  private void checkSeen(int row, ValueColumn value, LineFaults found) {
    Map<String, Integer> columns = new HashMap<>(header.position());
    columns.keySet().removeAll(List.of("note", ColumnNames.ROW_NUMBER, "obs_value"));
    columns.put("", value.at());
    columns.forEach(
        (name, column) -> {
          Optional<GridCell> cell =
              column == value.at() ? grid.cell(row, column) : grid.shown(row, column);
          boolean wantsDay = name.equals("time_period") || name.equals("release_date");
          Optional<Discrepancy> against =
              cell.flatMap(grid::discrepancy).filter(d -> !(wantsDay && d.ruleId().equals(DATE)));
          against.ifPresent(
              d -> found.add(d.ruleId(), column + 1, d.shown(), "看到的就是存的", d.message()));
        });
    Optional<Merge> merge = grid.merge(row, value.at()).filter(m -> m.lastRow() > m.firstRow());
    if (merge.isPresent() && merge.get().firstRow() == row) {
      found.add(
          "merged_figure",
          value.at() + 1,
          grid.cell(row, value.at()).map(GridCell::text).orElse(""),
          "每格一个数",
          "几行合并成一格，只写了一个数，不知道是哪一行的。请取消合并，每行分别填写");
    }
  }
}
