package org.diaodu.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.diaodu.contract.Table;

/**
 * What a stage did.
 *
 * @param stage its name: the table it writes, or what it does
 * @param startedAt start
 * @param endedAt end
 * @param rows rows written, by table that the stage may write
 * @param tableVersion version of its table afterwards; empty where it has none
 */
public record StageResult(
    String stage,
    Instant startedAt,
    Instant endedAt,
    Map<Table, Long> rows,
    OptionalLong tableVersion) {

  /** Rows written to all tables. */
  public long rowsWritten() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How long it took. */
  public Duration took() {
    return Duration.between(startedAt, endedAt);
  }
}
