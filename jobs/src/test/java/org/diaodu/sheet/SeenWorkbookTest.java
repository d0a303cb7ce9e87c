package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of workbooks whose stored value is not what is seen. */
class SeenWorkbookTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String ROWS = "<row r=\"1\">%s</row>";

  @TempDir private Path folder;

  static Stream<Workbook> bothFormats() {
    return Stream.of(new XSSFWorkbook(), new HSSFWorkbook());
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void whatIsStruckOutAsAWholeIsRefused(Workbook workbook) throws IOException {
    Font struck = workbook.createFont();
    struck.setStrikeout(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(struck);
    Sheet sheet = workbook.createSheet();
    sheet.createRow(0).createCell(0).setCellValue(99.9);
    sheet.getRow(0).createCell(1).setCellValue("99.9");
    sheet.getRow(0).createCell(2).setCellFormula("90+9.9");
    sheet.getRow(0).getCell(2).setCellValue(99.9);
    sheet.getRow(0).forEach(cell -> cell.setCellStyle(style));
    sheet.getRow(0).createCell(3).setCellValue(99.9);

    Grid grid = read(workbook);

    assertThat(rule(grid, 0, 0)).isEqualTo("struck_out");
    assertThat(rule(grid, 0, 1)).isEqualTo("struck_out");
    assertThat(rule(grid, 0, 2)).isEqualTo("struck_out");
    assertThat(rule(grid, 0, 3)).as("beside it, not struck out").isNull();
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void marksBesideAFigureAreNoDigits(Workbook workbook) throws IOException {
    Font lowered = font(workbook, Font.SS_SUB);
    Font raised = font(workbook, Font.SS_SUPER);
    workbook.createSheet().createRow(0);
    rich(workbook, 0, "12.51", 4, 5, lowered);
    rich(workbook, 1, "12.51", 4, 5, raised);
    rich(workbook, 2, "112.5", 0, 1, raised);
    rich(workbook, 3, "3.2%1", 4, 5, lowered);
    rich(workbook, 4, "CO2", 2, 3, lowered);
    rich(workbook, 5, "甲县1", 2, 3, raised);
    rich(workbook, 6, "12.5", 0, 4, raised);

    Grid grid = read(workbook);

    assertThat(texts(grid))
        .containsExactly("12.5[1]", "12.5[1]", "[1]12.5", "3.2%[1]", "CO2", "甲县1", "12.5");
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void aZeroIsNotSeenWhereTheSheetShowsNone(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet();
    sheet.setDisplayZeros(false);
    sheet.createRow(0).createCell(0).setCellValue(0);
    sheet.getRow(0).createCell(1).setCellValue(0.1);
    Sheet shown = workbook.createSheet();
    shown.createRow(0).createCell(0).setCellValue(0);

    Book book = Books.read(saved(workbook));

    assertThat(rule(book.grids().get(0), 0, 0)).isEqualTo("hidden_cell");
    assertThat(rule(book.grids().get(0), 0, 1)).isNull();
    assertThat(rule(book.grids().get(1), 0, 0)).as("a sheet that shows zeros").isNull();
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void whatStandsInAHiddenRowOrColumnOrUnderAMergeIsNotSeen(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet();
    for (int row = 0; row < 4; row++) {
      sheet.createRow(row);
      for (int column = 0; column < 4; column++) {
        sheet.getRow(row).createCell(column).setCellValue(1.5);
      }
    }
    sheet.getRow(1).setZeroHeight(true);
    sheet.setColumnHidden(1, true);
    sheet.setColumnWidth(2, 0);
    sheet.addMergedRegion(new CellRangeAddress(2, 3, 3, 3));

    Grid grid = read(workbook);

    assertThat(rule(grid, 0, 0)).isNull();
    assertThat(rule(grid, 1, 0)).as("in a hidden row").isEqualTo("hidden_cell");
    assertThat(rule(grid, 0, 1)).as("in a hidden column").isEqualTo("hidden_cell");
    assertThat(rule(grid, 0, 2)).as("in a column without width").isEqualTo("hidden_cell");
    assertThat(rule(grid, 2, 3)).as("the cell that is seen of a merge").isNull();
    assertThat(rule(grid, 3, 3)).as("under a merge").isEqualTo("hidden_cell");
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void aFormulaThatNobodyComputedIsNoZero(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet();
    sheet.createRow(0).createCell(0).setCellFormula("1+2");
    Cell computed = sheet.getRow(0).createCell(1);
    computed.setCellFormula("1+2");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(computed);

    Grid grid = read(workbook);

    assertThat(rule(grid, 0, 0)).isEqualTo("formula_not_computed");
    assertThat(grid.cell(0, 1).orElseThrow().number()).isEqualByComparingTo("3");
  }

  @ParameterizedTest(name = "{0} in a workbook with {1}: {2}")
  @CsvSource({
    "'<f>B1</f>', '<calcPr calcId=\"191029\"/>', formula_not_computed",
    "'<f>B1</f><v/>', '', formula_not_computed",
    "'<f>B1</f><v></v>', '<calcPr calcId=\"191029\"/>', formula_not_computed",
    "'<f t=\"shared\" si=\"0\"/>', '', formula_not_computed",
    "'<f>B1</f><v>0</v>', '', formula_not_computed",
    "'<f>B1</f><v>0</v>', '<calcPr fullCalcOnLoad=\"1\"/>', formula_not_computed",
    "'<f>B1</f><v>7</v>', '<calcPr fullCalcOnLoad=\"true\"/>', formula_not_computed",
    "'<f>B1</f><v>7</v>', '<calcPr calcCompleted=\"0\"/>', formula_not_computed",
    "'<f>B1</f><v>0</v>', '<calcPr calcId=\"191029\"/>', ",
    "'<f>B1</f><v>7</v>', '', ",
    "'<v>0</v>', '<calcPr fullCalcOnLoad=\"1\"/>', "
  })
  void aFormulaCountsOnlyWithAValueThatWasComputed(String cell, String settings, String rule)
      throws IOException {
    Path file = xlsx("<c r=\"A1\">%s</c>".formatted(cell), settings == null ? "" : settings);

    assertThat(rule(Books.read(file).grids().get(0), 0, 0)).isEqualTo(rule);
  }

  @Test
  void aFormulaWhoseTextIsEmptyIsABlankCell() throws IOException {
    Path file = xlsx("<c r=\"A1\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>", "");

    assertThat(Books.read(file).grids().get(0).cellCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "甲县_x000D_, 甲县|",
    "甲_x000d_县, 甲|县",
    "地区_x000D_&#10;Region, 地区|Region",
    "a_x0009_b, a\tb",
    "_x005F_x000D_, _x000D_",
    "_x00_, _x00_"
  })
  void anEscapedCharacterIsReadAsWhatItStandsFor(String written, String text) throws IOException {
    String is = "<is><t xml:space=\"preserve\">%s</t></is>".formatted(written);
    Path file = xlsx("<c r=\"A1\" t=\"inlineStr\">%s</c>".formatted(is), "");

    assertThat(texts(Books.read(file).grids().get(0))).containsExactly(text.replace('|', '\n'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true"})
  void daysMayCountFrom1904(String flag) throws IOException {
    Path file =
        changed(
            new XSSFWorkbook(),
            ROWS.formatted("<c r=\"A1\" s=\"1\"><v>43555</v></c>"),
            xml ->
                xml.replaceFirst("<workbookPr[^>]*>", "<workbookPr date1904=\"" + flag + "\"/>"));

    assertThat(texts(Books.read(file).grids().get(0))).containsExactly("2023年4月");
  }

  @Test
  void anOldWorkbookMayCountDaysFrom1904() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    DateWindow1904Record calendar =
        (DateWindow1904Record)
            workbook.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid);
    calendar.setWindowing((short) 1);
    workbook.createSheet().createRow(0).createCell(0).setCellValue(43555d);
    workbook.getSheetAt(0).getRow(0).getCell(0).setCellStyle(month(workbook));

    assertThat(texts(read(workbook))).containsExactly("2023年4月");
  }

  @ParameterizedTest
  @CsvSource({
    "'<sheetFormatPr zeroHeight=\"1\"/>', '<row r=\"1\">%s</row>', hidden_cell",
    "'<sheetFormatPr zeroHeight=\"1\"/>', '<row r=\"1\" hidden=\"0\">%s</row>', ",
    "'', '<row r=\"1\" ht=\"0\" customHeight=\"1\">%s</row>', hidden_cell",
    "'<cols><col min=\"1\" max=\"3\" width=\"0\" customWidth=\"1\"/></cols>', '<row"
        + " r=\"1\">%s</row>', hidden_cell",
    "'<sheetViews><sheetView showZeros=\"false\"/></sheetViews>', '<row r=\"1\">%s</row>',"
        + " hidden_cell"
  })
  void aSheetHidesInManyWays(String before, String row, String rule) throws IOException {
    Path file =
        changed(
            new XSSFWorkbook(),
            (before == null ? "" : before) + "|" + row.formatted("<c r=\"A1\"><v>0</v></c>"),
            UnaryOperator.identity());

    assertThat(rule(Books.read(file).grids().get(0), 0, 0)).isEqualTo(rule);
  }

  @Test
  void aStrictWorkbookIsRefusedByItsName() throws IOException {
    Path file =
        changed(
            new XSSFWorkbook(),
            ROWS.formatted("<c r=\"A1\"><v>1</v></c>"),
            xml ->
                xml.replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships")
                    .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"));

    UnreadableSheetException refused =
        catchThrowableOfType(UnreadableSheetException.class, () -> Books.read(file));

    assertThat(refused.ruleId()).isEqualTo("other_format");
    assertThat(refused).hasMessageContainingAll("Strict", "另存为");
  }

  private static CellStyle month(Workbook workbook) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
    return style;
  }

  private static Font font(Workbook workbook, short offset) {
    Font font = workbook.createFont();
    font.setTypeOffset(offset);
    return font;
  }

  private static void rich(
      Workbook workbook, int column, String text, int from, int to, Font font) {
    RichTextString rich = workbook.getCreationHelper().createRichTextString(text);
    rich.applyFont(from, to, font);
    workbook.getSheetAt(0).getRow(0).createCell(column).setCellValue(rich);
  }

  private static String rule(Grid grid, int row, int column) {
    return grid.discrepancy(grid.cell(row, column).orElseThrow())
        .map(Discrepancy::ruleId)
        .orElse(null);
  }

  private static Stream<String> texts(Grid grid) {
    return grid.row(0).stream().map(GridCell::text);
  }

  private Grid read(Workbook workbook) throws IOException {
    return Books.read(saved(workbook)).grids().get(0);
  }

  private Path saved(Workbook workbook) throws IOException {
    try (workbook;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return Files.write(folder.resolve("book"), out.toByteArray());
    }
  }

  private Path xlsx(String cell, String settings) throws IOException {
    return changed(
        new XSSFWorkbook(),
        ROWS.formatted(cell),
        xml -> xml.replace("</sheets>", "</sheets>" + settings));
  }

  /** A workbook with a date style, whose sheet is replaced and whose other parts are changed. */
  private Path changed(XSSFWorkbook workbook, String sheet, UnaryOperator<String> change)
      throws IOException {
    workbook.createSheet("表");
    month(workbook);
    byte[] whole = Files.readAllBytes(saved(workbook));
    int rows = sheet.indexOf('|') + 1;
    String xml =
        "<worksheet xmlns=\"%s\">%s<sheetData>%s</sheetData></worksheet>"
            .formatted(MAIN, sheet.substring(0, Math.max(0, rows - 1)), sheet.substring(rows));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        String was = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        to.putNextEntry(new ZipEntry(part.getName()));
        String is = part.getName().endsWith("sheet1.xml") ? xml : was;
        to.write(change.apply(is).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Files.write(folder.resolve("changed"), out.toByteArray());
  }
}
