package org.diaodu.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.domain.VintageOrder;
import org.diaodu.ingest.Arrival;
import org.diaodu.ingest.Fault;
import org.diaodu.ingest.LandingFile;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Warehouse;

/**
 * What was received before. A file that was read without a refused cell is done for good. One with
 * refused cells, or refused as a whole, is read again once the pack has changed, since an alias or
 * a bound may have been put right; then only its refused lines are heard, and as of the day on
 * which the file came, so that an old file never overrules a newer one.
 *
 * @param arrivals what came, the last last
 * @param done files that are not read again while they lie where they lay
 * @param refusedLines files of which only the refused lines are heard then
 */
record ReceivedFiles(List<Arrival> arrivals, Set<Content> done, Set<Content> refusedLines) {
  /** A line of a text file. */
  private static final String LINE = "^\\d+:\\d+$";

  /** A cell of a book, or a range of its cells: sheet, column, row, last column, last row. */
  private static final String CELLS = "^(.*)!([A-Z]+)(\\d+)(?::([A-Z]+)(\\d+))?$";

  private static final String RANGE = "![A-Z]+\\d+:[A-Z]+\\d+$";

  /** Why none of many files is read that came again in one night. */
  static final Fault TOO_MANY_AGAIN =
      new Fault(
          "received_again",
          Fault.Severity.hold,
          "0:0",
          "以前收过的文件，这一次来了许多",
          "新的文件，或个别重新报送的文件",
          "这一次来了许多以前收过的文件，看来是旧档的副本；采用它们会撤掉后来的更正，所以整批暂扣，都没有采用。"
              + "如果确要恢复以前的数，请逐个核实采用（diaodu confirm），或由报送单位重新报送");

  /** A content at a place. */
  record Content(String file, String sha256) {
    static Content of(LandingFile file) {
      return new Content(file.file(), file.sha256());
    }
  }

  static ReceivedFiles of(Warehouse warehouse, RegionPack pack) {
    Set<Content> done = new HashSet<>();
    Set<Content> refusedLines = new HashSet<>();
    List<Arrival> arrivals = new ArrayList<>();
    List<Row> rows =
        new ArrayList<>(
            warehouse
                .read(Table.SOURCE_FILES)
                .select(
                    "file",
                    "sha256",
                    "pack_id",
                    "status",
                    "cells_quarantined",
                    "arrived_at",
                    "received_at")
                .collectAsList());
    rows.sort(Comparator.comparing(row -> row.<Instant>getAs("received_at")));
    for (Row row : rows) {
      Content content = new Content(row.getString(0), row.getString(1));
      String status = row.getString(3);
      boolean isRead = status.equals("read");
      boolean speaks = isRead || status.equals("refused");
      boolean complete = isRead && row.getLong(4) == 0;
      if (complete || !speaks || row.getString(2).equals(pack.packId())) {
        done.add(content);
      }
      if (isRead) {
        refusedLines.add(content);
      }
      Instant at = VintageOrder.arrival(row.getAs("arrived_at"), row.getAs("received_at"));
      arrivals.add(new Arrival(content.file(), content.sha256(), speaks ? at : null));
    }
    return new ReceivedFiles(List.copyOf(arrivals), done, refusedLines);
  }

  boolean isDone(LandingFile file) {
    return done.contains(Content.of(file));
  }

  /**
   * The cells without those that were accepted before from a file that has lain there since; one
   * that is sent again after another is heard as a whole.
   */
  Dataset<Row> unheard(Dataset<Row> cells, Collection<LandingFile> tonight, Warehouse warehouse) {
    Map<String, String> lay = new HashMap<>();
    arrivals.forEach(arrival -> lay.put(arrival.file(), arrival.sha256()));
    Set<String> readAgain = new HashSet<>();
    tonight.stream()
        .filter(file -> refusedLines.contains(Content.of(file)))
        .filter(file -> file.sha256().equals(lay.get(file.file())))
        .forEach(file -> readAgain.add(file.file()));
    if (readAgain.isEmpty()) {
      return cells;
    }
    Column again = col("source_file").isInCollection(readAgain);
    Dataset<Row> refused =
        warehouse
            .read(Table.QUARANTINE)
            .where(col("severity").equalTo("reject").and(again))
            .select(
                col("source_file").as("refused_file"),
                col("source_sha256").as("refused_sha256"),
                col("source_cell").as("refused_cell"),
                col("rule_id").isin("no_template", "ambiguous_template").as("refused_sheet"))
            .distinct();
    Column refusedBefore =
        col("source_file")
            .equalTo(col("refused_file"))
            .and(col("source_sha256").equalTo(col("refused_sha256")))
            .and(isAmongRefused());
    return cells
        .where(not(again))
        .unionByName(cells.where(again).join(refused, refusedBefore, "left_semi"));
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
