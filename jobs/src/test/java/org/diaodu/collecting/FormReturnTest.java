package org.diaodu.collecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Owed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormField;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormRow;
import org.diaodu.ingest.Fault;
import org.diaodu.ingest.FileTrial;
import org.diaodu.ingest.TriedCell;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to a form before it comes back. No figure may come to rest at another's key. */
class FormReturnTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final Templates TEMPLATES = Templates.of(PACK);
  private static final LocalDate TODAY = LocalDate.of(2024, 8, 20);

  @TempDir private Path folder;

  @Test
  void asItWasGivenOut() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      fill(form, "retail_sales", FormField.growth, 6.1);
      fill(form, "fixed_asset_investment", FormField.growth, -3.25);
      fill(form, "business_entities", FormField.level, 12001);
      FileTrial back = back(form);

      assertThat(taken(back))
          .containsExactlyEntriesOf(
              sorted(
                  Map.of(
                      "retail_sales/T01/2024-07/YTD/LEVEL", "55.2",
                      "retail_sales/T01/2024-07/YTD/YOY", "6.1",
                      "fixed_asset_investment/T01/2024-07/YTD/YOY", "-3.25",
                      "business_entities/T01/2024-07/EOP/LEVEL", "12001")));
      assertThat(refused(back)).isEmpty();
      assertThat(back.faults()).isEmpty();
    }
  }

  @Test
  void whoSignedIsKeptWithTheFigure() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      text(form, "retail_sales", FormField.note, "初步汇总");

      Map<String, String> fields = back(form).cells().get(0).fields();
      assertThat(fields).containsEntry("release_date", "2024-08-10");
      assertThat(fields).containsEntry("note", "初步汇总；填报人：张三；审核人：李四");
    }
  }

  @Test
  void whatIsNotFilledInIsLeftOutAndRefusesNothing() throws IOException {
    try (FilledForm form = jia()) {
      FileTrial back = back(form);
      assertThat(taken(back)).isEmpty();
      assertThat(back.anythingRefused()).isFalse();
      assertThat(back.cells())
          .extracting(TriedCell::leftOutBecause)
          .containsOnly("form_not_filled")
          .hasSize(4);
    }
  }

  @Test
  void aFigureThatDoesNotExistIsSaidToBeMissing() throws IOException {
    try (FilledForm form = jia()) {
      text(form, "retail_sales", FormField.obs_status, "缺失");
      TriedCell cell = back(form).cells().get(0);
      assertThat(cell.outcome()).isEqualTo(TriedCell.Outcome.accepted);
      assertThat(cell.fields()).containsEntry("obs_status", "M").containsEntry("obs_value", null);
    }
  }

  @Test
  void aRemarkWithoutAFigureIsAskedBack() throws IOException {
    try (FilledForm form = jia()) {
      text(form, "retail_sales", FormField.note, "本月没有");
      assertThat(refused(back(form))).containsExactly("form_note_alone");
    }
  }

  @Test
  void aStateWithoutAFigureIsAskedBackUnlessItSaysThatThereIsNone() throws IOException {
    for (String state : List.of("初步数", "正常", "估计", "没有")) {
      try (FilledForm form = jia()) {
        text(form, "retail_sales", FormField.obs_status, state);
        assertThat(refused(back(form))).as(state).containsExactly("form_note_alone");
      }
    }
  }

  @Test
  void sortedInsertedAndDeletedRowsKeepTheirKeys() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      fill(form, "business_entities", FormField.level, 12001);
      Sheet sheet = form.sheet(FormKind.figure);
      // The last row comes first, with blank ones between; the second is gone.
      sheet.removeRow(FilledForm.row(sheet, "指标", "固定资产投资"));
      sheet.shiftRows(FilledForm.FIRST, FilledForm.FIRST, 7);

      assertThat(taken(back(form)))
          .containsExactlyEntriesOf(
              sorted(
                  Map.of(
                      "retail_sales/T01/2024-07/YTD/LEVEL", "55.2",
                      "business_entities/T01/2024-07/EOP/LEVEL", "12001")));
    }
  }

  @Test
  void movedColumnsAreFoundByTheirHeaders() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      form.sheet(FormKind.figure).shiftColumns(5, 13, 2);
      assertThat(taken(back(form))).containsEntry("retail_sales/T01/2024-07/YTD/LEVEL", "55.2");
    }
  }

  @Test
  void aFormSavedAsTextIsReadAsOne() throws IOException {
    for (String encoding : List.of("UTF-8", "GB18030")) {
      try (FilledForm form = jia()) {
        fill(form, "retail_sales", FormField.level, 55.2);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at <= form.sheet(FormKind.figure).getLastRowNum(); at++) {
          Row row = form.sheet(FormKind.figure).getRow(at);
          for (int column = 0; column < 14; column++) {
            Cell cell = row.getCell(column);
            text.append(column == 0 ? "" : ",").append(cell == null ? "" : FilledForm.text(cell));
          }
          text.append("\r\n");
        }
        Path file = folder.resolve(encoding + ".csv");
        Files.write(file, text.toString().getBytes(Charset.forName(encoding)));
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        FileTrial back = FileTrial.of(file, folder, PACK, TEMPLATES, TODAY);
        assertThat(taken(back))
            .as(encoding)
            .containsExactlyEntriesOf(Map.of("retail_sales/T01/2024-07/YTD/LEVEL", "55.2"));
      }
    }
  }

  @Test
  void twoCopiesOfASheetThatDifferAreNotTaken() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      Sheet copy = form.book().cloneSheet(0);
      FilledForm.cell(FilledForm.row(copy, "指标", "社会消费品零售总额"), FormField.level).setCellValue(57.2);
      assertThat(taken(back(form))).isEmpty();
      assertThat(refused(back(form))).contains("conflicting_duplicate");
    }
  }

  @Test
  void aUnitBehindTheNumberAndAValueOfWhatIsMissingAreRefused() throws IOException {
    try (FilledForm form = jia()) {
      text(form, "retail_sales", FormField.level, "55.2亿元");
      fill(form, "business_entities", FormField.level, 12001);
      text(form, "business_entities", FormField.obs_status, "缺失");
      assertThat(taken(back(form))).isEmpty();
      assertThat(refused(back(form))).containsExactly("not_a_number", "missing_with_value");
    }
  }

  @Test
  void twoFormsOneBelowTheOtherOnOneSheetAreNotMixedUp() throws IOException {
    try (FilledForm form = jia();
        FilledForm other = new FilledForm(form("T02")).signed("周七", "吴八", "2024-08-11")) {
      fill(form, "retail_sales", FormField.level, 55.2);
      fill(other, "retail_sales", FormField.level, 77.7);
      Sheet sheet = form.sheet(FormKind.figure);
      for (Row from : other.sheet(FormKind.figure)) {
        Row to = sheet.createRow(from.getRowNum() + 10);
        from.forEach(cell -> copyText(cell, to.createCell(cell.getColumnIndex())));
      }
      FileTrial back = back(form);
      assertThat(taken(back))
          .containsExactlyEntriesOf(Map.of("retail_sales/T01/2024-07/YTD/LEVEL", "55.2"));
      assertThat(refused(back)).contains("form_of_another");
    }
  }

  @Test
  void aSheetCopiedIntoAnotherBookBringsItsHeadAlong() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      form.book().setSheetName(0, "Sheet1");
      form.book().createSheet("本单位底稿").createRow(3).createCell(2).setCellValue(99);

      FileTrial back = back(form);
      assertThat(taken(back)).containsOnlyKeys("retail_sales/T01/2024-07/YTD/LEVEL");
    }
  }

  @Test
  void figuresBelowAShiftedBlockAreRefusedAndNotMoved() throws IOException {
    try (FilledForm form = jia()) {
      Sheet sheet = form.sheet(FormKind.figure);
      fill(form, "retail_sales", FormField.level, 55.2);
      // Somebody sorted the labels alone: the codes stayed where they were.
      Row one = FilledForm.row(sheet, "指标", "社会消费品零售总额");
      Row other = FilledForm.row(sheet, "指标", "经营主体总数");
      FilledForm.cell(one, "指标").setCellValue("经营主体总数");
      FilledForm.cell(other, "指标").setCellValue("社会消费品零售总额");

      FileTrial back = back(form);
      assertThat(taken(back)).isEmpty();
      assertThat(refused(back)).contains("form_label_changed");
    }
  }

  @Test
  void anotherAreaUnitOrPeriodBesideACodeIsRefused() throws IOException {
    for (Map.Entry<String, String> change :
        Map.of("地区", "乙县", "单位", "万元", "时期", "2024-06", "口径", "当期").entrySet()) {
      try (FilledForm form = jia()) {
        fill(form, "retail_sales", FormField.level, 55.2);
        Row row = FilledForm.row(form.sheet(FormKind.figure), "指标", "社会消费品零售总额");
        FilledForm.cell(row, change.getKey()).setCellValue(change.getValue());

        FileTrial back = back(form);
        assertThat(taken(back)).as(change.toString()).isEmpty();
        assertThat(refused(back)).as(change.toString()).contains("form_label_changed");
      }
    }
  }

  @Test
  void lastMonthsFormWithAnotherMonthInItsHeadIsRefused() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      form.sheet(FormKind.figure).getRow(1).getCell(3).setCellValue("2024-08");
      assertThat(refused(back(form))).contains("form_of_another");
    }
  }

  @Test
  void rowsOfAnotherUnitPastedIntoAFormAreRefused() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      form.sheet(FormKind.figure).getRow(1).getCell(1).setCellValue("乙县人民政府");
      assertThat(taken(back(form))).isEmpty();
      assertThat(refused(back(form))).contains("form_of_another");
    }
  }

  @Test
  void aRowWithoutItsCodeIsRefusedWhereItStands() throws IOException {
    for (String code : List.of("", "figure/retail_sales/T01/2024-07@T01#0000", "1")) {
      try (FilledForm form = jia()) {
        fill(form, "retail_sales", FormField.level, 55.2);
        Row row = FilledForm.row(form.sheet(FormKind.figure), "指标", "社会消费品零售总额");
        FilledForm.cell(row, FormKind.CODE).setCellValue(code);

        FileTrial back = back(form);
        assertThat(taken(back)).as(code).isEmpty();
        assertThat(refused(back)).as(code).containsExactly("form_no_code");
        assertThat(places(back)).containsExactly("统计数据!J6");
      }
    }
  }

  @Test
  void theSameRowPastedTwiceWithTwoFiguresIsNotTaken() throws IOException {
    try (FilledForm form = jia()) {
      Sheet sheet = form.sheet(FormKind.figure);
      fill(form, "retail_sales", FormField.level, 55.2);
      Row from = FilledForm.row(sheet, "指标", "社会消费品零售总额");
      Row to = sheet.createRow(20);
      from.forEach(cell -> copy(cell, to.createCell(cell.getColumnIndex())));
      FilledForm.cell(to, FormField.level).setCellValue(56.2);

      assertThat(taken(back(form))).isEmpty();
      assertThat(refused(back(form))).contains("conflicting_duplicate");
    }
  }

  @Test
  void rowsPastedIntoABlankSheetAreRefused() throws IOException {
    try (FilledForm form = jia()) {
      Sheet sheet = form.sheet(FormKind.figure);
      fill(form, "retail_sales", FormField.level, 55.2);
      for (int at = 0; at < FilledForm.FIRST; at++) {
        sheet.removeRow(sheet.getRow(at));
      }
      FileTrial back = back(form);
      assertThat(taken(back)).isEmpty();
      assertThat(refused(back)).contains("form_no_header");
    }
  }

  @Test
  void aFormWithoutAnyCodeIsNoPrintedTable() throws IOException {
    try (FilledForm form = jia()) {
      Sheet sheet = form.sheet(FormKind.figure);
      fill(form, "retail_sales", FormField.level, 55.2);
      FilledForm.eachLine(sheet, row -> FilledForm.cell(row, FormKind.CODE).setBlank());
      FileTrial back = back(form);
      assertThat(taken(back)).isEmpty();
      assertThat(refused(back)).containsExactly("form_no_code");
    }
  }

  @Test
  void aMissingOrRepeatedHeaderRefusesTheSheet() throws IOException {
    for (String header : List.of("", "同比增速（%）")) {
      try (FilledForm form = jia()) {
        fill(form, "retail_sales", FormField.level, 55.2);
        FilledForm.cell(form.sheet(FormKind.figure).getRow(FilledForm.FIRST - 1), FormField.level)
            .setCellValue(header);
        FileTrial back = back(form);
        assertThat(taken(back)).as(header).isEmpty();
        assertThat(back.faults().toString() + back.cells()).as(header).contains("表头");
      }
    }
  }

  @Test
  void anUnsignedFormIsRefused() throws IOException {
    try (FilledForm form = new FilledForm(form("T01"))) {
      fill(form, "retail_sales", FormField.level, 55.2);
      FileTrial back = back(form);
      assertThat(taken(back)).isEmpty();
      assertThat(refused(back)).contains("form_not_signed");
    }
  }

  @Test
  void aDayBeforeTheEndOfThePeriodOrInTheFutureIsRefused() throws IOException {
    for (String day : List.of("2024-07-20", "2024-08-21")) {
      try (FilledForm form = new FilledForm(form("T01")).signed("张三", "李四", day)) {
        fill(form, "retail_sales", FormField.level, 55.2);
        FileTrial back = back(form);
        assertThat(taken(back)).as(day).isEmpty();
        assertThat(back.cells().get(0).faults().get(0).sourceCell()).isEqualTo("统计数据!F3");
      }
    }
  }

  @Test
  void aPercentSignWhereAnAmountIsAskedIsRefusedAndAtAGrowthIsRead() throws IOException {
    try (FilledForm form = jia()) {
      percent(form, "business_entities", FormField.level, 0.055);
      percent(form, "retail_sales", FormField.growth, 0.055);
      FileTrial back = back(form);
      assertThat(taken(back))
          .containsExactlyEntriesOf(Map.of("retail_sales/T01/2024-07/YTD/YOY", "5.5"));
      assertThat(refused(back)).hasSize(1);
    }
  }

  @Test
  void aGrowthThatLooksLikeAFractionIsAskedBack() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.growth, 0.0551);
      assertThat(taken(back(form))).isEmpty();
    }
  }

  @Test
  void aNumberWrittenAsTextIsTheNumberAndWordsAreRefused() throws IOException {
    try (FilledForm form = jia()) {
      text(form, "retail_sales", FormField.level, "１，２３４．５");
      text(form, "business_entities", FormField.level, "约12000");
      text(form, "fixed_asset_investment", FormField.growth, "无");
      FileTrial back = back(form);
      assertThat(taken(back))
          .containsExactlyEntriesOf(Map.of("retail_sales/T01/2024-07/YTD/LEVEL", "1234.5"));
      assertThat(refused(back)).containsExactly("not_a_number", "not_a_number");
    }
  }

  @Test
  void aFormulaIsRefusedSinceItMovesWithItsRow() throws IOException {
    try (FilledForm form = jia()) {
      cell(form, "retail_sales", FormField.level).setCellFormula("50+5.2");
      form.book().getCreationHelper().createFormulaEvaluator().evaluateAll();
      FileTrial back = back(form);
      assertThat(taken(back)).isEmpty();
      assertThat(refused(back)).containsExactly("form_formula");
    }
  }

  @Test
  void aDayThatComputesItselfAnewIsRefused() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      form.sheet(FormKind.figure).getRow(2).getCell(5).setCellFormula("DATE(2024,8,10)");
      form.book().getCreationHelper().createFormulaEvaluator().evaluateAll();
      FileTrial back = back(form);
      assertThat(taken(back)).isEmpty();
      assertThat(back.cells().get(0).faults())
          .extracting(Fault::ruleId, Fault::sourceCell)
          .containsExactly(tuple("form_formula", "统计数据!F3"));
    }
  }

  @Test
  void aFormWithoutACheckerIsTakenWithADoubt() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      form.sheet(FormKind.figure).getRow(2).getCell(3).setBlank();
      FileTrial back = back(form);
      assertThat(taken(back)).containsOnlyKeys("retail_sales/T01/2024-07/YTD/LEVEL");
      assertThat(back.cells().get(0).faults())
          .extracting(Fault::ruleId)
          .containsExactly("form_not_checked");
    }
  }

  @Test
  void aNumberThatIsShownAsAnotherIsRefused() throws IOException {
    try (FilledForm form = jia()) {
      Cell cell = cell(form, "retail_sales", FormField.level);
      cell.setCellValue(55_260);
      cell.setCellStyle(format(form, "0.00,"));
      assertThat(taken(back(form))).isEmpty();
      assertThat(refused(back(form))).contains("shown_otherwise");
    }
  }

  @Test
  void aHiddenRowIsNotRead() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      FilledForm.row(form.sheet(FormKind.figure), "指标", "社会消费品零售总额").setZeroHeight(true);
      assertThat(taken(back(form))).isEmpty();
      assertThat(refused(back(form))).containsExactly("hidden_cell");
    }
  }

  @Test
  void oneFigureMergedOverTwoRowsIsRefused() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      int row = cell(form, "retail_sales", FormField.level).getRowIndex();
      form.sheet(FormKind.figure).addMergedRegion(new CellRangeAddress(row, row + 1, 9, 9));
      assertThat(refused(back(form))).contains("merged_figure");
    }
  }

  @Test
  void aCellThatIsNotAskedForIsRefusedAndTheOthersAreTaken() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "business_entities", FormField.level, 12001);
      fill(form, "business_entities", FormField.growth, 1.5);
      FileTrial back = back(form);
      assertThat(taken(back)).containsOnlyKeys("business_entities/T01/2024-07/EOP/LEVEL");
      assertThat(refused(back)).containsExactly("form_locked_cell");
    }
  }

  @Test
  void whatWasChangedBesideTheCellsToBeFilledInIsTold() throws IOException {
    try (FilledForm form = jia()) {
      fill(form, "retail_sales", FormField.level, 55.2);
      Row row = FilledForm.row(form.sheet(FormKind.figure), "指标", "社会消费品零售总额");
      FilledForm.cell(row, "上期数").setCellValue("47.0");
      row.createCell(16).setCellValue("请核");
      FileTrial back = back(form);

      assertThat(taken(back)).containsOnlyKeys("retail_sales/T01/2024-07/YTD/LEVEL");
      assertThat(back.faults())
          .extracting(Fault::ruleId, Fault::sourceCell)
          .containsExactly(
              tuple("form_changed_outside", "统计数据!G6"), tuple("form_changed_outside", "统计数据!Q6"));
    }
  }

  @Test
  void oneSignatureIsEnoughForABook() throws IOException {
    try (FilledForm form = office()) {
      Sheet problems = form.sheet(FormKind.problem);
      for (int column : new int[] {1, 3, 5}) {
        problems.getRow(2).getCell(column).setBlank();
      }
      FilledForm.cell(problems.getRow(FilledForm.FIRST), FormField.step).setCellValue("签收");
      assertThat(taken(back(form))).containsEntry("X-1/T00/2024-06/", "received");
    }
  }

  @Test
  void aProblemIsReceivedReportedOrAskedToBePutOff() throws IOException {
    Map<String, String> steps =
        Map.of("签收", "received", "反馈", "reported", "申请延期", "extension_requested");
    for (Map.Entry<String, String> step : steps.entrySet()) {
      try (FilledForm form = office()) {
        Row row = form.sheet(FormKind.problem).getRow(FilledForm.FIRST);
        FilledForm.cell(row, FormField.step).setCellValue(step.getKey());
        FilledForm.cell(row, FormField.explanation).setCellValue("企业停产检修，九月恢复");
        if (step.getKey().equals("申请延期")) {
          FilledForm.cell(row, FormField.until).setCellValue(LocalDate.of(2024, 10, 31));
        }
        assertThat(taken(back(form))).containsEntry("X-1/T00/2024-06/", step.getValue());
      }
    }
  }

  @Test
  void anotherWordForAStepIsThatStep() throws IOException {
    try (FilledForm form = office()) {
      Row row = form.sheet(FormKind.problem).getRow(FilledForm.FIRST);
      FilledForm.cell(row, FormField.step).setCellValue("整改完成");
      FilledForm.cell(row, FormField.explanation).setCellValue("项目九月开工，已核对");
      assertThat(taken(back(form))).containsEntry("X-1/T00/2024-06/", "reported");
    }
  }

  @Test
  void whatIsSaidOfATargetOrByTheOfficeIsNoAnswerToAProblem() throws IOException {
    for (String word : List.of("已完成", "办结", "完成", "滞后", "销号", "核查通过", "延期", "在办", "")) {
      try (FilledForm form = office()) {
        Row row = form.sheet(FormKind.problem).getRow(FilledForm.FIRST);
        FilledForm.cell(row, FormField.step).setCellValue(word);
        FilledForm.cell(row, FormField.explanation).setCellValue("项目九月开工");
        FileTrial back = back(form);
        assertThat(taken(back)).as(word).isEmpty();
        assertThat(back.cells().stream().flatMap(c -> c.faults().stream()))
            .as(word)
            .extracting(Fault::ruleId, Fault::sourceCell, Fault::expected)
            .containsExactly(tuple("form_not_a_choice", "整改反馈!I6", "签收、反馈、申请延期"));
      }
    }
  }

  @Test
  void whatIsSaidOfAProblemIsNoProgressOfATarget() throws IOException {
    for (String word : List.of("反馈", "已整改", "签收", "已销号")) {
      try (FilledForm form = targets()) {
        Row row = form.sheet(FormKind.target).getRow(FilledForm.FIRST);
        FilledForm.cell(row, FormField.status).setCellValue(word);
        FilledForm.cell(row, FormField.evidence).setCellValue("某文件");
        FileTrial back = back(form);
        assertThat(taken(back)).as(word).isEmpty();
        assertThat(refused(back)).as(word).containsExactly("form_not_a_choice");
      }
    }
  }

  @Test
  void anotherWordForHowATargetGoesIsTaken() throws IOException {
    try (FilledForm form = targets()) {
      Row row = form.sheet(FormKind.target).getRow(FilledForm.FIRST);
      FilledForm.cell(row, FormField.status).setCellValue("已办结");
      FilledForm.cell(row, FormField.evidence).setCellValue("某文件");
      assertThat(taken(back(form))).containsEntry("X-1/T00/2024-07/", "done");
    }
  }

  @Test
  void aRequestWithoutADayIsRefusedAtTheCellOfTheDay() throws IOException {
    try (FilledForm form = office()) {
      Row row = form.sheet(FormKind.problem).getRow(FilledForm.FIRST);
      FilledForm.cell(row, FormField.step).setCellValue("申请延期");
      FilledForm.cell(row, FormField.explanation).setCellValue("企业停产检修");
      FileTrial back = back(form);
      assertThat(back.cells().stream().flatMap(c -> c.faults().stream()))
          .extracting(Fault::ruleId, Fault::sourceCell)
          .containsExactly(tuple("no_new_day", "整改反馈!J6"));
    }
  }

  @Test
  void twoCopiesOfAReportThatDifferInWhatTheySayBesideAreNotTaken() throws IOException {
    Map<String, Consumer<Row>> changes =
        Map.of(
            "情况说明", row -> FilledForm.cell(row, FormField.explanation).setCellValue("已经停产，不再恢复"),
            "申请延至",
                row ->
                    FilledForm.cell(row, FormField.until).setCellValue(LocalDate.of(2024, 11, 30)));
    for (Map.Entry<String, Consumer<Row>> change : changes.entrySet()) {
      try (FilledForm form = office()) {
        requested(form);
        Sheet copy = form.book().cloneSheet(form.book().getSheetIndex("整改反馈"));
        change.getValue().accept(copy.getRow(FilledForm.FIRST));
        FileTrial back = back(form);
        assertThat(taken(back)).as(change.getKey()).isEmpty();
        assertThat(refused(back))
            .as(change.getKey())
            .containsExactly("conflicting_duplicate", "conflicting_duplicate");
      }
    }
  }

  @Test
  void ofTwoCopiesOfAReportThatAreAlikeOneIsTakenAndTheOtherTold() throws IOException {
    try (FilledForm form = office()) {
      requested(form);
      form.book().cloneSheet(form.book().getSheetIndex("整改反馈"));
      FileTrial back = back(form);
      assertThat(taken(back)).containsEntry("X-1/T00/2024-06/", "extension_requested");
      assertThat(back.receipt().orElseThrow().lines())
          .extracting(line -> line.verdict().nameZh())
          .containsExactly("收下", "重复，未计", "仍欠");
    }
  }

  @Test
  void twoProblemsOfOneTargetAreAnsweredEachForItself() throws IOException {
    try (FilledForm form = office("2024-04-25", "2024-07-25")) {
      Sheet sheet = form.sheet(FormKind.problem);
      for (int at : new int[] {0, 1}) {
        Row row = sheet.getRow(FilledForm.FIRST + at);
        FilledForm.cell(row, FormField.step).setCellValue("反馈");
        FilledForm.cell(row, FormField.explanation).setCellValue("企业停产检修，九月恢复");
      }
      assertThat(back(form).cells())
          .filteredOn(cell -> cell.outcome() == TriedCell.Outcome.accepted)
          .extracting(cell -> cell.fields().get("problem_opened_on"))
          .containsExactly("2024-04-25", "2024-07-25");
    }
  }

  private static void requested(FilledForm form) {
    Row row = form.sheet(FormKind.problem).getRow(FilledForm.FIRST);
    FilledForm.cell(row, FormField.step).setCellValue("申请延期");
    FilledForm.cell(row, FormField.until).setCellValue(LocalDate.of(2024, 10, 31));
    FilledForm.cell(row, FormField.explanation).setCellValue("企业停产检修，九月恢复");
  }

  @Test
  void rowsOfOneSheetInAnotherAreRefused() throws IOException {
    try (FilledForm form = office()) {
      Sheet figures = form.sheet(FormKind.figure);
      Row figure = figures.getRow(FilledForm.FIRST);
      Row problem = form.sheet(FormKind.problem).getRow(FilledForm.FIRST);
      FilledForm.cell(figure, FormField.level).setCellValue(1);
      FilledForm.cell(figure, FormKind.CODE)
          .setCellValue(FilledForm.text(FilledForm.cell(problem, FormKind.CODE)));
      assertThat(taken(back(form))).isEmpty();
      assertThat(refused(back(form))).contains("form_other_sheet");
    }
  }

  /** The form of a county: two figures with growth or without, one of growth alone. */
  private static FilledForm jia() {
    return new FilledForm(form("T01")).signed("张三", "李四", "2024-08-10");
  }

  private static Form form(String area) {
    TimePeriod july = TimePeriod.of("2024-07");
    KnownBefore known =
        new KnownBefore(
            List.of(
                new KnownBefore.Figure(
                    "retail_sales",
                    area,
                    TimePeriod.of("2024-06"),
                    Measure.LEVEL,
                    "46.8",
                    Provenance.official)),
            List.of(),
            List.of());
    List<FormRow> rows =
        List.of("retail_sales", "fixed_asset_investment", "business_entities").stream()
            .map(
                of ->
                    row(
                        new FormKey(Owed.Kind.figure, of, "", area, july, area),
                        List.of(
                            "2024-08-20",
                            known.figure(of, area, july.previous(), Measure.LEVEL),
                            "",
                            "")))
            .toList();
    return new Form(area, PACK.answererName(area), july, Map.of(FormKind.figure, rows));
  }

  /** The form of a unit with a figure of the whole and a problem that was handed over. */
  private static FilledForm office() {
    return office("2024-07-25");
  }

  /** The same, with problems of one target that were handed over on several days. */
  private static FilledForm office(String... openedOn) {
    TimePeriod july = TimePeriod.of("2024-07");
    FormRow figure =
        row(
            new FormKey(Owed.Kind.figure, "retail_sales", "", "T00", july, "t_office"),
            List.of("2024-08-20", "", "", ""));
    List<FormRow> problems =
        Stream.of(openedOn)
            .map(
                day ->
                    row(
                        new FormKey(
                            Owed.Kind.rectification,
                            "X-1",
                            day,
                            "T00",
                            TimePeriod.of("2024-06"),
                            "t_office"),
                        List.of("2024-09-25", "增速低于目标", "待签收")))
            .toList();
    Form form =
        new Form(
            "t_office",
            "试验局",
            july,
            Map.of(FormKind.figure, List.of(figure), FormKind.problem, problems));
    return new FilledForm(form).signed("王五", "赵六", "2024-08-12");
  }

  /** The form of a unit with a target. */
  private static FilledForm targets() {
    TimePeriod july = TimePeriod.of("2024-07");
    FormRow target =
        row(
            new FormKey(Owed.Kind.target, "X-1", "", "T00", july, "t_office"),
            List.of("2024-08-20", ""));
    Form form = new Form("t_office", "试验局", july, Map.of(FormKind.target, List.of(target)));
    return new FilledForm(form).signed("王五", "赵六", "2024-08-12");
  }

  private static FormRow row(FormKey key, List<String> known) {
    return new FormRow(FormItem.of(PACK, key).orElseThrow(), known);
  }

  private static Cell cell(FilledForm form, String indicator, FormField field) {
    String name = PACK.indicator(indicator).orElseThrow().nameZh();
    return FilledForm.cell(FilledForm.row(form.sheet(FormKind.figure), "指标", name), field);
  }

  private static void fill(FilledForm form, String indicator, FormField field, double value) {
    cell(form, indicator, field).setCellValue(value);
  }

  private static void text(FilledForm form, String indicator, FormField field, String value) {
    cell(form, indicator, field).setCellValue(value);
  }

  private static void percent(FilledForm form, String indicator, FormField field, double value) {
    Cell cell = cell(form, indicator, field);
    cell.setCellValue(value);
    cell.setCellStyle(format(form, "0.0%"));
  }

  private static CellStyle format(FilledForm form, String format) {
    CellStyle style = form.book().createCellStyle();
    style.setDataFormat(form.book().createDataFormat().getFormat(format));
    return style;
  }

  private static void copyText(Cell from, Cell to) {
    if (from.getCellType() == CellType.NUMERIC) {
      to.setCellValue(from.getNumericCellValue());
    } else {
      to.setCellValue(FilledForm.text(from));
    }
  }

  private static void copy(Cell from, Cell to) {
    if (from.getCellType() == CellType.NUMERIC) {
      to.setCellValue(from.getNumericCellValue());
    } else if (from.getCellType() == CellType.STRING) {
      to.setCellValue(from.getStringCellValue());
    }
    to.setCellStyle(from.getCellStyle());
  }

  private FileTrial back(FilledForm form) {
    Path file = form.saved(folder.resolve("随便什么名字.xlsx"));
    return FileTrial.of(file, folder, PACK, TEMPLATES, TODAY);
  }

  private static Map<String, String> taken(FileTrial trial) {
    Map<String, String> taken = new TreeMap<>();
    for (TriedCell cell : trial.cells()) {
      if (cell.outcome() == TriedCell.Outcome.accepted) {
        Map<String, String> f = cell.fields();
        taken.put(
            f.containsKey("item")
                ? "%s/%s/%s/%s"
                    .formatted(
                        f.get("item"), f.get("ref_area"), f.get("time_period"), f.get("milestone"))
                : "%s/%s/%s/%s/%s"
                    .formatted(
                        f.get("indicator"),
                        f.get("ref_area"),
                        f.get("time_period"),
                        f.get("accumulation"),
                        f.get("measure")),
            f.containsKey("item") ? f.get("status") : f.get("obs_value"));
      }
    }
    return taken;
  }

  private static Map<String, String> sorted(Map<String, String> of) {
    return new TreeMap<>(of);
  }

  /** The rules that cells were refused or held by. */
  private static List<String> refused(FileTrial trial) {
    return notTaken(trial).flatMap(cell -> cell.faults().stream()).map(Fault::ruleId).toList();
  }

  private static List<String> places(FileTrial trial) {
    return notTaken(trial).map(TriedCell::place).toList();
  }

  private static Stream<TriedCell> notTaken(FileTrial trial) {
    return trial.cells().stream()
        .filter(
            cell ->
                cell.outcome() == TriedCell.Outcome.quarantined
                    || cell.outcome() == TriedCell.Outcome.held);
  }
}
