package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as counties print them, through whole nights. */
@Slow
class PrintedTablesNightTest {
  /** One night over what is read at once. */
  private static Night once;

  private static NightlyReport report;

  /** Three nights: before there are all templates, after more has arrived, and with them. */
  private static Night growing;

  private static NightlyReport before;
  private static NightlyReport after;

  @BeforeAll
  static void aNight(@TempDir Path folder) throws IOException {
    once = new Night(Packs.THREELANDS, folder);
    once.arrives("book.xls", workbook("2024年1-6月社会消费品零售总额(亿元)", "55.2"));
    once.arrives(
        "text.csv",
        "2023年1-6月社会消费品零售总额(万元)\n地区,累计\n甲县,500000\n乙县,3O0000\n"
            .getBytes(Charset.forName("GB18030")));
    once.arrives("nonsense.csv", "会议通知\n时间,2024年\n");
    once.arrives(
        "known.csv",
        Night.HEADER
            + "丙县,社零,2023-06,,,50.00,亿元,,2023-07-18,\n"
            + "丙县,社零,2024-05,,,45.00,亿元,,2024-06-18,\n");
    once.arrives("new.csv", Night.HEADER + "丙县,社零,2024-06,,,5O,亿元,,2024-07-18,\n");

    report = once.run("2024-07-25T18:00:00Z");
  }

  @BeforeAll
  static void nightsWhileThePackLearns(@TempDir Path folder) throws IOException {
    PackCopy pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    Path retail = pack.folder().resolve("templates/retail.yaml");
    String template = Files.readString(retail);
    Files.writeString(retail, template.replace("[本月, 本月|总量]", "[某月]"));
    Files.writeString(
        pack.folder().resolve("rules.yaml"),
        """
        - id: another_figure
          severity: warn
          condition: known_same_release IS NULL OR known_same_release = obs_value
          message: 同一天报过{known_same_release}
        """);
    growing = new Night(pack.folder(), folder);
    growing.arrives("header.csv", "2024年6月社会消费品零售总额(亿元)\n地区,累计,本月\n甲县,55,9\n乙县,30,5\n");
    growing.arrives("book.xlsx", workbook("2023年1-6月限额以上零售额(亿元)", "45.2"));
    growing.arrives("one.csv", Night.HEADER + "丙县,社零,2024-06,,,50,亿元,,2024-07-18,\n");
    before = growing.run("2024-07-25T18:00:00Z");

    // The first file's 55 is put right, and must stay so.
    growing.arrives("later.csv", Night.HEADER + "甲县,社零,2024-06,YTD,,56,亿元,,2024-07-25,\n");
    growing.arrives("two.csv", Night.HEADER + "丙县,社零,2024-06,,,51,亿元,,2024-07-18,\n");
    growing.run("2024-07-25T19:00:00Z");

    Files.writeString(retail, template);
    Files.writeString(
        retail.resolveSibling("above_designated_size.yaml"),
        template.replace("社会消费品零售总额", "限额以上零售额"));
    after = growing.run("2024-07-26T18:00:00Z");
  }

  @Test
  void printedTablesBecomeFiguresThatPointToTheirCells() {
    assertThat(
            once.query(
                "SELECT time_period, CAST(obs_value AS STRING), source_cell, raw_text"
                    + " FROM statistics.observations WHERE ref_area = 'T01' ORDER BY 1"))
        .extracting(Object::toString)
        .containsExactly("[2023-06,50.000000,CSV!B3,500000]", "[2024-06,55.200000,零售!B3,55.2]");
    assertThat(
            once.figure(
                "SELECT CAST(yoy_pct AS STRING) FROM statistics.growth"
                    + " WHERE ref_area = 'T01' AND time_period = '2024-06'"))
        .isEqualTo("10.400000");
    assertThat(report.files())
        .extracting(f -> f.file() + " " + f.outcome() + " " + cells(f))
        .containsExactlyInAnyOrder(
            "book.xls read 3=2+0+1",
            "text.csv read 2=1+1+0",
            "nonsense.csv refused 0=0+0+0",
            "known.csv read 2=2+0+0",
            "new.csv read 1=0+1+0");
    assertThat(
            once.query(
                "SELECT source_file, source_cell, rule_id FROM landing.quarantine ORDER BY 1, 3"))
        .extracting(Object::toString)
        .contains("[text.csv,CSV!B4,not_a_number]", "[nonsense.csv,0:0,no_table]");
    assertThat(once.out().resolve("feedback/text.csv.check.html"))
        .content()
        .contains("CSV!B4", "3O0000", "不是数字");
    assertThat(once.out().resolve("feedback/text.csv.check.xlsx")).exists();
    assertThat(once.out().resolve("feedback/book.xls.check.html")).doesNotExist();
  }

  @Test
  void aDoubtfulFigureIsShownBesideItsNeighbours() {
    assertThat(once.out().resolve("feedback/new.csv.check.html"))
        .content()
        .contains("上期 45亿元", "上年同期 50亿元");
  }

  @Test
  void theSenderIsToldWhatWasInDoubtBeforeTheFigureWasStored() {
    assertThat(
            growing.query(
                "SELECT source_file, rule_id FROM landing.quarantine"
                    + " WHERE source_file IN ('one.csv', 'two.csv')"))
        .extracting(Object::toString)
        .containsExactly("[two.csv,another_figure]");
    assertThat(growing.out().resolve("feedback/two.csv.check.html")).content().contains("同一天报过50");
  }

  @Test
  void aTableWithoutATemplateIsReadOnceThereIsOne() {
    assertThat(file(before, "book.xlsx").quarantined()).isEqualTo(3);
    assertThat(file(before, "book.xlsx").faults().get(0)).contains("没有适用的模板");
    assertThat(cells(file(after, "book.xlsx"))).isEqualTo("3=2+0+1");
    assertThat(after.changes())
        .as("two figures of this table, two of the one whose header is known now")
        .containsOnly(Map.entry("first", 4L));
  }

  @Test
  void onceAHeaderIsKnownOnlyItsOwnColumnIsHeardAgain() {
    assertThat(file(before, "header.csv").faults())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("CSV!C3:C4", "本月", "没有说明");
    assertThat(file(before, "header.csv").quarantined()).isEqualTo(2);
    assertThat(after.changes())
        .as("two figures of this column, two of the table that has a template now")
        .containsOnly(Map.entry("first", 4L));
    assertThat(
            growing.figure(
                "SELECT CAST(level AS STRING) FROM statistics.growth WHERE ref_area = 'T01'"
                    + " AND accumulation = 'YTD' AND time_period = '2024-06'"))
        .isEqualTo("56.000000");
  }

  private static NightlyReport.FileReport file(NightlyReport report, String name) {
    return report.files().stream().filter(f -> f.file().equals(name)).findFirst().orElseThrow();
  }

  /** Read = accepted + quarantined + ignored. */
  private static String cells(NightlyReport.FileReport file) {
    return "%d=%d+%d+%d"
        .formatted(file.cellsRead(), file.accepted(), file.quarantined(), file.ignored());
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
