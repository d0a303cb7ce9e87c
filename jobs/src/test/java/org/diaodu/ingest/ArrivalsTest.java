package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which files speak, and since when. Contents are named by letters, times by minutes. */
class ArrivalsTest {
  private static final int TONIGHT = 100;

  private final List<LandingFile> lying = new ArrayList<>();
  private final List<Arrival> before = new ArrayList<>();
  private final List<Arrival> noted = new ArrayList<>();
  private final Set<String> readAgain = new HashSet<>();

  @Test
  void whatCameFirstIsReadFirstWhateverItsName() {
    lies("z.csv", "a", 1);
    lies("a.csv", "b", 2);

    assertThat(speaking()).containsExactly("z.csv at 1", "a.csv at 2");
  }

  @Test
  void ofWhatCameAtOneInstantTheNameSaysTheOrder() {
    lies("b.csv", "b", 1);
    lies("a.csv", "a", 1);

    assertThat(speaking()).containsExactly("a.csv at 1", "b.csv at 1");
  }

  @Test
  void theSameContentStillLyingThereSaysNothing() {
    came("a.csv", "a", 1);
    lies("a.csv", "a", 1);

    assertThat(speaking()).isEmpty();
    assertThat(names(arrivals().known())).containsExactly("a.csv");
  }

  @Test
  void touchedItSaysNothingEither() {
    came("a.csv", "a", 1);
    lies("a.csv", "a", 50);

    assertThat(speaking()).isEmpty();
  }

  @Test
  void anotherContentAtItsPlaceSpeaks() {
    came("a.csv", "a", 1);
    lies("a.csv", "b", 2);

    assertThat(speaking()).containsExactly("a.csv at 2");
  }

  @Test
  void theFirstContentBackAtItsPlaceIsTheLastWord() {
    came("a.csv", "a", 1);
    came("a.csv", "b", 2);
    lies("a.csv", "a", 3);

    assertThat(speaking()).containsExactly("a.csv at 3");
  }

  @Test
  void itIsTheLastWordAlsoWithTheTimeOfChangeThatItHadAtFirst() {
    came("a.csv", "a", 1);
    came("a.csv", "b", 2);
    lies("a.csv", "a", 1);

    assertThat(speaking()).as("restored from a copy tonight").containsExactly("a.csv at 100");
  }

  @Test
  void aContentSentAgainUnderAnotherNameIsTheLastWord() {
    came("w-1.csv", "a", 1);
    came("w-2.csv", "b", 2);
    lies("w-1.csv", "a", 1);
    lies("w-2.csv", "b", 2);
    lies("w-3.csv", "a", 3);

    assertThat(speaking()).containsExactly("w-3.csv at 3");
  }

  @Test
  void aFileThatWasMovedSaysNothing() {
    came("a.csv", "a", 1);
    lies("2024/a.csv", "a", 1);

    assertThat(speaking()).isEmpty();
    assertThat(names(arrivals().copies())).containsExactly("2024/a.csv");
  }

  @Test
  void aFolderCopiedAsAWholeSaysNothing() {
    came("june/a.csv", "a", 1);
    came("june/b.csv", "b", 2);
    lies("june/a.csv", "a", 1);
    lies("june/b.csv", "b", 2);
    lies("backup/a.csv", "a", 50);
    lies("backup/b.csv", "b", 50);

    assertThat(speaking()).isEmpty();
    assertThat(names(arrivals().copies())).containsExactly("backup/a.csv", "backup/b.csv");
  }

  @Test
  void aFolderWithOneMoreFileIsNoCopy() {
    came("june/a.csv", "a", 1);
    came("june/b.csv", "b", 2);
    lies("june/a.csv", "a", 1);
    lies("june/b.csv", "b", 2);
    lies("again/a.csv", "a", 50);
    lies("again/b.csv", "b", 51);
    lies("again/c.csv", "c", 52);

    assertThat(speaking())
        .containsExactly("again/a.csv at 50", "again/b.csv at 51", "again/c.csv at 52");
  }

