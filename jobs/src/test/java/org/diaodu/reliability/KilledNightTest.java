package org.diaodu.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diaodu.testing.Await;
import org.diaodu.testing.Java;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night over several files, some of which contradict each other, is ended at steps that are
 * spread over the whole of it: by SIGKILL before or after it creates, renames or deletes a file,
 * and by a full disk. Meanwhile this process reads what is published. The next night must give what
 * an undisturbed one gives. With {@code -Ddiaodu.kill.points=20 -Ddiaodu.kill.states=104} at more
 * steps: docs/reliability.md has the results.
 */
@Tag("measured")
class KilledNightTest {
  private static final int STATES = Integer.getInteger("diaodu.kill.states", 1);
  private static final int POINTS = Integer.getInteger("diaodu.kill.points", 1);
  private static final long SEED = Long.getLong("diaodu.kill.seed", 20240731L);
  private static final String AS_OF = "2024-08-31";

  private static final String STATEMENTS =
      "SELECT count(*) FROM statistics.observations WHERE ref_area = 'T01'"
          + " AND indicator = 'retail_sales' AND time_period = '2024-03'";

  /** Between two looks of a reader. */
  private static final long LEAST_PAUSE_MILLIS = 1000;

  @TempDir private static Path folder;
  private static Night base;
  private static Map<String, String> before;
  private static Map<String, String> after;
  private static Map<String, String> afterWhole;
  private static List<StandingStates.State> states;
  private static long steps;

  /**
   * The undisturbed night stands still at each step and goes on: so it tells how many there are,
   * and lets what stands on the disk be copied.
   */
  @BeforeAll
  static void anUndisturbedNight() throws Exception {
    base = new Night(Packs.THREELANDS, folder.resolve("base"));
    base.arrives("2023.csv", months(2023, "50", "30", "20"));
    base.arrives("broken.csv", Night.HEADER + "丁县,社零,2024-06,,,1O,亿元,,2024-07-18,\n");
    base.runAsOf("2024-07-25T18:00:00Z", AS_OF);
    before = Picture.telling(base.published().orElseThrow());
    base.arrives("2024.csv", months(2024, "55", "31", "21"));
    base.arrives("revised.csv", Night.HEADER + "甲县,社零,2023-06,,,51,亿元,,2024-08-01,\n");
    base.arrives("withdrawn.csv", Night.HEADER + "乙县,社零,2023-07,,,,亿元,M,2024-08-02,\n");
    base.arrives("refused.csv", Night.HEADER + "乙县,社零,2024-05,,,3O,亿元,,2024-07-18,\n");
    base.arrives("binary.csv", new byte[] {0, 1, 2, 0});
    contradict(base);

    Night undisturbed = base.copiedTo(folder.resolve("undisturbed"));
    StandingStates stood =
        StandingStates.of(
            start(undisturbed, Trouble.Kind.pause, 1), undisturbed, folder, STATES, SEED);
    states = stood.sampled();
    steps = stood.steps();
    after = Picture.telling(undisturbed.published().orElseThrow());
    afterWhole = Picture.whole(undisturbed.published().orElseThrow());
    assertThat(after).as("the night changes the figures").isNotEqualTo(before);
    assertThat(undisturbed.figure(STATEMENTS)).as("10, 11 and 10 again").isEqualTo("3");
  }

