package org.diaodu.sheet;

import java.math.BigDecimal;

/**
 * A cell that holds something.
 *
 * @param row row, from 0
 * @param column column, from 0
 * @param text what it says; of a number its digits. Where a discrepancy keeps the number from being
 *     taken, a text that nobody can take for a figure
 * @param number its number as it is seen, to 15 significant digits, all that a spreadsheet keeps; a
 *     cell with a percent format holds 5.2 where it shows 5.2 %. Null for text, and where there is
 *     a discrepancy
 * @param decimals decimals that its number format shows; −1 where the format does not say
 * @param percent whether a percent sign is shown behind the number
 * @param unit the unit that its number format writes behind the number; empty where it writes none
 * @param formula whether it was computed; then this is the value saved with the file
 * @param indent levels by which its text stands in
 * @param discrepancy why its value must not be taken for a figure; null where nothing is against it
 */
public record GridCell(
    int row,
    int column,
    String text,
    BigDecimal number,
    int decimals,
    boolean percent,
    String unit,
    boolean formula,
    int indent,
    Discrepancy discrepancy) {

  /** A cell of text. */
  static GridCell text(int row, int column, String text) {
    return text(row, column, text, false, 0, null);
  }

  /**
   * A cell of text.
   *
   * @param discrepancy why it must not be taken for a figure; null where nothing is against it
   */
  static GridCell text(
      int row, int column, String text, boolean formula, int indent, Discrepancy discrepancy) {
    return new GridCell(row, column, text, null, -1, false, "", formula, indent, discrepancy);
  }

  /** {@code B7}. */
  public String address() {
    return address(row, column);
  }

  /** The address of a place, row and column from 0: {@code B7}. */
  public static String address(int row, int column) {
    return columnName(column) + (row + 1);
  }

  private static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      name.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return name.toString();
  }
}
