package org.diaodu.region;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.diaodu.domain.TimePeriod;

/**
 * From when the figures of a period may be shown to anybody.
 *
 * @param daysAfter days after the period's last day
 * @param at time of that day
 * @param except periods with a time of their own
 * @param zone in which the times are said
 */
public record ReleaseTimes(
    int daysAfter, LocalTime at, Map<TimePeriod, LocalDateTime> except, ZoneId zone)
    implements Serializable {

  /** The instant from which the figures of a period are public. */
  public Instant of(TimePeriod period) {
    LocalDateTime own = except.get(period);
    return (own != null ? own : period.lastDay().plusDays(daysAfter).atTime(at))
        .atZone(zone)
        .toInstant();
  }

  /** Whether the figures of a period are public at an instant. */
  public boolean isPublic(TimePeriod period, Instant now) {
    return !now.isBefore(of(period));
  }
}
