package org.diaodu.layout;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;

/**
 * How one kind of table is read; a file of {@code templates/} in a pack.
 *
 * @param name the file's name without its ending
 * @param titles texts that must all stand in the title, in their normal form
 * @param table what holds for every figure of the table
 * @param areaFrom where the area stands, when it is neither a row nor a column; null where it is
 * @param release when the figures were released
 * @param rows what row labels mean
 * @param columns what headers mean
 */
record Template(
    String name,
    List<String> titles,
    Meaning table,
    Place areaFrom,
    Release release,
    Axis rows,
    Axis columns)
    implements Serializable {

  /** Whether the title of a table holds all texts that this template asks for. */
  boolean isTitleOf(FoundTable table) {
    return titles.stream().allMatch(table.title()::contains);
  }

  /** Where something is said of a table as a whole. */
  enum Place {
    /** In the title. */
    title,
    /** In the name of the sheet. */
    sheet
  }

  /**
   * What the labels of one side mean.
   *
   * @param labels texts of the header over the row labels; empty for columns
   * @param areas whether labels are areas
   * @param entries what labels mean
   * @param ignored reason by label that is left out
   */
  record Axis(List<String> labels, boolean areas, List<Entry> entries, Map<String, String> ignored)
      implements Serializable {}

  /**
   * A label and what it means.
   *
   * @param paths labels, in their normal form, parts joined by |
   * @param unit the unit that the label must state; empty = any
   * @param meaning what it means
   */
  record Entry(List<String> paths, String unit, Meaning meaning) implements Serializable {}

  /**
   * What a table, a row or a column says of its figures; null where it says nothing.
   *
   * @param indicator the indicator
   * @param measure level, at current or constant prices, or growth
   * @param accumulation what it covers
   * @param area the area
   * @param unit the unit, where the table does not print it
   * @param years years to add to the period: −1 for 去年同期
   * @param index whether it is an index with the year before = 100
   * @param breaks years in which the series has a break
   */
  record Meaning(
      String indicator,
      Measure measure,
      Accumulation accumulation,
      String area,
      String unit,
      int years,
      boolean index,
      Set<Integer> breaks)
      implements Serializable {
    static final Meaning NOTHING = new Meaning(null, null, null, null, null, 0, false, Set.of());
  }

  /**
   * When figures were released.
   *
   * @param daysAfterPeriod days after the end of the period; null where the template names none
   * @param date the day itself; null where the template names none
   * @param label text before the date in the table; null where the table has none
   */
  record Release(Integer daysAfterPeriod, LocalDate date, String label) implements Serializable {}
}
