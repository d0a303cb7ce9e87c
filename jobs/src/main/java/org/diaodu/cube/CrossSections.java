package org.diaodu.cube;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diaodu.domain.Accumulation;

/** The reported levels of a peer group period by period, for whoever adjusts them together. */
public final class CrossSections {
  private CrossSections() {}

  /**
   * Of every period in which the aggregate or a component reported a level, in the order of time.
   * An amount that is derived from cumulative figures was not reported.
   */
  public static List<CrossSection> of(PeerGroupCube cube, Accumulation accumulation) {
    List<CrossSection> sections = new ArrayList<>();
    for (int t = 0; t < cube.periods().count(); t++) {
      CrossSection section =
          new CrossSection(
              cube.periods().at(t),
              reported(cube.ofAggregate(), accumulation, t),
              components(cube, accumulation, t));
      if (section.aggregate() != null || !section.components().isEmpty()) {
        sections.add(section);
      }
    }
    return sections;
  }

  private static SortedMap<String, CrossSection.Level> components(
      PeerGroupCube cube, Accumulation accumulation, int t) {
    SortedMap<String, CrossSection.Level> levels = new TreeMap<>();
    for (PeerGroup.Member area : cube.group().areas()) {
      CrossSection.Level level =
          area.inTotal() ? reported(cube.of(area.refArea()), accumulation, t) : null;
      if (level != null) {
        levels.put(area.refArea(), level);
      }
    }
    return Collections.unmodifiableSortedMap(levels);
  }

  /** Null where an area has no series, and where its level is missing, derived or of two months. */
  private static CrossSection.Level reported(AreaSeries series, Accumulation accumulation, int t) {
    Point point = series == null ? null : series.ownComparable(accumulation, t);
    return point == null
            || point.derivation() != Derivation.reported
            || point.level().value() == null
        ? null
        : new CrossSection.Level(point.level().value(), point.level().provenance());
  }
}
