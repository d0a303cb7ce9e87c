package org.diaodu.cube;

import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Adds a vintage of an area of the group, or of its aggregate; in any order. */
  public void add(
      String refArea,
      Accumulation accumulation,
      TimePeriod period,
      Measure measure,
      Vintage vintage) {
    int ordinal = period.ordinal();
    first = Math.min(first, ordinal);
    last = Math.max(last, ordinal);
    areas
        .computeIfAbsent(refArea, a -> new AreaFigures())
        .add(accumulation, measure, ordinal, vintage);
  }

  /** The figures beside each other. At least one must have been added. */
  public PeerGroupCube linedUp() {
    Periods periods = new Periods(frequency, first, last - first + 1);
    Map<String, AreaSeries> series = new LinkedHashMap<>();
    areas.forEach((area, of) -> series.put(area, new AreaSeries(of, periods, indicator)));
    return new PeerGroupCube(indicator, group, periods, series);
  }
}
