package org.diaodu.sheet;

import java.util.List;

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

  /**
   * A file of a kind that is not read.
   *
   * @param name what kind it is, in Chinese
   */
  static UnreadableSheetException otherFormat(String name) {
    return new UnreadableSheetException(
        "other_format",
        name,
        "xlsx、xls、网页表格或CSV",
        "文件是%s，不能读取。请用Excel打开，另存为“Excel工作簿”（.xlsx）后重新报送".formatted(name));
  }
}
