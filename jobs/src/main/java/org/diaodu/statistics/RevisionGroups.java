package org.diaodu.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.revisions.Release;
import org.diaodu.revisions.RevisionRow;
import org.diaodu.revisions.RevisionRows;
import org.diaodu.revisions.RevisionSummaryRow;
import org.diaodu.revisions.RevisionSummaryRows;
import org.diaodu.revisions.SeriesValues;
import org.diaodu.table.TableRows;
import scala.Tuple2;

/** Vintages put together by figure, and figures by series. */
final class RevisionGroups {
  private static final List<String> SERIES =
      List.of("indicator", "ref_area", "freq", "accumulation", "measure", "provenance");
  private static final List<String> FIGURE =
      List.of(
          "indicator", "ref_area", "freq", "accumulation", "measure", "provenance", "time_period");

  private RevisionGroups() {}

  /** The vintages of each figure. */
  static FigureGroups<Release, RevisionRow> byFigure(LocalDate asOf) {
    return new FigureGroups<>(
        Release.class, FIGURE, RevisionGroups::figure, vintages -> RevisionRows.of(vintages, asOf));
  }

  /**
   * The summary of each series. Of many figures those of one vintage are counted and no more, and
   * the others are read from the table of revisions.
   */
  static TableRows summary(Inputs in) {
    LocalDate asOf = in.asOf();
    FigureGroups<Release, RevisionSummaryRow> bySeries =
        new FigureGroups<>(
            Release.class,
            SERIES,
            RevisionGroups::series,
            releases -> ofSeries(releases, asOf).stream().toList());
    return in.atHand(bySeries)
        .map(rows -> in.of(RevisionSummaryRow.class, rows))
        .orElseGet(() -> ofMany(in));
  }

  private static Optional<RevisionSummaryRow> ofSeries(List<Release> releases, LocalDate asOf) {
    Release one = releases.get(0);
    SeriesValues values =
        new SeriesValues(
            one.indicator(),
            one.refArea(),
            one.freq(),
            one.accumulation(),
            one.measure(),
            one.provenance(),
            releases.stream().filter(release -> release.obsValue() != null).count());
    return RevisionSummaryRows.of(values, byFigure(asOf).of(releases), asOf);
  }

  private static TableRows ofMany(Inputs in) {
    LocalDate asOf = in.asOf();
    RowCodec<SeriesValues> values = RowCodec.of(SeriesValues.class);
    RowCodec<RevisionRow> revisions = RowCodec.of(Table.REVISIONS, RevisionRow.class);
    RowCodec<RevisionSummaryRow> summary =
        RowCodec.of(Table.REVISION_SUMMARY, RevisionSummaryRow.class);
    return in.queried(
        bySeries(in.valuesOfSeries().select(KnownOnADay.columns(values.columns())))
            .cogroup(bySeries(in.rows(Table.REVISIONS)))
            .values()
            .flatMap(
                group -> {
                  List<RevisionRow> revised = new ArrayList<>();
                  group._2().forEach(row -> revised.add(revisions.record(row)));
                  List<Row> rows = new ArrayList<>();
                  for (Row series : group._1()) {
                    RevisionSummaryRows.of(values.record(series), revised, asOf)
                        .map(summary::row)
                        .ifPresent(rows::add);
                  }
                  return rows.iterator();
                }));
  }

  private static JavaPairRDD<List<String>, Row> bySeries(Dataset<Row> rows) {
    int[] columns =
        SERIES.stream().mapToInt(name -> List.of(rows.columns()).indexOf(name)).toArray();
    return rows.toJavaRDD()
        .mapToPair(
            row -> {
              List<String> key = new ArrayList<>();
              for (int column : columns) {
                key.add(row.getString(column));
              }
              return new Tuple2<>(key, row);
            });
  }

  private static List<?> series(Release of) {
    return List.of(
        of.indicator(), of.refArea(), of.freq(), of.accumulation(), of.measure(), of.provenance());
  }

  private static List<?> figure(Release of) {
    List<Object> figure = new ArrayList<>(series(of));
    figure.add(of.timePeriod());
    return figure;
  }
}
