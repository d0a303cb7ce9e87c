package org.diaodu.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.contract.Table;
import org.diaodu.lock.RunLock;
import org.diaodu.lock.WarehouseInUseException;
import org.diaodu.night.NightlyReport;
import org.diaodu.table.ClockSetBackException;
import org.diaodu.table.Manifest;
import org.diaodu.table.OtherRegionException;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Slow
class MaintenanceTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String GROWTH =
      "SELECT yoy_pct FROM statistics.growth WHERE time_period = '2024-06'";

  @TempDir private static Path nights;
  private static Night base;

  @TempDir private Path folder;
  private Night night;

  @BeforeAll
  static void twoNights() throws IOException {
    Night night = new Night(Packs.THREELANDS, nights);
    night.arrives("2023.csv", Night.HEADER + "甲县,社零,2023-06,,,50,亿元,,2023-07-18,\n");
    night.runAsOf("2024-07-25T18:00:00Z", "2024-07-31");
    night.arrives("2024.csv", Night.HEADER + "甲县,社零,2024-06,,,55,亿元,,2024-07-18,\n");
    night.runAsOf("2024-07-26T18:00:00Z", "2024-07-31");
    base = night;
  }

  @BeforeEach
  void eachTestHasItsOwn() throws IOException {
    night = base.copiedTo(folder.resolve("night"));
  }

  @Test
  void filesArePutTogetherFiguresStayAndTheNextNightHasNothingToDo() throws IOException {
    Maintenance.Report report = at("2024-08-26T18:00:00Z").run(WEEK, 2);

    assertThat(report.compacted())
        .as("the observations came in two nights, in a file each")
        .contains(new Maintenance.Compacted(Table.OBSERVATIONS, 2, 1));
    assertThat(night.figure(GROWTH)).isEqualTo("10.000000");

    NightlyReport next = night.runAsOf("2024-08-27T18:00:00Z", "2024-07-31");

    assertThat(next.stages().stream().mapToLong(StageResult::rowsWritten).sum())
        .as("rows that the next night wrote")
        .isZero();
    assertThat(night.figure(GROWTH)).isEqualTo("10.000000");
  }

  @Test
  void whatWasPublishedStaysReadableBehindARunThatDidNotFinish() {
    // Of a run that was killed after it had replaced growth, in a table that keeps nothing old.
    String growth = "delta.`%s`".formatted(night.warehouse().resolve("statistics/growth"));
    SharedSpark.session()
        .sql(
            "ALTER TABLE %s SET TBLPROPERTIES ('delta.deletedFileRetentionDuration' = 'interval 0 hours')"
                .formatted(growth));
    SharedSpark.session().sql("DELETE FROM " + growth);

    assertThat(night.figure(GROWTH)).isEqualTo("10.000000");
  }

  @Test
  void whatANightReplacedThatDidNotFinishStaysThoughItIsOldAndDeltaForgotIt() throws IOException {
    Path growth = night.warehouse().resolve("statistics/growth");
    Set<Path> published = dataFiles();
    SharedSpark.session()
        .sql(
            "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.deletedFileRetentionDuration' = 'interval 0 hours')"
                .formatted(growth));
    SharedSpark.session().sql("DELETE FROM delta.`%s`".formatted(growth));
    Path nobodys = Files.copy(published.iterator().next(), growth.resolve("part-nobodys.parquet"));
    for (Path file : dataFiles()) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    Maintenance.Report report = at("2024-08-26T18:00:00Z").run(Duration.ofDays(60), 99);

    assertThat(dataFiles()).containsAll(published).doesNotContain(nobodys);
    assertThat(report.deleted()).isPositive();
    assertThat(night.figure(GROWTH)).isEqualTo("10.000000");
  }

  @Test
  void whatReadersMayHaveInHandAndWhatReleasesWereMadeFromIsNamed() {
    List<Manifest> all =
        Stream.of("2024-07-26", "2024-07-25", "2024-07-16", "2024-07-10", "2024-07-01")
            .map(day -> manifest(day))
            .toList();

    assertThat(
            Maintenance.named(all, Set.of(1L), Instant.parse("2024-07-19T00:00:00Z")).stream()
                .map(Manifest::number))
        .as("of the 16th is what sessions of the 19th read; the first was released")
        .containsExactly(26L, 25L, 16L, 1L);
  }

  private static Manifest manifest(String day) {
    return new Manifest(
        Long.parseLong(day.substring(8)),
        "run",
        Instant.parse(day + "T00:00:00Z"),
        "T00",
        "pack",
        "program",
        LocalDate.parse(day),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private Set<Path> dataFiles() throws IOException {
    try (Stream<Path> all = Files.walk(night.warehouse())) {
      return all.filter(file -> file.getFileName().toString().startsWith("part-"))
          .filter(file -> !file.toString().contains("_delta_log"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void itWaitsForNoNightAndDisturbsNone() {
    try (RunLock running =
        RunLock.take(night.warehouse().toString(), "夜间运行", new Configuration())) {
      running.requireHeld();
      assertThatThrownBy(() -> at("2024-07-27T18:00:00Z").run(WEEK, 2))
          .isInstanceOf(WarehouseInUseException.class)
          .hasMessageContaining("夜间运行");
    }
  }

  @Test
  void aNightOfAClockThatWasSetBackIsRefused() {
    assertThatThrownBy(() -> night.run("2024-07-20T18:00:00Z"))
        .isInstanceOf(ClockSetBackException.class)
        .hasMessageContainingAll("2024-07-20 18:00:00", "2024-07-26 18:00:00", "校准");
  }

  @Test
  void noTidyingIsDoneByAClockThatWasSetBack() {
    assertThatThrownBy(() -> at("2024-07-20T18:00:00Z").run(WEEK, 2))
        .isInstanceOf(ClockSetBackException.class)
        .hasMessageContainingAll("2024-07-20 18:00:00", "2024-07-26 18:00:00");
  }

  @Test
  void anEntryOfALogThatIsDamagedFailsTheNightAndIsNamedAndOtherTablesAreRead() throws IOException {
    Path log = night.warehouse().resolve("statistics/growth/_delta_log");
    Path newest;
    try (Stream<Path> entries = Files.list(log)) {
      newest =
          entries
              .filter(entry -> entry.getFileName().toString().matches("\\d+\\.json"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
    }
    Files.writeString(newest, "{\"add\":");

    assertThatThrownBy(() -> night.run("2024-07-27T18:00:00Z"))
        .hasStackTraceContaining(newest.getFileName().toString())
        .satisfies(failure -> assertThat(Remedy.of(failure)).contains("备份"));
    assertThat(night.figure("SELECT count(*) FROM statistics.observations")).isEqualTo("2");
  }

  @Test
  void aWarehouseIsThatOfOneRegion() throws IOException {
    Night other = new Night(Packs.folder("hubei"), night.warehouse().getParent());

    assertThatThrownBy(() -> other.run("2024-07-29T18:00:00Z"))
        .isInstanceOf(OtherRegionException.class)
        .hasMessageContainingAll("T00", "420000", "--region");
    assertThatThrownBy(other::published)
        .as("its release times are not those of the other one")
        .isInstanceOf(OtherRegionException.class);
  }

  private Maintenance at(String instant) {
    return new Maintenance(
        SharedSpark.session(),
        night.warehouse().toString(),
        Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }
}
