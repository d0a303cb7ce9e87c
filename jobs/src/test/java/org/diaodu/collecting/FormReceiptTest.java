package org.diaodu.collecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.feedback.FeedbackPage;
import org.diaodu.feedback.FileFeedback;
import org.diaodu.feedback.MarkedCopy;
import org.diaodu.feedback.Receipt;
import org.diaodu.feedback.SenderAnswers;
import org.diaodu.form.Form;
import org.diaodu.form.FormField;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormRow;
import org.diaodu.form.FormTraces;
import org.diaodu.ingest.FileTrial;
import org.diaodu.ingest.FormReceipt;
import org.diaodu.ingest.FormReceipt.Verdict;
import org.diaodu.ingest.TriedCell;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sender of a form gets back. */
class FormReceiptTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final LocalDate TODAY = LocalDate.of(2024, 8, 20);
  private static final TimePeriod JULY = TimePeriod.of("2024-07");

  @TempDir private Path folder;

  private Path file;

  /** One figure is taken, one is refused, one is not filled in. */
  @BeforeEach
  void aFormComesBack() throws IOException {
    List<FormRow> rows =
        List.of("retail_sales", "business_entities", "fixed_asset_investment").stream()
            .map(of -> new FormKey(Owed.Kind.figure, of, "", "T01", JULY, "T01"))
            .map(
                key ->
                    new FormRow(
                        FormItem.of(PACK, key).orElseThrow(), List.of("2024-08-20", "", "", "")))
            .toList();
    Form form = new Form("T01", "甲县人民政府", JULY, Map.of(FormKind.figure, rows));
    try (FilledForm filled = new FilledForm(form)) {
      filled.signed("张三", "李四", "2024-08-10");
      var figures = filled.sheet(FormKind.figure);
      FilledForm.cell(FilledForm.row(figures, "指标", "社会消费品零售总额"), FormField.level)
          .setCellValue(55.2);
      FilledForm.cell(FilledForm.row(figures, "指标", "经营主体总数"), FormField.level)
          .setCellValue("约12000");
      file = filled.saved(folder.resolve("甲县.xlsx"));
    }
  }

  @Test
  void eachRowIsTakenRefusedOrStillOwedUntilItsDay() {
    FormReceipt receipt = FormReceipt.of(file, PACK, TODAY, Map.of()).orElseThrow();

    assertThat(receipt.summary()).isEqualTo("甲县人民政府2024-07填报表：收下1项，退回1项，暂扣0项，仍欠1项");
    assertThat(receipt.lines())
        .extracting(FormReceipt.Line::verdict, FormReceipt.Line::value, FormReceipt.Line::until)
        .containsExactly(
            tuple(Verdict.taken, "55.2", ""),
            tuple(Verdict.refused, "约12000", "2024-08-20"),
            tuple(Verdict.owed, "", "2024-08-20"));
  }

  @Test
  void whatIsHeldBesideOtherFiguresIsHeldInTheReceiptToo() {
    FormReceipt receipt = FormReceipt.of(file, PACK, TODAY, Map.of(1L, Verdict.held)).orElseThrow();
    assertThat(receipt.lines().get(0).verdict()).isEqualTo(Verdict.held);
    assertThat(receipt.lines().get(0).until()).isEqualTo("2024-08-20");
  }

  @Test
  void aStateWithoutAFigureIsRefusedInTheReceipt() throws IOException {
    FormReceipt receipt =
        FormReceipt.of(
                changed(
                    figures ->
                        FilledForm.cell(
                                FilledForm.row(figures, "指标", "固定资产投资"), FormField.obs_status)
                            .setCellValue("初步数")),
                PACK,
                TODAY,
                Map.of())
            .orElseThrow();
    assertThat(receipt.summary()).isEqualTo("甲县人民政府2024-07填报表：收下1项，退回2项，暂扣0项，仍欠0项");
  }

  @Test
  void theTrialSaysTheSame() {
    assertThat(trial(file).receipt()).isEqualTo(FormReceipt.of(file, PACK, TODAY, Map.of()));
  }

  @Test
  void aFileThatIsNoFormHasNone() throws IOException {
    Path table = Files.writeString(folder.resolve("a.csv"), "地区,指标,时期,数值\n");
    assertThat(FormReceipt.of(table, PACK, TODAY, Map.of())).isEmpty();
    assertThat(FormTraces.in(table)).isFalse();
    assertThat(FormTraces.in(file)).isTrue();
  }

  @Test
  void thePageAndTheCopyListEveryRow() throws IOException {
    FileFeedback feedback = feedback();
    assertThat(FeedbackPage.html(feedback))
        .contains("收下1项", "<td class=\"verdict\">仍欠</td>", "固定资产投资")
        .doesNotContain("上期、上年同期");

    List<String> list = new ArrayList<>();
    try (XSSFWorkbook copy = new XSSFWorkbook(Files.newInputStream(copy(feedback)))) {
      for (Row row : copy.getSheet(MarkedCopy.SHEET)) {
        list.add(FilledForm.text(row.getCell(1)) + FilledForm.text(row.getCell(4)));
      }
    }
    assertThat(list)
        .contains("收下甲县 社会消费品零售总额 累计 亿元 2024-07")
        .contains("仍欠甲县 固定资产投资 累计 % 2024-07，期限2024-08-20");
  }

  @Test
  void theCopyIsReadAsTheFormItIs() throws IOException {
    Path copy = copy(feedback());
    List<TriedCell> cells = trial(copy).cells();
    assertThat(cells)
        .filteredOn(cell -> cell.outcome() == TriedCell.Outcome.accepted)
        .extracting(cell -> cell.fields().get("obs_value"))
        .containsExactly("55.2");
    assertThat(SenderAnswers.in(copy)).isEmpty();
  }

  /** The form after somebody went on with its sheet of figures. */
  private Path changed(Consumer<Sheet> does) throws IOException {
    Path changed = folder.resolve("改.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file));
        OutputStream out = Files.newOutputStream(changed)) {
      does.accept(book.getSheet(FormKind.figure.sheet()));
      book.write(out);
    }
    return changed;
  }

  private FileFeedback feedback() {
    FormReceipt receipt = FormReceipt.of(file, PACK, TODAY, Map.of()).orElseThrow();
    List<Receipt.Line> lines =
        receipt.lines().stream()
            .map(
                line ->
                    new Receipt.Line(
                        line.place(),
                        line.verdict().nameZh(),
                        line.subject(),
                        line.value(),
                        line.until()))
            .toList();
    return new FileFeedback(
        "甲县.xlsx",
        TODAY,
        4,
        1,
        1,
        2,
        List.of(),
        new Receipt(receipt.summary(), receipt.signedBy(), lines));
  }

  private Path copy(FileFeedback feedback) throws IOException {
    Path copy = folder.resolve("copy.xlsx");
    MarkedCopy.write(feedback, file, copy);
    return copy;
  }

  private FileTrial trial(Path of) {
    return FileTrial.of(of, folder, PACK, Templates.of(PACK), TODAY);
  }
}
