package org.diaodu.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run did, as one small file beside the tables: it can be written when no table can.
 *
 * @param runId the run
 * @param region name of the region, in Chinese
 * @param zone time zone of the region, in which times are shown
 * @param program version of the program
 * @param status how it ended
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param asOf day as of which figures are known; empty where it failed before that was clear
 * @param manifest number of the manifest that it published; 0 where it published none
 * @param stages what was done, in order; of a run that failed the last one is where it did
 * @param files number of files by what became of them
 * @param cells number of figure cells by what became of them
 * @param lights number of targets by light, over all areas
 * @param simulated whether a light rests on a simulated figure
 * @param held what waited to be confirmed at its end, in Chinese, each with its id
 * @param error what failed; empty where nothing did
 */
public record RunRecord(
    String runId,
    String region,
    String zone,
    String program,
    Status status,
    Instant startedAt,
    Instant endedAt,
    String asOf,
    long manifest,
    List<Stage> stages,
    Map<String, Long> files,
    Map<String, Long> cells,
    Map<String, Long> lights,
    boolean simulated,
    List<String> held,
    String error) {

  /** Keeps what an earlier version did not record as nothing. */
  public RunRecord {
    held = held == null ? List.of() : held;
  }

  /** How a run ended. */
  public enum Status {
    /** All is published. */
    published,
    /** Nothing is. */
    failed
  }

  /**
   * One stage.
   *
   * @param stage its name
   * @param startedAt when it began
   * @param endedAt when it ended
   * @param reads names of what it read; of a stage that failed, and of earlier versions, empty
   * @param rows rows written, by table
   */
  public record Stage(
      String stage,
      Instant startedAt,
      Instant endedAt,
      List<String> reads,
      Map<String, Long> rows) {
    /** Keeps what an earlier version did not record as nothing. */
    public Stage {
      reads = reads == null ? List.of() : reads;
    }

    /** How long it took. */
    public Duration took() {
      return Duration.between(startedAt, endedAt);
    }
  }

  /** How long it took. */
  public Duration took() {
    return Duration.between(startedAt, endedAt);
  }

  /** A run that could not begin, because another held the warehouse for instance. */
  public static RunRecord notBegun(Throwable failure, Instant at) {
    return new RunRecord(
        "not-begun-" + at,
        "",
        "UTC",
        programVersion(),
        Status.failed,
        at,
        at,
        "",
        0,
        List.of(new Stage("start", at, at, List.of(), Map.of())),
        Map.of(),
        Map.of(),
        Map.of(),
        false,
        List.of(),
        failure.toString());
  }

  /** Version of the program that is running. */
  public static String programVersion() {
    String version = RunRecord.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
