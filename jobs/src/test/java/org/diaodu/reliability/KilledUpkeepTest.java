package org.diaodu.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.diaodu.release.Audit;
import org.diaodu.testing.Java;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents are published and the warehouse is tidied up, and both are ended at steps spread over
 * the whole of it. Two minutes for a single step, so it is run by a command of its own:
 * docs/reliability.md has it, and the results.
 */
@Tag("measured")
class KilledUpkeepTest {
  private static final int STATES = Integer.getInteger("diaodu.upkeep.states", 1);
  private static final long SEED = Long.getLong("diaodu.kill.seed", 20240731L);

  /** Long after all files were written, so that everything which may be deleted is. */
  private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

  @TempDir private static Path folder;
  private static Night base;
  private static Map<String, String> figures;
  private static Map<String, String> whole;
  private static StandingStates states;

  @BeforeAll
  static void documentsArePublishedAndTheWarehouseIsTidied() throws Exception {
    base = new Night(Packs.THREELANDS, folder.resolve("base"));
    base.arrives("a.csv", month("2023-06", "22.1", "2023-07-18"));
    base.arrives("b.csv", month("2024-06", "24.2", "2024-07-18"));
    base.runAsOf("2024-07-26T18:00:00Z", "2024-08-31");
    figures = Picture.telling(base.published().orElseThrow());
    whole = Picture.whole(base.published().orElseThrow());

    Night undisturbed = base.copiedTo(folder.resolve("undisturbed"));
    states =
        StandingStates.of(start(undisturbed), undisturbed, folder.resolve("states"), STATES, SEED);
    assertWell(undisturbed, "not disturbed");
  }

  @Test
  void whereverItIsKilledReadersSeeTheSameFiguresAndTheNextRunFinishesIt() throws IOException {
    assertThat(states.sampled()).as("states that were looked at").hasSize(STATES);
    for (StandingStates.State state : states.sampled()) {
      Night night = state.night();
      assertThat(Picture.telling(night.published().orElseThrow()))
          .as("what readers see, left at %s", state.stood())
          .isEqualTo(figures);

      TroubledUpkeep.run(
          SharedSpark.session(),
          Packs.THREELANDS,
          night.warehouse().toString(),
          night.out(),
          LATER.plusSeconds(3600));

      assertWell(night, "left at " + state.stood());
      System.out.printf("ok: left at %s of %d%n", state.stood(), states.steps());
    }
  }

  private static void assertWell(Night night, String what) {
    assertThat(Picture.whole(night.published().orElseThrow())).as("%s", what).isEqualTo(whole);
    Audit audit = Audit.of(SharedSpark.session(), night.warehouse().toString());
    assertThat(audit.faults()).as("%s", what).isEmpty();
    assertThat(audit.releases()).as("releases, %s", what).hasSize(1);
    assertThat(night.figure("SELECT count(DISTINCT release_id) FROM reporting.dispatch_figures"))
        .as("releases with figures, %s", what)
        .isEqualTo("1");
  }

  private static Process start(Night night) throws IOException {
    return new ProcessBuilder(
            Java.command(
                TroubledUpkeep.class.getName(),
                Packs.THREELANDS.toString(),
                night.warehouse().toString(),
                night.out().toString(),
                LATER.toString(),
                Trouble.Kind.pause.name(),
                "1"))
        .redirectError(folder.resolve("upkeep.err").toFile())
        .start();
  }

  private static String month(String period, String figure, String released) {
    return Night.HEADER
        + "甲县,社零,%s,,,%s,亿元,,%s,\n".formatted(period, figure, released)
        + "乙县,社零,%s,,,11.5,亿元,,%s,\n".formatted(period, released);
  }
}
