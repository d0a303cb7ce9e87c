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

  /** What a stage wrote: rows by table, and the version of its table where it has one. */
  public record Written(Map<Table, Long> rows, OptionalLong version) {
    public static Written nothing() {
      return new Written(Map.of(), OptionalLong.empty());
    }

    public static Written rows(Table table, long rows, long version) {
      return new Written(Map.of(table, rows), OptionalLong.of(version));
    }
  }

  private final Clock clock;
  private final Progress progress;
  private final int count;
  private final List<StageResult> results = new ArrayList<>();
  private String current = "start";
  private Instant began;

  public Stages(Clock clock, Progress progress, int count) {
    this.clock = clock;
    this.progress = progress;
    this.count = count;
    this.began = clock.instant();
  }

  /** Runs a stage. Where it fails, {@link #current} and {@link #began} still say which it was. */
  public void run(String stage, Supplier<Written> work) {
    current = stage;
    began = clock.instant();
    progress.stageBegins(results.size() + 1, count, stage);
    MDC.put("stage", stage);
    LOG.info("{} 开始", stage);
    Written written = work.get();
    StageResult result =
        new StageResult(stage, began, clock.instant(), written.rows(), written.version());
    LOG.info("{} 完成，用时 {} 毫秒，写入 {} 行", stage, result.took().toMillis(), result.rowsWritten());
    MDC.remove("stage");
    results.add(result);
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
