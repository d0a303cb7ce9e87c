package org.diaodu.bulletin;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.table.TableRow;

/**
 * The rows that the bulletins of a year are made from, at hand: the only actions of this package.
 *
 * @param growth of the year
 * @param shares of all years
 * @param attainment of the year
 * @param rectifications all
 * @param assessments all
 * @param tasks all
 * @param completeness what is missing or due
 * @param revisions the newest vintage of each figure that has more than one
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
   * Collects them.
   *
   * @param read the rows of a table
   * @param year the year of the bulletins
   */
  public static BulletinRows collect(Function<Table, Dataset<Row>> read, int year) {
    String of = String.valueOf(year);
    return new BulletinRows(
        rows(Table.GROWTH, read.apply(Table.GROWTH).where(col("time_period").startsWith(of))),
        rows(Table.CAPITAL_SHARE, read.apply(Table.CAPITAL_SHARE)),
        rows(Table.ATTAINMENT, read.apply(Table.ATTAINMENT)),
        rows(
            Table.RECTIFICATIONS,
            read.apply(Table.RECTIFICATIONS).orderBy("due_on", "target_id", "ref_area")),
        rows(
            Table.ASSESSMENTS,
            read.apply(Table.ASSESSMENTS)
                .orderBy(
                    col("finding").desc(),
                    col("subject_type"),
                    col("score_pct").desc(),
                    col("subject"))),
        rows(Table.TASK_STATUS, read.apply(Table.TASK_STATUS)),
        rows(
            Table.COMPLETENESS,
            read.apply(Table.COMPLETENESS)
                .where(col("status").isin("missing", "due"))
                .orderBy(col("due_date"), col("indicator"), col("time_period"), col("ref_area"))),
        rows(
            Table.REVISIONS,
            read.apply(Table.REVISIONS)
                .where(col("is_current").and(col("vintage").gt(1)))
                .orderBy("indicator", "ref_area", "time_period", "measure", "accumulation")));
  }

  private static List<TableRow> rows(Table table, Dataset<Row> rows) {
    return TableRow.of(table, rows.collectAsList());
  }
}
