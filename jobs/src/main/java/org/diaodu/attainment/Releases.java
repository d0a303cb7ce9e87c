package org.diaodu.attainment;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;

/** The preliminary and the latest release of each figure of one series, of those added so far. */
final class Releases {
  private final Map<Measure, Map<TimePeriod, Vintage>> preliminary = new EnumMap<>(Measure.class);
  private final Map<Measure, Map<TimePeriod, Vintage>> latest = new EnumMap<>(Measure.class);

  void add(Observation seen) {
    preliminary
        .computeIfAbsent(seen.measure(), m -> new HashMap<>())
        .merge(
            seen.period(),
            seen.vintage(),
            (a, b) -> Vintage.PRELIMINARY_FIRST.compare(a, b) <= 0 ? a : b);
    latest
        .computeIfAbsent(seen.measure(), m -> new HashMap<>())
        .merge(
            seen.period(), seen.vintage(), (a, b) -> Vintage.PRECEDENCE.compare(a, b) >= 0 ? a : b);
  }

  /** The preliminary release; null where there is none. */
  Vintage preliminary(Measure measure, TimePeriod period) {
    return preliminary.getOrDefault(measure, Map.of()).get(period);
  }

  /** The release that takes precedence; null where there is none. */
  Vintage latest(Measure measure, TimePeriod period) {
    return latest.getOrDefault(measure, Map.of()).get(period);
  }

  /** Whether a figure is still the one that was released first. */
  boolean isPreliminary(Measure measure, TimePeriod period) {
    Vintage now = latest(measure, period);
    return now != null && now.saysAs(preliminary(measure, period));
  }
}
