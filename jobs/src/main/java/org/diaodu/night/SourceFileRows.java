package org.diaodu.night;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.ingest.CellCounts;
import org.diaodu.ingest.LandingFile;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.region.RegionPack;

/**
 * Rows of {@code landing.source_files}.
 *
 * @param startedAt beginning of the night, when they are received
 */
record SourceFileRows(RegionPack pack, Instant startedAt, String runId) {

  /**
   * All of them.
   *
   * @param counts files that speak, with what their cells came to
   * @param copies files that say once more what another said at the same time
   */
  List<Row> of(Map<LandingFile, CellCounts> counts, Collection<LandingFile> copies) {
    List<Row> rows = new ArrayList<>();
    copies.forEach(file -> rows.add(row(file, "copy", CellCounts.NONE)));
    counts.forEach((file, of) -> rows.add(row(file, outcome(file).name(), of)));
    return rows;
  }

  /** What became of a file that speaks. */
  static FileOutcome outcome(LandingFile file) {
    if (file.readable()) {
      return FileOutcome.read;
    }
    return file.faults().contains(ReceivedFiles.TOO_MANY_AGAIN)
        ? FileOutcome.held
        : FileOutcome.refused;
  }

  private Row row(LandingFile file, String status, CellCounts of) {
    return RowFactory.create(
        file.file(),
        file.sha256(),
        file.bytes(),
        file.format().name(),
        status,
        file.lines(),
        of.read(),
        of.accepted(),
        of.quarantined(),
        of.held(),
        of.ignored(),
        of.warned(),
        of.ignoredBecause(),
        pack.packId(),
        file.arrivedAt(),
        startedAt,
        runId);
  }
}
