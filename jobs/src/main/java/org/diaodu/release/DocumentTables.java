package org.diaodu.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.StatisticTables;

/**
 * The tables that documents of an earlier day are made from: vintages and reports released by that
 * day, and all that follows from them, computed again. What was stored for a later day cannot be
 * read through it.
 */
public final class DocumentTables implements Function<Table, Dataset<Row>> {
  private final LocalDate day;
  private final Function<Table, Dataset<Row>> stored;
  private final KnownOnADay known;
  private final Map<Table, Dataset<Row>> computed = new ConcurrentHashMap<>();

  private DocumentTables(RegionPack pack, LocalDate day, Function<Table, Dataset<Row>> stored) {
    this.day = day;
    this.stored = stored;
    this.known =
        new KnownOnADay(stored.apply(Table.OBSERVATIONS).sparkSession(), pack, day, this, false);
  }

  /**
   * How the tables are read as of a day.
   *
   * @param day a day that is not after the one that they are stored for
   * @param stored the rows of a table as stored
   * @param storedFor the day as of which they are stored; for it nothing is computed again
   */
  public static Function<Table, Dataset<Row>> asOf(
      LocalDate day, RegionPack pack, Function<Table, Dataset<Row>> stored, LocalDate storedFor) {
    if (day.isAfter(storedFor)) {
      throw new NotKnownYetException(day, storedFor);
    }
    return day.equals(storedFor) ? stored : new DocumentTables(pack, day, stored);
  }

  @Override
  public Dataset<Row> apply(Table table) {
    return switch (table) {
      case OBSERVATIONS, PROGRESS -> stored.apply(table).where(col("release_date").leq(lit(day)));
      // What was found of a cell is said beside that cell, whenever its file was read.
      case QUARANTINE -> stored.apply(table);
      default -> computed(table);
    };
  }

  /** Not by computeIfAbsent: one table is made from others. */
  private Dataset<Row> computed(Table table) {
    Dataset<Row> before = computed.get(table);
    if (before != null) {
      return before;
    }
    Dataset<Row> now = compute(table);
    Dataset<Row> meanwhile = computed.putIfAbsent(table, now);
    return meanwhile == null ? now : meanwhile;
  }

  private Dataset<Row> compute(Table table) {
    return StatisticTables.of(table)
        .orElseThrow(
            () -> new IllegalArgumentException("Cannot say what %s was on a day".formatted(table)))
        .rows(known)
        .in(known.spark(), table);
  }
}
