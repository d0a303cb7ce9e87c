package org.diaodu.region;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The policies of a plan, one after the other. What a dispatch judged stays judged by the policy
 * that was in force on its day, whatever holds later.
 *
 * @param inOrder by their first day; at least one
 */
public record Policies(List<Policy> inOrder) implements Serializable {

  /** One for all days. */
  public static Policies always(Policy policy) {
    return new Policies(List.of(policy));
  }

  /**
   * The policy in force on a day: the last one that had begun; before the first has begun, the
   * first.
   */
  public Policy on(LocalDate day) {
    Policy inForce = inOrder.get(0);
    for (Policy policy : inOrder) {
      if (!policy.validFrom().isAfter(day)) {
        inForce = policy;
      }
    }
    return inForce;
  }

  /**
   * The policy that a figure is judged by: that of the dispatch which is the first to look at it,
   * on the last day of the month in which it is due.
   */
  public Policy ofFigureDue(LocalDate day) {
    return on(day.with(TemporalAdjusters.lastDayOfMonth()));
  }
}
