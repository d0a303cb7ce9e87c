package org.diaodu.region;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.diaodu.domain.TimePeriod;

/**
 * How the region dispatches: the optional fields of {@code region.yaml}.
 *
 * @param coreIndicators codes of the series that every bulletin shows for every area
 * @param office code of the unit that issues the bulletins over all actions; may be empty
 * @param releases from when figures may be shown
 */
public record Dispatch(List<String> coreIndicators, String office, ReleaseTimes releases)
    implements Serializable {

  /**
   * The day of the dispatch that deals with the figures of a period: the last day of a month, the
   * first that comes after the period and not before its release. What a document of the period
   * says is known as of this day.
   */
  public LocalDate dayOf(TimePeriod period) {
    YearMonth after = YearMonth.from(period.lastDay()).plusMonths(1);
    YearMonth released = YearMonth.from(releases.of(period).atZone(releases.zone()));
    return (released.isAfter(after) ? released : after).atEndOfMonth();
  }

  /** The day of the dispatch that dealt with the period before. */
  public LocalDate dayBefore(TimePeriod period) {
    return dayOf(period.previous());
  }
}
