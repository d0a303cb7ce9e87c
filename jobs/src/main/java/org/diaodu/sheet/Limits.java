package org.diaodu.sheet;

/** What no statistical table exceeds; beyond it a file is refused, quickly and with a reason. */
final class Limits {
  /** Cells that hold something, in one sheet. */
  static final int CELLS = 2_000_000;

  /** Columns of a sheet: as many as Excel has. */
  static final int COLUMNS = 16_384;

  /** Rows of a sheet: as many as Excel has. */
  static final int ROWS = 1_048_576;

  /** Characters in one cell: as many as Excel takes. */
  static final int TEXT = 32_767;

  /** Rows over which merges are followed, of one sheet together. */
  static final int MERGED_ROWS = 500_000;

  /** Rows over which one merge is followed. */
  static final int MERGED_ROWS_OF_ONE = 10_000;

  /** Ranges of conditional formatting; years of copying leave thousands behind. */
  static final int LOOKS = 20_000;

  /** Cells under such ranges, each as often as it is under one. */
  static final long LOOKED = 20_000_000;

  /** Sheets in a book. */
  static final int SHEETS = 200;

  /** Elements of a web page within each other. */
  static final int NESTING = 1000;

  /** Bytes of a web page, whose elements take many times their size in memory. */
  static final int PAGE_BYTES = 16 << 20;

  /** Bytes of a file that is read as a whole. */
  static final long BYTES = 64L << 20;

  private Limits() {}

  static void check(GridCell cell) {
    if (cell.column() < 0 || cell.row() < 0) {
      throw new IllegalArgumentException(
          "Cannot read row %d, column %d: there is no such cell"
              .formatted(cell.row() + 1, cell.column() + 1));
    }
    if (cell.column() >= COLUMNS || cell.row() >= ROWS) {
      throw new UnreadableSheetException(
          "too_large",
          "第%d行第%d列".formatted(cell.row() + 1, cell.column() + 1),
          "不超过%d行、%d列".formatted(ROWS, COLUMNS),
          "表太大，超过了%d行或%d列。请拆分后重新报送".formatted(ROWS, COLUMNS));
    }
    if (cell.text().length() > TEXT) {
      throw new UnreadableSheetException(
          "text_too_long",
          "单元格%s有%d个字符".formatted(cell.address(), cell.text().length()),
          "不超过%d个字符".formatted(TEXT),
          "单元格%s有%d个字符，不像统计表。请核对后重新报送".formatted(cell.address(), cell.text().length()));
    }
  }

  /** A text that is still being put together. */
  static void checkText(int length) {
    if (length > TEXT) {
      throw new UnreadableSheetException(
          "text_too_long",
          "超过%d个字符的文字".formatted(TEXT),
          "不超过%d个字符".formatted(TEXT),
          "文件里有一段文字超过%d个字符，不像统计表。请核对后重新报送".formatted(TEXT));
    }
  }

  static void checkMerged(int rows) {
    if (rows > MERGED_ROWS) {
      throw new UnreadableSheetException(
          "too_large",
          "合并单元格超过%d行".formatted(MERGED_ROWS),
          "不超过%d行".formatted(MERGED_ROWS),
          "表里的合并单元格超过%d行，不像统计表。请取消合并后重新报送".formatted(MERGED_ROWS));
    }
  }

  static void checkLooks(int ranges) {
    if (ranges > LOOKS) {
      throw manyLooks("条件格式超过%d处".formatted(LOOKS), "不超过%d处".formatted(LOOKS));
    }
  }

  static void checkLooked(long cells) {
    if (cells > LOOKED) {
      throw manyLooks("条件格式重叠在一起", "不重叠的条件格式");
    }
  }

  private static UnreadableSheetException manyLooks(String found, String expected) {
    return new UnreadableSheetException(
        "too_large", found, expected, "表里的%s，不像统计表。请清除条件格式后重新报送".formatted(found));
  }

  static void checkCount(int cells) {
    if (cells > CELLS) {
      throw new UnreadableSheetException(
          "too_large",
          "超过%d个单元格".formatted(CELLS),
          "不超过%d个单元格".formatted(CELLS),
          "表太大，超过了%d个单元格。请拆分后重新报送".formatted(CELLS));
    }
  }
}