  /** One night says two things of one figure: in turn, taken back, at one instant, in one file. */
  private static void contradict(Night night) throws IOException {
    night.arrives("z-first.csv", said("10"));
    night.arrives("a-second.csv", said("11"));
    night.arrives("m-third.csv", said("10") + "丙县,社零,2024-03,,,7,亿元,,2024-04-18,\n");
    Path one = night.arrives("one.csv", Night.HEADER + "乙县,社零,2024-03,,,5,亿元,,2024-04-18,\n");
    Path other = night.arrives("other.csv", Night.HEADER + "乙县,社零,2024-03,,,6,亿元,,2024-04-18,\n");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(one));
    night.arrives(
        "twice.csv",
        Night.HEADER
            + "乙县,社零,2024-02,,,3,亿元,,2024-03-18,\n"
            + "乙县,社零,2024-02,,,4,亿元,,2024-03-18,\n");
  }

  private static String said(String value) {
    return Night.HEADER + "甲县,社零,2024-03,,,%s,亿元,,2024-04-18,\n".formatted(value);
  }

  @Test
  void whereverANightIsKilledReadersSeeOneNightAndTheNextRunCompletesIt() throws Exception {
    Random random = new Random(SEED);
    // One in each part of the night, so that no part is left out, in no order.
    List<Integer> parts = new ArrayList<>(IntStream.range(0, POINTS).boxed().toList());
    Collections.shuffle(parts, random);
    for (int part : parts) {
      long step = 1 + (long) ((part + random.nextDouble()) / POINTS * steps);
      Night night = base.copiedTo(folder.resolve("killed-" + part));
      Process process = start(night, Trouble.Kind.standstill, step);
      String stood = readWhile(process, night, step);
      Await.exitCode("the end of a killed night", process.destroyForcibly());

      assertCompletes(night, "killed at step %d of %d (%s)".formatted(step, steps, stood));
    }
  }

  /**
   * A kill leaves on disk what stands there at that moment. So copies of what stood there at steps
   * of the undisturbed night will do: many more states than processes that are killed.
   */
  @Test
  void everyStateThatAKillCanLeaveIsCompletedByTheNextRun() throws Exception {
    assertThat(states).as("states that were looked at").hasSize(STATES);
    for (StandingStates.State state : states) {
      assertCompletes(state.night(), "left at " + state.stood());
    }
  }

  @Test
  void aNightThatFindsTheDiskFullIsCompletedOnceThereIsRoom() throws Exception {
    Night night = base.copiedTo(folder.resolve("full"));
    Process process = start(night, Trouble.Kind.disk_full, steps / 2);
    readWhile(process, night, steps / 2);

    assertThat(Await.exitCode("the end of a night on a full disk", process))
        .as("exit code on a full disk")
        .isNotZero();
    assertCompletes(night, "disk full from step %d of %d on".formatted(steps / 2, steps));
  }

  private static void assertCompletes(Night night, String what) throws IOException {
    assertThat(Picture.telling(night.published().orElseThrow()))
        .as("what readers see after the night was %s", what)
        .isIn(before, after);

    night.runAsOf("2024-08-26T18:00:00Z", AS_OF);

    assertThat(Picture.whole(night.published().orElseThrow()))
        .as("the tables of the night after the one that was %s", what)
        .isEqualTo(afterWhole);
    assertThat(night.figure(STATEMENTS)).as("none doubled: %s", what).isEqualTo("3");
    try (Stream<Path> manifests = Files.list(night.warehouse().resolve("_manifests"))) {
      assertThat(manifests.map(f -> f.getFileName().toString()))
          .as("what is left beside the manifests after the night was %s", what)
          .allMatch(name -> name.matches("\\.?\\d{8}\\.json(\\.crc)?"));
    }
    System.out.println("ok: " + what);
  }

  /**
   * Looks at the published tables as long as the night goes on, and between two looks leaves the
   * machine to the night for as long as a look took; returns where it stood still.
   */
  private static String readWhile(Process process, Night night, long step) throws Exception {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      long pause = LEAST_PAUSE_MILLIS;
      while (!process.waitFor(pause, TimeUnit.MILLISECONDS) && !said.ready()) {
        long began = System.nanoTime();
        assertThat(Picture.telling(night.published().orElseThrow()))
            .as("what a reader sees while the night goes on that stops at step %d", step)
            .isIn(before, after);
        pause = Math.max(LEAST_PAUSE_MILLIS, (System.nanoTime() - began) / 1_000_000);
      }
      String line = Await.line("where the night stands at step " + step, said);
      return line == null ? "over before" : line.replace(night.warehouse().toString(), "");
    }
  }

  private static String months(int year, String... figures) {
    StringBuilder text = new StringBuilder(Night.HEADER);
    List<String> areas = List.of("甲县", "乙县", "丙县");
    for (int month = 5; month <= 7; month++) {
      for (int i = 0; i < areas.size(); i++) {
        text.append(
            "%s,社零,%d-%02d,,,%s.%d,亿元,,%d-%02d-18,\n"
                .formatted(areas.get(i), year, month, figures[i], month, year, month + 1));
      }
    }
    return text.toString();
  }

  private static Process start(Night night, Trouble.Kind kind, long step) throws IOException {
    List<String> main =
        new ArrayList<>(
            List.of(
                TroubledNight.class.getName(),
                Packs.THREELANDS.toString(),
                night.landing().toString(),
                night.warehouse().toString(),
                night.out().toString(),
                "2024-08-25T18:00:00Z",
                AS_OF,
                kind.name(),
                Long.toString(step)));
    return new ProcessBuilder(Java.command(main.toArray(String[]::new)))
        .redirectError(folder.resolve("night.err").toFile())
        .start();
  }
}
