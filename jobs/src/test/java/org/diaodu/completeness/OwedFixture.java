package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.cube.Observation;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;

/** All that is owed by figures and reports at hand. */
public final class OwedFixture {
  private OwedFixture() {}

  private record Series(String indicator, org.diaodu.domain.Frequency frequency) {}

  /** The rows as of a day. */
  public static List<OwedRow> rows(
      RegionPack pack,
      Collection<Observation> figures,
      Collection<ProgressReport> reports,
      String day) {
    LocalDate asOf = LocalDate.parse(day);
    OwedFigures asked = new OwedFigures(pack, reports, asOf);
    Map<Series, List<Observation>> series =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    figure -> new Series(figure.indicator(), figure.period().frequency())));
    List<OwedRow> rows = new ArrayList<>();
    series.forEach((of, all) -> rows.addAll(asked.of(of.indicator(), of.frequency(), all)));
    Set<List<String>> reported =
        series.keySet().stream()
            .map(of -> List.of(of.indicator(), of.frequency().name()))
            .collect(Collectors.toSet());
    rows.addAll(asked.neverReported(reported));
    rows.addAll(OwedReports.of(pack, reports, List.of(), asOf));
    return rows;
  }

  /** A report on an item of the whole. */
  static ProgressReport report(
      String item, String area, String period, String part, String status, String by, String day) {
    return new ProgressReport(
        item,
        item.startsWith("K") ? "task" : "target",
        area,
        TimePeriod.of(period),
        part,
        null,
        null,
        status,
        null,
        by,
        null,
        null,
        LocalDate.parse(day),
        null,
        java.time.Instant.EPOCH,
        org.diaodu.domain.Provenance.official);
  }
}
