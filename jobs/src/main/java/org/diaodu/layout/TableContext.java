package org.diaodu.layout;

import java.time.LocalDate;
import org.diaodu.region.RegionPack;

/**
 * What holds for every cell of a table.
 *
 * @param table where it stands
 * @param template how it is read
 * @param pack the region
 * @param received the day on which its file was received
 * @param period the period that stands over it; {@link PeriodPhrase#NONE} where none does
 * @param unit the unit that stands over it; empty where none does
 */
record TableContext(
    FoundTable table,
    Template template,
    RegionPack pack,
    LocalDate received,
    PeriodPhrase period,
    String unit) {

  static TableContext of(
      FoundTable table, Template template, RegionPack pack, LocalDate received) {
    return new TableContext(
        table, template, pack, received, PeriodOfTable.of(table), table.statedUnit());
  }

  /** Name of the sheet. */
  String sheet() {
    return table.grid().sheet();
  }
}
