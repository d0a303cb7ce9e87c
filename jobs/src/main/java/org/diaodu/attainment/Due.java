package org.diaodu.attainment;

import java.time.LocalDate;
import org.diaodu.domain.Fraction;
import org.diaodu.domain.Phasing;
import org.diaodu.domain.TimePeriod;

/**
 * How much of an amount is due by the end of a period. Definitions: {@code docs/method/phasing.md}.
 *
 * @param share from 0 to 1
 * @param basis {@code time} or {@code history}
 */
record Due(Fraction share, String basis) {

  /**
   * By history where there is one, otherwise by time. Earlier years say how much of a year had come
   * in; of what is due before a year's end, or after it, they say nothing.
   *
   * @param history share of the year that had come in by the same period of earlier years; null
   *     where there is none, or the policy does not go by it
   */
  static Due of(TimePeriod period, int planYear, LocalDate deadline, Fraction history) {
    if (history != null && isYearEnd(deadline, planYear)) {
      boolean isOver = !period.lastDay().isBefore(deadline);
      return new Due(isOver ? Fraction.ONE : history.min(Fraction.ONE), "history");
    }
    return new Due(Phasing.byTime(period, planYear, deadline), "time");
  }

  /** Whether a deadline is in the last month of the plan year. */
  static boolean isYearEnd(LocalDate deadline, int planYear) {
    return deadline.getYear() == planYear && deadline.getMonthValue() == 12;
  }
}
