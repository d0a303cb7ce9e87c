package org.diaodu.layout;

/** Finds the period that stands over a table. */
final class PeriodOfTable {
  private PeriodOfTable() {}

  /** The period that a table's title and sheet state, whole or in part. */
  static PeriodPhrase of(FoundTable table) {
    PeriodPhrase period = PeriodPhrase.NONE;
    for (String line : table.titles()) {
      // A day says when the table was made, not what it is about.
      PeriodPhrase found = PeriodPhrase.find(ReleaseDay.DATE.matcher(line).replaceAll(""));
      period =
          period.isNone() || (period.year() == null && found.year() != null)
              ? found.completedBy(period)
              : period;
    }
    PeriodPhrase ofSheet = PeriodPhrase.find(Label.normal(table.grid().sheet()));
    return period.isNone() || period.year() == null ? period.completedBy(ofSheet) : period;
  }
}
