package org.diaodu.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A row of {@code statistics.progress}: what a unit reported of a target or a task, as one vintage.
 *
 * @param item id of the target or the task
 * @param itemKind {@code target} or {@code task}
 * @param refArea code of the area that it is about
 * @param timePeriod period that it is about
 * @param milestone name of the milestone; empty for the item as a whole
 * @param amount in the target's unit; null where none was reported
 * @param percent how much is done; null where it was not reported
 * @param status {@code not_started}, {@code on_schedule}, {@code delayed}, {@code done}, or a
 *     {@link Handling.Step} of a problem
 * @param evidence what shows it; null where nothing was said, never for {@code done} and {@code
 *     closed}
 * @param reporter code of the unit, or of the area whose government reports
 * @param dueOn the new day of an extension, or the one that is asked for; null elsewhere
 * @param problemOpenedOn day on which the problem was handed over that it is about; null where it
 *     names none
 * @param releaseDate day of the report
 * @param arrivedAt when it came; null where that was not kept yet
 * @param recordedAt when it was stored
 * @param provenance whether a unit gave it
 */
public record ProgressReport(
    String item,
    String itemKind,
    String refArea,
    TimePeriod timePeriod,
    String milestone,
    BigDecimal amount,
    BigDecimal percent,
    String status,
    String evidence,
    String reporter,
    LocalDate dueOn,
    LocalDate problemOpenedOn,
    LocalDate releaseDate,
    Instant arrivedAt,
    Instant recordedAt,
    Provenance provenance) {

  /** The order of what was reported of one item, area, period and milestone. */
  public static final Comparator<ProgressReport> VINTAGE_ORDER =
      VintageOrder.of(
          ProgressReport::releaseDate, ProgressReport::arrivedAt, ProgressReport::recordedAt);

  /** Whether it says how a problem is handled, and nothing of how the item goes. */
  public boolean isOnAProblem() {
    return Handling.Step.of(status).isPresent();
  }
}
