package org.diaodu.cube;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;

/** When the areas of a region exist, and which of them took over from which. */
public final class AreaLifetimes implements Serializable {
  private static final long serialVersionUID = 1;

  /** Of areas that have always existed. */
  static final AreaLifetimes UNLIMITED = new AreaLifetimes(List.of());

  private final Map<String, Validity> limited = new HashMap<>();
  private final Map<String, List<String>> predecessors = new HashMap<>();

  AreaLifetimes(List<AreaHierarchy.Place> areas) {
    for (AreaHierarchy.Place area : areas) {
      if (!area.validity().isUnlimited()) {
        limited.put(area.refArea(), area.validity());
      }
      if (!area.predecessors().isEmpty()) {
        predecessors.put(area.refArea(), List.copyOf(area.predecessors()));
      }
    }
  }

  /** Whether an area exists at the end of a period. */
  boolean isAt(String refArea, TimePeriod period) {
    Validity validity = limited.get(refArea);
    return validity == null || validity.isAt(period);
  }

  /** Whether an area exists at every period. */
  boolean isUnlimited(String refArea) {
    return !limited.containsKey(refArea);
  }

  /** The areas that an area took over from; none of most. */
  List<String> predecessors(String refArea) {
    return predecessors.getOrDefault(refArea, List.of());
  }

  /** The same, and those that these took over from, and so on. */
  Set<String> ancestors(String refArea) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(predecessors(refArea));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (found.add(next)) {
        open.addAll(predecessors(next));
      }
    }
    return found;
  }
}
