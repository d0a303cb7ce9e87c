package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;

/** Finds whose figure a cell is. */
final class AreaOfCell {
  private AreaOfCell() {}

  /**
   * Code or name of the area that the table, the row and the column of a cell name together, else
   * the one in the place that the template points to; null where none is named, and with a doubt
   * where they contradict each other.
   */
  static String of(
      TableContext context, List<String> ofTemplate, CellSide row, CellSide column, Doubts doubts) {
    List<String> said = new ArrayList<>(ofTemplate);
    for (CellSide side : List.of(row, column)) {
      if (side.area() != null && !said.contains(side.area())) {
        said.add(side.area());
      }
    }
    if (said.isEmpty() && context.template().areaFrom() != null) {
      TableArea area = context.area();
      if (area.doubt() != null) {
        doubts.add(area.doubt());
      }
      return area.written();
    }
    return doubts.one("地区", said);
  }
}
