package org.diaodu.region;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose a figure is: the unit that reports its indicator, or somebody else. Each has a series of
 * its own, and the pack says by which of them is judged.
 */
public final class Sources implements Serializable {
  private static final long serialVersionUID = 1L;

  private final NameIndex units;

  /** Those of a region. */
  public Sources(RegionPack pack) {
    this.units = NameIndex.ofUnits(pack);
  }

  /**
   * The source that a name stands for: the code of a unit, of what is no unit the name itself.
   *
   * @param written code, name or alias; blank where nothing is said
   * @return empty where it is the unit that reports the indicator
   */
  public Optional<String> other(String written, Indicator indicator) {
    String name = written.strip();
    String source = units.code(name).orElse(name);
    return source.isEmpty() || source.equals(indicator.reporter())
        ? Optional.empty()
        : Optional.of(source);
  }

  /** By indicator the source that is judged by; without those judged by their reporter. */
  static Map<String, String> judged(RegionPack pack) {
    Sources sources = new Sources(pack);
    Map<String, String> judged = new LinkedHashMap<>();
    for (Indicator indicator : pack.indicators()) {
      sources
          .other(indicator.judgedSource(), indicator)
          .ifPresent(source -> judged.put(indicator.indicator(), source));
    }
    return judged;
  }
}
