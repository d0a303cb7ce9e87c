package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.operation.RunRecord;
import org.diaodu.operation.RunRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** After a night that published, with a red light. */
class AfterRunTest {
  private static final String PUBLISHED = "20240725T180000-a";
  private static final Instant ENDED = Instant.parse("2024-07-25T18:01:00Z");

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void aNightThatPublished() {
    new RunRecords(new Configuration(), warehouse())
        .write(
            new RunRecord(
                PUBLISHED,
                "试验州",
                "Asia/Shanghai",
                "0.1.0",
                RunRecord.Status.published,
                ENDED.minusSeconds(60),
                ENDED,
                "2024-07-26",
                7,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("red", 1L),
                false,
                List.of(),
                ""));
  }

  @Test
  void itsRecordIsTold() throws IOException {
    tell(Optional.empty(), Optional.empty());

    assertThat(metrics()).contains("diaodu_last_run_success 1\n");
    assertThat(notice()).contains(PUBLISHED);
  }

  @Test
  void oneThatCouldNotBeginIsToldAsAFailureAndNotAsTheNightBefore() throws IOException {
    tell(
        AfterRun.newest(new Configuration(), warehouse()),
        Optional.of(new IllegalStateException("the warehouse is in use")));

    assertThat(metrics())
        .contains("diaodu_last_run_success 0\n")
        .contains("diaodu_last_success_timestamp_seconds " + ENDED.getEpochSecond() + "\n");
    assertThat(notice()).contains("the warehouse is in use").doesNotContain(PUBLISHED);
  }

  @Test
  void whatIsStillSoIsNotToldAgain() throws IOException {
    tell(Optional.empty(), Optional.empty());
    Files.delete(folder.resolve("notice.json"));

    tell(Optional.empty(), Optional.empty());

    assertThat(folder.resolve("notice.json")).doesNotExist();
  }

  private void tell(Optional<String> before, Optional<Throwable> failure) {
    AfterRun after = new AfterRun();
    new CommandLine(after)
        .parseArgs(
            "--metrics",
            folder.resolve("diaodu.prom").toString(),
            "--notify",
            "tee " + folder.resolve("notice.json"));
    after.tell(new Configuration(), warehouse(), before, failure, new PrintWriter(said, true));
    assertThat(said.toString()).as("what could not be told").isEmpty();
  }

  private String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  private String metrics() throws IOException {
    return Files.readString(folder.resolve("diaodu.prom"));
  }

  private String notice() throws IOException {
    return Files.readString(folder.resolve("notice.json"));
  }
}
