package org.diaodu.region;

import java.util.Map;

/**
 * {@code plan.yaml}: the plan that the lists were read out of, and how many rows they must have.
 *
 * @param titleZh its title
 * @param document its number
 * @param issued ISO date
 * @param counts expected rows: {@code target_places, targets, tasks, conflicts}
 * @param placesByAnnex expected places with a target by part and class
 */
public record PlanDocument(
    String titleZh,
    String document,
    String issued,
    Map<String, Integer> counts,
    Map<Integer, Map<String, Integer>> placesByAnnex)
    implements java.io.Serializable {
  /** Of a pack that names no plan. */
  static final PlanDocument NONE = new PlanDocument("", "", "", Map.of(), Map.of());

  /** Whether the pack names a plan. */
  public boolean isStated() {
    return !titleZh.isEmpty();
  }
}
