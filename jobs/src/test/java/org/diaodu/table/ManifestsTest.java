package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.diaodu.files.PutIfAbsent;
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
  void theNewestIsFoundByItsSealWhereItWasChanged() throws IOException {
    write(
        3,
        Files.readString(file(3))
            .replace("\"statistics.growth\" : 3", "\"statistics.growth\" : 1"));

    assertThat(manifests.newest()).as("it can be read").isPresent();
    assertThat(manifests.changed()).containsExactly("发布清单 00000003.json 在发布以后被改过");
  }

  @Test
  void oneThatWasTakenAwayIsFound() throws IOException {
    Files.delete(file(2));

    assertThat(manifests.faults())
        .singleElement()
        .asString()
        .startsWith("发布清单 00000002.json 不见了")
        .contains("备份", "_seals/00000002-");
  }

  @Test
  void theNewestIsMissedToo() throws IOException {
    Files.delete(file(3));

    assertThat(manifests.changed())
        .singleElement()
        .asString()
        .startsWith("发布清单 00000003.json 不见了")
        .contains("备份", "_seals/00000003-");
  }

  @Test
  void aRunThatEndedBeforeItPublishedLeavesNothingThatLooksLikeALoss() throws IOException {
    Files.writeString(
        warehouse.resolve("_seals/.00000004-" + "0".repeat(64)), "", StandardOpenOption.CREATE);

    assertThat(manifests.faults()).isEmpty();

    manifests.publish(manifest(4));
    assertThat(manifests.faults()).isEmpty();
    assertThat(
            warehouse.resolve("_seals").toFile().list((folder, name) -> name.matches("\\.0.*[^c]")))
        .isEmpty();
  }

  @Test
  void aWarehouseOfAProgramThatDidNotSealHasNoFaultAndIsSealedFromNowOn() throws IOException {
    for (java.io.File seal : warehouse.resolve("_seals").toFile().listFiles()) {
      Files.delete(seal.toPath());
    }
    assertThat(manifests.faults()).isEmpty();

    manifests.publish(manifest(4));
    assertThat(manifests.faults()).isEmpty();
    Files.delete(file(4));
    assertThat(manifests.faults()).isNotEmpty();
  }

  @Test
  void ofManyWhoPublishTheSameNumberAtOnceOneCan() throws Exception {
    ExecutorService runs = Executors.newFixedThreadPool(8);
    try {
      for (int number = 4; number < 14; number++) {
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<Boolean>> published = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
          Path file = warehouse.resolve("put-%d".formatted(number));
          Path beside = warehouse.resolve(".beside-%d-%d".formatted(number, run));
          published.add(runs.submit(() -> begin.await(1, TimeUnit.MINUTES) && put(file, beside)));
        }
        begin.countDown();
        int times = 0;
        for (Future<Boolean> one : published) {
          times += one.get() ? 1 : 0;
        }
        assertThat(times).as("who could publish number %d", number).isEqualTo(1);
      }
    } finally {
      runs.shutdownNow();
    }
  }

  private static boolean put(Path file, Path beside) throws IOException {
    Configuration hadoop = new Configuration();
    try {
      PutIfAbsent.write(
          FileSystem.getLocal(hadoop),
          new org.apache.hadoop.fs.Path(file.toString()),
          new org.apache.hadoop.fs.Path(beside.toString()),
          beside.toString().getBytes(StandardCharsets.UTF_8),
          hadoop);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
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
