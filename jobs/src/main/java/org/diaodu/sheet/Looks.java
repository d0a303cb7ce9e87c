package org.diaodu.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;

/** How the cells of one sheet look by their colours and its conditional formatting. */
final class Looks {
  private final List<GridCell> unseen = new ArrayList<>();
  private final Map<Integer, BitSet> onColour = new HashMap<>();
  private final List<ConditionalLook> conditions = new ArrayList<>();
  private final List<CellRangeAddress> painted = new ArrayList<>();
  private int ranges;

  /**
   * What came out.
   *
   * @param against what is against cells, by address
   * @param unjudged how many numbers have a look that is not known here
   */
  record Judged(Map<String, Discrepancy> against, int unjudged) {}

  /** Tells how letters and paper of a cell go together. */
  void add(GridCell cell, Ink.Sight sight) {
    switch (sight) {
      case on_white -> {}
      case on_colour -> onColour.computeIfAbsent(cell.row(), r -> new BitSet()).set(cell.column());
      case unseen -> unseen.add(cell);
    }
  }

  /** Cells whose paper may have a colour that they do not name themselves. */
  void paint(CellRangeAddress range) {
    Limits.checkLooks(++ranges);
    painted.add(range);
  }

  /** Adds a rule. */
  void add(ConditionalLook look) {
    if (look.effect().painted()) {
      look.cells().forEach(this::paint);
    }
    if (look.effect().misleads()) {
      Limits.checkLooks(ranges += look.cells().size());
      conditions.add(look);
    }
  }

  /** Judges the cells of the sheet, by row and column. */
  Judged judged(NavigableMap<Integer, ? extends NavigableMap<Integer, GridCell>> rows) {
    Map<String, Discrepancy> against = new HashMap<>();
    Limits.checkLooked((long) unseen.size() * painted.size());
    for (GridCell cell : unseen) {
      if (painted.stream().noneMatch(range -> range.isInRange(cell.row(), cell.column()))) {
        against.put(cell.address(), Discrepancy.inkOfPaper(cell.text()));
      }
    }
    Set<String> unjudged = new HashSet<>();
    long looked = 0;
    for (ConditionalLook look : conditions) {
      for (CellRangeAddress range : look.cells()) {
        for (NavigableMap<Integer, GridCell> row : within(rows, range)) {
          for (GridCell cell : row.values()) {
            Limits.checkLooked(++looked);
            judge(cell, look, against, unjudged);
          }
        }
      }
    }
    return new Judged(against, unjudged.size());
  }

  private void judge(
      GridCell cell, ConditionalLook look, Map<String, Discrepancy> against, Set<String> unjudged) {
    if (cell.number() == null) {
      return;
    }
    // Letters without paper of their own are seen or not by the colour of the cell.
    boolean onOther = isOnColour(cell) && look.effect().unseen() && !look.effect().painted();
    if (onOther || look.applies(cell).isEmpty()) {
      unjudged.add(cell.address());
    } else if (look.applies(cell).get()) {
      look.against(cell).ifPresent(found -> against.putIfAbsent(cell.address(), found));
    }
  }

  private boolean isOnColour(GridCell cell) {
    BitSet row = onColour.get(cell.row());
    return row != null && row.get(cell.column());
  }

  private static List<NavigableMap<Integer, GridCell>> within(
      NavigableMap<Integer, ? extends NavigableMap<Integer, GridCell>> rows,
      CellRangeAddress range) {
    return rows.subMap(range.getFirstRow(), true, range.getLastRow(), true).values().stream()
        .map(row -> row.subMap(range.getFirstColumn(), true, range.getLastColumn(), true))
        .toList();
  }
}
