package org.diaodu.statistics;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diaodu.contract.Table;
import org.diaodu.table.TableRows;

/**
 * A computed table: the one statement of what it is made of. The order of a night, what it may
 * leave alone, lineage and the tables as of an earlier day follow from it.
 *
 * @param table which one
 * @param reads the tables that its rows are computed from; a region's pack is read by all
 * @param reach what of it moves with a figure
 * @param computation how its rows are computed
 */
public record StatisticTable(Table table, Set<Table> reads, Reach reach, Computation computation) {

  /** How the rows of a table are computed as of a day. */
  @FunctionalInterface
  public interface Computation {
    /** The rows, from inputs that hold what the table reads and nothing else. */
    TableRows rows(Inputs inputs);
  }

  /** Keeps what it reads as it is. */
  public StatisticTable {
    reads = Set.copyOf(EnumSet.copyOf(reads));
  }

  static StatisticTable of(Table table, List<Table> reads, Reach reach, Computation computation) {
    return new StatisticTable(table, EnumSet.copyOf(reads), reach, computation);
  }

  /** Its rows as known on a day. */
  public TableRows rows(KnownOnADay known) {
    return computation.rows(known.inputsOf(this));
  }
}
