package org.diaodu.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whether a figure that the calendar expects has come. Definitions: {@code
 * docs/method/completeness.md}.
 *
 * @param status what became of it
 * @param daysLate days between the due day and the release, or today while it is missing; null
 *     where it is not late
 */
public record Completeness(Status status, Long daysLate) {

  /** What became of a figure. */
  public enum Status {
    /** It is not due yet, and has not come. */
    due("未到期"),
    /** It came in time. */
    received("已报"),
    /** It came after its due day. */
    late("迟报"),
    /** Its due day has passed and it has not come, or was withdrawn. */
    missing("未报"),
    /** The calendar says that there is none. */
    not_expected("不报");

    private final String nameZh;

    Status(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As the bureau's people read it. */
    public String nameZh() {
      return nameZh;
    }
  }

  /**
   * What became of a figure as known on a day.
   *
   * @param expected what the calendar says
   * @param due last day on which it is in time; null where none is expected
   * @param released first day on which it was released; null where it was not, or was withdrawn
   * @param today the day
   */
  public static Completeness of(
      boolean expected, LocalDate due, LocalDate released, LocalDate today) {
    if (!expected) {
      return new Completeness(Status.not_expected, null);
    }
    if (released != null) {
      return released.isAfter(due)
          ? new Completeness(Status.late, ChronoUnit.DAYS.between(due, released))
          : new Completeness(Status.received, null);
    }
    return today.isAfter(due)
        ? new Completeness(Status.missing, ChronoUnit.DAYS.between(due, today))
        : new Completeness(Status.due, null);
  }
}
