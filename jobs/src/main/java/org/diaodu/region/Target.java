package org.diaodu.region;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.domain.Comparator;

/**
 * A row of {@code targets.csv}: one thing the plan promises.
 *
 * @param targetId code, such as {@code T-0-3-1}
 * @param annex number of the plan's part, 0 for the main plan
 * @param action name of the action it belongs to
 * @param itemNo where it stands in that part
 * @param indicator code of the indicator it is measured by
 * @param nameZh Chinese name
 * @param targetClass quantified, absolute or directional
 * @param kind what of the indicator is held against the value
 * @param comparator how the value is to be met
 * @param value the value; null for a direction
 * @param unit unit of the value
 * @param rule further condition, such as a threshold that areas are counted by; may be empty
 * @param commitment the plan's own word for how firm it is, such as 力争; may be empty
 * @param scope codes of the areas it is set for
 * @param owner code of the unit that answers for it
 * @param participants codes of further units
 * @param sameAs id of the target this one repeats; empty where it stands for itself
 * @param deadline ISO date by which it is due
 * @param measureNote how and when it can be measured
 * @param note further remarks
 */
public record Target(
    String targetId,
    int annex,
    String action,
    String itemNo,
    String indicator,
    String nameZh,
    String targetClass,
    Kind kind,
    Comparator comparator,
    BigDecimal value,
    String unit,
    String rule,
    String commitment,
    List<String> scope,
    String owner,
    List<String> participants,
    String sameAs,
    String deadline,
    String measureNote,
    String note)
    implements java.io.Serializable {

  /** What of the indicator is held against the target's value. */
  public enum Kind {
    /** Growth on a year earlier, percent; never prorated. */
    growth_yoy,
    /** The level itself, held against the full value at any time: a stock or a rate. */
    level,
    /** An amount to be reached over the year, held against the value in proportion to time. */
    increment,
    /** The capital's share of the total, percent. */
    capital_share,
    /** The number of areas in the total whose level meets the threshold in {@code rule}. */
    count_of_areas
  }
}
