package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial of a file and a night's reading of it, held against each other cell by cell. */
class FileTrialTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

  @TempDir private Path folder;

  @Test
  void theSampleIsTriedAsANightReadsIt() {
    agree(Path.of("data/xiangxi"), Packs.xiangxi());
  }

  @Test
  void whatIsWrongWithAFileIsSaidAsANightSaysIt() throws IOException {
    // Of no figure that another of these files speaks of: that only a night can see.
    String header = "地区,指标,时期,数值,同比,发布日期\n";
    text("twice.csv", header + "甲县,社零,2024-06,1,2,2024-07-18\n甲县,社零,2024-06,1,3,2024-07-18\n");
    text("faulty.csv", header + "戊县,社零,2024-13,x,0.051,昨天\n丙县,社零,2024-06,,1%,2024-07-18\n丙县");
    text("header.csv", "ref_area,indicator,obs_vlaue\n甲县,社零,1\n");
    text("empty.csv", "");
    text("unknown.csv", "别的表\n地区,本月\n甲县,12.5\n");
    text("table.csv", "2024年1-6月社会消费品零售总额,,\n,,单位:亿元\n地区,1-6月,位次\n甲县,55.20,1\n乙县,约8,2\n");
    text("undated/a.csv", "地区,指标,时期,数值\n甲县,社零,2023-05,1\n");
    text("undated/release.yaml", "a.csv: 2024-07-18\n");
    Files.write(
        folder.resolve("gbk.csv"),
        (header + "甲县,社零,2023年1-6月,1,2.5,2024/7/18\n").getBytes(Charset.forName("GBK")));
    Files.write(folder.resolve("binary.csv"), new byte[] {1, 0, 0, 2, 0, 3});
    settle(folder.resolve("gbk.csv"));
    settle(folder.resolve("binary.csv"));

    agree(folder, Packs.threelands());
  }

  private static void agree(Path landing, RegionPack pack) {
    List<LandingFile> files = LandingFolder.look(landing, NOW).files();
    var cells =
        Ingest.cells(
                SharedSpark.session(),
                files,
                pack,
                TODAY,
                SharedSpark.session().sparkContext().longAccumulator())
            .cache();
    Map<LandingFile, CellCounts> counts = Ingest.counts(files, cells);
    Map<String, List<String>> read = new LinkedHashMap<>();
    cells
        .where("outcome NOT IN ('book', 'unreadable')")
        .orderBy("source_file", "line", "source_cell")
        .collectAsList()
        .forEach(
            row ->
                read.computeIfAbsent(row.getAs("source_file"), f -> new ArrayList<>())
                    .add(inWords(row)));
    cells.unpersist();

    Templates templates = Templates.of(pack);
    counts.forEach(
        (file, count) -> {
          FileTrial trial = FileTrial.of(Path.of(file.path()), landing, pack, templates, TODAY);
          assertThat(trial.file().file()).isEqualTo(file.file());
          assertThat(trial.counts()).as(file.file()).isEqualTo(count);
          assertThat(trial.cells())
              .as(file.file())
              .extracting(FileTrialTest::inWords)
              .containsExactlyInAnyOrderElementsOf(read.getOrDefault(file.file(), List.of()));
          assertThat(rules(trial.faults())).as(file.file()).containsAll(rules(file.faults()));
        });
  }

  private static List<String> rules(List<Fault> faults) {
    return faults.stream().map(Fault::message).toList();
  }

  private static String inWords(TriedCell cell) {
    return String.join(
        " ",
        cell.place(),
        cell.outcome().name(),
        String.valueOf(cell.fields().get("time_period")),
        String.valueOf(cell.fields().getOrDefault("obs_value", cell.fields().get("percent"))),
        String.valueOf(cell.fields().get("release_date")),
        String.valueOf(cell.leftOutBecause()),
        String.join("；", cell.faults().stream().map(Fault::message).toList()));
  }

  private static String inWords(Row row) {
    boolean accepted = row.<String>getAs("outcome").equals("accepted");
    Row report = row.getAs("report");
    java.math.BigDecimal value =
        report != null ? report.getAs("percent") : row.<java.math.BigDecimal>getAs("obs_value");
    List<Row> faults = row.getList(row.fieldIndex("faults"));
    return String.join(
        " ",
        row.getAs("source_cell"),
        row.getAs("outcome"),
        String.valueOf(row.<Object>getAs(accepted ? "time_period" : "subject_time_period")),
        value == null || !accepted ? "null" : value.stripTrailingZeros().toPlainString(),
        String.valueOf(accepted ? row.<Object>getAs("release_date") : null),
        String.valueOf(row.<Object>getAs("ignored_because")),
        String.join("；", faults.stream().map(f -> f.<String>getAs("message")).toList()));
  }

  private void text(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    settle(file);
  }

  private static void settle(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
  }
}
