package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormBook;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormRow;
import org.diaodu.ingest.FileTrial;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receipt of a form with which nothing is wrong. */
class FormFeedbackTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final LocalDate TODAY = LocalDate.of(2024, 8, 20);

  @TempDir private Path folder;

  @Test
  void aFormWithoutAFaultIsAnsweredToo() throws IOException {
    FileTrial trial = trial(signedForm());
    assertThat(trial.anythingRefused()).isFalse();
    assertThat(FeedbackFiles.mayBeForm(trial.file())).isTrue();

    new FeedbackFiles(PACK, folder, TODAY)
        .write(Map.of(trial.file(), trial.counts()), List.of(), null);
    assertThat(Files.readString(folder.resolve("feedback/甲县.xlsx.check.html")))
        .contains("收下1项，退回0项，暂扣0项，仍欠0项");
  }

  @Test
  void otherFilesWithoutAFaultAreNot() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("a.csv"),
            "release_date,ref_area,indicator,time_period,accumulation,measure,obs_value,unit\n");
    assertThat(FeedbackFiles.mayBeForm(trial(table).file())).isFalse();
  }

  private FileTrial trial(Path file) {
    return FileTrial.of(file, folder, PACK, Templates.of(PACK), TODAY);
  }

  private Path signedForm() throws IOException {
    TimePeriod july = TimePeriod.of("2024-07");
    FormKey key = new FormKey(Owed.Kind.figure, "business_entities", "", "T01", july, "T01");
    FormRow row =
        new FormRow(FormItem.of(PACK, key).orElseThrow(), List.of("2024-08-20", "", "", ""));
    Path blank = folder.resolve("blank.xlsx");
    try (OutputStream out = Files.newOutputStream(blank)) {
      FormBook.write(new Form("T01", "甲县人民政府", july, Map.of(FormKind.figure, List.of(row))), out);
    }
    Path filled = folder.resolve("甲县.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(blank));
        OutputStream out = Files.newOutputStream(filled)) {
      Sheet sheet = book.getSheet(FormKind.figure.sheet());
      sheet.getRow(2).getCell(1).setCellValue("张三");
      sheet.getRow(2).getCell(3).setCellValue("李四");
      sheet.getRow(2).getCell(5).setCellValue(LocalDate.of(2024, 8, 10));
      sheet.getRow(5).getCell(9).setCellValue(12001);
      book.write(out);
    }
    return filled;
  }
}
