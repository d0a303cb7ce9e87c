package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  private static final String HEADER =
      "ref_area,indicator,time_period,obs_value,release_date,note\n";
  private static final Instant NOW = Instant.parse("2024-08-01T20:00:00Z");

  @TempDir private Path landing;

  @Test
  void badLinesNeverStopGoodOnes() throws IOException {
    write(
        "a.csv",
        HEADER
            + "甲县,社零,2024-06,12.5,2024-07-18,\n"
            + "甲县,社零,2024-13,12.5,2024-07-18,\n"
            + "乙县,社零,2024-06,,2024-07-18,\n"
            + "丙县,社零,2024-06,9.5,2024-07-18,\n");
    write("b.csv", "nonsense\n");

    Dataset<Row> cells = cells();

    assertThat(Ingest.accepted(cells).select("source_cell").collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactlyInAnyOrder("2:4", "5:4");
    CellCounts counts = Ingest.counts(files(), cells).values().iterator().next();
    assertThat(counts.read()).isEqualTo(4);
    assertThat(counts.accepted()).isEqualTo(2);
    assertThat(counts.quarantined()).isEqualTo(1);
    assertThat(counts.ignoredBecause()).containsEntry("empty_value", 1L);
    assertThat(Ingest.fileFaults(SharedSpark.session(), files()).collectAsList())
        .singleElement()
        .satisfies(r -> assertThat(r.<String>getAs("rule_id")).isEqualTo("no_header"));
  }

  @Test
  void theSameFigureTwiceWithDifferentValuesIsRefusedBothTimes() throws IOException {
    write(
        "a.csv",
        HEADER
            + "甲县,社零,2024-06,12.5,2024-07-18,\n"
            + "甲县,社零,2024-06,12.6,2024-07-18,\n"
            + "乙县,社零,2024-06,8,2024-07-18,\n");

    Dataset<Row> cells = cells();

    assertThat(Ingest.accepted(cells).count()).isEqualTo(1);
    List<Row> refused = Ingest.quarantine(cells).orderBy("source_cell").collectAsList();
    assertThat(refused)
        .extracting(r -> r.<String>getAs("source_cell"))
        .containsExactly("2:4", "3:4");
    assertThat(refused.get(0).<String>getAs("message")).contains("第2、3行");
  }

  @Test
  void theSameFigureSaidTwiceCountsOnce() throws IOException {
    write(
        "a.csv",
        HEADER
            + "甲县,社零,2024-06,12.5,2024-07-18,\n"
            + "T01,retail_sales,2024-06,12.50,2024-07-18,\n");

    Dataset<Row> cells = cells();

    assertThat(Ingest.accepted(cells).count()).isEqualTo(1);
    assertThat(Ingest.counts(files(), cells).values().iterator().next().ignoredBecause())
        .containsEntry("duplicate_in_file", 1L);
  }

  @Test
  void byteOrderMarkCarriageReturnsAndGb18030LinesStandBesideGoodLines() throws IOException {
    byte[] good =
        ("\uFEFF" + HEADER + "甲县,社零,2024-06,12.5,2024-07-18,\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] bad = "乙县,社零,2024-06,9.5,2024-07-18,\r\n".getBytes(Charset.forName("GB18030"));
    byte[] last = "丙县,社零,2024-06,8.5,2024-07-18,终\r\n".getBytes(StandardCharsets.UTF_8);
    Path path = landing.resolve("a.csv");
    Files.write(path, good);
    Files.write(path, bad, java.nio.file.StandardOpenOption.APPEND);
    Files.write(path, last, java.nio.file.StandardOpenOption.APPEND);
    settle(path);

    Dataset<Row> cells = cells();

    assertThat(Ingest.accepted(cells).select("note").collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactlyInAnyOrder(null, "终");
    assertThat(Ingest.quarantine(cells).first().<String>getAs("rule_id")).isEqualTo("not_utf8");
  }

  @Test
  void whateverTheBytesEveryLineIsAccountedFor() throws IOException {
    Random random = new Random(5);
    byte[] pieces = "甲县,社零2024-06\"\n\r \t,1.5".getBytes(StandardCharsets.UTF_8);
    for (int file = 0; file < 20; file++) {
      byte[] garbage = new byte[2000];
      for (int i = 0; i < garbage.length; i++) {
        garbage[i] =
            random.nextInt(4) == 0
                ? (byte) (1 + random.nextInt(255))
                : pieces[random.nextInt(pieces.length)];
      }
      Path path = landing.resolve("g%02d.csv".formatted(file));
      Files.write(path, HEADER.getBytes(StandardCharsets.UTF_8));
      Files.write(path, garbage, java.nio.file.StandardOpenOption.APPEND);
      settle(path);
    }

    assertThat(Ingest.counts(files(), cells()))
        .hasSize(20)
        .allSatisfy((f, c) -> assertThat(c.addUp()).as(f.file()).isTrue());
  }

  @Test
  void aLostCellStopsTheRun() throws IOException {
    write("a.csv", HEADER + "甲县,社零,2024-06,12.5,2024-07-18,\n乙县,社零,2024-06,8,2024-07-18,\n");

    assertThatThrownBy(() -> Ingest.counts(files(), cells().limit(1)))
        .isInstanceOf(CellsDoNotAddUpException.class)
        .hasMessageContaining("a.csv")
        .hasMessageContaining("2 cells were read");
  }

  private Dataset<Row> cells() {
    return Ingest.cells(
        SharedSpark.session(),
        files(),
        Packs.threelands(),
        LocalDate.of(2024, 8, 1),
        SharedSpark.session().sparkContext().longAccumulator());
  }

  private List<LandingFile> files() {
    return LandingFolder.look(landing, NOW).files();
  }

  private void write(String name, String text) throws IOException {
    Path path = landing.resolve(name);
    Files.writeString(path, text);
    settle(path);
  }

  private static void settle(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(NOW.minusSeconds(60)));
  }
}
