package org.diaodu.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.DifferentialStyleProvider;
import org.apache.poi.ss.usermodel.ExcelNumberFormat;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * What a sheet's conditional formatting makes of the looks of some of its numbers.
 *
 * @param cells where
 * @param condition for which numbers
 * @param effect how they then look
 */
record ConditionalLook(List<CellRangeAddress> cells, Condition condition, Effect effect) {
  private static final Pattern CONSTANT = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  /** For which numbers. */
  sealed interface Condition {
    /**
     * A comparison with constants; unknown where it compares with cells or formulas.
     *
     * @param operator as OOXML names it
     * @param operands one or two
     */
    static Condition compared(String operator, List<String> operands) {
      boolean known =
          operator != null
              && !operands.isEmpty()
              && operands.stream().allMatch(o -> CONSTANT.matcher(o.strip()).matches());
      return known
          ? new Compared(
              operator,
              new BigDecimal(operands.get(0).strip()),
              new BigDecimal(operands.get(operands.size() - 1).strip()))
          : new Unknown();
    }
  }

  /** For all. */
  record Always() implements Condition {}

  /** For those that compare with constants; where one is enough, the second is the same. */
  record Compared(String operator, BigDecimal first, BigDecimal second) implements Condition {
    boolean holds(BigDecimal number) {
      int to = number.compareTo(first);
      return switch (operator) {
        case "equal" -> to == 0;
        case "notEqual" -> to != 0;
        case "lessThan" -> to < 0;
        case "lessThanOrEqual" -> to <= 0;
        case "greaterThan" -> to > 0;
        case "greaterThanOrEqual" -> to >= 0;
        case "between" -> to >= 0 && number.compareTo(second) <= 0;
        case "notBetween" -> to < 0 || number.compareTo(second) > 0;
        default -> throw new IllegalArgumentException("Cannot compare by " + operator);
      };
    }
  }

  /** By a formula or by other cells: not known here. */
  record Unknown() implements Condition {}

  /**
   * How a number then looks.
   *
   * @param unseen whether it is not seen
   * @param struck whether it is struck out
   * @param format its number format; null where it stays as it is
   * @param painted whether its paper gets a colour, so that white letters may be seen on it
   */
  record Effect(boolean unseen, boolean struck, NumberFormat format, boolean painted) {
    /** Nothing is seen of a number. */
    static Effect hidden() {
      return new Effect(true, false, null, false);
    }

    /**
     * The effect of a style, on white paper where it does not colour that, too.
     *
     * @param themed the colour that one is in the workbook's theme
     */
    static Effect of(DifferentialStyleProvider style, UnaryOperator<Color> themed) {
      FontFormatting font = style.getFontFormatting();
      PatternFormatting fill = style.getPatternFormatting();
      ExcelNumberFormat format = style.getNumberFormat();
      Optional<Ink.Rgb> paper =
          fill == null
              ? Optional.empty()
              : Ink.of(themed.apply(fill.getFillBackgroundColorColor()));
      boolean unseen =
          font != null
              && Ink.of(themed.apply(font.getFontColor()))
                  .filter(letters -> letters.isUnseenOn(paper.orElse(Ink.WHITE)))
                  .isPresent();
      return new Effect(
          unseen && (fill == null || paper.isPresent()),
          font != null && font.isStruckout(),
          format == null ? null : NumberFormat.of(format.getIdx(), format.getFormat()),
          fill != null);
    }

    /** Whether it can make another figure of what is seen. */
    boolean misleads() {
      return unseen || struck || format != null;
    }
  }

  /**
   * Whether a number gets this look; empty where that is not known. Of a number with a percent sign
   * it is not known whether the condition means 5.2 or 0.052.
   */
  Optional<Boolean> applies(GridCell cell) {
    if (condition instanceof Always) {
      return Optional.of(true);
    }
    return condition instanceof Compared compared && !cell.percent()
        ? Optional.of(compared.holds(cell.number()))
        : Optional.empty();
  }

  /** What is against a number that has this look; empty where it still reads as it is stored. */
  Optional<Discrepancy> against(GridCell cell) {
    if (effect.unseen()) {
      return Optional.of(Discrepancy.hiddenByCondition(cell.text()));
    }
    if (effect.struck()) {
      return Optional.of(Discrepancy.struckOut(RichText.struck(cell.text())));
    }
    if (effect.format() == null) {
      return Optional.empty();
    }
    FormatSection section = effect.format().section(cell.number());
    String code = effect.format().code() + "，条件格式";
    if (section.isDate()) {
      return Optional.of(Discrepancy.otherNumber("一个日期", cell.text(), code));
    }
    ShownNumber shown = section.show(cell.number());
    return shown.against(cell.number()) == ShownNumber.Agreement.same && !cell.percent()
        ? Optional.empty()
        : Optional.of(Discrepancy.otherNumber(shown.text().strip(), cell.text(), code));
  }
}
