package org.diaodu.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.trace.TracedDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The charts of a bulletin as Word finds them. */
class WordChartTest {
  @TempDir private static java.nio.file.Path folder;
  private static TracedDocument bulletin;

  @BeforeAll
  static void oneMonth() throws IOException {
    bulletin =
        BulletinFixture.traced(
            new BulletinFixture(
                    new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
                        .edit(
                            "region.yaml",
                            "time_zone:",
                            "core_indicators: [retail_sales]\ntime_zone:")
                        .read())
                .retailBefore("2024-05", "T00", "88", "6.6")
                .retail("T00", "107", "7", null)
                .retail("T01", "55.2", "10.4", "1", "contribution_pp", "5.2")
                .retail("T02", "31.5", "5", "2", "contribution_pp", "3")
                .retail("T03", "20.5", "-5", "3", "contribution_pp", "-1.2")
                .judged("X-1", "T00", "7", "6", "green", "已达到")
                .overall());
  }

  @Test
  void theyAreChartsOfWordWithTheirFiguresInAWorkbook() throws Exception {
    try (XWPFDocument word = word()) {
      assertThat(word.getCharts()).as("course, places, contributions").hasSize(3);
      XSSFSheet sheet = places(word).getWorkbook().getSheetAt(0);
      assertThat(List.of(1, 2, 3))
          .extracting(row -> sheet.getRow(row).getCell(0).getStringCellValue())
          .containsExactly("甲县", "乙县", "丙县");
      assertThat(List.of(1, 2, 3))
          .extracting(row -> sheet.getRow(row).getCell(1).getNumericCellValue())
          .containsExactly(10.4, 5.0, -5.0);
      assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("全地区");
    }
  }

  @Test
  void whoCannotSeeThemReadsTheirFigures() throws IOException {
    try (XWPFDocument word = word()) {
      assertThat(word.getDocument().xmlText())
          .contains("descr=\"社会消费品零售总额1—6月各地区同比；同比：甲县10.4%，乙县5.0%，丙县-5.0%");
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("同比：甲县10.4，乙县5.0，丙县-5.0；全地区：7.0；年度目标：6.0（%）")
          .contains("拉动：甲县5.20，乙县3.00，丙县-1.20，全地区7.0（百分点）");
    }
  }

  @Test
  void whatIsNotKnownLeavesAGap() throws IOException {
    try (XWPFDocument word = word()) {
      assertThat(word.getCharts())
          .allSatisfy(
              chart ->
                  assertThat(chart.getCTChart().xmlText()).contains("dispBlanksAs val=\"gap\""));
    }
  }

  @Test
  void pointsOfAreasAreNotJoinedAsIfTheyWereACourse() throws IOException {
    try (XWPFDocument word = word()) {
      assertThat(
              places(word)
                  .getCTChart()
                  .getPlotArea()
                  .getLineChartArray(0)
                  .getSerArray(0)
                  .getSpPr()
                  .getLn()
                  .isSetNoFill())
          .isTrue();
    }
  }

  /** The one of who is where. */
  private static XWPFChart places(XWPFDocument word) {
    return word.getCharts().stream()
        .filter(chart -> chart.getCTChart().xmlText().contains("<c:v>丙县</c:v>"))
        .filter(chart -> !chart.getCTChart().getPlotArea().getLineChartList().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static XWPFDocument word() throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(WordFile.bytes(bulletin)));
  }
}
