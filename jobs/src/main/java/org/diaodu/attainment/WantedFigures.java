package org.diaodu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;

/**
 * The figures that checks want: their own, and those that they are compared with.
 *
 * <p>To have them, observations are needed of the indicators and frequencies of {@link #series}
 * from {@link #firstYear} on. All accumulations of these are needed, not only the wanted one: an
 * amount may follow from cumulative figures, and a break in one is a break in all.
 */
public final class WantedFigures implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<Series, OfSeries> wanted = new LinkedHashMap<>();
  private final String totalArea;
  private final String capitalArea;
  private final int planYear;
  private final Policy.Landing landing;

  /**
   * An indicator at a frequency, in every area.
   *
   * @param indicator code of the indicator
   * @param frequency of its periods
   */
  public record Series(String indicator, Frequency frequency) implements Serializable {}

  /**
   * What is wanted of a series.
   *
   * @param accumulation what a target means by a figure of the indicator
   * @param periods by the day as of which they are wanted
   */
  record OfSeries(Accumulation accumulation, TreeMap<LocalDate, Set<TimePeriod>> periods)
      implements Serializable {}

  private WantedFigures(RegionPack pack, List<PlannedCheck> checks) {
    this.totalArea = pack.totalArea();
    this.capitalArea = pack.capitalArea();
    this.planYear = pack.planYear();
    LocalDate last =
        checks.stream()
            .map(PlannedCheck::knownOn)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.EPOCH);
    this.landing = pack.policies().on(last).landing();
  }

  /** By checks of a plan. */
  public static WantedFigures of(RegionPack pack, List<PlannedCheck> checks) {
    WantedFigures figures = new WantedFigures(pack, checks);
    for (PlannedCheck check : checks) {
      Stream.concat(check.indicator().stream(), pack.indicator(check.target().reference()).stream())
          .forEach(indicator -> figures.add(indicator, check));
    }
    return figures;
  }

  /** The indicators and frequencies of which observations are needed. */
  public Set<Series> series() {
    return Collections.unmodifiableSet(wanted.keySet());
  }

  /**
   * The calendar year from which on observations are needed: so many before the plan's as estimates
   * look at, and one more on which their growth rests. Earlier ones are not looked at.
   */
  public int firstYear() {
    return planYear - landing.years() - 1;
  }

  /** What is wanted of a series, by day; nothing of one that no check names. */
  SortedMap<LocalDate, Set<TimePeriod>> periods(Series series) {
    OfSeries of = wanted.get(series);
    return of == null ? Collections.emptySortedMap() : of.periods();
  }

  /** The accumulation that is wanted of a series that a check names. */
  Accumulation accumulation(Series series) {
    return wanted.get(series).accumulation();
  }

  String totalArea() {
    return totalArea;
  }

  String capitalArea() {
    return capitalArea;
  }

  Policy.Landing landing() {
    return landing;
  }

  private void add(Indicator indicator, PlannedCheck check) {
    wanted
        .computeIfAbsent(
            new Series(indicator.indicator(), check.period().frequency()),
            series -> new OfSeries(indicator.accumulation(), new TreeMap<>()))
        .periods()
        .computeIfAbsent(check.knownOn(), day -> new LinkedHashSet<>())
        .add(check.period());
  }
}
