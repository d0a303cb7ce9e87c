package org.diaodu.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

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
                place().as("refused_place"),
                when(col("rule_id").isin("no_template", "ambiguous_template"), sheet())
                    .as("refused_sheet"))
            .distinct();
    Column refusedBefore =
        col("source_sha256")
            .equalTo(col("refused_sha256"))
            .and(place().equalTo(col("refused_place")).or(sheet().equalTo(col("refused_sheet"))));
    return accepted
        .where(again.unary_$bang())
        .unionByName(accepted.where(again).join(refused, refusedBefore, "left_semi"));
  }

  /** The line of a text file, the cell of a book. */
  private static Column place() {
    return when(
            col("source_cell").rlike("^\\d+:\\d+$"), substring_index(col("source_cell"), ":", 1))
        .otherwise(col("source_cell"));
  }

  private static Column sheet() {
    return substring_index(col("source_cell"), "!", 1);
  }
}
