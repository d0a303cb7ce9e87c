package org.diaodu.layout;

import java.util.List;
import java.util.Optional;
import org.diaodu.domain.Measure;
import org.diaodu.region.Indicator;
import org.diaodu.sheet.GridCell;

/** Finds the unit of a cell's figure. */
final class UnitOfCell {
  private UnitOfCell() {}

  /**
   * The unit nearest to the cell: of its column, its row, the template, the column of units, the
   * table, and last what the cell itself shows; empty, with a doubt, where none is stated.
   *
   * <p>Growth is in percent unless the row or column that calls it growth says otherwise: beside 增长
   * a row 社零（万元） has the unit of its amount. Where neither calls it so, since the indicator is
   * known by its growth alone, every unit beside it counts: 固定资产投资, 亿元, 56 is an amount.
   *
   * @param ofTemplate what the template says of table, row and column, without repeats
   * @param beside what a column of units says of the row; empty where it says nothing
   * @param ofTable what stands over the table
   */
  static String of(
      GridCell cell,
      CellSide row,
      CellSide column,
      List<String> ofTemplate,
      String beside,
      TableUnits ofTable,
      Indicator indicator,
      Measure measure,
      Doubts doubts) {
    boolean calledGrowth = measure.isGrowth() && (saysGrowth(row) || saysGrowth(column));
    String ofColumn = calledGrowth && !saysGrowth(column) ? "" : column.unit();
    String ofRow = calledGrowth && !saysGrowth(row) ? "" : row.unit();
    String unit = ofColumn.isEmpty() ? ofRow : ofColumn;
    if (unit.isEmpty()) {
      unit = Optional.ofNullable(doubts.one("单位", ofTemplate)).orElse("");
    }
    if (unit.isEmpty() && !calledGrowth) {
      unit = beside;
    }
    boolean share = measure.isGrowth() || indicator.unit().equals("%");
    if (unit.isEmpty() && share) {
      return "%";
    }
    List<String> over = ofTable.ofKind(indicator.unit());
    if (unit.isEmpty() && over.size() > 1) {
      doubts.refuse(
          "contradicting_units",
          String.join("；", over),
          "一个单位",
          "表题和表注里写了不止一个单位：%s，不知道“%s”用哪个。请改正".formatted(String.join("、", over), indicator.nameZh()));
    }
    if (unit.isEmpty()) {
      unit = over.isEmpty() ? cell.unit() : over.get(0);
    }
    if (unit.isEmpty()) {
      doubts.refuse(
          "no_unit",
          "没有写明",
          indicator.unit(),
          "表里找不到“%s”的单位。请在表头或表题中写明，或在模板中写unit".formatted(indicator.nameZh()));
    }
    return unit;
  }

  private static boolean saysGrowth(CellSide side) {
    return side.meaning().measure() != null && side.meaning().measure().isGrowth();
  }
}
