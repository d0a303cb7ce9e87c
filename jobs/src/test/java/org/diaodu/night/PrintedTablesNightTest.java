package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as counties print them, through whole nights. */
@Slow
class PrintedTablesNightTest {
  @TempDir private Path folder;

  @Test
  void printedTablesBecomeFiguresThatPointToTheirCells() throws IOException {
    Night night = new Night(Packs.THREELANDS, folder);
    night.arrives("book.xls", workbook("2024年1-6月社会消费品零售总额(亿元)", "55.2"));
    night.arrives(
        "text.csv",
        "2023年1-6月社会消费品零售总额(万元)\n地区,累计\n甲县,500000\n乙县,3O0000\n"
            .getBytes(Charset.forName("GB18030")));
    night.arrives("nonsense.csv", "会议通知\n时间,2024年\n");

    NightlyReport report = night.run("2024-07-25T18:00:00Z");

    assertThat(
            night.query(
                "SELECT time_period, CAST(obs_value AS STRING), source_cell, raw_text"
                    + " FROM statistics.observations WHERE ref_area = 'T01' ORDER BY 1"))
        .extracting(Object::toString)
        .containsExactly("[2023-06,50.000000,CSV!B3,500000]", "[2024-06,55.200000,零售!B3,55.2]");
    assertThat(
            night.figure(
                "SELECT CAST(yoy_pct AS STRING) FROM statistics.growth"
                    + " WHERE ref_area = 'T01' AND time_period = '2024-06'"))
        .isEqualTo("10.400000");
    assertThat(report.files())
        .extracting(
            f ->
                f.file()
                    + " "
                    + f.outcome()
                    + " "
                    + f.cellsRead()
                    + "="
                    + f.accepted()
                    + "+"
                    + f.quarantined()
                    + "+"
                    + f.ignored())
        .containsExactlyInAnyOrder(
            "book.xls read 3=2+0+1", "text.csv read 2=1+1+0", "nonsense.csv refused 0=0+0+0");
    assertThat(
            night.query(
                "SELECT source_file, source_cell, rule_id FROM landing.quarantine ORDER BY 1, 3"))
        .extracting(Object::toString)
        .contains("[text.csv,CSV!B4,not_a_number]", "[nonsense.csv,0:0,no_table]");
    assertThat(night.out().resolve("feedback/text.csv.check.html"))
        .content()
        .contains("CSV!B4", "3O0000", "不是数字");
    assertThat(night.out().resolve("feedback/text.csv.check.xlsx")).exists();
    assertThat(night.out().resolve("feedback/book.xls.check.html")).doesNotExist();
  }

  @Test
  void aDoubtfulFigureIsShownBesideItsNeighbours() throws IOException {
    Night night = new Night(Packs.THREELANDS, folder);
    night.arrives(
        "known.csv",
        Night.HEADER
            + "甲县,社零,2023-06,,,50.00,亿元,,2023-07-18,\n"
            + "甲县,社零,2024-05,,,45.00,亿元,,2024-06-18,\n");
    night.arrives("new.csv", Night.HEADER + "甲县,社零,2024-06,,,5O,亿元,,2024-07-18,\n");

    night.run("2024-07-25T18:00:00Z");

    assertThat(night.out().resolve("feedback/new.csv.check.html"))
        .content()
        .contains("上期 45亿元", "上年同期 50亿元");
  }

