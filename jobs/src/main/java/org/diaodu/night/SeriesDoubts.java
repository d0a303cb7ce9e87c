package org.diaodu.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.RowCodec;
import org.diaodu.hold.HoldThresholds;
import org.diaodu.hold.ReportedFigure;
import org.diaodu.hold.SeriesHolds;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/** The figures that arrived, series by series held against what is known of theirs. */
final class SeriesDoubts {
  private static final RowCodec<ReportedFigure> FIGURES = RowCodec.of(ReportedFigure.class);

  private static final StructType HELD =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("source_cell", DataTypes.StringType)
          .add("rule", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("expected", DataTypes.StringType)
          .add("message", DataTypes.StringType);

  private final Map<String, Indicator> indicators;
  private final HoldThresholds thresholds;

  SeriesDoubts(RegionPack pack, HoldThresholds thresholds) {
    // A map that tasks can be sent.
    this.indicators =
        new LinkedHashMap<>(
            pack.indicators().stream().collect(Collectors.toMap(Indicator::indicator, i -> i)));
    this.thresholds = thresholds;
  }

  /** What is doubted of figures that are few enough to be put together in this process. */
  List<SeriesHolds.Held> amongFew(Dataset<Row> arrived, Dataset<Row> observations) {
    List<ReportedFigure> figures = new ArrayList<>(collected(arrived(arrived)));
    if (figures.isEmpty()) {
      return List.of();
    }
    Set<String> ofIndicators = new HashSet<>();
    Set<String> areas = new HashSet<>();
    figures.forEach(
        figure -> {
          ofIndicators.add(figure.indicator());
          areas.add(figure.refArea());
        });
    figures.addAll(
        collected(
            known(observations)
                .where(
                    col("indicator")
                        .isInCollection(ofIndicators)
                        .and(col("ref_area").isInCollection(areas)))));
    Map<List<String>, List<ReportedFigure>> series =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    f -> Arrays.asList(f.indicator(), f.refArea(), f.provenance(), f.source()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return series.values().stream()
        .map(one -> held(one, indicators, thresholds))
        .flatMap(Collection::stream)
        .toList();
  }

  /** The same of many, each series by itself. */
  List<SeriesHolds.Held> amongMany(Dataset<Row> arrived, Dataset<Row> observations) {
    Map<String, Indicator> all = indicators;
    HoldThresholds by = thresholds;
    return known(observations)
        .join(
            arrived.select("indicator", "ref_area").distinct(),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("indicator", "ref_area"))
                .toSeq(),
            "left_semi")
        .unionByName(arrived(arrived))
        .groupByKey(
            (MapFunction<Row, String>)
                row ->
                    String.join(
                        "|",
                        row.<String>getAs("indicator"),
                        row.<String>getAs("ref_area"),
                        row.<String>getAs("provenance"),
                        Objects.toString(row.getAs("source"), "")),
            Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>)
                (series, rows) -> rows(held(figures(rows), all, by)),
            Encoders.row(HELD))
        .collectAsList()
        .stream()
        .map(
            row ->
                new SeriesHolds.Held(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .toList();
  }

  private static List<SeriesHolds.Held> held(
      List<ReportedFigure> series, Map<String, Indicator> indicators, HoldThresholds thresholds) {
    Indicator indicator = indicators.get(series.get(0).indicator());
    return indicator == null ? List.of() : SeriesHolds.of(series, indicator, thresholds);
  }

  private static List<ReportedFigure> figures(Iterator<Row> rows) {
    List<ReportedFigure> figures = new ArrayList<>();
    rows.forEachRemaining(row -> figures.add(FIGURES.record(row)));
    return figures;
  }

  private static Iterator<Row> rows(List<SeriesHolds.Held> held) {
    return held.stream()
        .map(
            h ->
                RowFactory.create(
                    h.sourceFile(), h.sourceCell(), h.rule(), h.found(), h.expected(), h.message()))
        .iterator();
  }

  private static List<ReportedFigure> collected(Dataset<Row> figures) {
    return figures.collectAsList().stream().map(FIGURES::record).toList();
  }

  private static Dataset<Row> arrived(Dataset<Row> cells) {
    return figures(cells.withColumn("recorded_at", col("arrived_at")), true);
  }

  private static Dataset<Row> known(Dataset<Row> observations) {
    return figures(observations, false);
  }

  private static Dataset<Row> figures(Dataset<Row> rows, boolean arrived) {
    return rows.withColumn("arrived", lit(arrived))
        .select(
            FIGURES.columns().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
  }
}
