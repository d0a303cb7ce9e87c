package org.diaodu.cube;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * The cubes of a region: what its pack says of indicators and areas, and how observations fall into
 * peer groups by it. Observations of an indicator or an area that the pack does not know are in
 * none.
 */
public final class Cubes implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, IndicatorDefinition> indicators = new LinkedHashMap<>();
  private final AreaHierarchy areas;

  /** Of the indicators and areas of a pack. */
  public Cubes(List<IndicatorDefinition> indicators, AreaHierarchy areas) {
    indicators.forEach(indicator -> this.indicators.put(indicator.indicator(), indicator));
    this.areas = areas;
  }

  /**
   * What one cube is made of.
   *
   * @param indicator code of the indicator
   * @param frequency of its periods
   * @param group aggregate of the peer group
   */
  public record Key(String indicator, Frequency frequency, String group)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byIndicator = indicator.compareTo(other.indicator);
      int byFrequency = byIndicator != 0 ? byIndicator : frequency.compareTo(other.frequency);
      return byFrequency != 0 ? byFrequency : group.compareTo(other.group);
    }
  }

  /**
   * The groups that an observation counts in: of its area, and of those that it is the aggregate
   * of.
   */
  public List<String> groupsOf(String refArea) {
    return areas.groupsOf(refArea);
  }

  /** The areas of a group that the pack knows. */
  public PeerGroup group(String aggregate) {
    return areas.group(aggregate);
  }

  /** Codes of the areas that add up to an aggregate at the end of a period. */
  public List<String> componentsOf(String aggregate, TimePeriod period) {
    PeerGroup group = areas.group(aggregate);
    return group == null
        ? List.of()
        : group.areas().stream()
            .filter(area -> area.inTotal() && group.isAt(area.refArea(), period))
            .map(PeerGroup.Member::refArea)
            .toList();
  }

  /** Whether areas' levels add up, of an indicator that the pack knows. */
  public boolean isAdditive(String indicator) {
    return indicators.get(indicator).additive();
  }

  /** What the pack says of an indicator that it knows. */
  public IndicatorDefinition indicator(String code) {
    return indicators.get(code);
  }

  /** Observations in any order, by the cubes that they count in. */
  public Map<Key, List<Observation>> grouped(Iterable<Observation> observations) {
    Map<Key, List<Observation>> grouped = new TreeMap<>();
    for (Observation seen : observations) {
      for (String group : areas.groupsOf(seen.refArea())) {
        grouped
            .computeIfAbsent(
                new Key(seen.indicator(), seen.period().frequency(), group),
                key -> new ArrayList<>())
            .add(seen);
      }
    }
    return grouped;
  }

  /** All cubes of observations in any order, which are held in memory together. */
  public List<PeerGroupCube> of(Iterable<Observation> observations) {
    List<PeerGroupCube> cubes = new ArrayList<>();
    grouped(observations)
        .forEach(
            (key, seen) -> {
              if (knows(key.indicator())) {
                PeerGroupFigures figures = figures(key);
                seen.forEach(observation -> add(observation, figures));
                cubes.add(figures.linedUp());
              }
            });
    return cubes;
  }

  /**
   * The cubes one after the other, of observations that come in the order of their keys: no more
   * than one is in memory.
   */
  public Iterator<PeerGroupCube> inOrder(Iterator<Map.Entry<Key, Observation>> observations) {
    return new Iterator<>() {
      private Map.Entry<Key, Observation> next = known(observations);

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public PeerGroupCube next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        Key key = next.getKey();
        PeerGroupFigures figures = figures(key);
        while (next != null && next.getKey().equals(key)) {
          add(next.getValue(), figures);
          next = known(observations);
        }
        return figures.linedUp();
      }
    };
  }

  private Map.Entry<Key, Observation> known(Iterator<Map.Entry<Key, Observation>> observations) {
    while (observations.hasNext()) {
      Map.Entry<Key, Observation> next = observations.next();
      if (indicators.containsKey(next.getKey().indicator())) {
        return next;
      }
    }
    return null;
  }

  /** Whether the pack knows an indicator. */
  public boolean knows(String indicator) {
    return indicators.containsKey(indicator);
  }

  /**
   * What a cube is lined up from, without any figure yet.
   *
   * @param key of an indicator and a group that the pack knows
   */
  public PeerGroupFigures figures(Key key) {
    return new PeerGroupFigures(
        indicators.get(key.indicator()), key.frequency(), areas.group(key.group()));
  }

  private static void add(Observation seen, PeerGroupFigures figures) {
    figures.add(seen.refArea(), seen.accumulation(), seen.period(), seen.measure(), seen.vintage());
  }
}
