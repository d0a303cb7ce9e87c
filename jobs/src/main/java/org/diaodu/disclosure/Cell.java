package org.diaodu.disclosure;

import java.io.Serializable;
import java.util.Comparator;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;

/** What one figure is a figure of, whichever vintage of it. */
public record Cell(
    String indicator, String refArea, TimePeriod period, Accumulation accumulation, Measure measure)
    implements Serializable {

  static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::indicator)
          .thenComparing(Cell::refArea)
          .thenComparing(Cell::period)
          .thenComparing(Cell::accumulation)
          .thenComparing(Cell::measure);

  Cell of(String otherArea) {
    return new Cell(indicator, otherArea, period, accumulation, measure);
  }

  Cell at(TimePeriod otherPeriod, Accumulation otherAccumulation) {
    return new Cell(indicator, refArea, otherPeriod, otherAccumulation, measure);
  }
}
