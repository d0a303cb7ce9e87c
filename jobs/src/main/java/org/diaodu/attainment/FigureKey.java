package org.diaodu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;

/**
 * A figure of an indicator as known on a day, whatever the area.
 *
 * @param knownOn the day
 * @param indicator code of the indicator
 * @param accumulation what stretch of time the figure covers
 * @param period its period
 */
record FigureKey(LocalDate knownOn, String indicator, Accumulation accumulation, TimePeriod period)
    implements Serializable {

  /** The figure of an indicator that a check wants. */
  static FigureKey of(PlannedCheck check, Indicator indicator) {
    return new FigureKey(
        check.knownOn(), indicator.indicator(), indicator.accumulation(), check.period());
  }
}
