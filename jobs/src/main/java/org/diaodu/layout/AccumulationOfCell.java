package org.diaodu.layout;

import java.util.List;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.region.Indicator;

/** Finds what stretch of the year a cell's figure covers. */
final class AccumulationOfCell {
  private AccumulationOfCell() {}

  /**
   * What the template writes, else what row, column or table show; a doubt is added where they
   * contradict each other or leave it open. A header that is a month or a quarter only says when
   * the figure ends: under it the row or the template may well say 累计.
   *
   * @param ofTemplate what the template says of table, row and column, without repeats
   */
  static Accumulation of(
      CellSide row,
      CellSide column,
      TablePeriod table,
      List<Accumulation> ofTemplate,
      Indicator indicator,
      Doubts doubts) {
    if (indicator.accumulation() == Accumulation.EOP) {
      return Accumulation.EOP;
    }
    PeriodPhrase beside = PeriodOfCell.beside(row, column).orElse(PeriodPhrase.NONE);
    Accumulation written = doubts.one("accumulation", ofTemplate);
    List<PeriodPhrase> inWords =
        Stream.of(row, column)
            .flatMap(side -> side.labels().stream())
            .map(Label::period)
            .filter(PeriodPhrase::saysAccumulation)
            .toList();
    for (PeriodPhrase said : inWords) {
      refuseOther(written == null ? shown(inWords.get(0)) : written, said, beside, doubts);
    }
    if (written != null) {
      return written;
    }
    Accumulation shown = inWords.isEmpty() ? shown(beside) : shown(inWords.get(0));
    if (shown != null) {
      return shown;
    }
    PeriodPhrase ofTable = table.phrase();
    // 三季度 in a title may be the quarter or the year so far, as 6月 may.
    boolean month = ofTable.span() == PeriodPhrase.Span.month && ofTable.number() > 1;
    if (month || ofTable.span() == PeriodPhrase.Span.quarter) {
      doubts.refuse(
          "unclear_accumulation",
          ofTable.found(),
          "PER或YTD",
          "表里只写了“%s”，没有说是当期还是累计。请在模板中写accumulation".formatted(ofTable.found()));
    }
    return ofTable.accumulation().orElse(indicator.accumulation());
  }

  private static Accumulation shown(PeriodPhrase phrase) {
    return phrase.accumulation().orElse(null);
  }

  /** 当月 over a figure that is cumulative; of January alone the two are the same. */
  private static void refuseOther(
      Accumulation is, PeriodPhrase said, PeriodPhrase beside, Doubts doubts) {
    boolean january = beside.number() == 1;
    if (shown(said) != is && !january) {
      doubts.refuse(
          "contradicting_labels",
          said.found(),
          is.name(),
          "“%s”与%s（%s）不符。请核对表头、行标题和模板"
              .formatted(said.found(), is.name(), is == Accumulation.PER ? "当期" : "累计"));
    }
  }
}
