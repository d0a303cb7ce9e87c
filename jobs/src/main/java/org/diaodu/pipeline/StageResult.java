package org.diaodu.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a stage did.
 *
 * @param stage its name: the table it writes, or what it does
 * @param startedAt start
 * @param endedAt end
 * @param rowsWritten rows written
 * @param tableVersion version of its table afterwards; empty where it has none
 * @param unchanged nothing had to be written
 */
public record StageResult(
    String stage,
    Instant startedAt,
    Instant endedAt,
    long rowsWritten,
    OptionalLong tableVersion,
    boolean unchanged) {

  /** How long it took. */
  public Duration took() {
    return Duration.between(startedAt, endedAt);
  }
}
