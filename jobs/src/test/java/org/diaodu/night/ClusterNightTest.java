package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.cli.Diaodu;
import org.diaodu.reliability.Picture;
import org.diaodu.testing.Await;
import org.diaodu.testing.Java;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.diaodu.testing.StandaloneCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night on a master and two workers, one of which is lost in the middle of it. */
@Slow
class ClusterNightTest {
  private static final String AS_OF = "2024-07-31";
  private static final String FIGURES =
      Night.HEADER
          + "甲县,社零,2023-05,,,50.1,亿元,,2023-06-18,\n"
          + "乙县,社零,2023-05,,,30.2,亿元,,2023-06-18,\n"
          + "丙县,社零,2023-05,,,20.3,亿元,,2023-06-18,\n"
          + "甲县,社零,2024-05,,,55.4,亿元,,2024-06-18,\n"
          + "乙县,社零,2024-05,,,31.5,亿元,,2024-06-18,\n"
          + "丙县,社零,2024-05,,,2O.6,亿元,,2024-06-18,\n";

  @TempDir private Path folder;

  @Test
  void aWorkerThatIsLostChangesNoFigure() throws Exception {
    Night here = night("here");
    here.runAsOf("2024-08-01T18:00:00Z", AS_OF);
    Night there = night("there");

    try (StandaloneCluster cluster = StandaloneCluster.started(folder.resolve("spark"), 2)) {
      Process driver = start(there, cluster);
      boolean lost = false;
      List<String> said = new ArrayList<>();
      try (BufferedReader progress = driver.errorReader(StandardCharsets.UTF_8)) {
        for (String line = next(progress); line != null; line = next(progress)) {
          said.add(line);
          // What was read is kept by the executors now, and is needed again.
          if (!lost && line.startsWith("[5/")) {
            cluster.kill(0);
            lost = true;
          }
        }
      }
      assertThat(Await.exitCode("the end of the driver", driver))
          .as("exit code; %s", said)
          .isZero();
      assertThat(lost).as("a worker was killed; %s", said).isTrue();
    }

    assertThat(Picture.whole(there.published().orElseThrow()))
        .isEqualTo(Picture.whole(here.published().orElseThrow()));
    assertThat(there.warehouse().resolve("_checkpoints"))
        .as("rows that were kept for the run")
        .doesNotExist();
  }

  private static String next(BufferedReader progress) throws Exception {
    return Await.line("the next stage of the night on the cluster", progress);
  }

  private Night night(String name) throws IOException {
    Night night = new Night(Packs.THREELANDS, folder.resolve(name));
    Path file = night.arrives("figures.csv", FIGURES);
    // To both nights at once, so that they store the same.
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-07-20T00:00:00Z")));
    return night;
  }

  private Process start(Night night, StandaloneCluster cluster) throws IOException {
    List<String> main = new ArrayList<>(List.of(Diaodu.class.getName()));
    main.addAll(night.command(AS_OF));
    main.addAll(List.of("--master", cluster.url()));
    List<String> command = new ArrayList<>(Java.command(main.toArray(String[]::new)));
    command.addAll(1, cluster.driverProperties("1g"));
    return new ProcessBuilder(command)
        .redirectOutput(Files.createTempFile(folder, "driver", ".out").toFile())
        .start();
  }
}
