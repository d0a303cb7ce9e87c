package org.diaodu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.operation.Check;
import org.diaodu.operation.MachineChecks;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseChecksTest {
  private static final Instant PUBLISHED = Instant.parse("2024-07-25T18:00:00Z");

  @TempDir private Path folder;

  @Test
  void aWarehouseAsItWasLeftIsWell() throws IOException {
    published();

    assertThat(checks(PUBLISHED.plusSeconds(60)))
        .extracting(Check::finding)
        .containsOnly(Check.Finding.ok);
  }

  @Test
  void aVersionThatIsPublishedAndGoneIsNamed() throws IOException {
    Files.delete(published());

    assertThat(faults(PUBLISHED.plusSeconds(60)))
        .singleElement()
        .asString()
        .contains("statistics.growth 的版本 3", "备份");
  }

  @Test
  void aClockThatWasSetBackIsFound() throws IOException {
    published();

    assertThat(faults(PUBLISHED.minusSeconds(60))).singleElement().asString().contains("校准时钟");
  }

  @Test
  void beforeTheFirstNightThereIsNothingToCheck() {
    assertThat(checks(PUBLISHED)).extracting(Check::finding).containsExactly(Check.Finding.warning);
  }

  @Test
  void aLandingFolderThatIsNotThereAndAFolderThatCannotBeWrittenAreFaults() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(MachineChecks.all(folder.resolve("nowhere"), List.of(file.resolve("out"), folder)))
        .filteredOn(check -> check.finding() == Check.Finding.fault)
        .extracting(Check::name)
        .containsExactly("收件文件夹", "文件夹 " + file.resolve("out"));
  }

  private List<String> faults(Instant now) {
    return checks(now).stream()
        .filter(check -> check.finding() == Check.Finding.fault)
        .map(Check::text)
        .toList();
  }

  private List<Check> checks(Instant now) {
    Configuration hadoop = new Configuration();
    return WarehouseChecks.all(folder, WarehouseStatus.of(hadoop, folder.toString(), 1), now);
  }

  /** Publishes version 3 of one table, and gives the entry of its log. */
  private Path published() throws IOException {
    new Manifests(new Configuration(), folder.toString())
        .publish(
            new Manifest(
                1,
                "run",
                PUBLISHED,
                "pack",
                LocalDate.of(2024, 7, 26),
                new TreeMap<>(Map.of("statistics.growth", 3L)),
                new TreeMap<>()));
    Path log = Files.createDirectories(folder.resolve("statistics/growth/_delta_log"));
    return Files.writeString(log.resolve("00000000000000000003.json"), "{}");
  }
}
