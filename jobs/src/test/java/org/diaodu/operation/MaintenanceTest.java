package org.diaodu.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.contract.Table;
import org.diaodu.lock.RunLock;
import org.diaodu.lock.WarehouseInUseException;
import org.diaodu.night.NightlyReport;
import org.diaodu.table.ClockSetBackException;
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
    assertThat(report.kept())
        .as("no night has finished for 31 days; what failed since may have replaced everything")
        .isEqualTo(Duration.ofDays(32));
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
  void filesStayAsLongAsWhatWasPublishedMayNeedThem() {
    Instant published = Instant.parse("2024-07-26T18:00:00Z");

    assertThat(Maintenance.kept(WEEK, published, published.plus(Duration.ofDays(1))))
        .isEqualTo(WEEK);
    assertThat(Maintenance.kept(WEEK, published, published.plus(Duration.ofDays(31))))
        .as("what failed since the last night that finished may have replaced everything")
        .isEqualTo(Duration.ofDays(32));
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
