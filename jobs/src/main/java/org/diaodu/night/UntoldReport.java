package org.diaodu.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.row_number;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.diaodu.contract.Table;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.night.NightlyReport.FileReport;
import org.diaodu.observations.Vintages;
import org.diaodu.region.RegionPack;
import org.diaodu.table.IndicatorPeriods;
import org.diaodu.table.Warehouse;

/** Tells what unfinished runs stored, in the words of the nights that they would have been. */
final class UntoldReport {
  private static final String PLACE = "place";

  private final Warehouse warehouse;
  private final RegionPack pack;
  private final UntoldRows untold;

  UntoldReport(Warehouse warehouse, RegionPack pack, UntoldRows untold) {
    this.warehouse = warehouse;
    this.pack = pack;
    this.untold = untold;
  }

  /** A content at a place, refused or not by a version of the pack. */
  private record Read(String file, String sha256, String packId) {
    static Read of(Row row, String file, String sha256) {
      return new Read(row.getAs(file), row.getAs(sha256), row.getAs("pack_id"));
    }
  }

  /**
   * What became of files that an unfinished run read, each as it was read last.
   *
   * @param feedback finds the page for the sender, by the path of a file and its SHA-256
   */
  List<FileReport> files(BiFunction<String, String, Optional<Path>> feedback) {
    Set<String> runs = untold.runs(Table.SOURCE_FILES);
    if (runs.isEmpty()) {
      return List.of();
    }
    Map<String, Row> read = new LinkedHashMap<>();
    warehouse
        .read(Table.SOURCE_FILES)
        .where(UntoldRows.isOf(runs).and(col("status").isin("read", "refused", "held")))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparing(row -> row.getAs("received_at")))
        .forEach(row -> read.put(row.getAs("file"), row));
    Map<Read, List<String>> faults = faults(read.values());
    return read.values().stream()
        .map(
            row ->
                report(
                    row,
                    faults.getOrDefault(Read.of(row, "file", "sha256"), List.of()),
                    feedback.apply(row.getAs("file"), row.getAs("sha256"))))
        .toList();
  }

  private Map<Read, List<String>> faults(Collection<Row> files) {
    Dataset<Row> ofFiles =
        warehouse
            .read(Table.QUARANTINE)
            .where(
                col("source_file")
                    .isInCollection(files.stream().map(row -> row.getAs("file")).toList())
                    .and(
                        col("source_sha256")
                            .isInCollection(
                                files.stream().map(row -> row.getAs("sha256")).toList())));
    return firstFaults(ofFiles, FeedbackFiles.MOST).stream()
        .collect(
            Collectors.groupingBy(
                row -> Read.of(row, "source_file", "source_sha256"),
                Collectors.mapping(row -> row.getAs("message"), Collectors.toList())));
  }

  /**
   * Rows of the quarantine in the order of their file, and not more of each reading of a file than
   * a night tells: a file may have millions.
   */
  static List<Row> firstFaults(Dataset<Row> quarantine, int most) {
    return quarantine
        .select(
            col("source_file"),
            col("source_sha256"),
            col("pack_id"),
            col("message"),
            row_number()
                .over(
                    Window.partitionBy("source_file", "source_sha256", "pack_id")
                        .orderBy(
                            // A line of a text file before the tenth comes before the tenth.
                            length(col("source_cell")),
                            col("source_cell"),
                            col("rule_id"),
                            col("message")))
                .as(PLACE))
        .where(col(PLACE).leq(most))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparing(row -> row.<Integer>getAs(PLACE)))
        .toList();
  }

  private static FileReport report(Row row, List<String> faults, Optional<Path> feedback) {
    return new FileReport(
        row.getAs("file"),
        FileOutcome.valueOf(row.getAs("status")),
        row.getAs("cells_read"),
        row.getAs("cells_accepted"),
        row.getAs("cells_quarantined"),
        row.getAs("cells_held"),
        row.getAs("cells_ignored"),
        row.getAs("cells_warned"),
        faults,
        feedback);
  }

  /**
   * The vintages that were added since the last night that told some, tonight's with them; empty
   * where tonight's are all.
   *
   * @param runId tonight's run, which has stored its own
   */
  Optional<ChangesOfNight> changes(String runId, boolean large) {
    Set<String> runs = new HashSet<>(untold.runs(Table.OBSERVATIONS));
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    runs.add(runId);
    Dataset<Row> all = warehouse.read(Table.OBSERVATIONS);
    Dataset<Row> since = all.where(UntoldRows.isOf(runs));
    Dataset<Row> before = all.where(UntoldRows.isNotOf(runs));
    ChangesOfNight changes = new ChangesOfNight(pack);
    changes.add(Vintages.added(large ? IndicatorPeriods.of(since).in(before) : before, since));
    return Optional.of(changes);
  }

  /**
   * What a night met, with what unfinished runs left of it: a file that is only known to it was new
   * to them.
   */
  static List<FileReport> together(List<FileReport> tonight, List<FileReport> untold) {
    Set<String> toldTonight =
        tonight.stream()
            .filter(file -> file.outcome() != FileOutcome.known)
            .map(FileReport::file)
            .collect(Collectors.toSet());
    List<FileReport> added =
        untold.stream().filter(file -> !toldTonight.contains(file.file())).toList();
    Set<String> names = added.stream().map(FileReport::file).collect(Collectors.toSet());
    List<FileReport> all = new ArrayList<>(tonight);
    all.removeIf(file -> file.outcome() == FileOutcome.known && names.contains(file.file()));
    all.addAll(added);
    return List.copyOf(all);
  }
}
