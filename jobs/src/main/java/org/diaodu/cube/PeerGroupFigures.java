package org.diaodu.cube;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;

/**
 * The figures of one indicator at one frequency in one peer group, of which the latest vintage is
 * kept. Whoever adds only what was released by a day has them as of that day.
 */
public final class PeerGroupFigures {
  private final IndicatorDefinition indicator;
  private final Frequency frequency;
  private final PeerGroup group;
  private final Map<String, AreaFigures> areas = new LinkedHashMap<>();
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;

  /** Without any figure. */
  public PeerGroupFigures(IndicatorDefinition indicator, Frequency frequency, PeerGroup group) {
    this.indicator = indicator;
    this.frequency = frequency;
    this.group = group;
  }

  /**
   * Adds a vintage of an area of the group, of its aggregate, or of one that these took over from;
   * in any order. What is said of an area at a time at which it does not exist is left out.
   */
  public void add(
      String refArea,
      Accumulation accumulation,
      TimePeriod period,
      Measure measure,
      Vintage vintage) {
    if (!group.isAt(refArea, period)) {
      return;
    }
    int ordinal = period.ordinal();
    first = Math.min(first, ordinal);
    last = Math.max(last, ordinal);
    areas
        .computeIfAbsent(refArea, a -> new AreaFigures())
        .add(accumulation, measure, ordinal, vintage);
  }

  /** The figures beside each other. */
  public PeerGroupCube linedUp() {
    Periods periods =
        areas.isEmpty()
            ? new Periods(frequency, 0, 0)
            : new Periods(frequency, first, last - first + 1);
    InheritedFigures figures = new InheritedFigures(areas, group, indicator);
    Map<String, AreaSeries> series = new LinkedHashMap<>();
    Stream.concat(areas.keySet().stream(), successors())
        .distinct()
        .forEach(
            area ->
                series.put(
                    area,
                    new AreaSeries(
                        figures.of(area), periods, indicator, existence(area, periods))));
    return new PeerGroupCube(indicator, group, periods, series);
  }

  /** The areas of the group, and its aggregate, that took over from others. */
  private Stream<String> successors() {
    return Stream.concat(
            Stream.of(group.aggregate()), group.areas().stream().map(PeerGroup.Member::refArea))
        .filter(area -> !group.lifetimes().predecessors(area).isEmpty());
  }

  /** The positions at which an area exists; null for all. */
  private BitSet existence(String refArea, Periods periods) {
    if (group.lifetimes().isUnlimited(refArea)) {
      return null;
    }
    BitSet positions = new BitSet(periods.count());
    for (int t = 0; t < periods.count(); t++) {
      positions.set(t, group.isAt(refArea, periods.at(t)));
    }
    return positions;
  }
}
