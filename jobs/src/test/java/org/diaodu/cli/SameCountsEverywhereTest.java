package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.domain.Light;
import org.diaodu.office.WordFile;
import org.diaodu.office.WorkbookFile;
import org.diaodu.page.DocumentPage;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.trace.TracedDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same count wherever somebody reads it: here of 甲县, which has one red light, one green one,
 * one target without a figure, and owes a figure.
 */
class SameCountsEverywhereTest {
  @TempDir private static java.nio.file.Path folder;
  private static RegionPack pack;
  private static BulletinFixture fixture;
  private static TracedDocument bulletin;

  @BeforeAll
  static void oneMonth() throws IOException {
    pack =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .edit("region.yaml", "time_zone:", "core_indicators: [retail_sales]\ntime_zone:")
            .read();
    fixture =
        new BulletinFixture(pack)
            .retail("T00", "107", "7", null)
            .retail("T01", "55.2", "4.4", "2")
            .retail("T02", "31.5", "5", "1")
            .judged("X-1", "T00", "7", "6", "green", "已达到")
            .judged("X-1", "T01", "4.4", "6", "red", "未达到")
            .judged("X-1", "T02", "5", "6", "yellow", "未达到")
            .judged("X-2", "T01", "8", "7", "green", "已达到")
            .owes("T01", "retail_sales", "2024-06", "5");
    bulletin = BulletinFixture.traced(fixture.overall());
  }

  @Test
  void onTheTerminal() {
    Map<Light, Integer> lights = Bulletins.lights(pack, fixture.figures(), "T01");

    assertThat(SummaryText.counted(lights)).isEqualTo("红 1  绿 1");
  }

  @Test
  void aLightThatThePolicyKnowsIsNeverLeftOutOnTheTerminal() {
    assertThat(SummaryText.counted(Map.of(Light.blue, 2, Light.green, 3, Light.no_data, 4)))
        .isEqualTo("蓝 2  绿 3  无数据 4");
  }

  @Test
  void onItsTileOfThePage() {
    assertThat(Jsoup.parse(DocumentPage.html(bulletin)).select(".tile[href=#T01]").text())
        .contains("红1 绿1 欠报1");
  }

  @Test
  void inTheAnnexOfTheWordFile() throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordFile.bytes(bulletin)))) {
      XWPFTable areas = word.getTables().get(0);

      assertThat(areas.getRow(0).getTableCells())
          .extracting(cell -> cell.getText())
          .containsSubsequence("红灯（项）", "黄灯（项）", "绿灯（项）", "欠报（项）");
      assertThat(
              areas.getRows().stream()
                  .filter(row -> row.getCell(0).getText().equals("甲县"))
                  .flatMap(row -> row.getTableCells().stream().skip(2).map(cell -> cell.getText())))
          .containsExactly("1", "—", "1", "1");
    }
  }

  @Test
  void onTheSheetOfTheWorkbook() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(WorkbookFile.bytes(bulletin)))) {
      XSSFRow area = book.getSheet("地区晾晒").getRow(2);

      assertThat(area.getCell(0).getStringCellValue()).isEqualTo("甲县");
      assertThat(area.getCell(2).getNumericCellValue()).as("red").isEqualTo(1);
      assertThat(area.getCell(4).getNumericCellValue()).as("green").isEqualTo(1);
      assertThat(area.getCell(5).getNumericCellValue()).as("owed").isEqualTo(1);
    }
  }
}
