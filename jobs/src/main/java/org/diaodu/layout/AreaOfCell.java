package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diaodu.region.Area;
import org.diaodu.region.RegionPack;

/** Finds whose figure a cell is. */
final class AreaOfCell {
  private AreaOfCell() {}

  /**
   * The area that the table, the row and the column of a cell name together, else the one in the
   * place that the template points to; null, with a doubt where they contradict each other.
   */
  static String of(
      TableContext context, List<String> ofTemplate, CellSide row, CellSide column, Doubts doubts) {
    List<String> said = new ArrayList<>(ofTemplate);
    for (CellSide side : List.of(row, column)) {
      if (side.area() != null && !said.contains(side.area())) {
        said.add(side.area());
      }
    }
    Template.Place place = context.template().areaFrom();
    if (said.isEmpty() && place != null) {
      String text = place == Template.Place.title ? context.table().title() : context.sheet();
      named(text, context.pack()).ifPresent(said::add);
    }
    return doubts.one("地区", said);
  }

  /** The area whose longest name stands in a text. */
  private static Optional<String> named(String text, RegionPack pack) {
    String normal = Label.normal(text);
    String best = null;
    int length = 0;
    for (Area area : pack.areas()) {
      List<String> names = new ArrayList<>(area.aliases());
      names.add(area.nameZh());
      for (String name : names) {
        String wanted = Label.normal(name);
        if (wanted.length() > length && normal.contains(wanted)) {
          best = area.refArea();
          length = wanted.length();
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
