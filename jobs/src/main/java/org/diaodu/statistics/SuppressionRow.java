package org.diaodu.statistics;

import java.time.LocalDate;
import java.util.Map;
import org.diaodu.disclosure.Cell;
import org.diaodu.disclosure.Suppression;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.suppressions}; what each column means stands in its contract. */
public record SuppressionRow(
    String indicator,
    String refArea,
    Frequency freq,
    TimePeriod timePeriod,
    Accumulation accumulation,
    Measure measure,
    Suppression.Because because,
    LocalDate asOf) {

  static SuppressionRow of(Map.Entry<Cell, Suppression.Because> hidden, LocalDate asOf) {
    Cell cell = hidden.getKey();
    return new SuppressionRow(
        cell.indicator(),
        cell.refArea(),
        cell.period().frequency(),
        cell.period(),
        cell.accumulation(),
        cell.measure(),
        hidden.getValue(),
        asOf);
  }
}
