package org.diaodu.hold;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules that hold a figure in every pack, each with its thresholds. A pack writes in {@code
 * rules.yaml} only what it wants otherwise.
 */
public enum HoldRule {
  /** Outside the indicator's plausible bounds by so many times, or negative where none may be. */
  far_out_of_bounds(Map.of("times", "10", "growth_percent", "10000")),

  /** Another size than the rest of the series: a unit, a power of ten, another indicator. */
  leaves_series(Map.of("sudden_times", "50", "steady_times", "5", "spread_times", "2.5")),

  /** Another size than what the same figure was known as, which fits the series better. */
  revised_by_factor(Map.of("times", "2", "alone_times", "10")),

  /** Published growth and levels that need bases of another size, or point in other directions. */
  growth_against_levels(Map.of("times", "2", "opposite_times", "1.5")),

  /** Growth so many percentage points from the median of the series' growth. */
  growth_leaves_history(Map.of("points", "80", "deviations", "15", "at_least", "8"));

  private final Map<String, BigDecimal> defaults = new LinkedHashMap<>();

  HoldRule(Map<String, String> defaults) {
    defaults.forEach((name, value) -> this.defaults.put(name, new BigDecimal(value)));
  }

  /** Its thresholds by name: times a figure, percentage points, or a number of figures. */
  public Map<String, BigDecimal> defaults() {
    return Map.copyOf(defaults);
  }
}
