package org.diaodu.layout;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * The cells with a number that stand in none of a sheet's tables. Rows of them with a label are a
 * table that nobody knows, and refused; a number in a header, a note or alone, such as that of a
 * page, is left out.
 */
final class LooseFigures {
  private final Grid grid;
  private final List<FoundTable> tables;
  private final Set<Integer> noteRows = new HashSet<>();
  private int lastRefused = Integer.MIN_VALUE;

  private LooseFigures(Grid grid, List<FoundTable> tables) {
    this.grid = grid;
    this.tables = tables;
    for (FoundTable table : tables) {
      for (int row = table.lastRow() + 1; row <= table.endRow(); row++) {
        if (TableEnd.isNote(grid.row(row), table.dataColumn())) {
          noteRows.add(row);
        }
      }
    }
  }

  /** What becomes of them, row by row. */
  static Iterator<ReadCell> of(Grid grid, List<FoundTable> tables) {
    LooseFigures loose = new LooseFigures(grid, tables);
    return new InTurn<>(
        IntStream.range(0, grid.rowCount())
            .<Supplier<Iterator<ReadCell>>>mapToObj(row -> () -> loose.row(row).iterator())
            .iterator());
  }

  private List<ReadCell> row(int row) {
    List<GridCell> numbers =
        grid.row(row).stream()
            .filter(Templates::isNumber)
            .filter(cell -> tables.stream().noneMatch(t -> t.holds(cell)))
            .toList();
    return numbers.stream().map(cell -> read(cell, numbers)).toList();
  }

  private ReadCell read(GridCell cell, List<GridCell> numbers) {
    String known = place(cell);
    if (known != null) {
      return ReadCell.ignored(grid.sheet(), cell, known);
    }
    if (!isRow(cell.row(), numbers)) {
      return ReadCell.ignored(grid.sheet(), cell, "outside_table");
    }
    boolean told = lastRefused >= cell.row() - 1;
    lastRefused = cell.row();
    return ReadCell.refused(grid.sheet(), cell, told ? List.of() : List.of(doubt(cell)));
  }

  /** The part of a table in which a number is none of its figures; null where there is none. */
  private String place(GridCell cell) {
    for (FoundTable table : tables) {
      boolean across = cell.column() <= table.lastColumn();
      if (across && cell.row() >= table.headerRow() && cell.row() < table.bodyRow()) {
        return "in_header";
      }
      boolean inBody = cell.row() >= table.bodyRow() && cell.row() <= table.lastRow();
      if (inBody && cell.column() >= table.labelColumn() && cell.column() < table.dataColumn()) {
        return "row_label";
      }
      if (inBody && cell.column() < table.labelColumn() && isOrdinal(cell)) {
        return "row_number";
      }
    }
    return noteRows.contains(cell.row()) ? "note" : null;
  }

  private static boolean isOrdinal(GridCell cell) {
    return cell.text().strip().matches("\\d{1,4}\\.?");
  }

  /** Whether a row outside all tables looks like one of a table: a label, or several numbers. */
  private boolean isRow(int row, List<GridCell> numbers) {
    Collection<GridCell> cells = grid.row(row);
    GridCell first = cells.iterator().next();
    boolean labelled = !Templates.isNumber(first);
    return numbers.size() > 1 || labelled;
  }

  private ReadCell.Doubt doubt(GridCell first) {
    int last = first.row();
    int right = first.column();
    while (last + 1 < grid.rowCount() && grid.row(last + 1).stream().anyMatch(this::isLoose)) {
      last++;
    }
    for (int row = first.row(); row <= last; row++) {
      right =
          Math.max(
              right,
              grid.row(row).stream()
                  .filter(this::isLoose)
                  .mapToInt(GridCell::column)
                  .max()
                  .orElse(0));
    }
    String label = grid.row(first.row()).iterator().next().text().strip();
    return new ReadCell.Doubt(
        "no_template",
        true,
        label,
        "模板认得的表",
        "这里的数不在任何一张认得的表里（第一行是“%s”），都没有收下。请核对表头，或用 diaodu learn 起草一个模板".formatted(label),
        new CellRangeAddress(first.row(), last, first.column(), right).formatAsString());
  }

  private boolean isLoose(GridCell cell) {
    return Templates.isNumber(cell)
        && tables.stream().noneMatch(t -> t.holds(cell))
        && place(cell) == null;
  }
}
