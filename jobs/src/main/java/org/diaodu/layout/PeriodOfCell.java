package org.diaodu.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;

/** Finds the period of a cell's figure. */
final class PeriodOfCell {
  private PeriodOfCell() {}

  /**
   * The period that column, row and table state together, in this order of rank.
   *
   * @return NONE, with a doubt, where two of them contradict each other or no year is stated
   */
  static PeriodPhrase of(CellSide row, CellSide column, TablePeriod ofTable, Doubts doubts) {
    Optional<PeriodPhrase> beside = beside(row, column);
    if (beside.isEmpty()) {
      List<String> said =
          List.of(row, column).stream()
              .flatMap(side -> side.labels().stream())
              .map(label -> label.period().found())
              .filter(found -> !found.isEmpty())
              .distinct()
              .toList();
      return contradicting(said, doubts);
    }
    PeriodPhrase own = beside.get();
    boolean whole =
        own.year() != null && (own.number() > 0 || own.span() == PeriodPhrase.Span.year);
    if (!whole && !ofTable.contradiction().isEmpty()) {
      return contradicting(ofTable.contradiction(), doubts);
    }
    return own.isBareYear() ? yearUnder(own, ofTable, doubts) : completed(own, ofTable, doubts);
  }

  /** What the labels of row and column state together; empty where they contradict each other. */
  static Optional<PeriodPhrase> beside(CellSide row, CellSide column) {
    return row.period().flatMap(ofRow -> column.period().flatMap(ofRow::joined));
  }

  /**
   * A year under a title with months: those of the same year, and of another year nobody knows.
   * Where the title ends in December both are the year up to its end.
   */
  private static PeriodPhrase yearUnder(PeriodPhrase own, TablePeriod ofTable, Doubts doubts) {
    PeriodPhrase title = ofTable.phrase();
    int end = title.endMonth(PeriodPhrase.Span.month);
    boolean part = end % 12 > 0;
    if (end == 12 && title.span() != PeriodPhrase.Span.year) {
      return new PeriodPhrase(own.year(), title.span(), title.number(), own.found());
    }
    if (part && !own.year().equals(title.year())) {
      doubts.refuse(
          "unclear_period",
          own.found(),
          "年份和月份",
          "表头只写了“%s”，表题是“%s”，不知道是全年还是同样的月份。请在表头中写明月份".formatted(own.found(), title.found()));
      return PeriodPhrase.NONE;
    }
    return part ? title : own;
  }

  private static PeriodPhrase completed(PeriodPhrase own, TablePeriod ofTable, Doubts doubts) {
    PeriodPhrase title = ofTable.phrase();
    PeriodPhrase phrase = own.completedBy(title);
    boolean open = own.saysAccumulation() && own.number() == 0;
    boolean wholeYear = own.span() == PeriodPhrase.Span.to_month && !ofTable.partsNamed();
    boolean noMonth = open && title.span() == PeriodPhrase.Span.year && !wholeYear;
    if (open && wholeYear && title.span() == PeriodPhrase.Span.year) {
      // Under 2024年 alone, 累计 is that year, like the growth beside it.
      return phrase.asYear();
    }
    if (phrase.isNone() || phrase.year() == null || noMonth) {
      doubts.refuse(
          "no_period",
          phrase.found(),
          "年份和月份",
          "表题、表头和表名里都找不到完整的时期%s。请在表题中写明，如2024年1-6月".formatted(notCounted(ofTable)));
      return PeriodPhrase.NONE;
    }
    return phrase;
  }

  private static String notCounted(TablePeriod ofTable) {
    String others =
        ofTable.others().stream()
            .filter(e -> e.text().matches("(?s).*(?:19|20)\\d{2}.*"))
            .map(Evidence::toString)
            .distinct()
            .collect(Collectors.joining("、"));
    return others.isEmpty() ? "" : "（%s不是数据的时期）".formatted(others);
  }

  private static PeriodPhrase contradicting(List<String> said, Doubts doubts) {
    String all = said.stream().map("“%s”"::formatted).collect(Collectors.joining("和"));
    doubts.refuse(
        "contradicting_periods", String.join("；", said), "一个时期", "时期的说法不一：%s。请改正".formatted(all));
    return PeriodPhrase.NONE;
  }

  /**
   * The period of an indicator that a phrase stands for, moved by the template's years; null, with
   * a doubt, where it is none of its periods. What has grown since January, or is counted at the
   * end, is at the end of a quarter what it is at the end of its last month.
   *
   * @param phrase a phrase with a year
   * @param accumulation what stretch of the year the figure covers
   * @param years years that the template adds
   */
  static TimePeriod at(
      PeriodPhrase phrase,
      Accumulation accumulation,
      int years,
      Indicator indicator,
      Doubts doubts) {
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
          case quarter ->
              shifted.at(accumulation == Accumulation.PER ? Frequency.Q : indicator.frequency());
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
