package org.diaodu.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nights: one that published, and one that found the disk full while it computed growth. */
class RunRecordsTest {
  private static final RunRecord GOOD =
      record("20240725T180000-a", RunRecord.Status.published, Map.of("red", 2L, "green", 5L), "");
  private static final RunRecord BAD =
      record(
          "20240726T180000-b",
          RunRecord.Status.failed,
          Map.of(),
          "java.io.IOException: No space left on device");

  @TempDir private Path folder;

  @Test
  void recordsAreReadAsTheyWereWrittenNewestFirst() {
    RunRecords records = new RunRecords(new Configuration(), folder.toString());
    records.write(GOOD);
    records.write(BAD);

    assertThat(records.newest(10)).containsExactly(BAD, GOOD);
    assertThat(records.newest(1)).containsExactly(BAD);
  }

  @Test
  void oneThatCannotBeReadIsPassedOver() throws IOException {
    RunRecords records = new RunRecords(new Configuration(), folder.toString());
    records.write(GOOD);
    Files.writeString(folder.resolve("_runs/20240727T180000-c.json"), "{\"runId\":");

    assertThat(records.newest(10)).containsExactly(GOOD);
  }

  @Test
  void metricsSayWhenARunLastPublished() {
    String text = Metrics.of(BAD, Optional.of(GOOD));

    assertThat(text.lines())
        .contains(
            "diaodu_last_run_success 0",
            "diaodu_last_success_timestamp_seconds 1721930460",
            "diaodu_manifest 7",
            "diaodu_last_run_duration_seconds 60.0",
            "diaodu_info{version=\"0.1.0\"} 1")
        .allMatch(
            line -> line.matches("# (HELP|TYPE) .*|[a-z_]+(\\{[a-z]+=\"[^\"]*\"})? -?[0-9.]+"));
    assertThat(Metrics.of(GOOD, Optional.of(GOOD))).contains("diaodu_lights{light=\"red\"} 2\n");
  }

  @Test
  void lineageSaysWhatAStageReadAndWrote() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Lineage.events(GOOD, "/srv/warehouse")) {
      events.add(new ObjectMapper().readTree(line));
    }

    assertThat(events)
        .extracting(e -> e.get("eventType").asText())
        .containsExactly("START", "COMPLETE");
    JsonNode done = events.get(1);
    assertThat(done.at("/job/name").asText()).isEqualTo("statistics.growth");
    assertThat(done.at("/inputs/0/name").asText()).isEqualTo("statistics.observations");
    assertThat(done.at("/outputs/0/name").asText()).isEqualTo("statistics.growth");
    assertThat(done.at("/outputs/0/namespace").asText()).isEqualTo("/srv/warehouse");
    assertThat(done.at("/run/runId").asText())
        .as("START and COMPLETE are of one run")
        .isEqualTo(events.get(0).at("/run/runId").asText())
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void lineageIsWhatOpenLineagesOwnLibraryReads() throws IOException {
    ObjectMapper theirs =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    for (RunRecord record : List.of(GOOD, BAD)) {
      for (String line : Lineage.events(record, "/srv/warehouse")) {
        JsonNode read = theirs.valueToTree(theirs.readValue(line, OpenLineage.RunEvent.class));

        assertThat(withoutEmptyFacets(read))
            .as("what is left of the event once its own classes have read it")
            .isEqualTo(theirs.readTree(line));
      }
    }
  }

  /** Its classes add an empty object of facets to each dataset. */
  private static JsonNode withoutEmptyFacets(JsonNode event) {
    for (String side : List.of("inputs", "outputs")) {
      for (JsonNode dataset : event.get(side)) {
        ((ObjectNode) dataset)
            .properties()
            .removeIf(e -> e.getKey().endsWith("acets") && e.getValue().isEmpty());
      }
    }
    return event;
  }

  @Test
  void lineageSaysWhereARunFailed() {
    assertThat(Lineage.events(BAD, "/srv/warehouse"))
        .last()
        .asString()
        .contains("\"FAIL\"", "statistics.growth");
  }

  @Test
  void theNoticeGoesToStandardInputAndThroughNoShell() throws IOException {
    Path got = folder.resolve("got.json");

    assertThat(Notice.send("tee " + got, BAD)).isEmpty();

    assertThat(new ObjectMapper().readTree(got.toFile()).get("error").asText())
        .isEqualTo(BAD.error());
    assertThat(Notice.send("echo x > " + folder.resolve("by-a-shell"), BAD)).isEmpty();
    assertThat(folder.resolve("by-a-shell")).doesNotExist();
  }

  @Test
  void aNoticeThatFailsOrHangsIsSaid() {
    assertThat(Notice.send("false", BAD)).hasValueSatisfying(s -> assertThat(s).contains("退出码是1"));
    assertThat(Notice.send("no-such-command", BAD))
        .hasValueSatisfying(s -> assertThat(s).contains("无法运行"));
    assertThat(Notice.send("sleep 600", BAD, Duration.ofMillis(50)))
        .hasValueSatisfying(s -> assertThat(s).contains("已中止"));
  }

  @Test
  void aCommandThatDoesNotReadIsStoppedInTimeHoweverLongTheRecordIs() {
    RunRecord wordy = record("x", RunRecord.Status.failed, Map.of(), "plan ".repeat(100_000));

    assertThat(Notice.send("sleep 600", wordy, Duration.ofMillis(50)))
        .hasValueSatisfying(s -> assertThat(s).contains("已中止"));
  }

  @ParameterizedTest
  @CsvSource({
    "java.io.IOException: No space left on device, 磁盘满了",
    "java.nio.file.AccessDeniedException: /srv/warehouse, 权限",
    "java.lang.OutOfMemoryError: Java heap space, DIAODU_JVM",
    "Cannot use table statistics.growth: it differs from schemas/statistics/growth.yaml, 升级",
    "Error reading statistics/growth/_delta_log/00000000000000000003.json, 备份",
    "anything else, log/diaodu.jsonl"
  })
  void aFailureComesWithWhatToDo(String words, String advice) {
    assertThat(Remedy.of(words)).contains(advice);
    assertThat(Remedy.of(new IllegalStateException("stage", new IOException(words))))
        .contains(advice);
  }

  private static RunRecord record(
      String id, RunRecord.Status status, Map<String, Long> lights, String error) {
    Instant begin = Instant.parse("2024-07-25T18:00:00Z");
    return new RunRecord(
        id,
        "试验州",
        "Asia/Shanghai",
        "0.1.0",
        status,
        begin,
        begin.plusSeconds(60),
        "2024-07-26",
        status == RunRecord.Status.published ? 7 : 0,
        List.of(
            new RunRecord.Stage("reference", begin, begin, List.of(), Map.of()),
            new RunRecord.Stage(
                "statistics.growth",
                begin,
                begin.plusSeconds(30),
                List.of("statistics.observations", Lineage.PACK),
                status == RunRecord.Status.published ? Map.of("statistics.growth", 4L) : Map.of())),
        Map.of("read", 3L),
        Map.of("accepted", 12L),
        lights,
        false,
        List.of(),
        error);
  }
}
