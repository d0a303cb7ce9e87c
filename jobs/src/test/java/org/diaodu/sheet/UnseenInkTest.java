package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting.IconSet;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that colours and conditional formatting hide from whoever looks at the sheet. */
class UnseenInkTest {
  private static final short WHITE = IndexedColors.WHITE.getIndex();
  private static final short RED = IndexedColors.RED.getIndex();
  private static final short BLUE = IndexedColors.BLUE.getIndex();

  @TempDir private Path folder;

  static Stream<Workbook> bothFormats() {
    return Stream.of(new XSSFWorkbook(), new HSSFWorkbook());
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void lettersInTheColourOfTheirPaperAreNotSeen(Workbook workbook) throws IOException {
    Cell cell = number(workbook, 5.1);

    cell.setCellStyle(style(workbook, WHITE, null));
    assertThat(against(workbook)).as("white on no colour").contains("hidden_cell");
    cell.setCellStyle(style(workbook, RED, RED));
    assertThat(against(workbook)).as("red on red").contains("hidden_cell");
    cell.setCellStyle(style(workbook, WHITE, BLUE));
    assertThat(against(workbook)).as("white on blue").isEmpty();
    cell.setCellStyle(style(workbook, RED, null));
    assertThat(against(workbook)).as("red on no colour").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void aUnitInTheColourOfThePaperIsNotRead(Workbook workbook) throws IOException {
    Cell cell = workbook.createSheet().createRow(0).createCell(0);
    cell.setCellValue("单位：元");
    cell.setCellStyle(style(workbook, WHITE, null));

    Grid grid = read(workbook);

    assertThat(grid.seen(grid.cell(0, 0).orElseThrow())).isEmpty();
  }

  @Test
  void aWhiteThatNobodyTellsFromWhiteIsWhite() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Cell cell = number(workbook, 5.1);
      XSSFFont font = workbook.createFont();
      font.setColor(new XSSFColor(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD}, null));
      CellStyle style = workbook.createCellStyle();
      style.setFont(font);
      cell.setCellStyle(style);

      assertThat(against(workbook)).contains("hidden_cell");
    }
  }

  @Test
  void aTableOfExcelMayHavePaperOfItsOwn() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Cell cell = number(workbook, 5.1);
      cell.getRow().createCell(1).setCellValue("甲");
      cell.setCellStyle(style(workbook, WHITE, null));
      workbook
          .getSheetAt(0)
          .createTable(new AreaReference("A1:B2", workbook.getSpreadsheetVersion()));

      assertThat(against(workbook)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void aConditionHidesOnlyTheNumbersThatItHoldsFor(Workbook workbook) throws IOException {
    Cell cell = number(workbook, 0);
    ConditionalFormattingRule zero = rule(workbook, ComparisonOperator.EQUAL, "0");
    zero.createFontFormatting().setFontColorIndex(WHITE);
    apply(workbook, zero);

    assertThat(against(workbook)).contains("hidden_cell");
    cell.setCellValue(5.1);
    assertThat(against(workbook)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void paperThatAConditionColoursShowsWhiteLetters(Workbook workbook) throws IOException {
    number(workbook, 5.1).setCellStyle(style(workbook, WHITE, null));
    ConditionalFormattingRule positive = rule(workbook, ComparisonOperator.GT, "0");
    positive.createPatternFormatting().setFillBackgroundColor(RED);
    apply(workbook, positive);

    assertThat(against(workbook)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void whatDependsOnAFormulaIsToldAndTaken(Workbook workbook) throws IOException {
    number(workbook, 5.1);
    SheetConditionalFormatting sheet = workbook.getSheetAt(0).getSheetConditionalFormatting();
    ConditionalFormattingRule rule = sheet.createConditionalFormattingRule("A1>B1");
    rule.createFontFormatting().setFontColorIndex(WHITE);
    apply(workbook, rule);

    Grid grid = read(workbook);

    assertThat(grid.unjudgedLooks()).isEqualTo(1);
    assertThat(grid.discrepancy(grid.cell(0, 0).orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void whiteLettersOfAConditionAreNotKnownToBeUnseenOnAColouredCell(Workbook workbook)
      throws IOException {
    number(workbook, 5.1).setCellStyle(style(workbook, RED, BLUE));
    ConditionalFormattingRule positive = rule(workbook, ComparisonOperator.GT, "0");
    positive.createFontFormatting().setFontColorIndex(WHITE);
    apply(workbook, positive);

    assertThat(against(workbook)).isEmpty();
    assertThat(read(workbook).unjudgedLooks()).isEqualTo(1);
  }

  @Test
  void moreRulesThanATableHasAreRefusedBeforeTheyAreFollowed() {
    Looks looks = new Looks();
    List<CellRangeAddress> cells =
        Collections.nCopies(Limits.LOOKS + 1, CellRangeAddress.valueOf("A1:Z9"));

    assertThatThrownBy(
            () ->
                looks.add(
                    new ConditionalLook(
                        cells, new ConditionalLook.Always(), ConditionalLook.Effect.hidden())))
        .isInstanceOf(UnreadableSheetException.class)
        .hasMessageContaining("条件格式");
  }

  @Test
  void iconsInThePlaceOfANumberHideIt() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      number(workbook, 5.1);
      SheetConditionalFormatting sheet = workbook.getSheetAt(0).getSheetConditionalFormatting();
      ConditionalFormattingRule icons = sheet.createConditionalFormattingRule(IconSet.GYR_3_ARROW);
      icons.getMultiStateFormatting().setIconOnly(true);
      apply(workbook, icons);

      assertThat(against(workbook)).contains("hidden_cell");
    }
  }

  private static Cell number(Workbook workbook, double value) {
    Cell cell = workbook.createSheet().createRow(0).createCell(0);
    cell.setCellValue(value);
    return cell;
  }

  private static CellStyle style(Workbook workbook, short letters, Short paper) {
    Font font = workbook.createFont();
    font.setColor(letters);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    if (paper != null) {
      style.setFillForegroundColor(paper);
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }

  private static ConditionalFormattingRule rule(Workbook workbook, byte comparison, String with) {
    return workbook
        .getSheetAt(0)
        .getSheetConditionalFormatting()
        .createConditionalFormattingRule(comparison, with);
  }

  private static void apply(Workbook workbook, ConditionalFormattingRule rule) {
    Sheet sheet = workbook.getSheetAt(0);
    sheet
        .getSheetConditionalFormatting()
        .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("A1:C3")}, rule);
  }

  /** The rule that is against the first cell. */
  private Optional<String> against(Workbook workbook) throws IOException {
    Grid grid = read(workbook);
    return grid.discrepancy(grid.cell(0, 0).orElseThrow()).map(Discrepancy::ruleId);
  }

  private Grid read(Workbook workbook) throws IOException {
    Path file = folder.resolve(workbook instanceof XSSFWorkbook ? "b.xlsx" : "b.xls");
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return Books.read(file).grids().get(0);
  }
}
