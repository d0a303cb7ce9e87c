package org.diaodu.attainment;

import java.math.BigDecimal;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.cube.SeriesFigure;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.TimePeriod;

/**
 * One series as known on a day.
 *
 * @param cube from which levels and growth are read
 * @param refArea its area
 * @param accumulation its accumulation
 * @param releases by which a figure is known to be preliminary
 */
record SeriesAsOf(
    PeerGroupCube cube, String refArea, Accumulation accumulation, Releases releases) {

  SeriesFigure figure(TimePeriod period) {
    return cube.figure(refArea, accumulation, period);
  }

  /** The level; null where there is none. */
  BigDecimal level(TimePeriod period) {
    return figure(period).level();
  }

  /** The reported growth, in percent; null where there is none. */
  BigDecimal growth(TimePeriod period) {
    return figure(period).growth();
  }

  /** The level of the last period of a year, which of a cumulative series is that of the year. */
  BigDecimal yearTotal(TimePeriod period) {
    return level(lastOfYear(period));
  }

  static TimePeriod lastOfYear(TimePeriod period) {
    return new TimePeriod(period.frequency(), period.year(), period.frequency().periodsPerYear());
  }
}
