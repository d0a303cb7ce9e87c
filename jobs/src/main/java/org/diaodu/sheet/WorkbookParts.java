package org.diaodu.sheet;

import java.math.BigDecimal;

/** What the readers of workbooks share. */
final class WorkbookParts {
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

  /**
   * A cell that holds a number.
   *
   * @param date how it reads where it is a date; null where it is none
   */
  static GridCell number(
      int row, int column, BigDecimal stored, String date, String format, boolean formula) {
    if (date != null) {
      return new GridCell(row, column, date, null, -1, false, formula, 0);
    }
    boolean percent = NumberFormats.isPercent(format);
    BigDecimal kept = NumberFormats.kept(stored);
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
