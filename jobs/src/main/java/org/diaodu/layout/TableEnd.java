package org.diaodu.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * Where a table ends on its sheet, and what of the lines below it are its notes. Rows from 0.
 *
 * @param lastRow last row of its body
 * @param endRow last row of its notes; {@code lastRow} where it has none
 * @param notes the text of its notes, also of those between its rows
 */
record TableEnd(int lastRow, int endRow, List<String> notes) {
  /** A note whatever stands beside it. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "^(?:(?:注|备注|说明|附注|资料来源|数据来源)\\s*[:：].*"
              + "|注\\s*\\d+\\s*[:：.、].*"
              + "|(?:填报|填表|制表|审核|复核|联系人|联系电话|电话|单位负责人|统计负责人).*)");

  /** A note where no figures stand beside it; otherwise a row: 注册资本, ①第一产业. */
  private static final Pattern MARKED =
      Pattern.compile("^(?:注|备注|说明|附注|资料来源|数据来源|[\u2460-\u2473]|\\[\\d{1,2}\\]|\\*).*");

  /** Lines of a title between two tables; what is longer is a text. */
  private static final int TITLE_LINES = 8;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  /**
   * The end of a table.
   *
   * @param corners finds the cells of a row that are the corner of a table
   */
  static TableEnd of(Grid grid, int bodyRow, int dataColumn, Corners corners) {
    int next = bodyRow;
    while (next < grid.rowCount() && !startsTable(grid, next, dataColumn, corners)) {
      next++;
    }
    int last = bodyRow - 1;
    boolean closing = false;
    List<String> notes = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (int row = bodyRow; row < next; row++) {
      Collection<GridCell> cells = grid.row(row);
      if (cells.isEmpty() && closing) {
        break;
      }
      if (isNote(cells, dataColumn)) {
        closing = true;
        waiting.addAll(texts(cells));
      } else if (cells.stream().anyMatch(c -> c.column() >= dataColumn)) {
        last = row;
        closing = false;
        notes.addAll(waiting);
        waiting.clear();
      }
    }
    int end = last;
    for (int row = last + 1; row < next; row++) {
      if (grid.row(row).isEmpty() && end > last) {
        break;
      }
      if (!grid.row(row).isEmpty()) {
        notes.addAll(texts(grid.row(row)));
        end = row;
      }
    }
    return new TableEnd(last, end, List.copyOf(notes));
  }

  /** Finds the corners of tables. */
  interface Corners {
    boolean in(int row);
  }

  /** Whether a row below a table tells something of it, and holds none of its figures. */
  static boolean isNote(Collection<GridCell> cells, int dataColumn) {
    if (cells.isEmpty()) {
      return false;
    }
    GridCell first = cells.iterator().next();
    String text = first.text().strip();
    if (first.number() != null) {
      return false;
    }
    return CLOSING.matcher(text).matches()
        || (MARKED.matcher(text).matches()
            && cells.stream().skip(1).noneMatch(c -> c.column() >= dataColumn));
  }

  /** Whether at a row the next table begins: with its corner, or with lines of its title. */
  private static boolean startsTable(Grid grid, int row, int dataColumn, Corners corners) {
    if (corners.in(row)) {
      return true;
    }
    int lines = 0;
    for (int at = row; at < grid.rowCount() && at < row + TITLE_LINES; at++) {
      Collection<GridCell> cells = grid.row(at);
      if (cells.isEmpty()) {
        if (lines == 0) {
          return false;
        }
      } else if (lines > 0 && corners.in(at)) {
        return true;
      } else if (isTitleLine(cells, dataColumn)) {
        lines++;
      } else {
        boolean apart = lines > 0 || at == 0 || grid.row(at - 1).isEmpty();
        return apart && isHeader(cells, dataColumn) && figuresFollow(grid, at + 1, dataColumn);
      }
    }
    return false;
  }

  /** One text over the whole width, or texts that each state something of the table. */
  private static boolean isTitleLine(Collection<GridCell> cells, int dataColumn) {
    if (cells.stream().anyMatch(TableEnd::isFigure) || isNote(cells, dataColumn)) {
      return false;
    }
    return cells.size() == 1
        || cells.stream()
            .skip(1)
            .map(cell -> Label.of(cell.text()))
            .allMatch(l -> !l.unit().isEmpty() || !l.period().isNone() || l.name().contains(":"));
  }

  /** Words over figures: neither units of a column of units nor translations. */
  private static boolean isHeader(Collection<GridCell> cells, int dataColumn) {
    List<GridCell> numbers = cells.stream().filter(TableEnd::isFigure).toList();
    boolean years = numbers.stream().allMatch(c -> YEAR.matcher(c.text()).matches());
    boolean words =
        !numbers.isEmpty()
            || cells.stream()
                .filter(cell -> cell.column() >= dataColumn)
                .map(cell -> cell.text().strip())
                .anyMatch(TableEnd::isWord);
    GridCell first = cells.iterator().next();
    return cells.size() > 1 && years && words && first.column() < dataColumn && !isFigure(first);
  }

  private static boolean isWord(String text) {
    return Label.of("(" + text + ")").unit().isEmpty()
        && !Label.isTranslation(text)
        && !PrintedFigure.looksLikeOne(text)
        && !text.contains(":")
        && !text.contains("：");
  }

  private static boolean figuresFollow(Grid grid, int row, int dataColumn) {
    for (int at = row; at < grid.rowCount() && at < row + TITLE_LINES; at++) {
      if (grid.row(at).stream().anyMatch(c -> c.column() >= dataColumn && isFigure(c))) {
        return true;
      }
    }
    return false;
  }

  static boolean isFigure(GridCell cell) {
    return cell.number() != null || PrintedFigure.of(cell.text()).digits() != null;
  }

  private static List<String> texts(Collection<GridCell> cells) {
    return cells.stream().filter(c -> c.number() == null).map(c -> c.text().strip()).toList();
  }
}
