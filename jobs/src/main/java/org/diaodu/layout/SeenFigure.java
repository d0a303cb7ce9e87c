package org.diaodu.layout;

import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.diaodu.sheet.Discrepancy;
import org.diaodu.sheet.GridCell;
import org.diaodu.sheet.Merge;

/** The figure in a cell of a table's body, held against what is seen there. */
final class SeenFigure {
  private SeenFigure() {}

  /** What keeps the figure of a cell from being taken as it is stored. */
  static Optional<ReadCell.Doubt> doubt(FoundTable table, GridCell cell, String unit) {
    return table
        .grid()
        .discrepancy(cell)
        .map(SeenFigure::refused)
        .or(() -> spread(table, cell))
        .or(() -> otherUnit(cell, unit));
  }

  private static ReadCell.Doubt refused(Discrepancy d) {
    String found =
        d.shown().equals(d.stored())
            ? d.stored()
            : "看到的是“%s”，存的是%s".formatted(d.shown(), d.stored());
    return new ReadCell.Doubt(d.ruleId(), true, found, "看到的数就是存的数", d.message());
  }

  /** One figure that is merged over several rows or columns with labels of their own. */
  private static Optional<ReadCell.Doubt> spread(FoundTable table, GridCell cell) {
    Optional<Merge> merge =
        table.grid().merge(cell.row(), cell.column()).filter(m -> isSpread(table, m));
    return merge.map(
        m -> {
          String range =
              new CellRangeAddress(m.firstRow(), m.lastRow(), m.firstColumn(), m.lastColumn())
                  .formatAsString();
          return new ReadCell.Doubt(
              "merged_figure",
              true,
              range,
              "每格一个数",
              "单元格%s合并成一格，只写了一个数（%s），不知道是哪一行、哪一列的。请取消合并，每格分别填写".formatted(range, cell.text()));
        });
  }

  private static boolean isSpread(FoundTable table, Merge merge) {
    Optional<GridCell> label = table.rowLabel(merge.firstRow());
    int lastRow = Math.min(merge.lastRow(), table.lastRow());
    for (int row = merge.firstRow() + 1; row <= lastRow; row++) {
      Optional<GridCell> other = table.rowLabel(row);
      if (other.isPresent() && !other.equals(label)) {
        return true;
      }
    }
    int lastColumn = Math.min(merge.lastColumn(), table.lastColumn());
    for (int column = merge.firstColumn() + 1; column <= lastColumn; column++) {
      if (!table.header(column).isEmpty()
          && !table.header(column).equals(table.header(merge.firstColumn()))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ReadCell.Doubt> otherUnit(GridCell cell, String unit) {
    return cell.unit().isEmpty() || cell.unit().equals(unit)
        ? Optional.empty()
        : Optional.of(
            new ReadCell.Doubt(
                "wrong_unit",
                true,
                cell.text() + cell.unit(),
                unit,
                "这一格显示的单位是“%s”，表里写的单位却是“%s”。请核对，只写一种单位".formatted(cell.unit(), unit)));
  }
}
