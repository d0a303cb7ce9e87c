package org.diaodu.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.diaodu.contract.Table;

/**
 * What a stage did.
 *
 * @param stage the stage of the night that it was part of
 * @param job its name: the table it writes, or what it does
 * @param startedAt start
 * @param endedAt end
 * @param reads names of what it read
 * @param rows rows written, by table that the stage may write
 * @param tableVersion version of its table afterwards; empty where it has none
 */
public record StageResult(
    String stage,
    String job,
    Instant startedAt,
    Instant endedAt,
    List<String> reads,
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

  /** How long each stage took from the first of its parts to the last, which run side by side. */
  public static Map<String, Duration> tookByStage(List<StageResult> results) {
    Map<String, List<StageResult>> byStage =
        results.stream()
            .collect(
                Collectors.groupingBy(StageResult::stage, LinkedHashMap::new, Collectors.toList()));
    Map<String, Duration> took = new LinkedHashMap<>();
    byStage.forEach(
        (stage, parts) ->
            took.put(
                stage,
                Duration.between(
                    parts.stream()
                        .map(StageResult::startedAt)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                    parts.stream()
                        .map(StageResult::endedAt)
                        .max(Instant::compareTo)
                        .orElseThrow())));
    return took;
  }
}
