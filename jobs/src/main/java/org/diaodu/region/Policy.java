package org.diaodu.region;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * {@code policy.yaml}: how figures are judged. Data, not code, and versioned by its id.
 *
 * @param policyId id of this version
 * @param validFrom ISO date from which it holds
 * @param yellowWithin per target kind, by how much a target may be missed and still be yellow, in
 *     the unit of the compared figure (percentage points for growth, shares and progress)
 * @param aboutWithin what still counts as met for comparator {@code ~}
 * @param appliesToCounties ids of the targets that every in-total area below the total is also held
 *     against
 * @param reconciledToTotal codes of the indicators whose areas are also shown as they would add up
 *     to their total
 * @param text the file itself, as it stood
 */
public record Policy(
    String policyId,
    String validFrom,
    Map<Target.Kind, BigDecimal> yellowWithin,
    BigDecimal aboutWithin,
    Set<String> appliesToCounties,
    Set<String> reconciledToTotal,
    String text)
    implements java.io.Serializable {}
