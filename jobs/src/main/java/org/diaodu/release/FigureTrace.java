package org.diaodu.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.SourceColumns;
import org.diaodu.column.VintageColumns;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.FigureNames;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.VintageOrder;
import org.diaodu.hold.HeldFigure;
import org.diaodu.hold.HeldFigures;
import org.diaodu.hold.HeldWords;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRow;
import org.diaodu.trace.Source;
import org.diaodu.trace.Trace;
import org.diaodu.trace.Traces;

/**
 * Everything that is known of one figure.
 *
 * @param key its key
 * @param name what it is, in words
 * @param value as it is now; as it was printed, where only a release has it
 * @param formula how it was made
 * @param basis target, policy and version of the pack
 * @param table its table; empty where only a release has it
 * @param asOf day as of which the tables are known
 * @param row its row, every column
 * @param findings what the rules found of its sources
 * @param sources the cells that it came from
 * @param vintages every figure that ever arrived for it from the source that is judged by
 * @param otherSources what other sources say of it, which goes into no table
 * @param held what was held of it, and who decided what
 * @param printed releases that it was printed in
 */
public record FigureTrace(
    String key,
    String name,
    String value,
    String formula,
    String basis,
    String table,
    LocalDate asOf,
    Map<String, String> row,
    List<String> findings,
    List<Source> sources,
    List<String> vintages,
    List<String> otherSources,
    List<String> held,
    List<String> printed) {

  /**
   * Follows a figure through the published tables; empty where there is none of that key. As of an
   * earlier day what a release alone has is none.
   *
   * @param now the instant that decides what is public
   * @param embargoed whether what is not public yet is wanted, too
   */
  public static Optional<FigureTrace> of(
      PublishedTables tables, RegionPack pack, FigureKey key, Instant now, boolean embargoed) {
    List<Row> printed = printed(tables, key);
    if (key.row().startsWith(FigureKey.COUNTED + "/")) {
      Optional<FigureTrace> counted = counted(tables, pack, key, now, embargoed, printed);
      if (counted.isPresent()) {
        return counted;
      }
    }
    Optional<TableRow> row = row(tables, key);
    if (row.isPresent()) {
      return Optional.of(live(tables, pack, key, row.get(), printed));
    }
    return printed.isEmpty() || tables.asOf().isBefore(tables.asPublished().asOf())
        ? Optional.empty()
        : Optional.of(kept(tables, pack, key, printed.get(printed.size() - 1), printed));
  }

  private static FigureTrace live(
      PublishedTables tables, RegionPack pack, FigureKey key, TableRow row, List<Row> printed) {
    List<TableRow> rows = new ArrayList<>(List.of(row));
    if (row.table() == Table.RECTIFICATIONS) {
      row(
              tables,
              new FigureKey(
                  "attainment/%s/%s/%s"
                      .formatted(
                          row.text("target_id"), row.text("ref_area"), row.text("time_period")),
                  "actual"))
          .ifPresent(rows::add);
    }
    Figure figure = new Figure(key, BigDecimal.ZERO, "0", "", row.simulated(), List.of());
    Trace trace =
        Traces.of(
                List.of(figure),
                rows,
                tables.read(Table.OBSERVATIONS),
                tables.read(Table.PROGRESS),
                tables.asPublished().read(Table.QUARANTINE),
                tables.asOf(),
                pack)
            .of(figure);
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : row.row().schema().fieldNames()) {
      columns.put(name, row.has(name) ? String.valueOf(row.row().<Object>getAs(name)) : "—");
    }
    String column = key.column().replaceAll("\\.\\d+$", "");
    return new FigureTrace(
        key.toString(),
        FigureNames.of(key, pack),
        columns.getOrDefault(column, "（由本行的数得出）"),
        trace.formula(),
        trace.basis(),
        row.table().fullName(),
        tables.asOf(),
        columns,
        trace.findings(),
        trace.sources(),
        vintages(tables, row, isJudged(pack)),
        vintages(tables, row, not(isJudged(pack))),
        held(tables, row, pack),
        where(printed));
  }

  /** A count of a document of its day, made anew: what it counts, row by row. */
  private static Optional<FigureTrace> counted(
      PublishedTables tables,
      RegionPack pack,
      FigureKey key,
      Instant now,
      boolean embargoed,
      List<Row> printed) {
    String[] parts = key.row().split("/", -1);
    Optional<TimePeriod> period = parts.length == 3 ? TimePeriod.parse(parts[1]) : Optional.empty();
    return period.stream()
        .flatMap(
            of ->
                PeriodDocuments.asOf(
                    PeriodDocuments.dayOf(of, pack, tables.asOf()),
                    of,
                    tables::read,
                    tables.asOf(),
                    pack,
                    now,
                    embargoed)
                    .all(of)
                    .stream())
        .filter(document -> document.document().id().equals(parts[2]))
        .flatMap(document -> document.figures().stream())
        .filter(figure -> figure.key().equals(key))
        .findFirst()
        .map(
            figure ->
                new FigureTrace(
                    key.toString(),
                    FigureNames.of(key, pack),
                    figure.printed(),
                    "符合条件的行数，逐行如下：" + String.join("、", figure.counted()),
                    "地区包" + pack.packId(),
                    "",
                    tables.asOf(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    where(printed)));
  }

  /** What only a release knows: counts, and rows that are there no more. */
  private static FigureTrace kept(
      PublishedTables tables, RegionPack pack, FigureKey key, Row last, List<Row> printed) {
    Trace trace = ReleasedDocument.trace(last);
    List<String> counted = last.getList(last.fieldIndex("counted"));
    return new FigureTrace(
        key.toString(),
        FigureNames.of(key, pack),
        last.<String>getAs("printed") + "（按最近一次发布）",
        trace.formula() + (counted.isEmpty() ? "" : "：" + String.join("、", counted)),
        trace.basis(),
        "",
        tables.asOf(),
        Map.of(),
        trace.findings(),
        trace.sources(),
        List.of(),
        List.of(),
        List.of(),
        where(printed));
  }

  private static Optional<TableRow> row(PublishedTables tables, FigureKey key) {
    String[] parts = key.row().split("/", -1);
    Optional<Table> table = Table.fromShortName(parts[0]);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = ContractReader.read(table.get()).key();
    if (parts.length != names.size() + 1) {
      return Optional.empty();
    }
    Dataset<Row> rows = tables.read(table.get());
    for (int i = 0; i < names.size(); i++) {
      rows = rows.where(col(names.get(i)).cast("string").equalTo(parts[i + 1]));
    }
    return TableRow.of(table.get(), rows.limit(1).collectAsList()).stream()
        .findFirst()
        .filter(found -> hasColumn(found, key.column()));
  }

  /** A column of the row, a number in one of its texts, or what follows from the row. */
  private static boolean hasColumn(TableRow row, String column) {
    List<String> names = List.of(row.row().schema().fieldNames());
    return names.contains(column.replaceAll("\\.\\d+$", "")) || column.equals("rank_change");
  }

  private static List<Row> printed(PublishedTables known, FigureKey key) {
    // What was published, refused or held is a record: it has no state of an earlier day.
    PublishedTables tables = known.asPublished();
    return tables
        .read(Table.DISPATCH_FIGURES)
        .where(col("figure_key").equalTo(key.toString()))
        .join(
            tables.read(Table.RELEASES).select("release_id", "document", "published_at"),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("release_id", "document"))
                .toSeq())
        .orderBy("published_at", "release_id", "document", "place")
        .collectAsList();
  }

  private static List<String> where(List<Row> printed) {
    return printed.stream()
        .map(
            row ->
                "%s %s 印作%s"
                    .formatted(
                        row.<String>getAs("release_id"),
                        row.<String>getAs("document"),
                        row.<String>getAs("printed")))
        .distinct()
        .toList();
  }

  private static Column isJudged(RegionPack pack) {
    return SourceColumns.isJudged(pack.judgedSources());
  }

  /** Of a figure of a series, every vintage of its level and its growth from some sources. */
  private static List<String> vintages(PublishedTables tables, TableRow row, Column ofSources) {
    if (row.table() != Table.GROWTH) {
      return List.of();
    }
    return tables
        .read(Table.OBSERVATIONS)
        .where(isOfSeries(row).and(ofSources))
        .orderBy(
            col("source"),
            col("measure"),
            col("release_date"),
            VintageColumns.ARRIVAL,
            col("recorded_at"))
        .collectAsList()
        .stream()
        .map(FigureTrace::vintage)
        .toList();
  }

  private static String vintage(Row seen) {
    String source = seen.getAs("source");
    BigDecimal value = seen.getAs("obs_value");
    return "%s%s %s 发布%s 到达%s %s（%s %s）"
        .formatted(
            source == null ? "" : source + "：",
            Measure.valueOf(seen.getAs("measure")).nameZh(),
            value == null ? "撤回" : value.stripTrailingZeros().toPlainString(),
            seen.<LocalDate>getAs("release_date"),
            VintageOrder.arrival(seen.getAs("arrived_at"), seen.getAs("recorded_at")),
            seen.<String>getAs("provenance"),
            seen.<String>getAs("source_file"),
            seen.<String>getAs("source_cell"));
  }

  private static Column isOfSeries(TableRow row) {
    Column same = col("indicator").equalTo(row.text("indicator"));
    for (String name : List.of("ref_area", "freq", "accumulation", "time_period")) {
      same = same.and(col(name).equalTo(row.text(name)));
    }
    return same;
  }

  /** Of a figure of a series, what was held of its level and its growth, and what was decided. */
  private static List<String> held(PublishedTables tables, TableRow row, RegionPack pack) {
    if (row.table() != Table.GROWTH) {
      return List.of();
    }
    List<HeldFigure> held =
        HeldFigures.of(tables.asPublished().read(Table.HELD).where(isOfSeries(row)));
    if (held.isEmpty()) {
      return List.of();
    }
    List<String> told = new ArrayList<>();
    Dataset<Row> decisions = tables.asPublished().read(Table.CONFIRMATIONS);
    for (HeldFigure figure : held) {
      told.add(
          "%s %s（%s %s）：%s"
              .formatted(
                  figure.holdId(),
                  HeldWords.of(figure, pack),
                  figure.sourceFile(),
                  figure.sourceCell(),
                  figure.message()));
      decisions
          .where(col("hold_id").equalTo(figure.holdId()))
          .orderBy("decided_at")
          .collectAsList()
          .forEach(decision -> told.add("  " + HeldWords.decision(decision)));
    }
    return told;
  }
}
