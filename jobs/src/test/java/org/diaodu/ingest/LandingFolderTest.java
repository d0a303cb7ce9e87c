package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingFolderTest {
  private static final String HEADER = "ref_area,indicator,time_period,obs_value,release_date\n";
  private static final String LINE = "甲县,社零,2024-06,12.5,2024-07-18\n";
  private static final Instant NOW = Instant.parse("2024-08-01T20:00:00Z");

  @TempDir private Path landing;

  @Test
  void linesAreCountedAndHashed() throws IOException {
    LandingFile file = look("a.csv", HEADER + LINE + "\n" + LINE);

    assertThat(file.format()).isEqualTo(LandingFile.Format.tidy_csv);
    assertThat(file.lines()).isEqualTo(4);
    assertThat(file.dataLines()).as("the blank line is none").isEqualTo(2);
    assertThat(file.sha256()).hasSize(64);
    assertThat(file.faults()).isEmpty();
  }

  @Test
  void byteOrderMarkAndCarriageReturnsAreNoPartOfTheData() throws IOException {
    LandingFile file = look("a.csv", "\uFEFF" + (HEADER + LINE).replace("\n", "\r\n"));

    assertThat(file.faults()).isEmpty();
    assertThat(file.header().column("ref_area")).isEqualTo(1);
    assertThat(file.header().column("release_date")).isEqualTo(5);
  }

  @Test
  void linesThatEndWithACarriageReturnAloneAreToldOnceAndByTheirName() throws IOException {
    for (String header : new String[] {HEADER, HEADER.replace("\n", ",注\n"), "\uFEFF" + HEADER}) {
      LandingFile file = look("a.csv", (header + LINE + LINE).replace('\n', '\r'));

      assertThat(file.readable()).isFalse();
      assertThat(file.faults())
          .singleElement()
          .satisfies(f -> assertThat(f.ruleId()).isEqualTo("cr_line_ends"))
          .satisfies(f -> assertThat(f.message()).contains("回车", "CR"));
    }
  }

  @Test
  void aPrintedTableWhoseLinesEndWithACarriageReturnAloneIsOne() throws IOException {
    LandingFile file = look("a.csv", "2024年6月社会消费品零售总额\r地区,本月\r甲县,12.5\r");

    assertThat(file.format()).isEqualTo(LandingFile.Format.printed_text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM", "UTF-16LE", "UTF-16BE", "GB18030"})
  void aFileIsReadInTheEncodingThatASpreadsheetSavedItIn(String charset) throws IOException {
    Path path = landing.resolve("a.csv");
    Files.write(
        path,
        "地区,指标,时期,数值,发布日期\r\n甲县,社零,2024年6月,12.5,2024/7/18\r\n".getBytes(Charset.forName(charset)));
    Files.setLastModifiedTime(path, FileTime.from(NOW.minusSeconds(60)));

    LandingFile file = LandingFolder.look(landing, NOW).files().get(0);

    assertThat(file.format()).isEqualTo(LandingFile.Format.tidy_csv);
    assertThat(file.faults()).isEmpty();
    assertThat(file.dataLines()).isEqualTo(1);
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    LandingFile file = look("a.csv", "ref_area,indicator,time_period,obs_value\n" + LINE);

    assertThat(file.readable()).isFalse();
    assertThat(file.faults())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("release_date"));
  }

  @Test
  void anUnknownColumnNamesTheNearestOne() throws IOException {
    LandingFile file = look("a.csv", HEADER.replace("obs_value", "obs_vlaue") + LINE);

    assertThat(file.faults())
        .extracting(Fault::ruleId)
        .contains("unknown_column", "missing_column");
    assertThat(file.faults().get(0).message()).contains("obs_value");
  }

  @Test
  void aTextWithoutAHeaderMayBeAPrintedTable() throws IOException {
    LandingFile file = look("a.csv", LINE + LINE);

    assertThat(file.format()).isEqualTo(LandingFile.Format.printed_text);
    assertThat(file.faults()).extracting(Fault::ruleId).containsExactly("no_header");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    assertThat(look("a.csv", "").format()).isEqualTo(LandingFile.Format.empty);
    assertThat(look("b.csv", " \n\n").faults())
        .extracting(Fault::ruleId)
        .containsExactly("empty_file");
  }

  @Test
  void aBinaryFileIsSaidToBeBinary() throws IOException {
    LandingFile file = look("a.csv", "\u0001\u0000\u0000" + HEADER);

    assertThat(file.format()).isEqualTo(LandingFile.Format.binary);
    assertThat(file.faults()).extracting(Fault::ruleId).containsExactly("binary_file");
  }

  @Test
  void aWorkbookIsKnownByItsContentAndNotByItsName() throws IOException {
    assertThat(look("a.csv", "PK\u0003\u0004\u0000\u0000").format())
        .isEqualTo(LandingFile.Format.xlsx);
    assertThat(look("b.csv", "<html><table></table></html>").format())
        .isEqualTo(LandingFile.Format.html);
  }

  @Test
  void aLineOfAHundredMegabytesIsSetAsideAloneAndTheOthersAreRead() throws IOException {
    Path path = landing.resolve("a.csv");
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write((HEADER + LINE).getBytes(StandardCharsets.UTF_8));
      byte[] megabyte = new byte[1 << 20];
      Arrays.fill(megabyte, (byte) '7');
      for (int i = 0; i < 100; i++) {
        out.write(megabyte);
      }
      out.write(("\n" + LINE).getBytes(StandardCharsets.UTF_8));
    }
    settle(path);

    LandingFile file = LandingFolder.look(landing, NOW).files().get(0);

    assertThat(file.dataLines()).isEqualTo(3);
    assertThat(file.faults())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.ruleId()).isEqualTo("line_too_long");
              assertThat(f.sourceCell()).isEqualTo("3:0");
              assertThat(f.found()).startsWith("104857600字节");
            });
    assertThat(file.chunks()).extracting(LandingFile.Chunk::firstLine).containsExactly(2L, 4L);
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftForTheNextNight() throws IOException {
    Path young = landing.resolve("young.csv");
    Files.writeString(young, HEADER + LINE);
    Files.setLastModifiedTime(young, FileTime.from(NOW.minusMillis(500)));
    write("b.csv.part", HEADER + LINE);
    write("c.csv", HEADER + LINE);

    LandingFolder folder = LandingFolder.look(landing, NOW);

    assertThat(folder.stillBeingWritten()).containsExactly("b.csv.part", "young.csv");
    assertThat(folder.files()).extracting(LandingFile::file).containsExactly("c.csv");
  }

  @Test
  void hiddenFilesAndReadmesAreNoData() throws IOException {
    write(".hidden.csv", HEADER);
    write("README.md", "about");
    write("2024/a.csv", HEADER + LINE);

    assertThat(LandingFolder.look(landing, NOW).files())
        .extracting(LandingFile::file)
        .containsExactly("2024/a.csv");
  }

  private LandingFile look(String name, String text) throws IOException {
    write(name, text);
    return LandingFolder.look(landing, NOW).files().stream()
        .filter(f -> f.file().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Path path = landing.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    settle(path);
  }

  private static void settle(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(NOW.minusSeconds(60)));
  }
}
