package org.diaodu.layout;

import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.region.Indicator;

/** Finds what stretch of the year a cell's figure covers. */
final class AccumulationOfCell {
  private AccumulationOfCell() {}

  /**
   * What the template writes, else what column, row or table show; a doubt is added where they
   * contradict each other or leave it open.
   *
   * @param ofTemplate what the template says of table, row and column, without repeats
   */
  static Accumulation of(
      CellSide row,
      CellSide column,
      PeriodPhrase ofTable,
      List<Accumulation> ofTemplate,
      Indicator indicator,
      Doubts doubts) {
    if (indicator.accumulation() == Accumulation.EOP) {
      return Accumulation.EOP;
    }
    PeriodPhrase beside = column.period().completedBy(row.period());
    Accumulation written = doubts.one("accumulation", ofTemplate);
    Accumulation shown = beside.accumulation().orElse(null);
    if (written != null && shown != null && written != shown && beside.number() > 1) {
      doubts.refuse(
          "contradicting_labels",
          beside.found(),
          written.name(),
          "模板写的是%s，表头写的是“%s”。请核对".formatted(written, beside.found()));
    }
    if (written != null) {
      return written;
    }
    if (shown != null) {
      return shown;
    }
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
}
