package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** When the figures of one indicator at one frequency first came. */
final class FirstReleases {
  private final Map<Figure, Release> releases;

  private FirstReleases(Map<Figure, Release> releases) {
    this.releases = releases;
  }

  /** A figure, be it a level or its published growth. */
  private record Figure(String refArea, TimePeriod period) {}

  /** One thing of which vintages follow each other. */
  private record Line(
      Figure figure, Accumulation accumulation, Measure measure, Provenance provenance) {}

  /**
   * The first day on which a figure had a value.
   *
   * @param day null where it has none, or what it had was withdrawn
   * @param provenance of the figure
   */
  record Release(LocalDate day, Provenance provenance) {
    private static final Release NONE = new Release(null, Provenance.official);

    private Release or(Release other) {
      return new Release(
          day.isAfter(other.day) ? other.day : day,
          Provenance.ofUsed(provenance, other.provenance));
    }
  }

  /**
   * Of all vintages; those released after the day are left out. A figure whose latest vintage has
   * no value has not come; one that is not for the public was delivered all the same.
   */
  static FirstReleases of(Collection<Observation> observations, LocalDate asOf) {
    Map<Line, List<Vintage>> lines =
        observations.stream()
            .filter(seen -> isOwed(seen.measure()))
            .filter(seen -> !seen.vintage().released().isAfter(asOf))
            .collect(
                Collectors.groupingBy(
                    FirstReleases::line,
                    Collectors.mapping(Observation::vintage, Collectors.toList())));
    Map<Figure, Release> releases = new HashMap<>();
    lines.forEach(
        (line, vintages) -> {
          if (isThere(Collections.max(vintages, Vintage.PRECEDENCE))) {
            releases.merge(
                line.figure(), new Release(first(vintages), line.provenance()), Release::or);
          }
        });
    return new FirstReleases(releases);
  }

  /** When the figure of an area and a period first came. */
  Release of(String refArea, TimePeriod period) {
    return releases.getOrDefault(new Figure(refArea, period), Release.NONE);
  }

  /** The areas of which any figure came. */
  Set<String> areas() {
    return releases.keySet().stream().map(Figure::refArea).collect(Collectors.toSet());
  }

  /**
   * Whether it is what is asked for: the level or its published growth. What an authority prints
   * beside these does not stand for them.
   */
  private static boolean isOwed(Measure measure) {
    return switch (measure) {
      case LEVEL, YOY -> true;
      case LEVEL_CONSTANT, TWO_YEAR_AVERAGE -> false;
    };
  }

  private static boolean isThere(Vintage vintage) {
    return vintage.value() != null || vintage.isSuppressed();
  }

  private static Line line(Observation seen) {
    return new Line(
        new Figure(seen.refArea(), seen.period()),
        seen.accumulation(),
        seen.measure(),
        seen.vintage().provenance());
  }

  private static LocalDate first(List<Vintage> vintages) {
    return vintages.stream()
        .filter(FirstReleases::isThere)
        .map(Vintage::released)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
