package org.diaodu.statistics;

import java.util.Optional;
import org.diaodu.table.IndicatorPeriods;

/** What of a table moves when a figure is new, corrected, withdrawn, or its day has come. */
public enum Reach {
  /** Rows of the figure's own period. */
  ITS_PERIOD,

  /** Rows of the figure's own period and of those that look back on it, as growth does. */
  ALONG_THE_SERIES,

  /** Any row. */
  ANY_ROW,

  /** Any row, and each day without a new figure as well: what is due is a matter of the day. */
  EVERY_DAY;

  /**
   * The rows that move; empty where it may be any.
   *
   * @param touched periods of the figures that moved
   * @param breaks periods of which any vintage was ever marked as a break
   */
  Optional<AffectedPeriods> affected(IndicatorPeriods touched, IndicatorPeriods breaks) {
    return switch (this) {
      case ITS_PERIOD -> Optional.of(new AffectedPeriods(touched, touched));
      case ALONG_THE_SERIES -> Optional.of(AffectedPeriods.alongTheSeries(touched, breaks));
      case ANY_ROW, EVERY_DAY -> Optional.empty();
    };
  }
}
