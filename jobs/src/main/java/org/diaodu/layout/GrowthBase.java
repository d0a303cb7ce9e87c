package org.diaodu.layout;

import java.util.stream.Stream;
import org.diaodu.domain.Measure;

/** Checks over which period a growth is stated. */
final class GrowthBase {
  private GrowthBase() {}

  /**
   * Refuses a growth whose amounts, on its left, end in another month than it: under 2024年6月 the
   * growth behind 5月累计 may be of May or of June.
   *
   * @param level the period that the header of the amounts states; NONE where it states none
   * @param phrase the period of the growth
   */
  static void requireEndOf(PeriodPhrase level, PeriodPhrase phrase, Doubts doubts) {
    int end = level.isNone() ? 0 : level.endMonth(PeriodPhrase.Span.month);
    int own = phrase.endMonth(PeriodPhrase.Span.month);
    if (end > 0 && own > 0 && end != own) {
      doubts.refuse(
          "unclear_period",
          phrase.found(),
          level.found(),
          "左边的数是“%s”的，这个增速按表题是“%s”的，不知道是哪个时期。请在表头中写明".formatted(level.found(), phrase.found()));
    }
  }

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
