package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.diaodu.night.NightlyReport.FileReport;
import org.diaodu.operation.Progress;
import org.diaodu.testing.Await;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night over a landing folder in which everything is wrong that can be wrong with files. */
class HostileNightTest {
  private static final String LINE = "甲县,社零,2024-06,YTD,,12.5,亿元,,2024-07-18,\n";

  @TempDir private Path folder;

  @Test
  void eachFileIsReadToldOrLeftForTheNextNightAndNothingIsWrittenElsewhere() throws Exception {
    Night night = new Night(Packs.THREELANDS, folder);
    night.arrives("good.csv", Night.HEADER + LINE);
    Path gone = night.arrives("gone.csv", Night.HEADER + LINE.replace("甲县", "乙县"));
    byte[] whole = (Night.HEADER + LINE.replace("甲县", "丙县")).getBytes(StandardCharsets.UTF_8);
    night.arrives("half.csv", Arrays.copyOf(whole, whole.length - 22));
    night.arrives("half.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
    night.arrives("字".repeat(82) + ".csv", Night.HEADER + LINE.replace("甲县", "戊县"));
    night.arrives("a\\..\\..\\..\\x.csv", Night.HEADER + LINE.replace("甲县", "己县"));
    Files.createSymbolicLink(night.landing().resolve("out.csv"), Path.of("/etc/passwd"));
    Await.exitCode(
        "mkfifo", new ProcessBuilder("mkfifo", night.landing().resolve("pipe").toString()).start());

    NightlyReport report = run(night, gone);

    assertThat(report.files().stream().map(HostileNightTest::outcome))
        .containsExactlyInAnyOrder(
            "good.csv read 1/1",
            "gone.csv still_being_written 0/0",
            "half.csv read 0/1",
            "half.xlsx refused 0/0",
            "字".repeat(82) + ".csv read 0/1",
            "a\\..\\..\\..\\x.csv read 0/1",
            "out.csv refused 0/0",
            "pipe refused 0/0");
    assertThat(night.figure("SELECT CAST(obs_value AS STRING) FROM statistics.observations"))
        .isEqualTo("12.500000");
    try (Stream<Path> below = Files.walk(night.out().resolve("feedback"))) {
      assertThat(below.filter(Files::isRegularFile).map(p -> p.getFileName().toString()))
          .as("feedback on the files with faults, all in its folder")
          .hasSize(7)
          .contains("half.csv.check.html", "a\\..\\..\\..\\x.csv.check.html")
          .anyMatch(name -> name.matches("字+-[0-9a-f]{8}\\.check\\.xlsx"));
    }
  }

  /** A night during which a file is taken away, when it was looked at and is not read yet. */
  private static NightlyReport run(Night night, Path takenAway) throws IOException {
    return NightlyRun.run(
        SharedSpark.session(),
        new NightlySettings(
            Packs.THREELANDS,
            night.landing(),
            night.warehouse().toString(),
            night.out(),
            Optional.empty(),
            Optional.empty(),
            false,
            Clock.fixed(Instant.parse("2024-07-25T18:00:00Z"), ZoneOffset.UTC)),
        new Progress() {
          @Override
          public void stageBegins(int number, int of, String stage) {}

          @Override
          public void reads(int files, long bytes) {
            try {
              Files.deleteIfExists(takenAway);
            } catch (IOException e) {
              throw new UncheckedIOException("Cannot take the file away", e);
            }
          }
        });
  }

  private static String outcome(FileReport file) {
    return "%s %s %d/%d".formatted(file.file(), file.outcome(), file.accepted(), file.cellsRead());
  }
}
