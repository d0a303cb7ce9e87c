package org.diaodu.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.diaodu.contract.Table;
import org.diaodu.operation.Maintenance;
import org.diaodu.table.Warehouse;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Night after night a month arrives, and the warehouse does not grow out of line. With {@code
 * -Ddiaodu.nights=20} for longer: docs/reliability.md has the figures that it prints.
 */
@Tag("measured")
class GrowingYearTest {
  private static final int NIGHTS = Integer.getInteger("diaodu.nights", 3);
  private static final LocalDate FIRST = LocalDate.of(2023, 2, 20);

  @TempDir private Path folder;

  @Test
  void filesOfComputedTablesStayAsManyAndMaintenancePutsTheOthersTogether() throws IOException {
    Night night = new Night(Packs.THREELANDS, folder);
    Warehouse warehouse = new Warehouse(SharedSpark.session(), night.warehouse().toString());
    long firstFiles = 0;
    for (int n = 0; n < NIGHTS; n++) {
      LocalDate day = FIRST.plusMonths(n);
      night.arrives("%s.csv".formatted(day), month(day.minusMonths(1), day));
      long began = System.nanoTime();
      night.runAsOf(day + "T18:00:00Z", day.toString());
      double seconds = (System.nanoTime() - began) / 1e9;
      long files = warehouse.files(Table.GROWTH);
      firstFiles = n == 0 ? files : firstFiles;
      assertThat(files).as("files of growth in night %d", n + 1).isEqualTo(firstFiles);
      System.out.printf(
          "night %d: %.1f s, %d files in the tables, %d KB on disk%n",
          n + 1,
          seconds,
          Arrays.stream(Table.values()).mapToLong(warehouse::files).sum(),
          bytes(night.warehouse()) / 1024);
    }
    assertThat(warehouse.files(Table.OBSERVATIONS))
        .as("one or two files of observations each night")
        .isBetween((long) NIGHTS, 2L * NIGHTS);

    LocalDate after = FIRST.plusMonths(NIGHTS);
    new Maintenance(
            SharedSpark.session(),
            night.warehouse().toString(),
            Clock.fixed(after.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC))
        .run(Duration.ofDays(8), 2);

    assertThat(warehouse.files(Table.OBSERVATIONS)).isEqualTo(1);
    assertThat(night.figure("SELECT count(*) FROM statistics.observations"))
        .isEqualTo(String.valueOf(3 * NIGHTS));
    System.out.printf(
        "maintained: %d files in the tables, %d KB on disk%n",
        Arrays.stream(Table.values()).mapToLong(warehouse::files).sum(),
        bytes(night.warehouse()) / 1024);
  }

  private static String month(LocalDate month, LocalDate released) {
    StringBuilder text = new StringBuilder(Night.HEADER);
    for (String area : new String[] {"甲县", "乙县", "丙县"}) {
      text.append(
          "%s,社零,%d-%02d,PER,,%d,亿元,,%s,\n"
              .formatted(
                  area,
                  month.getYear(),
                  month.getMonthValue(),
                  10 + month.getMonthValue(),
                  released));
    }
    return text.toString();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }
}
