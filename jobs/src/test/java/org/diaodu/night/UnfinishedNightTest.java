package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.night.NightlyReport.FileOutcome;
import org.diaodu.night.NightlyReport.FileReport;
import org.diaodu.night.NightlyReport.Unfinished;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a night tells that follows one which was killed: a night is run, then what it wrote last is
 * taken away, as a kill at that step would have left it.
 */
@Slow
class UnfinishedNightTest {
  @TempDir private static Path folder;

  private static NightlyReport undisturbed;
  private static NightlyReport afterAKillBeforeItPublished;
  private static NightlyReport afterAKillBeforeItTold;
  private static NightlyReport theNightAfter;

  @BeforeAll
  static void nightsAfterAKill() throws IOException {
    Night night = new Night(Packs.THREELANDS, folder.resolve("undisturbed"));
    night.arrives(
        "may.csv",
        Night.HEADER
            + entities("T01", "2024-05", "21012", "户", "2024-06-15")
            + entities("T02", "2024-05", "18000", "户", "2024-06-15")
            + entities("T03", "2024-05", "15000", "户", "2024-06-15"));
    night.run("2024-07-01T18:00:00Z");
    night.arrives("june.csv", Night.HEADER + june("T01", "21234", "万户"));
    night.run("2024-07-20T18:00:00Z");

    night.arrives("corrected.csv", Night.HEADER + june("T01", "21234", "户"));
    night.arrives(
        "revised.csv", Night.HEADER + entities("T02", "2024-05", "18050", "户", "2024-07-15"));
    night.arrives(
        "refused.csv",
        Night.HEADER
            + june("T02", "18l00", "户")
            + june("T09", "1", "户")
            + june("T03", "15100", "户"));
    night.arrives("binary.csv", new byte[] {0, 1, 2, 0});
    undisturbed = night.run("2024-07-21T18:00:00Z");

    Night unpublished = night.copiedTo(folder.resolve("unpublished"));
    forget(unpublished, "_runs/" + undisturbed.runId());
    forget(unpublished, "_seals/00000003-");
    forget(unpublished, "_manifests/00000003.");
    afterAKillBeforeItPublished = unpublished.run("2024-07-22T18:00:00Z");

    Night untold = night.copiedTo(folder.resolve("untold"));
    forget(untold, "_runs/" + undisturbed.runId());
    untold.arrives(
        "late.csv", Night.HEADER + entities("T01", "2024-04", "20900", "户", "2024-05-15"));
    afterAKillBeforeItTold = untold.run("2024-07-22T18:00:00Z");
    theNightAfter = untold.run("2024-07-23T18:00:00Z");
  }

  @Test
  void figuresOfTheKilledNightAreToldByTheOneThatPublishesThem() {
    assertThat(afterAKillBeforeItPublished.changes())
        .isEqualTo(undisturbed.changes())
        .containsEntry("first", 2L)
        .containsEntry("revision", 1L);
    assertThat(afterAKillBeforeItPublished.revised()).isEqualTo(undisturbed.revised()).hasSize(1);
  }

  @Test
  void itsRefusalsAreToldWithThePagesForTheirSenders() {
    assertThat(spoken(afterAKillBeforeItPublished))
        .isEqualTo(spoken(undisturbed))
        .anyMatch(of -> of.startsWith("refused.csv read 3 2"))
        .anyMatch(of -> of.startsWith("binary.csv refused"));
    assertThat(afterAKillBeforeItPublished.quarantined()).isEqualTo(undisturbed.quarantined());
  }

  @Test
  void whatNoLongerWaitsSinceTheKilledNightIsTold() {
    assertThat(afterAKillBeforeItPublished.overtaken())
        .isEqualTo(undisturbed.overtaken())
        .hasSize(1);
  }

  @Test
  void itSaysOfWhichRunItTells() {
    assertThat(undisturbed.unfinished()).isEqualTo(Unfinished.NONE);
    assertThat(afterAKillBeforeItPublished.unfinished().runs())
        .containsExactly(undisturbed.runId());
  }

  @Test
  void aNightThatPublishedAndCouldNotTellIsToldWithWhatCameSince() {
    assertThat(afterAKillBeforeItTold.changes())
        .containsEntry("first", undisturbed.changes().get("first") + 1)
        .containsEntry("revision", 1L);
    assertThat(spoken(afterAKillBeforeItTold))
        .containsAll(spoken(undisturbed))
        .anyMatch(of -> of.startsWith("late.csv read"));
    assertThat(afterAKillBeforeItTold.overtaken()).isEqualTo(undisturbed.overtaken());
  }

  @Test
  void nothingIsToldTwice() {
    assertThat(theNightAfter.unfinished()).isEqualTo(Unfinished.NONE);
    assertThat(theNightAfter.changes()).isEmpty();
    assertThat(spoken(theNightAfter)).isEmpty();
    assertThat(theNightAfter.overtaken()).isEmpty();
  }

  /** What is said of each file that said anything: its counts, its faults and the page on it. */
  private static List<String> spoken(NightlyReport report) {
    List<String> spoken = new ArrayList<>();
    for (FileReport file : report.files()) {
      if (file.outcome() != FileOutcome.known) {
        spoken.add(
            "%s %s %d %d %d %d %d %s %s"
                .formatted(
                    file.file(),
                    file.outcome(),
                    file.cellsRead(),
                    file.quarantined(),
                    file.held(),
                    file.accepted(),
                    file.warned(),
                    file.faults(),
                    file.feedback().map(page -> page.getFileName().toString())));
      }
    }
    return spoken.stream().sorted().toList();
  }

  private static void forget(Night night, String beginning) throws IOException {
    Path file = night.warehouse().resolve(beginning);
    try (Stream<Path> beside = Files.list(file.getParent())) {
      for (Path one : beside.toList()) {
        if (one.getFileName()
            .toString()
            .replaceFirst("^\\.", "")
            .startsWith(file.getFileName().toString())) {
          Files.delete(one);
        }
      }
    }
  }

  private static String june(String area, String value, String unit) {
    return entities(area, "2024-06", value, unit, "2024-07-15");
  }

  private static String entities(
      String area, String period, String value, String unit, String released) {
    return "%s,business_entities,%s,EOP,LEVEL,%s,%s,A,%s,\n"
        .formatted(area, period, value, unit, released);
  }
}
