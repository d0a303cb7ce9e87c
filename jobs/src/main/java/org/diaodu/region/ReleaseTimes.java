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

  /**
   * The instant from which the figures of a period are public. A quarter or year without a time of
   * its own is not public before the month that it ends with: a sum since January is the same
   * figure.
   */
  public Instant of(TimePeriod period) {
    LocalDateTime own = except.get(period);
    return (own != null ? own : byRule(period)).atZone(zone).toInstant();
  }

  private LocalDateTime byRule(TimePeriod period) {
    return except.entrySet().stream()
        .filter(shorter -> shorter.getKey().frequency().months() < period.frequency().months())
        .filter(shorter -> shorter.getKey().lastDay().equals(period.lastDay()))
        .map(Map.Entry::getValue)
        .reduce(
            period.lastDay().plusDays(daysAfter).atTime(at),
            (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Whether the figures of a period are public at an instant. */
  public boolean isPublic(TimePeriod period, Instant now) {
    return !now.isBefore(of(period));
  }
}
