package org.diaodu.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The days on which an area or an indicator exists.
 *
 * @param first the first of them; null where it has always existed
 * @param last the last of them; null where no end is known
 */
public record Validity(LocalDate first, LocalDate last) implements Serializable {
  /** Without beginning or end. */
  public static final Validity ALWAYS = new Validity(null, null);

  /** Whether a day is one of them. */
  public boolean isOn(LocalDate day) {
    return (first == null || !day.isBefore(first)) && !isOverBy(day);
  }

  /** Whether the last day of a period is one of them: that day decides for the period. */
  public boolean isAt(TimePeriod period) {
    return isUnlimited() || isOn(period.lastDay());
  }

  /** Whether the last of them is before a day. */
  public boolean isOverBy(LocalDate day) {
    return last != null && day.isAfter(last);
  }

  /** Whether every day is one of them. */
  public boolean isUnlimited() {
    return first == null && last == null;
  }

  /** Whether a day is one of both. */
  public boolean overlaps(Validity other) {
    return (first == null || !other.isOverBy(first))
        && (other.first == null || !isOverBy(other.first));
  }

  /** Whether there is a first day after the last one. */
  public boolean isEmpty() {
    return first != null && isOverBy(first);
  }
}
