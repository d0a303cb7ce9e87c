package org.diaodu.attainment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.cube.Observation;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.cube.PeerGroupFigures;
import org.diaodu.domain.Accumulation;

/**
 * The figures of one peer group as they became known, one day after the other. A cube is made anew
 * only where a vintage has come since the day before.
 */
final class FiguresByDay {
  private final PeerGroupFigures figures;
  private final List<Observation> inOrder;
  private final Map<Series, Releases> releases = new HashMap<>();
  private final Set<String> areas = new HashSet<>();
  private LocalDate day = LocalDate.MIN;
  private int added;
  private PeerGroupCube cube;

  private record Series(String refArea, Accumulation accumulation) {}

  /**
   * Before any day.
   *
   * @param figures of the group, without any figure yet
   * @param observations every vintage of the group, in any order
   */
  FiguresByDay(PeerGroupFigures figures, Collection<Observation> observations) {
    this.figures = figures;
    this.inOrder =
        observations.stream()
            .sorted(Comparator.comparing((Observation seen) -> seen.vintage().released()))
            .toList();
  }

  /**
   * Adds what was released up to a day and with it.
   *
   * @throws IllegalArgumentException where the day is before one that was asked for
   */
  void advanceTo(LocalDate next) {
    if (next.isBefore(day)) {
      throw new IllegalArgumentException(
          "Cannot go back from %s to %s: ask for days in their order".formatted(day, next));
    }
    day = next;
    int before = added;
    while (added < inOrder.size() && !inOrder.get(added).vintage().released().isAfter(day)) {
      add(inOrder.get(added));
      added++;
    }
    if (added > before) {
      cube = figures.linedUp();
    }
  }

  /** The group as known at the end of the day; null where nothing was. */
  PeerGroupCube cube() {
    return cube;
  }

  /** Whether anything was known of an area at the end of the day. */
  boolean knows(String refArea) {
    return areas.contains(refArea);
  }

  /** A series as known at the end of the day; it must not be kept for the next one. */
  SeriesAsOf series(String refArea, Accumulation accumulation) {
    return new SeriesAsOf(
        cube,
        refArea,
        accumulation,
        releases.getOrDefault(new Series(refArea, accumulation), new Releases()));
  }

  private void add(Observation seen) {
    figures.add(seen.refArea(), seen.accumulation(), seen.period(), seen.measure(), seen.vintage());
    areas.add(seen.refArea());
    releases
        .computeIfAbsent(new Series(seen.refArea(), seen.accumulation()), series -> new Releases())
        .add(seen);
  }
}
