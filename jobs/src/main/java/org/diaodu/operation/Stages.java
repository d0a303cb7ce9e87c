package org.diaodu.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.diaodu.contract.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs the stages one after the other, and keeps what each did. */
public final class Stages {
  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);
  private static final String FINISHED = "{} 完成，用时 {} 毫秒，写入 {} 行";

  /**
   * What a stage did.
   *
   * @param reads names of what it read: tables, {@link Lineage#LANDING}, {@link Lineage#PACK}
   * @param rows rows written, by table that it may write
   * @param version version of its table; empty where it has none
   */
  public record Done(List<String> reads, Map<Table, Long> rows, OptionalLong version) {
    /** Read, and wrote to no table. */
    public static Done reading(List<String> reads) {
      return new Done(reads, Map.of(), OptionalLong.empty());
    }
  }

  private final Clock clock;
  private final Progress progress;
  private final int count;
  private final List<StageResult> results = new ArrayList<>();
  private int begun;
  private String current = "start";
  private Instant began;

  public Stages(Clock clock, Progress progress, int count) {
    this.clock = clock;
    this.progress = progress;
    this.count = count;
    this.began = clock.instant();
  }

  /** Runs a stage. Where it fails, {@link #current} and {@link #began} still say which it was. */
  public void run(String stage, Supplier<Done> work) {
    current = stage;
    began = clock.instant();
    progress.stageBegins(++begun, count, stage);
    MDC.put("stage", stage);
    LOG.info("{} 开始", stage);
    Done done = work.get();
    StageResult result =
        new StageResult(
            stage, stage, began, clock.instant(), done.reads(), done.rows(), done.version());
    LOG.info(FINISHED, stage, result.took().toMillis(), result.rowsWritten());
    MDC.remove("stage");
    results.add(result);
  }

  /** Runs a stage that writes many tables, each of which has a result of its own. */
  public void runTables(String stage, Supplier<List<StageResult>> work) {
    current = stage;
    began = clock.instant();
    progress.stageBegins(++begun, count, stage);
    MDC.put("stage", stage);
    LOG.info("{} 开始", stage);
    for (StageResult result : work.get()) {
      LOG.info(FINISHED, result.job(), result.took().toMillis(), result.rowsWritten());
      results.add(result);
    }
    MDC.remove("stage");
  }

  public String current() {
    return current;
  }

  public Instant began() {
    return began;
  }

  public List<StageResult> results() {
    return List.copyOf(results);
  }
}
