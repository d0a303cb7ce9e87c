package org.diaodu.sheet;

/**
 * Why the value stored in a cell must not be taken: it is not what the person who made the table
 * sees there.
 *
 * @param ruleId the rule
 * @param shown what is seen in the cell
 * @param stored what is stored in it
 * @param message what is wrong and what to do, in Chinese
 */
public record Discrepancy(String ruleId, String shown, String stored, String message) {
  private static final String HIDDEN = "hidden_cell";

  static Discrepancy otherNumber(String shown, String stored, String format) {
    return new Discrepancy(
        "shown_otherwise",
        shown,
        stored,
        "这一格看到的是“%s”，存的却是%s（数字格式“%s”），不知道以哪个为准。请直接输入要报送的数，格式改为常规或数值"
            .formatted(shown, stored, format));
  }

  static Discrepancy hiddenByFormat(String stored, String format) {
    return hidden(stored, "数字格式“%s”不显示它".formatted(format));
  }

  static Discrepancy hiddenZero(String stored) {
    return hidden(stored, "这张表设置为不显示零值");
  }

  static Discrepancy hiddenRowOrColumn(String stored) {
    return hidden(stored, "所在的行或列是隐藏的");
  }

  static Discrepancy inkOfPaper(String stored) {
    return hidden(stored, "字的颜色和底色一样");
  }

  static Discrepancy hiddenByCondition(String stored) {
    return hidden(stored, "条件格式不显示它");
  }

  static Discrepancy mergedOver(String stored) {
    return hidden(stored, "它被合并单元格盖住了");
  }

  /** Whether nothing is seen in the cell. */
  boolean isHidden() {
    return ruleId.equals(HIDDEN);
  }

  private static Discrepancy hidden(String stored, String why) {
    return new Discrepancy(
        HIDDEN, "看不到", stored, "这一格存着%s，但看不到：%s。要报送请让它显示出来，不报送请删除".formatted(stored, why));
  }

  static Discrepancy struckOut(String stored) {
    return new Discrepancy(
        "struck_out", stored, stored, "这一格里有划掉的内容（~~之间的部分）：%s。请删去划掉的，只留要报送的数".formatted(stored));
  }

  static Discrepancy neverComputed(String stored) {
    return new Discrepancy(
        "formula_not_computed",
        "没有计算结果",
        stored,
        "这一格是公式，但文件里没有可靠的计算结果（%s）。请用Excel打开、计算并保存后重新报送，或直接填写数字".formatted(stored));
  }

  static Discrepancy date(String shown, String stored) {
    return new Discrepancy(
        "date_cell",
        shown,
        stored,
        "这一格是日期“%s”（存的是%s），不是统计数。可能是输入的内容被Excel自动当成了日期，请把格式改为常规后重新输入".formatted(shown, stored));
  }
}
