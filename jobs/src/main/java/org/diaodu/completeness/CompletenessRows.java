package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.cube.Observation;
import org.diaodu.domain.Completeness;
import org.diaodu.region.Area;
import org.diaodu.region.CalendarEntry;

/**
 * {@code statistics.completeness} of one indicator at one frequency: every figure that the calendar
 * names, for every area that owes it.
 */
public final class CompletenessRows {
  private CompletenessRows() {}

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
    FirstReleases released = FirstReleases.of(observations, asOf);
    List<CompletenessRow> rows = new ArrayList<>();
    Map<String, Area> known =
        areas.stream().collect(Collectors.toMap(Area::refArea, Function.identity()));
    for (String area : owing(areas, totalArea, released)) {
      for (CalendarEntry entry : calendar) {
        if (!known.containsKey(area) || known.get(area).isAt(entry.timePeriod())) {
          rows.add(row(entry, area, released.of(area, entry.timePeriod()), asOf));
        }
      }
    }
    rows.sort(
        Comparator.comparing(CompletenessRow::refArea).thenComparing(CompletenessRow::timePeriod));
    return rows;
  }

  /** The areas that owe what a calendar names, by what has come of it. */
  static Set<String> owing(Collection<Area> areas, String totalArea, FirstReleases released) {
    Set<String> reporting = released.areas();
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

  private static CompletenessRow row(
      CalendarEntry entry, String refArea, FirstReleases.Release release, LocalDate asOf) {
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
