package org.diaodu.pipeline;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.bulletin.PeriodText;
import org.diaodu.completeness.OverdueNotice;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/** Puts together who owes what. */
final class Overdue {
  private Overdue() {}

  /** The notice, from rows of {@code statistics.completeness}. */
  static OverdueNotice notice(Dataset<Row> completeness, RegionPack pack, LocalDate asOf) {
    Map<String, List<Row>> byArea =
        completeness.where(col("status").equalTo("missing")).collectAsList().stream()
            .collect(Collectors.groupingBy(row -> row.getAs("ref_area")));
    List<OverdueNotice.Area> areas = new ArrayList<>();
    for (Area area : pack.areas()) {
      List<OverdueNotice.Figure> figures =
          byArea.getOrDefault(area.refArea(), List.of()).stream()
              .map(row -> figure(row, pack))
              .sorted(
                  Comparator.comparingLong(OverdueNotice.Figure::daysLate)
                      .reversed()
                      .thenComparing(OverdueNotice.Figure::indicatorZh)
                      .thenComparing(OverdueNotice.Figure::period))
              .toList();
      if (!figures.isEmpty()) {
        areas.add(new OverdueNotice.Area(area.nameZh(), figures));
      }
    }
    return new OverdueNotice(pack.nameZh(), asOf, areas);
  }

  private static OverdueNotice.Figure figure(Row row, RegionPack pack) {
    Indicator indicator = pack.indicator(row.getAs("indicator")).orElseThrow();
    TimePeriod period = TimePeriod.of(row.getAs("time_period"));
    return new OverdueNotice.Figure(
        indicator.nameZh(),
        PeriodText.of(period, indicator.accumulation()),
        row.<java.sql.Date>getAs("due_date").toLocalDate(),
        row.<Long>getAs("days_late"));
  }
}
