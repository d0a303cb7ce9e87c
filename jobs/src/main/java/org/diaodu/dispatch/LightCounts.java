package org.diaodu.dispatch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.diaodu.domain.Light;

/** Number of lights of each colour. */
record LightCounts(int green, int blue, int yellow, int red, int noData) {

  static LightCounts of(Collection<Light> lights) {
    Map<Light, Integer> counts = new EnumMap<>(Light.class);
    lights.forEach(light -> counts.merge(light, 1, Integer::sum));
    return new LightCounts(
        counts.getOrDefault(Light.green, 0),
        counts.getOrDefault(Light.blue, 0),
        counts.getOrDefault(Light.yellow, 0),
        counts.getOrDefault(Light.red, 0),
        counts.getOrDefault(Light.no_data, 0));
  }

  /** Lights that rest on a figure. */
  int judged() {
    return green + blue + yellow + red;
  }
}
