package org.diaodu.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Warehouse;

/**
 * What was received before. A file that was read without a refused cell is done for good. One with
 * refused cells, or refused as a whole, is read again once the pack has changed, since an alias or
 * a bound may have been put right; then only its refused lines are heard, so that an old file never
 * overrules a newer one.
 *
 * @param done hashes of files that are not read again
 * @param refusedLines hashes of files of which only the refused lines are heard
 */
record ReceivedFiles(Set<String> done, Set<String> refusedLines) {
  /** A line of a text file. */
  private static final String LINE = "^\\d+:\\d+$";

  /** A cell of a book, or a range of its cells: sheet, column, row, last column, last row. */
  private static final String CELLS = "^(.*)!([A-Z]+)(\\d+)(?::([A-Z]+)(\\d+))?$";

  private static final String RANGE = "![A-Z]+\\d+:[A-Z]+\\d+$";

  static ReceivedFiles of(Warehouse warehouse, RegionPack pack) {
    Set<String> done = new HashSet<>();
    Set<String> refusedLines = new HashSet<>();
    List<Row> rows =
        warehouse
            .read(Table.SOURCE_FILES)
            .select("sha256", "pack_id", "status", "cells_quarantined")
            .collectAsList();
    for (Row row : rows) {
      boolean complete = row.getString(2).equals("read") && row.getLong(3) == 0;
      if (complete || row.getString(1).equals(pack.packId())) {
        done.add(row.getString(0));
      }
      if (row.getString(2).equals("read")) {
        refusedLines.add(row.getString(0));
      }
    }
    return new ReceivedFiles(done, refusedLines);
  }

  boolean isDone(String sha256) {
    return done.contains(sha256);
  }

  /** The accepted cells without those that were accepted from the same bytes before. */
  Dataset<Row> unheard(Dataset<Row> accepted, Set<String> tonight, Warehouse warehouse) {
    Set<String> readAgain = new HashSet<>(tonight);
    readAgain.retainAll(refusedLines);
    if (readAgain.isEmpty()) {
      return accepted;
    }
    Column again = col("source_sha256").isInCollection(readAgain);
    Dataset<Row> refused =
        warehouse
            .read(Table.QUARANTINE)
            .where(col("severity").equalTo("reject").and(again))
            .select(
                col("source_sha256").as("refused_sha256"),
                col("source_cell").as("refused_cell"),
                col("rule_id").isin("no_template", "ambiguous_template").as("refused_sheet"))
            .distinct();
    Column refusedBefore =
        col("source_sha256").equalTo(col("refused_sha256")).and(isAmongRefused());
    return accepted
        .where(not(again))
        .unionByName(accepted.where(again).join(refused, refusedBefore, "left_semi"));
  }

  /** The line of a text file; of a book the cell, a range that holds it, or its sheet. */
  private static Column isAmongRefused() {
    Column cell = col("source_cell");
    Column refused = col("refused_cell");
    Column sameLine =
        cell.rlike(LINE)
            .and(substring_index(cell, ":", 1).equalTo(substring_index(refused, ":", 1)));
    Column sameSheet = part(cell, 1).equalTo(part(refused, 1)).and(part(cell, 1).notEqual(""));
    Column inRange =
        refused
            .rlike(RANGE)
            .and(column(cell, 2).between(column(refused, 2), column(refused, 4)))
            .and(row(cell, 3).between(row(refused, 3), row(refused, 5)));
    return cell.equalTo(refused)
        .or(sameLine)
        .or(sameSheet.and(col("refused_sheet").or(coalesce(inRange, lit(false)))));
  }

  private static Column part(Column place, int group) {
    return regexp_extract(place, CELLS, group);
  }

  /** Columns in their order: B before AA. */
  private static Column column(Column place, int group) {
    return struct(length(part(place, group)), part(place, group));
  }

  private static Column row(Column place, int group) {
    return part(place, group).try_cast("int");
  }
}
