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
 * @param indicator code of the indicator it is measured by; empty where no series measures it
 * @param nameZh Chinese name
 * @param targetClass how the plan puts it
 * @param kind what of the indicator is held against the value
 * @param comparator how the value is to be met
 * @param reference for a comparison with another series, the code of that indicator; else empty
 * @param value the value; null for a direction, and where the plan leaves it to others to set
 * @param unit unit of the value
 * @param rules further conditions
 * @param commitment the plan's own word for how firm it is, such as 力争; may be empty
 * @param scope codes of the areas it is set for
 * @param owner code of the unit that answers for it
 * @param ownerBasis how it is known that this unit does
 * @param participants codes of further units
 * @param sameAs ids of the targets that this one repeats; empty where it stands for itself
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
    TargetClass targetClass,
    Kind kind,
    Comparator comparator,
    String reference,
    BigDecimal value,
    String unit,
    List<TargetRule> rules,
    String commitment,
    List<String> scope,
    String owner,
    OwnerBasis ownerBasis,
    List<String> participants,
    List<String> sameAs,
    String deadline,
    String measureNote,
    String note)
    implements java.io.Serializable {

  /** What of the indicator is held against the target's value. */
  public enum Kind {
    /** Growth on a year earlier, percent; never prorated. */
    growth_yoy,
    /**
     * The level itself: of a stock or a rate held against the full value at any time, of a
     * cumulative series in proportion to time.
     */
    level,
    /** An amount to be reached over the year, held against the value in proportion to time. */
    increment,
    /** The capital's share of the total, percent. */
    capital_share,
    /** The number of areas in the total whose level meets the threshold in the rules. */
    count_of_areas,
    /** No series measures it: what its owner reports of it, with the evidence. */
    assessed,
    /** The number of rectifications that are open past their day; counted by this program. */
    overdue_rectifications
  }

  /** How the plan puts a target. */
  public enum TargetClass {
    /** With a number. */
    quantified,
    /** Against another series. */
    relative,
    /** None, all, or everywhere. */
    absolute,
    /** A named outcome and its direction. */
    directional,
    /** A direction only in the verb. */
    weak_directional,
    /** Named here, its number set elsewhere. */
    external_value,
    /** A number only in a name: nothing that is promised. */
    nominal
  }

  /** How it is known which unit answers for a target. */
  public enum OwnerBasis {
    /** The item names it. */
    item,
    /** The text of the target names it. */
    named,
    /** From the order of the clauses, or from another place that repeats the target. */
    inferred,
    /** Nobody is named: the office of the working group, by default. */
    office_default
  }

  /** Whether it stands for itself and is not a repetition. */
  public boolean isDistinct() {
    return sameAs.isEmpty();
  }

  /** Whether the plan names no lead, so that an office stands in by default. */
  public boolean isNobodys() {
    return ownerBasis == OwnerBasis.office_default;
  }

  /** The same with what all its places say together. */
  Target folded(String lead, OwnerBasis basis, String firmest) {
    return new Target(
        targetId,
        annex,
        action,
        itemNo,
        indicator,
        nameZh,
        targetClass,
        kind,
        comparator,
        reference,
        value,
        unit,
        rules,
        firmest,
        scope,
        lead,
        basis,
        participants,
        sameAs,
        deadline,
        measureNote,
        note);
  }

  /** Whether a series measures it. */
  public boolean isMeasured() {
    return !indicator.isEmpty();
  }

  /** Whether its value is in percent. */
  public boolean isInPercent() {
    return unit.startsWith("%");
  }

  /** Whether it has a condition of this kind. */
  public boolean has(TargetRule.Kind rule) {
    return rules.stream().anyMatch(r -> r.kind() == rule);
  }

  /** What a condition of this kind names. */
  public java.util.Optional<String> argument(TargetRule.Kind rule) {
    return rules.stream().filter(r -> r.kind() == rule).map(TargetRule::argument).findFirst();
  }

  /** What it is promised in: targets that are promised together have the smaller of their ids. */
  public String promise() {
    return argument(TargetRule.Kind.together)
        .filter(other -> other.compareTo(targetId) < 0)
        .orElse(targetId);
  }

  /** For a count of areas, the level from which an area counts; else null. */
  public BigDecimal threshold() {
    return argument(TargetRule.Kind.threshold).map(BigDecimal::new).orElse(null);
  }
}
