package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.sheet.Books;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a cell of a table whose look says more than its value. */
class SeenFigureTest {
  private static final Templates TEMPLATES = Templates.of(Packs.threelands());

  @TempDir private Path folder;

  @ParameterizedTest(name = "{1} under {0} is {2}")
  @CsvSource({
    "0.0, 3.2, 3.2",
    "\"下降\"0.0\"%\", 3.2, -3.2",
    "\"增长\"0.0\"%\";\"下降\"0.0\"%\", -3.2, -3.2",
    "\"增长\"0.0\"%\";\"下降\"0.0\"%\";\"持平\", 0, 0",
    "'0.0_);(0.0)', -3.2, -3.2",
    "0.0%, 0.032, 3.2",
    "0.0\"%\", 3.2, 3.2",
    "0.0;0.0, -3.2, shown_otherwise",
    "0.0;;;, 0, hidden_cell",
    "m\"月\"d\"日\", 45353, date_cell",
    "d-mmm, 45353, date_cell",
    "0.0\"个百分点\", 3.2, wrong_unit",
    "0.0\"亿元\", 3.2, wrong_unit",
    "\"约\"0.0, 3.2, not_a_number"
  })
  void growthIsReadAsItIsSeen(String format, double stored, String read) throws IOException {
    assertThat(outcome(workbook(55.2, null, stored, format), "C4")).isEqualTo(read);
  }

  @ParameterizedTest(name = "{1} under {0} is {2}")
  @CsvSource({
    "0.0\"亿元\", 112.5, 112.5",
    "'#,##0.00', 1112.5, 1112.5",
    "0.0\"万元\", 112.5, wrong_unit",
    "'0.00,', 111000, shown_otherwise",
    "'[<1000]0.00;0.00,', 111000, shown_otherwise",
    "0.0%, 0.5, wrong_unit",
    "\"下降\"0.0, 3.2, wrong_unit",
    "yyyy\"年\"m\"月\", 45047, date_cell",
    "0\"年\", 2023, not_a_number",
    ";;;, 12.5, hidden_cell"
  })
  void anAmountIsReadAsItIsSeen(String format, double stored, String read) throws IOException {
    assertThat(outcome(workbook(stored, format, 3.2, null), "B4")).isEqualTo(read);
  }

  @Test
  void theUnitInTheFormatIsTheOneOfATableThatStatesNone() throws IOException {
    XSSFWorkbook workbook = workbook(112000, "0\"万元\"", 3.2, null);
    workbook.getSheetAt(0).getRow(1).removeCell(workbook.getSheetAt(0).getRow(1).getCell(0));

    ReadCell cell = cell(workbook, "B4");

    assertThat(cell.fields()).containsEntry("obs_value", "112000").containsEntry("unit", "万元");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C4:C5", "B4:C4", "B4:C5", "C4:C6"})
  void aFigureMergedOverSeveralLabelsBelongsToNone(String range) throws IOException {
    XSSFWorkbook workbook = workbook(55.2, null, 3.2, null);
    workbook.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf(range));

    ReadCell cell = cell(workbook, range.substring(0, 2));

    assertThat(cell.doubts())
        .singleElement()
        .satisfies(d -> assertThat(d.ruleId()).isEqualTo("merged_figure"))
        .satisfies(d -> assertThat(d.message()).contains(range));
  }

  @Test
  void aFigureMergedAsItsLabelsAreIsOne() throws IOException {
    XSSFWorkbook workbook = workbook(55.2, null, 3.2, null);
    Sheet sheet = workbook.getSheetAt(0);
    sheet.getRow(5).removeCell(sheet.getRow(5).getCell(0));
    for (String range : List.of("A5:A6", "B5:B6", "C5:C6")) {
      sheet.addMergedRegion(CellRangeAddress.valueOf(range));
    }

    assertThat(outcome(workbook, "B5")).isEqualTo("2.0");
  }

  @Test
  void aTitleThatIsStruckOutOrHiddenNamesNothing() throws IOException {
    XSSFWorkbook workbook = workbook(55.2, null, 3.2, null);
    Sheet sheet = workbook.getSheetAt(0);
    Font struck = workbook.createFont();
    struck.setStrikeout(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(struck);
    sheet.getRow(0).createCell(1).setCellValue("2019年1-3月");
    sheet.getRow(0).getCell(1).setCellStyle(style);
    sheet.getRow(1).createCell(2).setCellValue("2018年1-2月");
    sheet.setColumnHidden(2, true);

    assertThat(cell(workbook, "B4").fields()).containsEntry("time_period", "2024-06");
  }

  @Test
  void theMonthMayStandInADateCellOfTheTitle() throws IOException {
    XSSFWorkbook workbook = workbook(55.2, null, 3.2, null);
    Sheet sheet = workbook.getSheetAt(0);
    sheet.getRow(0).getCell(0).setCellValue("社会消费品零售总额");
    set(sheet.getRow(0).createCell(1), 45047, "yyyy.m");

    assertThat(cell(workbook, "B4").fields()).containsEntry("time_period", "2023-05");
  }

  @Test
  void aFormulaWithoutAValueIsToldAtItsCell() throws IOException {
    XSSFWorkbook workbook = workbook(55.2, null, 3.2, null);
    Cell formula = workbook.getSheetAt(0).getRow(3).getCell(1);
    formula.setBlank();
    formula.setCellFormula("B5+B6");

    ReadCell cell = cell(workbook, "B4");

    assertThat(cell.isRead()).isFalse();
    assertThat(cell.doubts()).extracting(ReadCell.Doubt::ruleId).contains("formula_not_computed");
  }

  private static XSSFWorkbook workbook(
      double level, String levelFormat, double growth, String growthFormat) {
    XSSFWorkbook workbook = new XSSFWorkbook();
    Sheet sheet = workbook.createSheet("表");
    sheet.createRow(0).createCell(0).setCellValue("2024年6月社会消费品零售总额");
    sheet.createRow(1).createCell(0).setCellValue("单位：亿元");
    row(sheet, 2, "地区", "累计", "比去年同期增长");
    sheet.createRow(3).createCell(0).setCellValue("甲县");
    set(sheet.getRow(3).createCell(1), level, levelFormat);
    set(sheet.getRow(3).createCell(2), growth, growthFormat);
    row(sheet, 4, "乙县", "2.0", "");
    row(sheet, 5, "丙县", "", "");
    return workbook;
  }

  private static void row(Sheet sheet, int number, String... texts) {
    sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      sheet.getRow(number).createCell(i).setCellValue(texts[i]);
    }
  }

  private static void set(Cell cell, double value, String format) {
    cell.setCellValue(value);
    if (format != null) {
      CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
      style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
      cell.setCellStyle(style);
    }
  }

  /** The figure that is read of a cell, or the first rule by which it is refused. */
  private String outcome(XSSFWorkbook workbook, String address) throws IOException {
    ReadCell cell = cell(workbook, address);
    return Stream.concat(
            cell.doubts().stream().map(ReadCell.Doubt::ruleId),
            Stream.ofNullable(cell.fields()).map(f -> f.get("obs_value")))
        .findFirst()
        .orElseThrow();
  }

  private ReadCell cell(XSSFWorkbook workbook, String address) throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    List<ReadCell> cells = new ArrayList<>();
    TEMPLATES.plan(Books.read(file)).cells(LocalDate.of(2024, 7, 20)).forEachRemaining(cells::add);
    return cells.stream().filter(c -> c.cell().address().equals(address)).findFirst().orElseThrow();
  }
}
