package org.diaodu.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.diaodu.region.Policy;
import org.diaodu.region.Tolerances;

/** A policy without tolerances that says nothing of single targets. */
public final class PolicyFixture {
  private PolicyFixture() {}

  /** From a day on, with these days, dispatches, points and limits. */
  public static Policy from(
      String day, Policy.Rectification rectification, Policy.Assessment assessment) {
    return new Policy(
        "test-" + day,
        LocalDate.parse(day),
        null,
        Policy.Scheme.gap,
        false,
        new Tolerances(Map.of(), Map.of(), Map.of(), Map.of()),
        Set.of(),
        Set.of(),
        Set.of(),
        20,
        Set.of(),
        new Policy.Landing(new BigDecimal("80"), 5, 4),
        rectification,
        assessment,
        Policy.Reporting.DEFAULT,
        "");
  }
}
