package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.diaodu.testing.Await;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to files that are gone, half there, or no files. */
class HostileLandingTest {
  private static final String HEADER = "ref_area,indicator,time_period,release_date,obs_value\n";
  private static final String LINE = "甲县,社零,2024-06,2024-07-18,1234.5\n";
  private static final Instant NOW = Instant.parse("2024-08-01T20:00:00Z");
  private static final TidyCsvLine READER =
      new TidyCsvLine(Packs.threelands(), LocalDate.of(2024, 8, 1));

  @TempDir private Path folder;
  private Path landing;

  @BeforeEach
  void aLandingFolder() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
  }

  @Test
  void aLastLineWithoutItsEndMayBeHalfAFigureAndIsRefused() throws IOException {
    arrives("a.csv", HEADER + LINE + LINE.replace("1234.5\n", "12"));

    LandingFile file = look().files().get(0);

    assertThat(figures(file)).as("12 looks right and is not").containsExactly("1234.500000");
    assertThat(file.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.ruleId()).isEqualTo("unfinished_line");
              assertThat(fault.sourceCell()).isEqualTo("3:0");
              assertThat(fault.message()).contains("没有以换行结束", "加一个换行");
            });
    assertThat(file.dataLines()).as("2 lines = 1 read and 1 refused").isEqualTo(2);
  }

  @Test
  void aLastLineThatEndsInADateOrANoteIsReadWithoutALineEnd() throws IOException {
    String header = "ref_area,indicator,time_period,obs_value,release_date";
    arrives("date.csv", header + "\n甲县,社零,2024-06,12.5,2024-07-18");
    arrives("note.csv", header + ",note\n甲县,社零,2024-06,12.5,2024-07-18,a no");
    arrives("half-a-date.csv", header + "\n甲县,社零,2024-06,12.5,2024-07-1");

    List<LandingFile> files = look().files();

    assertThat(figures(files.get(0))).containsExactly("12.500000");
    assertThat(figures(files.get(1))).isEmpty();
    assertThat(figures(files.get(2))).containsExactly("12.500000");
  }

  @Test
  void aFileCutAnywhereGivesNoFigureThatTheWholeDoesNotGive() throws IOException {
    byte[] whole = (HEADER + LINE + LINE.replace("甲县", "乙县")).getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < whole.length; length++) {
      arrives("cut.csv", Arrays.copyOf(whole, length));
      LandingFile file = look().files().get(0);

      assertThat(figures(file)).as("cut after %d bytes", length).allMatch("1234.500000"::equals);
    }
  }

  @Test
  void aFileThatIsChangedOrTakenAwayAfterItWasLookedAtIsFoundOut() throws IOException {
    Path gone = arrives("gone.csv", HEADER + LINE);
    Path other = arrives("other.csv", HEADER + LINE + LINE);
    arrives("same.csv", HEADER + LINE + LINE + LINE);
    LandingFolder looked = look();

    Files.delete(gone);
    Files.writeString(other, HEADER + LINE + LINE.replace("1234.5", "9999.9"));

    assertThat(looked.changed(looked.files()))
        .extracting(LandingFile::file)
        .containsExactly("gone.csv", "other.csv");
  }

  @Test
  void pipesAreNotOpenedAndLinksThatLeaveTheFolderAreNotFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.csv"), HEADER + LINE);
    Files.createDirectory(folder.resolve("elsewhere"));
    arrives("2024/a.csv", HEADER + LINE);
    Await.exitCode(
        "mkfifo", new ProcessBuilder("mkfifo", landing.resolve("pipe.csv").toString()).start());
    Files.createSymbolicLink(landing.resolve("device.csv"), Path.of("/dev/zero"));
    Files.createSymbolicLink(landing.resolve("out.csv"), secret);
    Files.createSymbolicLink(landing.resolve("nowhere.csv"), Path.of("not-there"));
    Files.createSymbolicLink(landing.resolve("circle.csv"), Path.of("circle.csv"));
    Files.createSymbolicLink(landing.resolve("folder"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(landing.resolve("within.csv"), Path.of("2024/a.csv"));

    LandingFolder looked = look();

    assertThat(looked.files())
        .extracting(LandingFile::file)
        .containsExactly("2024/a.csv", "within.csv");
    assertThat(looked.notRead())
        .containsOnlyKeys(
            "circle.csv", "device.csv", "folder", "nowhere.csv", "out.csv", "pipe.csv");
    assertThat(looked.notRead().get("pipe.csv")).contains("不是普通文件");
    assertThat(looked.notRead().get("out.csv")).contains("指向收件目录之外");
  }

  @Test
  void aLandingFolderThatIsItselfALinkIsRead() throws IOException {
    arrives("a.csv", HEADER + LINE);
    Path link = Files.createSymbolicLink(folder.resolve("link"), landing);

    assertThat(LandingFolder.look(link, NOW).files())
        .extracting(LandingFile::file)
        .containsExactly("a.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb.csv", "\u001B[2Ja.csv", "\u202Evsc.a", "a\u200Bb.csv"})
  void aNameThatCannotBeShownIsNotReadAndTold(String name) throws IOException {
    arrives(name, HEADER + LINE);

    LandingFolder looked = look();

    assertThat(looked.files()).isEmpty();
    assertThat(looked.notRead().firstKey()).contains("?").doesNotContain(name);
    assertThat(looked.notRead().values()).singleElement().asString().contains("请改名");
  }

  @Test
  void backslashesInANameAreNoFolders() throws IOException {
    arrives("a\\..\\x.csv", HEADER + LINE);

    assertThat(look().files()).extracting(LandingFile::file).containsExactly("a\\..\\x.csv");
  }

  @Test
  void twoThousandSmallFilesAreLookedAtInAFewSeconds() throws IOException {
    for (int i = 0; i < 2000; i++) {
      arrives("%02d/%04d.csv".formatted(i % 20, i), HEADER + LINE.replace("1234.5", i + ".5"));
    }

    long start = System.nanoTime();
    LandingFolder looked = look();

    assertThat(looked.files()).hasSize(2000);
    assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(20_000);
  }

  private List<String> figures(LandingFile file) {
    List<String> figures = new ArrayList<>();
    for (LandingFile.Chunk chunk : file.chunks()) {
      new FileChunk(file.file(), file.path(), file.sha256(), 0, Instant.EPOCH, chunk, file.header())
          .rows(READER)
          .forEachRemaining(row -> figures.addAll(accepted(row)));
    }
    return figures;
  }

  private static List<String> accepted(Row row) {
    int value = CellRow.SCHEMA.fieldIndex("obs_value");
    return row.isNullAt(value) ? List.of() : List.of(row.getDecimal(value).toPlainString());
  }

  private LandingFolder look() {
    return LandingFolder.look(landing, NOW);
  }

  private Path arrives(String name, String text) throws IOException {
    return arrives(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path arrives(String name, byte[] bytes) throws IOException {
    Path path = landing.resolve(name);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return Files.setLastModifiedTime(path, FileTime.from(NOW.minusSeconds(60)));
  }
}
