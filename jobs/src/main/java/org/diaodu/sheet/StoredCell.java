package org.diaodu.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A cell of a workbook before its content is judged: where it stands and how it is shown. The one
 * place where what is stored is held against what is seen.
 *
 * @param row row, from 0
 * @param column column, from 0
 * @param format its number format
 * @param struck whether its font is struck out as a whole
 * @param formula whether it is computed
 * @param indent levels by which its text stands in
 * @param sheet what holds for the whole sheet
 */
record StoredCell(
    int row,
    int column,
    NumberFormat format,
    boolean struck,
    boolean formula,
    int indent,
    SheetLook sheet) {
  /** A spreadsheet keeps 15 significant digits; what lies beyond is noise of binary fractions. */
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

  /** Digits before or behind the point that a spreadsheet's numbers have at most. */
  private static final int DIGITS = 400;

  /** A cell without a style. */
  static StoredCell plain(SheetLook sheet) {
    return new StoredCell(0, 0, NumberFormat.GENERAL, false, false, 0, sheet);
  }

  /** Another cell of the same style. */
  StoredCell at(int row, int column, boolean formula) {
    return new StoredCell(row, column, format, struck, formula, indent, sheet);
  }

  /** The cell with a text, in which struck out pieces stand between marks. */
  GridCell text(String content) {
    String seen = RichText.inLines(format.text(content));
    if (seen.isBlank() && !content.isBlank()) {
      String stored = content.strip();
      return refused(
          stored + "（没有显示）", Discrepancy.hiddenByFormat("“%s”".formatted(stored), format.code()));
    }
    String marked = struck && !seen.isBlank() ? RichText.struck(seen) : seen;
    Discrepancy discrepancy =
        RichText.hasStruck(marked) ? Discrepancy.struckOut(marked.strip()) : null;
    return GridCell.text(row, column, marked, formula, indent, discrepancy);
  }

  /** The cell with a formula that has no value, or none that can be relied on. */
  GridCell uncomputed(String content) {
    String stored = content.isBlank() ? "没有保存值" : "保存的值是" + content;
    return refused("（公式没有计算结果：%s）".formatted(stored), Discrepancy.neverComputed(stored));
  }

  /**
   * The cell with a number.
   *
   * @throws IllegalArgumentException where no spreadsheet has such a number
   */
  GridCell number(BigDecimal stored) {
    if (stored.precision() - (long) stored.scale() > DIGITS || stored.scale() > DIGITS) {
      throw new IllegalArgumentException(
          "Cannot read row %d, column %d: %s is no number of a spreadsheet"
              .formatted(row + 1, column + 1, stored));
    }
    BigDecimal kept = kept(stored);
    String digits = kept.toPlainString();
    if (formula && sheet.mayBeUncomputed(kept.signum() == 0)) {
      return uncomputed(digits);
    }
    if (kept.signum() == 0 && !sheet.zerosShown()) {
      return refused(digits + "（没有显示）", Discrepancy.hiddenZero(digits));
    }
    if (struck) {
      return refused(RichText.struck(digits), Discrepancy.struckOut(RichText.struck(digits)));
    }
    FormatSection section = format.section(kept);
    return section.isDate() ? date(kept, section) : shown(kept, section);
  }

  /** The number as the spreadsheet keeps it, without the noise of its binary form. */
  static BigDecimal kept(BigDecimal stored) {
    BigDecimal kept = stored.round(KEPT).stripTrailingZeros();
    return kept.scale() < 0 ? kept.setScale(0) : kept;
  }

  private GridCell date(BigDecimal serial, FormatSection section) {
    return ShownDate.of(serial, sheet.from1904(), section)
        .map(d -> refused(d.inWords(), Discrepancy.date(d.shown(), serial.toPlainString())))
        .orElseGet(() -> otherwise("####", serial));
  }

  private GridCell shown(BigDecimal stored, FormatSection section) {
    ShownNumber shown = section.show(stored);
    String seen = shown.text().strip();
    return switch (shown.against(stored)) {
      case same ->
          shown.isPeriod()
              ? GridCell.text(row, column, seen, formula, indent, null)
              : new GridCell(
                  row,
                  column,
                  value(stored, section).toPlainString(),
                  value(stored, section),
                  section.decimals(),
                  shown.percent(),
                  shown.unit(),
                  formula,
                  indent,
                  null);
      case in_words -> GridCell.text(row, column, seen, formula, indent, null);
      case hidden ->
          refused(
              stored.toPlainString() + "（没有显示）",
              Discrepancy.hiddenByFormat(stored.toPlainString(), format.code()));
      case otherwise -> otherwise(seen, stored);
    };
  }

  private static BigDecimal value(BigDecimal stored, FormatSection section) {
    return section.percents() == 0 ? stored : kept(stored.movePointRight(2));
  }

  private GridCell otherwise(String seen, BigDecimal stored) {
    String digits = stored.toPlainString();
    return refused(
        "%s（显示为“%s”）".formatted(digits, seen),
        Discrepancy.otherNumber(seen, digits, format.code()));
  }

  private GridCell refused(String text, Discrepancy discrepancy) {
    return GridCell.text(row, column, text, formula, indent, discrepancy);
  }
}
