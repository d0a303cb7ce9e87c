package org.diaodu.night;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.contract.Table;
import org.diaodu.operation.RunRecord;
import org.diaodu.operation.RunRecords;
import org.diaodu.operation.StageResult;
import org.diaodu.operation.Stages;
import org.diaodu.region.RegionPack;

/** Writes down what a run did, where it can be read without opening a table. */
final class RunLog {
  private final RunRecords records;
  private final String runId;
  private final RegionPack pack;
  private final Instant startedAt;

  RunLog(Configuration hadoop, String warehouse, String runId, RegionPack pack, Instant startedAt) {
    this.records = new RunRecords(hadoop, warehouse);
    this.runId = runId;
    this.pack = pack;
    this.startedAt = startedAt;
  }

  /** Whether a run published and wrote that down. */
  boolean hasPublished(String run) {
    return records.isPublished(run);
  }

  /** Of a run that published. */
  void published(NightlyReport report, long manifest, Instant endedAt) {
    Map<String, Long> files = new TreeMap<>();
    Map<String, Long> cells = new TreeMap<>();
    for (NightlyReport.FileOutcome outcome : NightlyReport.FileOutcome.values()) {
      files.put(outcome.name(), 0L);
    }
    for (NightlyReport.FileReport file : report.files()) {
      files.merge(file.outcome().name(), 1L, Long::sum);
      cells.merge("accepted", file.accepted(), Long::sum);
      cells.merge("quarantined", file.quarantined(), Long::sum);
      cells.merge("held", file.held(), Long::sum);
      cells.merge("ignored", file.ignored(), Long::sum);
    }
    Map<String, Long> lights = new TreeMap<>();
    report
        .lights()
        .values()
        .forEach(of -> of.forEach((light, n) -> lights.merge(light.name(), (long) n, Long::sum)));
    records.write(
        new RunRecord(
            runId,
            pack.nameZh(),
            pack.timeZone().getId(),
            RunRecord.programVersion(),
            RunRecord.Status.published,
            startedAt,
            endedAt,
            report.asOf().toString(),
            manifest,
            stages(report.stages()),
            files,
            cells,
            lights,
            report.simulated(),
            report.held().stream().map(RunLog::held).toList(),
            ""));
  }

  private static String held(NightlyReport.Waiting waiting) {
    return "%s  %s：%s".formatted(waiting.id(), waiting.what(), waiting.why());
  }

  /** Of a run that failed. */
  void failed(Stages done, Throwable failure, Instant endedAt) {
    List<RunRecord.Stage> stages = new ArrayList<>(stages(done.results()));
    stages.add(new RunRecord.Stage(done.current(), done.began(), endedAt, List.of(), Map.of()));
    records.write(
        new RunRecord(
            runId,
            pack.nameZh(),
            pack.timeZone().getId(),
            RunRecord.programVersion(),
            RunRecord.Status.failed,
            startedAt,
            endedAt,
            "",
            0,
            stages,
            Map.of(),
            Map.of(),
            Map.of(),
            false,
            List.of(),
            failure.toString()));
  }

  private static List<RunRecord.Stage> stages(List<StageResult> results) {
    return results.stream()
        .map(
            stage ->
                new RunRecord.Stage(
                    stage.job(),
                    stage.startedAt(),
                    stage.endedAt(),
                    stage.reads(),
                    rows(stage.rows())))
        .toList();
  }

  private static Map<String, Long> rows(Map<Table, Long> rows) {
    Map<String, Long> byName = new TreeMap<>(Comparator.naturalOrder());
    rows.forEach((table, count) -> byName.put(table.fullName(), count));
    return byName;
  }
}
