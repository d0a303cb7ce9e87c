package org.diaodu.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender fills in beside a figure that is held, in the copy that he got back. */
class SenderAnswersTest {
  @TempDir private Path folder;

  @Test
  void theCopyHasRoomBesideEachHeldFigureAndAnAnswerIsReadBack() throws IOException {
    Path copy = answered("属实", "来函核对过", "李某");

    assertThat(SenderAnswers.in(copy))
        .containsExactly(new SenderAnswers.Answer("H0a1b2c3d4e", true, "来函核对过", "李某"));
  }

  @Test
  void aFigureThatIsWrongIsSaidToBe() throws IOException {
    assertThat(SenderAnswers.in(answered("有误", "单位写错", "李某")))
        .extracting(SenderAnswers.Answer::isTrue)
        .containsExactly(false);
  }

  @Test
  void anAnswerWithoutNameOrReasonOrInOtherWordsIsNone() throws IOException {
    assertThat(SenderAnswers.in(answered("属实", "", "李某"))).isEmpty();
    assertThat(SenderAnswers.in(answered("属实", "核对过", ""))).isEmpty();
    assertThat(SenderAnswers.in(answered("大概属实", "核对过", "李某"))).isEmpty();
    assertThat(SenderAnswers.in(answered("", "", ""))).isEmpty();
  }

  @Test
  void aWorkbookThatIsNoMarkedCopyAndAFileThatIsNoWorkbookHoldNone() throws IOException {
    Path text = Files.writeString(folder.resolve("a.xlsx"), "核对说明");

    assertThat(SenderAnswers.in(text)).isEmpty();
  }

  private Path answered(String answer, String reason, String by) throws IOException {
    Path original = Files.writeString(folder.resolve("a.csv"), "甲县,21234\n");
    Path copy = folder.resolve("copy.xlsx");
    Finding held = new Finding("1:2", true, "H0a1b2c3d4e", "21234", "≤100", "超过上限", "2.1万户", "");
    MarkedCopy.write(
        new FileFeedback("a.csv", LocalDate.of(2024, 7, 20), 1, 0, 1, 0, List.of(held)),
        original,
        copy);
    Path answered = folder.resolve("answered.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy));
        OutputStream out = Files.newOutputStream(answered)) {
      Sheet list = workbook.getSheet(MarkedCopy.SHEET);
      Row row = list.getRow(1);
      assertThat(row.getCell(6).getStringCellValue()).isEqualTo("H0a1b2c3d4e");
      row.createCell(7).setCellValue(answer);
      row.createCell(8).setCellValue(reason);
      row.createCell(9).setCellValue(by);
      workbook.write(out);
    }
    return answered;
  }
}
