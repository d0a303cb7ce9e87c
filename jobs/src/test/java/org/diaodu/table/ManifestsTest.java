package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
  @TempDir private Path warehouse;
  private Manifests manifests;

  @BeforeEach
  void threeNights() {
    manifests = new Manifests(new Configuration(), warehouse.toString());
    for (int night = 1; night <= 3; night++) {
      manifests.publish(manifest(night));
    }
  }

  @Test
  void theNewestIsReadAsItWasPublished() {
    assertThat(manifests.newest()).contains(manifest(3));
  }

  @Test
  void aNumberIsPublishedOnce() {
    assertThatThrownBy(() -> manifests.publish(manifest(3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("00000003.json");
  }

  @Test
  void oneThatLostItsEndIsPassedOverAndKeptAside() throws IOException {
    write(3, Files.readString(file(3)).substring(0, 100));

    assertThat(manifests.newest()).contains(manifest(2));

    manifests.publish(manifest(3));
    assertThat(manifests.newest()).contains(manifest(3));
    assertThat(warehouse.resolve("_manifests/00000003.json.unreadable")).exists();
  }

  @Test
  void anEmptyOneIsPassedOver() throws IOException {
    write(3, "");

    assertThat(manifests.newest()).contains(manifest(2));
  }

  @Test
  void whatRunsLeftThatDidNotPublishIsClearedAway() throws IOException {
    Path left = Files.writeString(warehouse.resolve("_manifests/.run-killed.json"), "{");

    manifests.publish(manifest(4));

    assertThat(left).doesNotExist();
  }

  @Test
  void aChangedOneIsFoundByTheNext() throws IOException {
    assertThat(manifests.faults()).isEmpty();

    write(2, Files.readString(file(2)).replace("run-2", "run-X"));

    assertThat(manifests.faults()).containsExactly("发布清单 00000002.json 在发布以后被改过");
  }

  @Test
  void oneThatWasTakenAwayIsFound() throws IOException {
    Files.delete(file(2));

    assertThat(manifests.faults()).contains("发布清单 00000002.json 不见了");
  }

  @Test
  void aWarehouseOfALaterProgramIsLeftAlone() throws IOException {
    write(
        3,
        Files.readString(file(3))
            .replaceAll("\"schema_version\" : \\d+", "\"schema_version\" : 99"));

    assertThatThrownBy(() -> manifests.newest())
        .isInstanceOf(NewerWarehouseException.class)
        .hasMessageContainingAll("第99版", "恢复升级前的备份");
  }

  private Path file(int number) {
    return warehouse.resolve("_manifests/0000000%d.json".formatted(number));
  }

  /** Without the checksum that Hadoop keeps beside. */
  private void write(int number, String text) throws IOException {
    Files.deleteIfExists(warehouse.resolve("_manifests/.0000000%d.json.crc".formatted(number)));
    Files.writeString(file(number), text);
  }

  private static Manifest manifest(int number) {
    return new Manifest(
        number,
        "run-" + number,
        Instant.parse("2024-07-0%dT18:00:00Z".formatted(number)),
        "T00",
        "pack",
        "program",
        LocalDate.of(2024, 7, number),
        new TreeMap<>(Map.of("statistics.growth", (long) number)),
        new TreeMap<>(Map.of("statistics.growth", "content")));
  }
}
