package org.diaodu.layout;

import java.util.stream.Stream;
import org.diaodu.domain.Measure;

/** Checks over which period a growth is stated. */
final class GrowthBase {
  private GrowthBase() {}

  /**
   * Refuses a growth whose label or title names another base than its measure has: 比2019年增长 in a
   * table of 2021 is no growth on a year earlier.
   *
   * @param phrase the period of the figure, with a year
   */
  static void check(
      CellSide row,
      CellSide column,
      TablePeriod ofTable,
      PeriodPhrase phrase,
      Measure measure,
      Doubts doubts) {
    PeriodPhrase base =
        Stream.of(column.comparedWith(), row.comparedWith(), ofTable.comparedWith())
            .filter(b -> !b.isNone())
            .findFirst()
            .orElse(PeriodPhrase.NONE);
    if (base.isNone() || !measure.isGrowth()) {
      return;
    }
    int years = measure == Measure.TWO_YEAR_AVERAGE ? 2 : 1;
    int baseMonth = base.endMonth(PeriodPhrase.Span.month);
    boolean sameMonths = base.isBareYear() || baseMonth == phrase.endMonth(PeriodPhrase.Span.month);
    if (base.year() == null || base.year() != phrase.year() - years || !sameMonths) {
      doubts.refuse(
          "other_base",
          base.found(),
          "%d年同期".formatted(phrase.year() - years),
          "这是与“%s”相比的增速，%s应与%d年同期相比。请核对"
              .formatted(base.found(), phrase.found(), phrase.year() - years));
    }
  }
}
