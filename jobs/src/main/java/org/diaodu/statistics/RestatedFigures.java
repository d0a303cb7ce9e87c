package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.SourceColumns;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Manifest;
import org.diaodu.table.Program;
import org.diaodu.table.Warehouse;

/**
 * Vintages that are known and were not when the tables were last published, or were and are not:
 * because they were stored since, or because they were released between the day of then and that of
 * now, whichever comes first. What follows from all others is what it was.
 */
final class RestatedFigures {
  private RestatedFigures() {}

  /**
   * Of a night.
   *
   * @param published what the tables were last published with
   * @param asOf day of this night
   * @return rows of {@code statistics.observations}; empty where they cannot be told: the tables
   *     rest on another pack, another program, or on figures that are no longer there
   */
  static Optional<Dataset<Row>> since(
      Manifest published, Warehouse warehouse, RegionPack pack, LocalDate asOf) {
    Long version = published.versions().get(Table.OBSERVATIONS.fullName());
    boolean sameDefinitions =
        published.packId().equals(pack.packId()) && published.program().equals(Program.id());
    if (version == null || !sameDefinitions) {
      return Optional.empty();
    }
    return warehouse
        .addedSince(Table.OBSERVATIONS, version)
        .map(stored -> stored.where(col("release_date").leq(lit(asOf))))
        .map(
            stored ->
                stored.unionByName(
                    releasedBetween(
                        warehouse.read(Table.OBSERVATIONS, version), published.asOf(), asOf)))
        // The choice is the pack's, and the tables rest on the same one.
        .map(known -> known.where(SourceColumns.isJudged(pack.judgedSources())));
  }

  /** Of two days in any order: known on the later one alone. */
  private static Dataset<Row> releasedBetween(
      Dataset<Row> figures, LocalDate day, LocalDate other) {
    LocalDate first = day.isBefore(other) ? day : other;
    LocalDate last = day.isBefore(other) ? other : day;
    return figures.where(
        col("release_date").gt(lit(first)).and(col("release_date").leq(lit(last))));
  }
}
