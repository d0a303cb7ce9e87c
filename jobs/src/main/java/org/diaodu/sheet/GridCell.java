package org.diaodu.sheet;

import java.math.BigDecimal;

/**
 * A cell that holds something.
 *
 * @param row row, from 0
 * @param column column, from 0
 * @param text what it says; of a number its digits
 * @param number its number to 15 significant digits, all that a spreadsheet keeps; null for text. A
 *     cell with a percent format holds 5.2 where it shows 5.2 %
 * @param decimals decimals that its number format shows; −1 where the format does not say
 * @param percent whether its number format is a percentage
 * @param formula whether it was computed; then this is the value saved with the file
 * @param indent levels by which its text stands in
 */
public record GridCell(
    int row,
    int column,
    String text,
    BigDecimal number,
    int decimals,
    boolean percent,
    boolean formula,
    int indent) {

  /** A cell of text. */
  static GridCell text(int row, int column, String text) {
    return new GridCell(row, column, text, null, -1, false, false, 0);
  }

  /** {@code B7}. */
  public String address() {
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
