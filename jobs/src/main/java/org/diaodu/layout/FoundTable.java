package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;
import org.diaodu.sheet.Merge;

/**
 * Where a table stands on a sheet. Rows and columns from 0, ends included.
 *
 * @param grid the sheet
 * @param titles the lines above it, in their normal form
 * @param headerRow first row of its header
 * @param bodyRow first row of its body
 * @param lastRow last row of its body
 * @param endRow last row of the lines below it
 * @param labelColumn first column of its row labels
 * @param dataColumn first column of its figures
 * @param lastColumn last column of its figures
 * @param notes the lines below it
 */
record FoundTable(
    Grid grid,
    List<String> titles,
    int headerRow,
    int bodyRow,
    int lastRow,
    int endRow,
    int labelColumn,
    int dataColumn,
    int lastColumn,
    List<String> notes) {

  /** A note of the table before, which is no title of this one. */
  private static final Pattern NOTE = Pattern.compile("^(?:注|备注|说明|附注|资料来源|数据来源)[:：\\d].*");

  /** Rows of a header; what goes on longer is none. */
  private static final int HEADER_ROWS = 50;

  /** Tables beside each other. */
  private static final int SIDE_BY_SIDE = 50;

  /** All tables of a sheet whose row labels stand under one of the given headers. */
  static List<FoundTable> find(Grid grid, List<String> labels) {
    List<FoundTable> tables = new ArrayList<>();
    int row = 0;
    int free = 0;
    List<String> titles = List.of();
    while (row < grid.rowCount()) {
      List<GridCell> corners = corners(grid, row, labels);
      if (corners.isEmpty()) {
        row++;
        continue;
      }
      int last = row;
      for (int i = 0; i < corners.size(); i++) {
        int right =
            i + 1 < corners.size() ? corners.get(i + 1).column() - 1 : grid.columnCount() - 1;
        FoundTable table = table(grid, corners.get(i), right, free, titles, labels);
        tables.add(table);
        last = Math.max(last, table.endRow());
      }
      titles = tables.get(tables.size() - 1).titles();
      row = last + 1;
      free = row;
    }
    return tables;
  }

  private static List<GridCell> corners(Grid grid, int row, List<String> labels) {
    // Asked of every row of a sheet, and nearly none has one.
    List<GridCell> corners = new ArrayList<>();
    for (GridCell cell : grid.row(row)) {
      if (corners.size() < SIDE_BY_SIDE && isCorner(cell, labels)) {
        corners.add(cell);
      }
    }
    return corners;
  }

  private static boolean isCorner(GridCell cell, List<String> labels) {
    return cell.number() == null
        && !Character.isDigit(cell.text().codePointAt(0))
        && (labels.contains(Label.of(cell.text()).name())
            || labels.contains(Label.normal(cell.text())));
  }

  private static FoundTable table(
      Grid grid,
      GridCell corner,
      int right,
      int free,
      List<String> titlesBefore,
      List<String> labels) {
    Optional<Merge> merge = grid.merge(corner.row(), corner.column());
    int lastHeader = Math.min(corner.row() + HEADER_ROWS, grid.rowCount()) - 1;
    int headerEnd = Math.min(merge.map(Merge::lastRow).orElse(corner.row()), lastHeader);
    int dataColumn = merge.map(Merge::lastColumn).orElse(corner.column()) + 1;
    int body = headerEnd + 1;
    while (body <= lastHeader && isHeaderRow(grid, body, corner.column(), dataColumn, right)) {
      body++;
    }
    TableEnd end =
        TableEnd.of(grid, body, dataColumn, row -> !corners(grid, row, labels).isEmpty());
    List<String> titles = new ArrayList<>(grid.titlesAbove());
    for (int r = free; r < corner.row(); r++) {
      grid.row(r).stream()
          .map(grid::seen)
          .filter(text -> !text.isBlank() && !NOTE.matcher(text.strip()).matches())
          .forEach(titles::add);
    }
    return new FoundTable(
        grid,
        ContinuedTitle.of(titles.stream().map(Label::normal).toList(), titlesBefore),
        corner.row(),
        body,
        end.lastRow(),
        end.endRow(),
        corner.column(),
        dataColumn,
        right,
        end.notes());
  }

  /** Below the corner but still header: no row label, and nothing that looks like a figure. */
  private static boolean isHeaderRow(Grid grid, int row, int label, int data, int right) {
    boolean labelled = false;
    for (int column = label; column < data; column++) {
      labelled |= grid.cell(row, column).isPresent();
    }
    List<GridCell> cells =
        grid.row(row).stream().filter(c -> c.column() >= data && c.column() <= right).toList();
    return !labelled
        && !cells.isEmpty()
        && cells.stream()
            .allMatch(c -> c.number() == null && !PrintedFigure.looksLikeOne(c.text()));
  }

  /**
   * The labels over a column, from the top, each once; a blank one belongs to the one on its left.
   */
  List<Label> header(int column) {
    List<String> texts = new ArrayList<>();
    for (int row = headerRow; row < bodyRow; row++) {
      String text = headerText(row, column);
      if (!text.isBlank() && (texts.isEmpty() || !text.equals(texts.get(texts.size() - 1)))) {
        texts.add(text);
      }
    }
    // A translation below its original says nothing new; one that stands alone is the label.
    boolean translated = !texts.stream().allMatch(Label::isTranslation);
    return texts.stream()
        .filter(text -> !(translated && Label.isTranslation(text)))
        .map(Label::of)
        .toList();
  }

  private String headerText(int row, int column) {
    Optional<GridCell> own = grid.shown(row, column);
    if (own.isPresent()) {
      return own.get().text();
    }
    boolean labelledBelow = isLabelledBelow(row, column);
    for (int left = column - 1; labelledBelow && left >= dataColumn; left--) {
      Optional<GridCell> group = grid.shown(row, left);
      if (group.isPresent()) {
        return group.get().text();
      }
    }
    return "";
  }

  private boolean isLabelledBelow(int row, int column) {
    for (int below = row + 1; below < bodyRow; below++) {
      Optional<GridCell> cell = grid.shown(below, column);
      if (cell.isPresent() && !Label.isTranslation(cell.get().text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a column stands under the same group as its neighbour, which has a label of its own
   * below it, and has none itself: then the group's name does not say what it holds.
   */
  boolean lacksItsOwnLabel(int column) {
    for (int row = headerRow; row < bodyRow - 1; row++) {
      String group = grid.shown(row, column).map(GridCell::text).orElse("");
      for (int beside : new int[] {column - 1, column + 1}) {
        boolean sameGroup =
            !group.isBlank()
                && beside >= dataColumn
                && beside <= lastColumn
                && group.equals(grid.shown(row, beside).map(GridCell::text).orElse(""));
        if (sameGroup && hasOwnBelow(row, beside) && !hasOwnBelow(row, column)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasOwnBelow(int row, int column) {
    String group = grid.shown(row, column).map(GridCell::text).orElse("");
    for (int below = row + 1; below < bodyRow; below++) {
      String text = grid.shown(below, column).map(GridCell::text).orElse("");
      if (!text.isBlank() && !text.equals(group) && !Label.isTranslation(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The label of a row: of several label columns the last that says something in Chinese; numbers
   * and translations beside it name nothing.
   */
  Optional<GridCell> rowLabel(int row) {
    Optional<GridCell> other = Optional.empty();
    for (int column = dataColumn - 1; column >= labelColumn; column--) {
      Optional<GridCell> cell = grid.shown(row, column);
      if (cell.isPresent() && Label.isChinese(cell.get().text())) {
        return cell;
      }
      other = other.isPresent() ? other : cell;
    }
    return other;
  }

  /** Whether a cell stands in its body. */
  boolean holds(GridCell cell) {
    return cell.row() >= bodyRow
        && cell.row() <= lastRow
        && cell.column() >= dataColumn
        && cell.column() <= lastColumn;
  }

  /** The cells of its body that hold something, row by row. */
  List<GridCell> figures() {
    List<GridCell> cells = new ArrayList<>();
    for (int row = bodyRow; row <= lastRow; row++) {
      cells.addAll(figuresOf(row));
    }
    return cells;
  }

  /** The cells of one row of its body that hold something. */
  List<GridCell> figuresOf(int row) {
    return grid.row(row).stream()
        .filter(cell -> cell.column() >= dataColumn && cell.column() <= lastColumn)
        .toList();
  }

  /** The cells of its body, such as {@code B4:D17}. */
  String range() {
    return new CellRangeAddress(bodyRow, lastRow, dataColumn, lastColumn).formatAsString();
  }

  /** All that its title says, as one text. */
  String title() {
    return String.join("\n", titles);
  }

  /** Whether a header names a month or a quarter, or speaks of this one. */
  boolean namesPartsOfAYear() {
    for (int column = dataColumn; column <= lastColumn; column++) {
      for (Label label : header(column)) {
        PeriodPhrase period = label.period();
        boolean part = !period.isNone() && period.span() != PeriodPhrase.Span.year;
        boolean onlyToDate = period.span() == PeriodPhrase.Span.to_month && period.number() == 0;
        if (part && !onlyToDate) {
          return true;
        }
      }
    }
    return false;
  }

  /** The text over the row labels. */
  String rowLabelHeader() {
    return grid.shown(headerRow, labelColumn).map(c -> Label.of(c.text()).name()).orElse("");
  }

  /** Row labels in use. */
  Set<String> rowNames() {
    Set<String> names = new java.util.LinkedHashSet<>();
    for (int row = bodyRow; row <= lastRow; row++) {
      rowLabel(row).ifPresent(c -> names.add(Label.of(c.text()).name()));
    }
    return names;
  }
}
