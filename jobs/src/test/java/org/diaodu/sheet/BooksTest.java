package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real workbooks, written by POI, and pages and text saved in their place. */
class BooksTest {
  @TempDir private Path folder;

  static Stream<Workbook> bothFormats() {
    return Stream.of(new XSSFWorkbook(), new HSSFWorkbook());
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void aWorkbookIsReadAsItStands(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("一月");
    sheet.createRow(0).createCell(0).setCellValue("2024年1-6月");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
    Row row = sheet.createRow(2);
    row.createCell(0).setCellValue("甲县");
    row.createCell(1).setCellValue(16223.21058253996);
    row.getCell(1).setCellStyle(style(workbook, "#,##0.00_ "));
    row.createCell(2).setCellValue(0.052);
    row.getCell(2).setCellStyle(style(workbook, "0.0%"));
    row.createCell(3).setCellFormula("SUM(1,2)");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    CellStyle indented = workbook.createCellStyle();
    indented.setIndention((short) 2);
    sheet.createRow(3).createCell(0).setCellValue("其中");
    sheet.getRow(3).getCell(0).setCellStyle(indented);
    sheet.createRow(4).createCell(0).setCellValue("藏");
    sheet.getRow(4).setZeroHeight(true);
    sheet.setColumnHidden(3, true);
    workbook.createSheet("藏表").createRow(0).createCell(0).setCellValue(1);
    workbook.setSheetHidden(1, true);

    Book book = Books.read(saved(workbook, "lying.csv"));

    Grid grid = book.grids().get(0);
    assertThat(grid.sheet()).isEqualTo("一月");
    assertThat(grid.shown(0, 2).orElseThrow().text()).isEqualTo("2024年1-6月");
    GridCell printed = grid.cell(2, 1).orElseThrow();
    assertThat(printed.number()).as("15 digits").isEqualByComparingTo("16223.2105825400");
    assertThat(printed.decimals()).isEqualTo(2);
    assertThat(printed.address()).isEqualTo("B3");
    GridCell percent = grid.cell(2, 2).orElseThrow();
    assertThat(percent.number()).isEqualByComparingTo("5.2");
    assertThat(percent.percent()).isTrue();
    GridCell formula = grid.cell(2, 3).orElseThrow();
    assertThat(formula.formula()).isTrue();
    assertThat(formula.number()).isEqualByComparingTo("3");
    assertThat(grid.discrepancy(formula)).as("in a hidden column").isPresent();
    assertThat(grid.cell(3, 0).orElseThrow().indent()).isEqualTo(2);
    assertThat(grid.discrepancy(grid.cell(4, 0).orElseThrow())).as("in a hidden row").isPresent();
    assertThat(book.grids().get(1).hidden()).isTrue();
  }

  @Test
  void aPageSavedAsAWorkbookIsReadWithItsSpansAndTheTitleAboveIt() throws IOException {
    String page =
        """
        <html><head><meta charset="utf-8"><title>x</title></head><body><p>2024年1-6月</p>
        <table><tr><td rowspan=2>地区</td><td colspan=2>社零</td></tr>
        <tr><td>总量<br>(亿元)</td><td>增长&nbsp;%</td></tr>
        <tr><td>甲县</td><td>12.5</td><td>3.1</td></tr></table></body></html>
        """;
    Path file = folder.resolve("a.xls");
    Files.write(file, page.getBytes(Charset.forName("GB18030")));

    Grid grid = Books.read(file).grids().get(0);

    assertThat(grid.titlesAbove()).containsExactly("2024年1-6月");
    assertThat(grid.shown(1, 0).orElseThrow().text()).isEqualTo("地区");
    assertThat(grid.shown(0, 2).orElseThrow().text()).isEqualTo("社零");
    assertThat(grid.cell(1, 1).orElseThrow().text()).isEqualTo("总量\n(亿元)");
    assertThat(grid.cell(2, 2).orElseThrow().address()).isEqualTo("C3");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void textIsReadInTheEncodingThatItIsWrittenIn(String encoding) throws IOException {
    Path file = folder.resolve("a.csv");
    String bom = encoding.equals("UTF-8") ? "\uFEFF" : "";
    String text = bom + "全州社零,,\n地区,\"总量\n(亿元)\",增长\n甲县,\"1,234.5\",3.1\n";
    Files.write(file, text.getBytes(Charset.forName(encoding)));

    Grid grid = Books.read(file).grids().get(0);

    assertThat(grid.cell(0, 0).orElseThrow().text()).isEqualTo("全州社零");
    assertThat(grid.cell(1, 1).orElseThrow().text()).isEqualTo("总量\n(亿元)");
    assertThat(grid.cell(2, 1).orElseThrow().text()).isEqualTo("1,234.5");
  }

  static Stream<String> encodings() {
    return Stream.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";", "，"})
  void theSeparatorIsTheOneThatLeavesTheFiguresWhole(String separator) throws IOException {
    String text =
        "2024年6月，试验州，社零，亿元\n地区;本月;累计\n甲县;12.5;\"1,234.5\"\n注：初步数，待核，不得外传，其中，乙县，丙县，另行报送，\n";
    Path file = folder.resolve("a.csv");
    Files.writeString(file, text.replace(";", separator));

    Grid grid = Books.read(file).grids().get(0);

    assertThat(grid.cell(2, 0).orElseThrow().text()).isEqualTo("甲县");
    assertThat(grid.cell(2, 2).orElseThrow().text()).isEqualTo("1,234.5");
  }

  @Test
  void theNoiseOfBinaryFractionsIsNoFigure() {
    assertThat(StoredCell.kept(new BigDecimal("7802.0100000000002")))
        .isEqualByComparingTo("7802.01");
    assertThat(StoredCell.kept(new BigDecimal("1.0E10")).toPlainString()).isEqualTo("10000000000");
  }

  private static CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private Path saved(Workbook workbook, String name) throws IOException {
    Path file = folder.resolve(name);
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }
}
