package org.diaodu.layout;

import java.util.List;
import java.util.Map;
import org.diaodu.sheet.GridCell;

/**
 * A cell of a sheet and what became of it: a figure with its dimensions in words, left out for a
 * reason, or neither, and then a doubt says why: its own, or one said once for its whole row or
 * column.
 *
 * @param sheet name of the sheet
 * @param cell the cell
 * @param fields the columns of a tidy line, by name; of a refused figure its dimensions, as far as
 *     they are known; null where they are not
 * @param decimals decimals that are printed; −1 = those of the digits
 * @param ignoredBecause why it was left out; null unless it was
 * @param doubts what is wrong, or to be told
 */
public record ReadCell(
    String sheet,
    GridCell cell,
    Map<String, String> fields,
    int decimals,
    String ignoredBecause,
    List<Doubt> doubts) {

  /**
   * Something wrong with a cell.
   *
   * @param ruleId the rule
   * @param refused whether the figure is refused
   * @param found what was found
   * @param expected what was expected
   * @param message what is wrong and what to do, in Chinese
   * @param range the cells that it is said of, such as {@code C5:C25004}, where it is said once for
   *     all of a row or a column; else null
   */
  public record Doubt(
      String ruleId, boolean refused, String found, String expected, String message, String range) {

    /** About one cell. */
    public Doubt(String ruleId, boolean refused, String found, String expected, String message) {
      this(ruleId, refused, found, expected, message, null);
    }
  }

  static ReadCell ignored(String sheet, GridCell cell, String reason) {
    return new ReadCell(sheet, cell, null, -1, reason, List.of());
  }

  /** Without a figure; the dimensions say of what, and are null where they are not known. */
  static ReadCell absent(String sheet, GridCell cell, Map<String, String> fields) {
    return new ReadCell(sheet, cell, fields, -1, "no_figure", List.of());
  }

  static ReadCell refused(String sheet, GridCell cell, List<Doubt> doubts) {
    return new ReadCell(sheet, cell, null, -1, null, doubts);
  }

  /** Whether it is a figure that nothing speaks against. */
  public boolean isRead() {
    return fields != null && ignoredBecause == null && doubts.stream().noneMatch(Doubt::refused);
  }

  /** {@code Sheet1!B7}. */
  public String address() {
    return sheet + "!" + cell.address();
  }
}
