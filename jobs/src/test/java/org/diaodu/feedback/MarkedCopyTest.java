package org.diaodu.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies with marks, opened again as a sender would open them. */
class MarkedCopyTest {
  @TempDir private Path folder;

  @Test
  void everyFaultyCellIsColouredAndCommentedAndListed() throws IOException {
    Path copy = marked(saved(new XSSFWorkbook(), "a.xlsx"), findings());

    try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      Cell refused = workbook.getSheet("零售").getRow(1).getCell(1);
      assertThat(refused.getStringCellValue()).isEqualTo("5O");
      assertThat(refused.getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(refused.getCellComment().getString().getString())
          .contains("不是数字", "单位", "上期 45亿元", "上年同期 50亿元");
      assertThat(workbook.getSheet("零售").getRow(0).getCell(0).getCellComment()).isNull();
      Sheet list = workbook.getSheet(MarkedCopy.SHEET);
      assertThat(list.getLastRowNum()).isEqualTo(3);
      assertThat(list.getRow(1).getCell(0).getStringCellValue()).isEqualTo("零售!B2");
      assertThat(list.getRow(3).getCell(0).getStringCellValue()).isEqualTo("整个文件");
    }
  }

  @Test
  void markingACopyAgainDoesNotAddMarksAgain() throws IOException {
    Path once = marked(saved(new XSSFWorkbook(), "a.xlsx"), findings());
    Path twice = marked(once, findings());

    try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(twice))) {
      String comment =
          workbook.getSheet("零售").getRow(1).getCell(1).getCellComment().getString().getString();
      assertThat(comment.split("不是数字", -1)).as(comment).hasSize(2);
      assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
    }
  }

  @Test
  void marksOfWhatWasCorrectedAreTakenAway() throws IOException {
    Path once = marked(saved(new XSSFWorkbook(), "a.xlsx"), findings());
    Path corrected = marked(once, findings().subList(2, 3));

    try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(corrected))) {
      Cell cell = workbook.getSheet("零售").getRow(1).getCell(1);
      assertThat(cell.getCellComment()).isNull();
      assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
    }
  }

  @Test
  void aFindingOfAColumnColoursItsCellsAndIsCommentedOnce() throws IOException {
    Finding column = new Finding("零售!B2:B9", true, "", "上年", "模板的一项", "列标题没有说明", "", "");
    Path once = marked(saved(new XSSFWorkbook(), "a.xlsx"), List.of(column));
    Path corrected = marked(once, findings().subList(2, 3));

    assertThat(fills(once))
        .as("B2, B3 and the blank B4")
        .containsExactly(FillPatternType.SOLID_FOREGROUND, FillPatternType.SOLID_FOREGROUND, null);
    try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(once))) {
      assertThat(workbook.getSheet("零售").getCellComments()).hasSize(1);
    }
    assertThat(fills(corrected))
        .as("after the sender put the header right")
        .containsExactly(FillPatternType.NO_FILL, FillPatternType.NO_FILL, null);
  }

  private static List<FillPatternType> fills(Path copy) throws IOException {
    try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      List<FillPatternType> fills = new ArrayList<>();
      for (int row = 1; row <= 3; row++) {
        Row cells = workbook.getSheet("零售").getRow(row);
        fills.add(cells == null ? null : cells.getCell(1).getCellStyle().getFillPattern());
      }
      return fills;
    }
  }

  @Test
  void anOldWorkbookComesBackAsANewOneWithTheSameAddresses() throws IOException {
    Path copy = marked(saved(new HSSFWorkbook(), "a.xls"), findings());

    try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      Sheet sheet = workbook.getSheet("零售");
      assertThat(sheet.getRow(1).getCell(1).getCellComment()).isNotNull();
      assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(31.5);
      assertThat(sheet.getMergedRegions()).hasSize(1);
    }
  }

  @Test
  void aLineOfATextIsMarkedAtItsCell() throws IOException {
    Path text = Files.writeString(folder.resolve("a.csv"), "ref_area,obs_value\n甲县,5O\n");
    Path copy = marked(text, List.of(new Finding("2:2", true, "", "5O", "数字", "不是数字", "", "")));

    try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getCellComment()).isNotNull();
    }
  }

  @Test
  void thePageListsEverythingAndEscapesIt() {
    String page =
        FeedbackPage.html(
            feedback(
                List.of(
                    new Finding("零售!B2", true, "", "<b>5O</b>", "数字", "不是数字", "45亿元", ""),
                    new Finding("零售!B3", false, "", "9", "≤8", "高于合理界限", "", ""))));

    assertThat(page)
        .contains("零售!B2", "■ 退回", "▲ 存疑", "&lt;b&gt;5O&lt;/b&gt;", "上期 45亿元")
        .doesNotContain("<b>5O");
  }

  private static List<Finding> findings() {
    return List.of(
        new Finding("零售!B2", true, "", "5O", "数字", "“5O”不是数字", "45亿元", "50亿元"),
        new Finding("零售!B2", false, "", "亿", "亿元", "单位写法", "", ""),
        new Finding("0:0", false, "", "1个公式", "", "有1个公式", "", ""));
  }

  private static FileFeedback feedback(List<Finding> findings) {
    return new FileFeedback("县/a.xlsx", LocalDate.of(2024, 7, 20), 3, 2, 1, 0, findings);
  }

  private Path marked(Path original, List<Finding> findings) throws IOException {
    Path copy = Files.createTempFile(folder, "copy", ".xlsx");
    MarkedCopy.write(feedback(findings), original, copy);
    return copy;
  }

  private Path saved(Workbook workbook, String name) throws IOException {
    Path file = folder.resolve(name);
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("零售");
      sheet.createRow(0).createCell(0).setCellValue("2024年6月");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
      sheet.createRow(1).createCell(1).setCellValue("5O");
      sheet.createRow(2).createCell(1).setCellValue(31.5);
      workbook.write(out);
    }
    return file;
  }
}
