package org.diaodu.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.page.DocumentPage;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.trace.TracedDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read in the files is what the document says: no number beside its figures. */
class PrintedNumbersTest {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  /** Days and periods, and the numbers of an edition, an annex, an item or a problem. */
  private static final Pattern NO_FIGURE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}|\\d{4}年(\\d{1,2}(—\\d{1,2})?(月|季度)(\\d{1,2}日|末)?|末|全年)?"
              + "|\\b\\d{1,2}(—\\d{1,2})?月(末|\\d{1,2}日)?|第\\d+期|附件\\d+"
              + "|(?<![\\d.])\\d\\.(?!\\d)");

  private final TracedDocument document = BulletinFixture.traced(bulletin(Packs.threelands()));

  @Test
  void everyNumberInTheWordFileIsAFigure() throws IOException {
    String text = word(WordFile.bytes(document));

    assertThat(numbers(text))
        .as("numbers in the Word file")
        .hasSizeGreaterThan(20)
        .isSubsetOf(printed());
  }

  @Test
  void everyNumberOnThePageIsAFigure() {
    org.jsoup.nodes.Document page = Jsoup.parse(DocumentPage.html(document));
    page.select("script, style, dialog").remove();

    assertThat(numbers(page.text()))
        .as("numbers on the page")
        .hasSizeGreaterThan(20)
        .isSubsetOf(printed());
  }

  @Test
  void everyFigureIsPrintedInTheWordFileAndOnThePage() throws IOException {
    String word = word(WordFile.bytes(document));
    String page = Jsoup.parse(DocumentPage.html(document)).text();

    for (Figure figure : document.figures()) {
      assertThat(page).contains(figure.printed());
    }
    for (Figure figure : sent(document.document()).figures()) {
      assertThat(word).as("a figure that is sent").contains(figure.printed());
    }
  }

  @Test
  void theWorkbookHasTheSameNumbersWithTheirDecimalsAndNoFormula() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(WorkbookFile.bytes(document)))) {
      Cell level = book.getSheet("社会消费品零售总额").getRow(1).getCell(1);
      assertThat(level.getNumericCellValue()).isEqualTo(55.2);
      assertThat(level.getCellStyle().getDataFormatString()).isEqualTo("0.00;-0.00;0.00");
      book.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
      assertThat(book.getSheet("数据来源").getLastRowNum()).isEqualTo(document.figures().size());
      assertThat(book.getSheet("社会消费品零售总额").getPaneInformation().isFreezePane()).isTrue();
    }
  }

  @Test
  void aSimulatedFigureCarriesItsMarkInEveryFile() throws IOException {
    TracedDocument simulated =
        BulletinFixture.traced(
            new BulletinFixture(Packs.threelands())
                .retail("T01", "55.2", "10.4", "1", "provenance", "simulated")
                .judged("X-1", "T01", "10.4", "6", "green", "已达到", "provenance", "simulated")
                .overall());

    assertThat(word(WordFile.bytes(simulated))).contains("+10.4拟", "不得作为统计数据使用");
    assertThat(DocumentPage.html(simulated))
        .contains(">55.20</button><sup class=\"made-up\">拟</sup>", "不得作为统计数据使用");
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(WorkbookFile.bytes(simulated)))) {
      assertThat(
              book.getSheet("社会消费品零售总额").getRow(1).getCell(1).getCellStyle().getDataFormatString())
          .contains("\"拟\"");
      book.forEach(sheet -> assertThat(sheet.getHeader().getCenter()).contains("模拟数据"));
    }
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(WordFile.bytes(simulated)))) {
      assertThat(word.getHeaderList())
          .isNotEmpty()
          .allMatch(header -> header._getHdrFtr().xmlText().contains("模拟数据"));
    }
  }

  @Test
  void hostileNamesComeOutAsText(@TempDir java.nio.file.Path folder) throws IOException {
    String hostile = "<script>alert(1)</script>=cmd()|'\"\u202e&" + "长".repeat(160);
    RegionPack pack =
        new PackCopy(Packs.THREELANDS, folder)
            .edit("areas.csv", "T01,甲县", "T01,\"" + hostile.replace("\"", "\"\"") + "\"")
            .edit("units.csv", "试验局", "=1+1")
            .read();
    TracedDocument traced = BulletinFixture.traced(bulletin(pack));

    String html = DocumentPage.html(traced);
    assertThat(html).doesNotContain("<script>alert");
    assertThat(Jsoup.parse(html).select("td").eachText()).anyMatch(t -> t.contains(hostile));
    assertThat(word(WordFile.bytes(traced))).contains(hostile);
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(WorkbookFile.bytes(traced)))) {
      Cell name = book.getSheet("社会消费品零售总额").getRow(1).getCell(0);
      assertThat(name.getStringCellValue()).isEqualTo(hostile);
      Cell unit = book.getSheet("目标").getRow(1).getCell(1);
      assertThat(unit.getStringCellValue()).isEqualTo("=1+1");
      assertThat(unit.getCellType()).isEqualTo(CellType.STRING);
      assertThat(unit.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void theSameDocumentGivesTheSameBytes() {
    assertThat(WordFile.bytes(document)).isEqualTo(WordFile.bytes(document));
    assertThat(WorkbookFile.bytes(document)).isEqualTo(WorkbookFile.bytes(document));
    assertThat(DocumentPage.html(document)).isEqualTo(DocumentPage.html(document));
  }

  private static Document bulletin(RegionPack pack) {
    return new BulletinFixture(pack)
        .retail("T00", "107", "7", null)
        .retail("T01", "55.2", "10.4", "1", "rank_yoy_last_period", "2", "contribution_pp", "5.2")
        .retail("T02", "31.5", "5", "2", "rank_yoy_last_period", "1")
        .judged("X-1", "T00", "7", "6", "green", "实际7.0%，要求不低于6.0%，已达到")
        .judged("X-1", "T01", "10.4", "6", "green", "实际10.4%，要求不低于6.0%，已达到")
        .judged("X-2", "T00", "5.2", "7", "red", "实际5.2%，要求不低于7.0%，未达到，差距超过允许的1个百分点")
        .share("51.588785", "1.588785")
        .problem("X-2", "T00", "实际4.9%，要求不低于7.0%，未达到")
        .owes("T02", "retail_sales", "2024-06", "5")
        .overall();
  }

  /** Without the annex that is for the screen alone. */
  private static Document sent(Document document) {
    List<Block> blocks = document.blocks();
    int end = 0;
    while (end < blocks.size()
        && !(blocks.get(end) instanceof Block.Annex annex && !annex.isSent())) {
      end++;
    }
    return document.with(blocks.subList(0, end));
  }

  private Set<String> printed() {
    return document.figures().stream().map(Figure::printed).collect(Collectors.toSet());
  }

  private static List<String> numbers(String text) {
    String rest = NO_FIGURE.matcher(text).replaceAll(" ");
    List<String> numbers = new ArrayList<>();
    NUMBER.matcher(rest).results().forEach(found -> numbers.add(found.group()));
    return numbers;
  }

  private static String word(byte[] docx) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx));
        XWPFWordExtractor words = new XWPFWordExtractor(word)) {
      return words.getText();
    }
  }
}
