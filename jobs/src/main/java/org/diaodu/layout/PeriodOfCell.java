package org.diaodu.layout;

import java.util.Optional;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;

/** Finds the period of a cell's figure. */
final class PeriodOfCell {
  private PeriodOfCell() {}

  /**
   * The period that column, row and table state together, moved by the template's years; null, with
   * a doubt, where it is open or no period of the indicator.
   *
   * @param years years that the template adds
   */
  static TimePeriod of(
      CellSide row,
      CellSide column,
      PeriodPhrase ofTable,
      int years,
      Indicator indicator,
      Doubts doubts) {
    PeriodPhrase phrase = column.period().completedBy(row.period()).completedBy(ofTable);
    if (phrase.isNone() || phrase.year() == null) {
      doubts.refuse(
          "no_period", phrase.found(), "年份和月份", "表题、表头和表名里都找不到完整的时期。请在表题中写明，如2024年1-6月");
      return null;
    }
    if (phrase.year() + years < 1900 || phrase.year() + years > 2199) {
      doubts.refuse(
          "impossible_period",
          String.valueOf(phrase.year() + years),
          "1900至2199年",
          "“%s”加上模板中的years是%d年。请核对时期和模板".formatted(phrase.found(), phrase.year() + years));
      return null;
    }
    PeriodPhrase shifted =
        new PeriodPhrase(phrase.year() + years, phrase.span(), phrase.number(), phrase.found());
    Optional<TimePeriod> period =
        switch (shifted.span()) {
          case year -> shifted.at(Frequency.A);
          case quarter -> shifted.at(Frequency.Q);
          case month, to_month -> shifted.at(indicator.frequency());
          case unclear -> Optional.empty();
        };
    if (period.isEmpty()) {
      doubts.refuse(
          "impossible_period",
          shifted.found(),
          indicator.frequency().name(),
          "“%s”按%s发布，没有“%s”这样的时期。请核对时期"
              .formatted(indicator.nameZh(), indicator.frequency().nameZh(), shifted.found()));
    }
    return period.orElse(null);
  }
}
