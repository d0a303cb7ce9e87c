package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day of publication of files that do not state it. */
class PublicationDaysTest {
  private static final Instant NOW = Instant.parse("2024-12-01T02:00:00Z");

  @TempDir private Path landing;

  @Test
  void aLineNamesAFileOrSeveralAtAnyDepth() throws IOException {
    lies("release.yaml", "yearbook-2021.xls: 2021-12-01\n\"*-2022.xls\": 2022年11月30日\n");
    lies("yearbook-2021.xls", "a");
    lies("books/yearbook-2022.xls", "b");
    lies("books/yearbook-2023.xls", "c");

    assertThat(days())
        .containsExactlyEntriesOf(
            sorted(
                Map.of(
                    "books/yearbook-2022.xls", "2022-11-30",
                    "books/yearbook-2023.xls", "null",
                    "yearbook-2021.xls", "2021-12-01")));
  }

  @Test
  void theNearestFolderCountsAndInItTheFirstLine() throws IOException {
    lies("release.yaml", "\"*\": 2020-01-01\nbooks/a.xls: 2020-02-02\n");
    lies("books/release.yaml", "a.xls: 2021-01-01\n\"a*\": 2021-02-02\n");
    lies("books/a.xls", "a");
    lies("books/ab.xls", "b");
    lies("books/c.xls", "c");

    assertThat(days().values()).containsExactly("2021-01-01", "2021-02-02", "2020-01-01");
  }

  @Test
  void whatAFaultyFileMaySpeakOfWaitsAndBothAreTold() throws IOException {
    lies("books/release.yaml", "a.xls: 明年\n");
    lies("books/a.xls", "a");
    lies("b.xls", "b");

    LandingFolder looked = LandingFolder.look(landing, NOW);

    assertThat(looked.files()).extracting(LandingFile::file).containsExactly("b.xls");
    assertThat(looked.notRead().get("books/release.yaml")).contains("第1行", "明年");
    assertThat(looked.notRead().get("books/a.xls")).contains("release.yaml");
  }

  @Test
  void aTidyFileNeedsNoColumnOfReleaseDatesThen() throws IOException {
    lies("release.yaml", "a.csv: 2024-08-20\n");
    lies("a.csv", "地区,指标,时期,数值\n甲县,社零,2024-07,9\n");
    lies("b.csv", "地区,指标,时期,数值,发布日期\n甲县,社零,2024-07,9,2024-08-21\n");

    LandingFolder looked = LandingFolder.look(landing, NOW);

    assertThat(looked.files()).extracting(LandingFile::readable).containsExactly(true, true);
    assertThat(looked.files().get(0).header().released()).isEqualTo(LocalDate.of(2024, 8, 20));
  }

  private Map<String, String> days() {
    Map<String, String> days = new TreeMap<>();
    LandingFolder.look(landing, NOW)
        .files()
        .forEach(file -> days.put(file.file(), String.valueOf(file.released())));
    return days;
  }

  private static Map<String, String> sorted(Map<String, String> days) {
    return new TreeMap<>(days);
  }

  private void lies(String name, String text) throws IOException {
    Path file = landing.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
  }
}
