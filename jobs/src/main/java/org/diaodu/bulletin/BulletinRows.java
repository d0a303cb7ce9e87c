package org.diaodu.bulletin;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRow;
import org.diaodu.table.Together;

/**
 * The rows that the bulletins of a year are made from, at hand: the only actions of this package.
 *
 * @param growth of the year: of the whole, and of every area where all of them are shown
 * @param shares of all years
 * @param attainment of the year
 * @param rectifications all
 * @param assessments all
 * @param tasks all
 * @param completeness what is missing or due
 * @param revisions the newest vintage of each figure that was revised of late
 */
public record BulletinRows(
    List<TableRow> growth,
    List<TableRow> shares,
    List<TableRow> attainment,
    List<TableRow> rectifications,
    List<TableRow> assessments,
    List<TableRow> tasks,
    List<TableRow> completeness,
    List<TableRow> revisions) {

  /**
   * Collects them: what is shown and no more, for a country has millions of rows.
   *
   * @param read the rows of a table
   * @param year the year of the bulletins
   * @param asOf day as of which everything is known
   */
  public static BulletinRows collect(
      Function<Table, Dataset<Row>> read, RegionPack pack, int year, LocalDate asOf) {
    Column ofTheYear = col("time_period").startsWith(String.valueOf(year));
    Object[] core = pack.coreIndicators().stream().map(Indicator::indicator).toArray();
    Column shown = col("ref_area").equalTo(pack.totalArea()).or(col("indicator").isin(core));
    Column ofLate = col("release_date").gt(lit(asOf.minusMonths(BulletinFigures.MONTHS_AROUND)));
    UnaryOperator<Dataset<Row>> all = rows -> rows;
    List<List<TableRow>> rows =
        Together.run(
            List.of(
                of(read, Table.GROWTH, growth -> growth.where(ofTheYear.and(shown))),
                of(read, Table.CAPITAL_SHARE, all),
                of(read, Table.ATTAINMENT, all),
                of(read, Table.RECTIFICATIONS, all, by("due_on", "target_id", "ref_area")),
                of(
                    read,
                    Table.ASSESSMENTS,
                    all,
                    by("finding")
                        .reversed()
                        .thenComparing(by("subject_type"))
                        .thenComparing(by("score_pct").reversed())
                        .thenComparing(by("subject"))),
                of(read, Table.TASK_STATUS, all),
                of(
                    read,
                    Table.COMPLETENESS,
                    due -> due.where(col("status").isin("missing", "due")),
                    by("due_date", "indicator", "time_period", "ref_area")),
                of(
                    read,
                    Table.REVISIONS,
                    vintages ->
                        vintages.where(
                            col("change")
                                .notEqual("repeated")
                                .and(col("vintage").gt(1))
                                .and(ofLate)),
                    by("indicator", "ref_area", "time_period", "measure", "accumulation")
                        .thenComparing(by("provenance", "vintage")))));
    return new BulletinRows(
        rows.get(0),
        rows.get(1),
        rows.get(2),
        rows.get(3),
        rows.get(4),
        rows.get(5),
        rows.get(6),
        lastOfEachFigure(rows.get(7)));
  }

  /** Of what changed more than once of late the last change: all that a reader was not told yet. */
  private static List<TableRow> lastOfEachFigure(List<TableRow> inOrder) {
    Map<List<String>, TableRow> last = new LinkedHashMap<>();
    inOrder.forEach(
        row ->
            last.put(
                Stream.of(
                        "indicator",
                        "ref_area",
                        "time_period",
                        "measure",
                        "accumulation",
                        "provenance")
                    .map(row::text)
                    .toList(),
                row));
    return List.copyOf(last.values());
  }

  /** The same with other judgements. */
  public BulletinRows withAttainment(List<TableRow> other) {
    return new BulletinRows(
        growth, shares, other, rectifications, assessments, tasks, completeness, revisions);
  }

  private static Callable<List<TableRow>> of(
      Function<Table, Dataset<Row>> read, Table table, UnaryOperator<Dataset<Row>> choice) {
    return () -> TableRow.of(table, choice.apply(read.apply(table)).collectAsList());
  }

  /** Sorted here and not by a query, which for rows at hand would be the only job. */
  private static Callable<List<TableRow>> of(
      Function<Table, Dataset<Row>> read,
      Table table,
      UnaryOperator<Dataset<Row>> choice,
      Comparator<TableRow> order) {
    Callable<List<TableRow>> rows = of(read, table, choice);
    return () -> rows.call().stream().sorted(order).toList();
  }

  private static Comparator<TableRow> by(String... columns) {
    return Arrays.stream(columns)
        .map(
            column ->
                Comparator.comparing(
                    (TableRow row) -> row.row().<Comparable<Object>>getAs(column),
                    Comparator.nullsFirst(Comparator.naturalOrder())))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }
}
