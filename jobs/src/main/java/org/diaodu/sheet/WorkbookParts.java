package org.diaodu.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What the readers of workbooks share. */
final class WorkbookParts {
  /** Digits before or behind the point that a spreadsheet's numbers have at most. */
  private static final int DIGITS = 400;

  private WorkbookParts() {}

  static void sheets(int count) {
    if (count > Limits.SHEETS) {
      throw new UnreadableSheetException(
          "too_large",
          "%d张表".formatted(count),
          "不超过%d张表".formatted(Limits.SHEETS),
          "文件里有%d张表，不像统计报表。请拆分后重新报送".formatted(count));
    }
  }

  /** The sheets of a book together may hold no more than one alone. */
  static void cells(List<Grid> grids) {
    Limits.checkCount(grids.stream().mapToInt(Grid::cellCount).reduce(0, Math::addExact));
  }

  static UnreadableSheetException damaged(Exception cause) {
    UnreadableSheetException damaged =
        new UnreadableSheetException(
            "damaged_file",
            String.valueOf(cause.getMessage()),
            "完整的Excel文件",
            "文件打不开，可能已损坏或没有传完。请在Excel中打开核对，重新保存后再报送");
    damaged.initCause(cause);
    return damaged;
  }

  /** A date of which only digits are shown, so that nobody takes the 5 of a day for a figure. */
  private static String dateInWords(String date, String format) {
    if (!date.matches("[\\d.,\\s-]*")) {
      return date;
    }
    String letters = format.toLowerCase(Locale.ROOT);
    return date + (letters.contains("y") ? "年" : letters.contains("m") ? "月" : "日");
  }

  /**
   * A cell that holds a number.
   *
   * @param date how it reads where it is a date; null where it is none
   */
  static GridCell number(
      int row, int column, BigDecimal stored, String date, String format, boolean formula) {
    if (date != null) {
      return new GridCell(row, column, dateInWords(date, format), null, -1, false, formula, 0);
    }
    if (stored.precision() - (long) stored.scale() > DIGITS || stored.scale() > DIGITS) {
      throw new IllegalArgumentException(
          "Cannot read row %d, column %d: %s is no number of a spreadsheet"
              .formatted(row + 1, column + 1, stored));
    }
    boolean percent = NumberFormats.isPercent(format);
    BigDecimal kept = NumberFormats.kept(stored);
    if (NumberFormats.isScaled(format)) {
      String seen = "%s（按“%s”显示为另一个数）".formatted(kept.toPlainString(), format);
      return new GridCell(row, column, seen, null, -1, false, formula, 0);
    }
    BigDecimal number = percent ? NumberFormats.kept(kept.movePointRight(2)) : kept;
    return new GridCell(
        row,
        column,
        number.toPlainString(),
        number,
        NumberFormats.decimals(format),
        percent,
        formula,
        0);
  }
}
