package org.diaodu.layout;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Measure;
import org.diaodu.region.Indicator;
import org.diaodu.sheet.GridCell;

/** Finds the digits of a cell's figure. */
final class DigitsOfCell {
  /** Blanks that set thousands apart in an amount; between growth and rank they do the same. */
  private static final Pattern TWO_GROUPS = Pattern.compile("\\d\\p{Zs}+\\d");

  private DigitsOfCell() {}

  /**
   * The figure in plain digits; null, with a doubt, where the cell holds none. An index with the
   * year before = 100 becomes a growth in percent.
   */
  static String of(
      GridCell cell,
      Indicator indicator,
      Measure measure,
      String unit,
      boolean index,
      Doubts doubts) {
    boolean percentUnit = unit.equals("%");
    if (index && measure != Measure.YOY) {
      doubts.refuse(
          "index_is_growth", measure.name(), "YOY", "指数（上年=100）只能读成增速。请在模板中把measure写成YOY");
    }
    if (cell.number() != null) {
      if (cell.percent() && !percentUnit) {
        doubts.refuse("wrong_unit", "%", unit, "这一格是百分数，单位却是%s。请核对".formatted(unit));
      }
      if (!index && !cell.percent() && measure.isGrowth()) {
        int decimals = cell.decimals() >= 0 ? cell.decimals() : cell.number().scale();
        refuseFraction(cell, cell.number(), decimals, doubts);
      }
      return index ? growth(cell.number()) : stored(cell);
    }
    PrintedFigure figure = PrintedFigure.of(cell.text());
    if (figure.digits() == null) {
      doubts.refuse(
          "not_a_number", cell.text(), "数字", "“%s”不是数字。请只写数字，没有数据时写“…”".formatted(cell.text()));
      return null;
    }
    if (measure.isGrowth() && TWO_GROUPS.matcher(cell.text()).find()) {
      doubts.refuse(
          "not_a_number",
          cell.text(),
          "一个增速",
          "“%s”中间有空格，可能是两个数。增速不会上千，请只写一个数".formatted(cell.text()));
      return null;
    }
    if (!index && !figure.percent() && measure.isGrowth()) {
      BigDecimal number = new BigDecimal(figure.digits());
      refuseFraction(cell, number, number.scale(), doubts);
    }
    boolean wordsForLevel = figure.inWords() && !measure.isGrowth();
    if (wordsForLevel || (figure.percent() && !percentUnit)) {
      doubts.refuse(
          "wrong_unit",
          cell.text(),
          unit,
          "“%s”的单位应是%s，不能是“%s”".formatted(indicator.nameZh(), unit, cell.text()));
      return null;
    }
    return index ? growth(new BigDecimal(figure.digits())) : figure.digits();
  }

  private static void refuseFraction(
      GridCell cell, BigDecimal number, int decimals, Doubts doubts) {
    if (FractionGrowth.isLike(number, decimals, FractionGrowth.DECIMALS)) {
      doubts.refuse(FractionGrowth.RULE, cell.text(), "百分数，如5.1", FractionGrowth.message(number));
    }
  }

  private static String growth(BigDecimal index) {
    return index.subtract(BigDecimal.valueOf(100)).toPlainString();
  }

  /** Digits beyond those that a print shows are kept up to what is stored; more is noise. */
  private static String stored(GridCell cell) {
    BigDecimal number = cell.number();
    boolean printedShort = cell.decimals() >= 0 && cell.decimals() <= 6;
    return printedShort && number.scale() > 6
        ? ExactDecimal.stored(number).toPlainString()
        : number.toPlainString();
  }
}
