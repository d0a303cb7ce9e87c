package org.diaodu.statistics;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.dispatch.NewestLight;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.domain.ProgressReport;
import org.diaodu.peergroup.CubeTable;
import org.diaodu.peergroup.PeerGroups;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRows;

/**
 * What the rows of one table may be computed from: the pack, the day, and the tables that its
 * declaration names. Whoever asks for another one gets an error, so that declarations are true.
 */
public final class Inputs {
  private final KnownOnADay known;
  private final StatisticTable table;

  Inputs(KnownOnADay known, StatisticTable table) {
    this.known = known;
    this.table = table;
  }

  RegionPack pack() {
    return known.pack();
  }

  LocalDate asOf() {
    return known.asOf();
  }

  /** The rows of a table that is read. */
  Dataset<Row> rows(Table read) {
    return known(read).rows(read);
  }

  /** Rows at hand. */
  <R extends Record> TableRows of(Class<R> type, List<R> rows) {
    RowCodec<R> codec = RowCodec.of(table.table(), type);
    return new TableRows.AtHand(rows.stream().map(codec::row).toList());
  }

  /** What cubes say in the table: those of few figures here, those of many after one exchange. */
  TableRows ofCubes(CubeTable<?> rows) {
    KnownOnADay of = known(Table.OBSERVATIONS);
    Optional<List<PeerGroupCube>> few = of.cubesAtHand();
    if (few.isPresent()) {
      return new TableRows.AtHand(few.get().stream().flatMap(rows::rows).toList());
    }
    Cubes cubes = of.cubes();
    return queried(of.exchanged().mapPartitions(figures -> PeerGroups.rows(figures, cubes, rows)));
  }

  /** What follows from groups of figures, where these are few. */
  <F extends Record, R> Optional<List<R>> atHand(FigureGroups<F, R> groups) {
    return known(Table.OBSERVATIONS).figuresAtHand(groups.type()).map(groups::of);
  }

  /** What columns of the figures hold together, each once. */
  Set<List<String>> distinct(String... columns) {
    return known(Table.OBSERVATIONS).distinct(List.of(columns));
  }

  /** What groups of figures say in the table: few are put together here, many by an exchange. */
  <F extends Record, R extends Record> TableRows ofGroups(
      Class<R> type, FigureGroups<F, R> groups) {
    return ofGroups(type, groups, List.of());
  }

  /**
   * The same.
   *
   * @param others rows that follow from no figure
   */
  <F extends Record, R extends Record> TableRows ofGroups(
      Class<R> type, FigureGroups<F, R> groups, List<R> others) {
    Optional<List<R>> few = atHand(groups);
    if (few.isPresent()) {
      return of(type, Stream.concat(few.get().stream(), others.stream()).toList());
    }
    RowCodec<F> figures = RowCodec.of(groups.type());
    RowCodec<R> rows = RowCodec.of(table.table(), type);
    Column[] key = KnownOnADay.columns(groups.key());
    JavaRDD<Row> ofFigures =
        known(Table.OBSERVATIONS)
            .figures()
            .where(groups.isOfIndicators())
            .select(KnownOnADay.columns(figures.columns()))
            .repartition(key)
            .sortWithinPartitions(key)
            .toJavaRDD()
            .mapPartitions(
                partition -> mapped(groups.inOrder(mapped(partition, figures::record)), rows::row));
    return queried(others.isEmpty() ? ofFigures : ofFigures.union(parallelized(others, rows)));
  }

  private <R extends Record> JavaRDD<Row> parallelized(List<R> rows, RowCodec<R> codec) {
    return known
        .spark()
        .createDataFrame(
            rows.stream().map(codec::row).toList(), ContractReader.read(table.table()).struct())
        .toJavaRDD();
  }

  /** The plan held against figures and reports. */
  JudgedPlan plan() {
    known(Table.OBSERVATIONS);
    return known(Table.PROGRESS).plan();
  }

  /** The newest light of each target and area. */
  List<NewestLight> newestLights() {
    return known(Table.ATTAINMENT).plan().newestLights();
  }

  /** The rows of {@code reporting.rectifications}. */
  List<RectificationRow> rectifications() {
    return known(Table.RECTIFICATIONS).plan().rectifications();
  }

  /** The figures that are not for the public. */
  List<SuppressionRow> suppressions() {
    return known(Table.OBSERVATIONS).hidden().entrySet().stream()
        .map(hidden -> SuppressionRow.of(hidden, asOf()))
        .toList();
  }

  /** What the pack says of an indicator. */
  Cubes cubes() {
    return known.cubes();
  }

  /** All that was ever reported of tasks and targets. */
  List<ProgressReport> reports() {
    return known(Table.PROGRESS).reports();
  }

  /** How many values each series of many figures has. */
  Dataset<Row> valuesOfSeries() {
    return known(Table.OBSERVATIONS).valuesOfSeries();
  }

  /** Many rows, with the columns of the contract in their order. */
  TableRows queried(JavaRDD<Row> rows) {
    StructType struct = ContractReader.read(table.table()).struct();
    return new TableRows.Queried(known.spark().createDataFrame(rows, struct));
  }

  static <A, B> Iterator<B> mapped(Iterator<A> all, Function<A, B> each) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
        .map(each)
        .iterator();
  }

  private KnownOnADay known(Table read) {
    if (!table.reads().contains(read)) {
      throw new IllegalStateException(
          "Cannot compute %s from %s: its declaration names %s"
              .formatted(table.table(), read, table.reads()));
    }
    return known;
  }
}