  @Test
  void manyThatComeAgainInOneNightAreNotHeard() {
    for (String content : List.of("a", "b", "c")) {
      came(content + ".csv", content, 1);
      lies("old/" + content + ".csv", content, 50);
    }
    lies("new.csv", "d", 51);

    assertThat(speaking()).containsExactly("new.csv at 51");
    assertThat(names(arrivals().again())).containsExactly("old/a.csv", "old/b.csv", "old/c.csv");
  }

  @Test
  void aFileWithATimeOfTheFutureCameTonight() {
    lies("a.csv", "a", 5000);

    assertThat(speaking()).containsExactly("a.csv at 100");
  }

  @Test
  void ofClocksThatWereAheadTheOrderCounts() {
    lies("z.csv", "a", 5000);
    lies("a.csv", "b", 6000);
    lies("b.csv", "c", 6000);

    assertThat(arrivals().speaking())
        .extracting(LandingFile::file, LandingFile::arrivedAt)
        .containsExactly(
            tuple("z.csv", minute(TONIGHT).minusNanos(1000)),
            tuple("a.csv", minute(TONIGHT)),
            tuple("b.csv", minute(TONIGHT)));
  }

  @Test
  void aFileReadAgainIsHeardAsOfTheDayOnWhichItCame() {
    came("a.csv", "a", 1);
    lies("a.csv", "a", 50);
    readAgain.add("a.csv");

    assertThat(speaking()).containsExactly("a.csv at 1");
  }

  @Test
  void theLedgerSaysWhenItCameToAnotherWarehouse() {
    noted.add(new Arrival("a.csv", "a", minute(7)));
    lies("a.csv", "a", 90);
    lies("b.csv", "b", 8);

    assertThat(speaking()).containsExactly("a.csv at 7", "b.csv at 8");
  }

  @Test
  void whatSaidNothingWhenItCameSaysNothingInAnotherWarehouse() {
    noted.add(new Arrival("copy.csv", "a", null));
    lies("copy.csv", "a", 9);

    assertThat(speaking()).isEmpty();
    assertThat(names(arrivals().copies())).containsExactly("copy.csv");
  }

  @Test
  void aFileThatWasMovedSaysInAnotherWarehouseWhatItSaidWhereItLay() {
    noted.add(new Arrival("a.csv", "a", minute(7)));
    noted.add(new Arrival("2024/a.csv", "a", null));
    lies("2024/a.csv", "a", 90);

    assertThat(speaking()).containsExactly("2024/a.csv at 7");
  }

  @Test
  void aFileChangedAfterTheLedgerWasWrittenSpeaksAnew() {
    noted.add(new Arrival("a.csv", "a", minute(7)));
    lies("a.csv", "b", 9);

    assertThat(speaking()).containsExactly("a.csv at 9");
  }

  private Arrivals arrivals() {
    return Arrivals.of(
        lying,
        before,
        noted,
        file -> readAgain.contains(file.file()),
        Arrivals.Holds.NONE,
        minute(TONIGHT));
  }

  private List<String> speaking() {
    return arrivals().speaking().stream()
        .map(file -> file.file() + " at " + file.arrivedAt().getEpochSecond() / 60)
        .toList();
  }

  private static List<String> names(List<LandingFile> files) {
    return files.stream().map(LandingFile::file).toList();
  }

  private void came(String file, String content, int minute) {
    before.add(new Arrival(file, content, minute(minute)));
  }

  private void lies(String file, String content, int changed) {
    lying.add(
        new LandingFile(
            file,
            "/landing/" + file,
            content,
            10,
            LandingFile.Format.tidy_csv,
            2,
            1,
            null,
            List.of(),
            List.of(),
            minute(changed),
            null));
  }

  private static Instant minute(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }
}