  @Test
  void theSenderIsToldWhatWasInDoubtBeforeTheFigureWasStored() throws IOException {
    Path pack = copyOfThreelands();
    Files.writeString(
        pack.resolve("rules.yaml"),
        """
        - id: another_figure
          severity: warn
          condition: known_same_release IS NULL OR known_same_release = obs_value
          message: 同一天报过{known_same_release}
        """);
    Night night = new Night(pack, folder);
    night.arrives("one.csv", Night.HEADER + "甲县,社零,2024-06,,,50,亿元,,2024-07-18,\n");
    night.run("2024-07-25T18:00:00Z");
    night.arrives("two.csv", Night.HEADER + "甲县,社零,2024-06,,,51,亿元,,2024-07-18,\n");

    night.run("2024-07-26T18:00:00Z");

    assertThat(night.query("SELECT source_file, rule_id FROM landing.quarantine"))
        .extracting(Object::toString)
        .containsExactly("[two.csv,another_figure]");
    assertThat(night.out().resolve("feedback/two.csv.check.html")).content().contains("同一天报过50");
  }

  @Test
  void aTableWithoutATemplateIsReadOnceThereIsOne() throws IOException {
    Path pack = copyOfThreelands();
    Path template = pack.resolve("templates/retail.yaml");
    String text = Files.readString(template);
    Files.delete(template);
    Night night = new Night(pack, folder);
    night.arrives("book.xlsx", workbook("2024年1-6月社会消费品零售总额(亿元)", "55.2"));

    NightlyReport before = night.run("2024-07-25T18:00:00Z");
    Files.writeString(template, text);
    NightlyReport after = night.run("2024-07-26T18:00:00Z");

    assertThat(before.quarantined()).isEqualTo(3);
    assertThat(before.files().get(0).faults().get(0)).contains("没有适用的模板");
    assertThat(after.changes()).containsOnly(java.util.Map.entry("first", 2L));
  }

  @Test
  void onceAHeaderIsKnownOnlyItsOwnColumnIsHeardAgain() throws IOException {
    Path pack = copyOfThreelands();
    Path template = pack.resolve("templates/retail.yaml");
    String text = Files.readString(template);
    Files.writeString(template, text.replace("[本月, 本月|总量]", "[某月]"));
    Night night = new Night(pack, folder);
    String table = "2024年6月社会消费品零售总额(亿元)\n地区,累计,本月\n甲县,55,9\n乙县,30,5\n";
    night.arrives("table.csv", table);
    NightlyReport before = night.run("2024-07-25T18:00:00Z");
    // The first file's 55 was put right since, and must stay so.
    night.arrives("later.csv", Night.HEADER + "甲县,社零,2024-06,YTD,,56,亿元,,2024-07-25,\n");
    night.run("2024-07-25T19:00:00Z");

    Files.writeString(template, text);
    NightlyReport after = night.run("2024-07-26T18:00:00Z");

    assertThat(before.files().get(0).faults())
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("CSV!C3:C4", "本月", "没有说明");
    assertThat(before.quarantined()).isEqualTo(2);
    assertThat(after.changes()).containsOnly(java.util.Map.entry("first", 2L));
    assertThat(
            night.figure(
                "SELECT CAST(level AS STRING) FROM statistics.growth"
                    + " WHERE ref_area = 'T01' AND accumulation = 'YTD'"))
        .isEqualTo("56.000000");
  }

  private Path copyOfThreelands() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack/templates")).getParent();
    try (Stream<Path> files = Files.walk(Packs.THREELANDS).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        Files.copy(file, pack.resolve(Packs.THREELANDS.relativize(file).toString()));
      }
    }
    return pack;
  }

  private static byte[] workbook(String title, String figure) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("零售");
      sheet.createRow(0).createCell(0).setCellValue(title);
      Row header = sheet.createRow(1);
      header.createCell(0).setCellValue("地区");
      header.createCell(1).setCellValue("累计");
      header.createCell(2).setCellValue("位次");
      for (int i = 0; i < 2; i++) {
        Row row = sheet.createRow(2 + i);
        row.createCell(0).setCellValue(i == 0 ? "甲 县" : "乙县");
        row.createCell(1).setCellValue(i == 0 ? Double.parseDouble(figure) : 30);
      }
      sheet.getRow(2).createCell(2).setCellValue(1);
      workbook.write(out);
      return out.toByteArray();
    }
  }
}
