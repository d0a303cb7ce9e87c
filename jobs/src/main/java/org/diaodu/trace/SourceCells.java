package org.diaodu.trace;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.column.SourceColumns;
import org.diaodu.document.PeriodText;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.VintageOrder;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/** The cells in which figures arrived, looked up for many figures at once: three jobs in all. */
final class SourceCells {
  private static final List<String> POINT =
      List.of("indicator", "ref_area", "freq", "accumulation", "time_period");
  private static final StructType POINTS =
      new StructType()
          .add("indicator", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("accumulation", DataTypes.StringType)
          .add("time_period", DataTypes.StringType);

  private final Map<SeriesPoint, List<Source>> figures = new HashMap<>();
  private final Map<List<String>, List<Source>> reports = new HashMap<>();
  private final Map<List<String>, List<String>> findings = new HashMap<>();

  private SourceCells() {}

  /**
   * Looks them up.
   *
   * @param observations rows of {@code statistics.observations}
   * @param progress rows of {@code statistics.progress}
   * @param quarantine rows of {@code landing.quarantine}
   * @param asOf day as of which they are known
   * @param points wanted figures
   * @param items wanted reports: item, area (empty = any), period
   */
  static SourceCells find(
      Dataset<Row> observations,
      Dataset<Row> progress,
      Dataset<Row> quarantine,
      LocalDate asOf,
      Collection<SeriesPoint> points,
      Collection<List<String>> items,
      RegionPack pack) {
    SourceCells cells = new SourceCells();
    Map<String, Integer> order = order(points);
    Dataset<Row> wanted =
        observations
            .sparkSession()
            .createDataFrame(
                points.stream()
                    .map(
                        p ->
                            RowFactory.create(
                                p.indicator(), p.refArea(), p.freq(), p.accumulation(), p.period()))
                    .toList(),
                POINTS);
    Map<List<String>, Row> current = new LinkedHashMap<>();
    observations
        .where(col("release_date").leq(lit(asOf)))
        .where(SourceColumns.isJudged(pack.judgedSources()))
        .join(broadcast(wanted), seq(POINT), "left_semi")
        .collectAsList()
        .forEach(
            row ->
                current.merge(
                    List.of(point(row).toString(), row.getAs("measure")),
                    row,
                    (a, b) -> VINTAGE.compare(a, b) >= 0 ? a : b));
    current.values().stream()
        .sorted(
            Comparator.<Row>comparingInt(row -> order.getOrDefault(point(row).toString(), 0))
                .thenComparing(row -> row.<String>getAs("measure")))
        .forEach(
            row ->
                cells
                    .figures
                    .computeIfAbsent(point(row), p -> new ArrayList<>())
                    .add(Source.of(role(row, pack), row, row.getAs("obs_status"))));
    cells.addReports(progress, asOf, items);
    cells.addFindings(quarantine);
    return cells;
  }

  /** The cells of a figure: its level and its growth, as far as they arrived. */
  List<Source> of(SeriesPoint point) {
    return figures.getOrDefault(point, List.of());
  }

  /** The cell of a report. */
  List<Source> ofReport(List<String> item) {
    return reports.getOrDefault(item, List.of());
  }

  /** What the rules found of a cell. */
  List<String> findings(Source source) {
    return findings.getOrDefault(List.of(source.sha256(), source.cell()), List.of());
  }

  private void addReports(Dataset<Row> progress, LocalDate asOf, Collection<List<String>> items) {
    Set<String> wanted = items.stream().map(item -> item.get(0)).collect(Collectors.toSet());
    List<Row> received =
        progress
            .where(
                col("item")
                    .isin(wanted.toArray())
                    .and(col("milestone").equalTo(""))
                    .and(col("release_date").leq(lit(asOf))))
            .collectAsList();
    for (List<String> item : items) {
      received.stream()
          .filter(row -> speaksOf(row, item))
          .max(
              Comparator.<Row, String>comparing(row -> row.getAs("time_period"))
                  .thenComparing(VINTAGE))
          .ifPresent(
              row ->
                  reports.put(
                      item,
                      List.of(
                          Source.of(
                              "%s %s的进展"
                                  .formatted(
                                      item.get(0),
                                      PeriodText.of(TimePeriod.of(row.getAs("time_period")))),
                              row,
                              ""))));
    }
  }

  /** A report speaks of its own period; what is done stays done. */
  private static boolean speaksOf(Row report, List<String> item) {
    TimePeriod of = TimePeriod.of(report.getAs("time_period"));
    TimePeriod wanted = TimePeriod.of(item.get(2));
    return item.get(0).equals(report.getAs("item"))
        && (item.get(1).isEmpty() || item.get(1).equals(report.getAs("ref_area")))
        && (of.monthIndex() == wanted.monthIndex()
            || (of.monthIndex() < wanted.monthIndex() && "done".equals(report.getAs("status"))));
  }

  private void addFindings(Dataset<Row> quarantine) {
    Set<String> files =
        figures.values().stream()
            .flatMap(List::stream)
            .map(Source::sha256)
            .collect(Collectors.toSet());
    Set<List<String>> cells =
        figures.values().stream()
            .flatMap(List::stream)
            .map(s -> List.of(s.sha256(), s.cell()))
            .collect(Collectors.toSet());
    quarantine
        .where(col("severity").equalTo("warn").and(col("source_sha256").isin(files.toArray())))
        .orderBy("rule_id")
        .collectAsList()
        .forEach(
            row -> {
              List<String> cell = List.of(row.getAs("source_sha256"), row.getAs("source_cell"));
              if (cells.contains(cell)) {
                findings
                    .computeIfAbsent(cell, c -> new ArrayList<>())
                    .add("%s：%s".formatted(row.getAs("rule_id"), row.getAs("message")));
              }
            });
  }

  /** As in {@code observations/Current}: an official figure stands before a simulated one. */
  private static final Comparator<Row> VINTAGE =
      Comparator.<Row>comparingInt(row -> "official".equals(row.getAs("provenance")) ? 1 : 0)
          .thenComparing(
              VintageOrder.of(
                  row -> row.<LocalDate>getAs("release_date"),
                  row -> row.<Instant>getAs("arrived_at"),
                  row -> row.<Instant>getAs("recorded_at")));

  private static Map<String, Integer> order(Collection<SeriesPoint> points) {
    Map<String, Integer> order = new HashMap<>();
    points.forEach(point -> order.putIfAbsent(point.toString(), order.size()));
    return order;
  }

  private static SeriesPoint point(Row row) {
    return new SeriesPoint(
        row.getAs("indicator"),
        row.getAs("ref_area"),
        row.getAs("freq"),
        row.getAs("accumulation"),
        row.getAs("time_period"));
  }

  private static String role(Row row, RegionPack pack) {
    return "%s %s %s%s"
        .formatted(
            pack.area(row.getAs("ref_area")).map(Area::nameZh).orElse(row.getAs("ref_area")),
            pack.indicator(row.getAs("indicator"))
                .map(Indicator::nameZh)
                .orElse(row.getAs("indicator")),
            PeriodText.of(
                TimePeriod.of(row.getAs("time_period")),
                Accumulation.valueOf(row.getAs("accumulation"))),
            switch (Measure.valueOf(row.getAs("measure"))) {
              case LEVEL -> "";
              case LEVEL_CONSTANT -> Measure.LEVEL_CONSTANT.nameZh();
              case YOY -> "公布的" + Measure.YOY.nameZh();
              case TWO_YEAR_AVERAGE -> "公布的" + Measure.TWO_YEAR_AVERAGE.nameZh();
            });
  }

  private static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
