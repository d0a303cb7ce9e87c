package org.diaodu.statistics;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.completeness.CompletenessRow;
import org.diaodu.completeness.CompletenessRows;
import org.diaodu.domain.Frequency;
import org.diaodu.region.Area;
import org.diaodu.region.CalendarEntry;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRows;

/** Figures put together by indicator and frequency, beside what the calendar expects of them. */
final class CalendarGroups {
  private CalendarGroups() {}

  /** What the calendar names once for all its periods. */
  private record Series(String indicator, Frequency frequency) implements Serializable {}

  /** Completeness of all that the calendar names, also of what nobody ever reported. */
  static TableRows completeness(Inputs in) {
    RegionPack pack = in.pack();
    LocalDate asOf = in.asOf();
    Map<Series, List<CalendarEntry>> calendar =
        pack.expected().stream()
            .collect(
                Collectors.groupingBy(entry -> new Series(entry.indicator(), entry.frequency())));
    List<Area> areas = List.copyOf(pack.areas());
    String totalArea = pack.totalArea();
    FigureGroups<KnownFigure, CompletenessRow> groups =
        new FigureGroups<>(
            KnownFigure.class,
            calendar.keySet().stream().map(Series::indicator).collect(Collectors.toSet()),
            List.of("indicator", "freq"),
            figure -> List.of(figure.indicator(), figure.freq()),
            figures ->
                CompletenessRows.of(
                    calendar.getOrDefault(
                        new Series(figures.get(0).indicator(), figures.get(0).freq()), List.of()),
                    figures.stream().map(KnownFigure::observation).toList(),
                    areas,
                    totalArea,
                    asOf));
    Set<List<String>> reported = in.distinct("indicator", "freq");
    List<CompletenessRow> neverReported = new ArrayList<>();
    calendar.forEach(
        (series, entries) -> {
          if (!reported.contains(List.of(series.indicator(), series.frequency().name()))) {
            neverReported.addAll(CompletenessRows.of(entries, List.of(), areas, totalArea, asOf));
          }
        });
    return in.ofGroups(CompletenessRow.class, groups, neverReported);
  }
}
