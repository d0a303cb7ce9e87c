package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.CalendarEntry;

/**
 * {@code statistics.completeness} of one indicator at one frequency: every figure that the calendar
 * names, for every area that owes it.
 */
public final class CompletenessRows {
  private CompletenessRows() {}

  /** A figure, be it a level or its published growth. */
  private record Figure(String refArea, TimePeriod period) {}

  /** One thing of which vintages follow each other. */
  private record Line(
      Figure figure, Accumulation accumulation, Measure measure, Provenance provenance) {}

  /** The first day on which a figure had a value. */
  private record Release(LocalDate day, Provenance provenance) {
    static final Release NONE = new Release(null, Provenance.official);

    Release or(Release other) {
      return new Release(
          day.isAfter(other.day) ? other.day : day,
          Provenance.ofUsed(provenance, other.provenance));
    }
  }

  /**
   * A row for each entry and area that owes it, in the order of areas and periods. The whole owes
   * every entry, also one of which nothing was ever reported. The areas of one parent owe the
   * indicator as soon as one of them has reported it for any period: then a sibling that never did
   * is seen, and a figure that only the whole has is not asked of them. An overlapping area owes
   * nothing, and none owes a period at whose end it does not exist.
   *
   * @param calendar all entries of the indicator at the frequency
   * @param observations all vintages of the same; none where nothing was reported. Those released
   *     after the day are left out here
   * @param areas of the region
   * @param totalArea code of the area that is the whole
   * @param asOf the day, stored with each row
   */
  public static List<CompletenessRow> of(
      Collection<CalendarEntry> calendar,
      Collection<Observation> observations,
      Collection<Area> areas,
      String totalArea,
      LocalDate asOf) {
    Map<Figure, Release> released = released(observations, asOf);
    List<CompletenessRow> rows = new ArrayList<>();
    Map<String, Area> known =
        areas.stream().collect(Collectors.toMap(Area::refArea, Function.identity()));
    for (String area : owing(areas, totalArea, released.keySet())) {
      for (CalendarEntry entry : calendar) {
        if (known.containsKey(area) && !known.get(area).isAt(entry.timePeriod())) {
          continue;
        }
        Figure figure = new Figure(area, entry.timePeriod());
        rows.add(row(entry, area, released.getOrDefault(figure, Release.NONE), asOf));
      }
    }
    rows.sort(
        Comparator.comparing(CompletenessRow::refArea).thenComparing(CompletenessRow::timePeriod));
    return rows;
  }

  private static Set<String> owing(Collection<Area> areas, String totalArea, Set<Figure> released) {
    Set<String> reporting = released.stream().map(Figure::refArea).collect(Collectors.toSet());
    Set<String> parents =
        areas.stream()
            .filter(area -> isComponent(area) && reporting.contains(area.refArea()))
            .map(Area::parent)
            .collect(Collectors.toSet());
    Set<String> owing = new TreeSet<>(Set.of(totalArea));
    areas.stream()
        .filter(area -> isComponent(area) && parents.contains(area.parent()))
        .forEach(area -> owing.add(area.refArea()));
    return owing;
  }

  private static boolean isComponent(Area area) {
    return area.inTotal() && !area.parent().isEmpty();
  }

  /** What is not for the public was delivered all the same. */
  private static boolean isThere(Vintage vintage) {
    return vintage.value() != null || vintage.isSuppressed();
  }

  /** Figures whose latest vintage has a value; one that was withdrawn has none. */
  private static Map<Figure, Release> released(
      Collection<Observation> observations, LocalDate asOf) {
    Map<Line, List<Vintage>> lines =
        observations.stream()
            .filter(seen -> isOwed(seen.measure()))
            .filter(seen -> !seen.vintage().released().isAfter(asOf))
            .collect(
                Collectors.groupingBy(
                    CompletenessRows::line,
                    Collectors.mapping(Observation::vintage, Collectors.toList())));
    Map<Figure, Release> released = new HashMap<>();
    lines.forEach(
        (line, vintages) -> {
          if (isThere(Collections.max(vintages, Vintage.PRECEDENCE))) {
            released.merge(
                line.figure(), new Release(first(vintages), line.provenance()), Release::or);
          }
        });
    return released;
  }

  /**
   * Whether a calendar asks for it: the level or its published growth. What an authority prints
   * beside these does not stand for them.
   */
  private static boolean isOwed(Measure measure) {
    return switch (measure) {
      case LEVEL, YOY -> true;
      case LEVEL_CONSTANT, TWO_YEAR_AVERAGE -> false;
    };
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
        .filter(CompletenessRows::isThere)
        .map(Vintage::released)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static CompletenessRow row(
      CalendarEntry entry, String refArea, Release release, LocalDate asOf) {
    Completeness found = Completeness.of(entry.expected(), entry.dueDate(), release.day(), asOf);
    return new CompletenessRow(
        entry.indicator(),
        refArea,
        entry.frequency(),
        entry.timePeriod(),
        found.status(),
        entry.dueDate(),
        release.day(),
        found.daysLate(),
        entry.note().isEmpty() ? null : entry.note(),
        release.provenance(),
        asOf);
  }
}
