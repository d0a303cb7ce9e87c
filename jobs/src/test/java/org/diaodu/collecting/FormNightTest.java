package org.diaodu.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.completeness.OwedRow;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.feedback.MarkedCopy;
import org.diaodu.form.Form;
import org.diaodu.form.FormField;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormRow;
import org.diaodu.night.NightlyReport;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nights: what is owed goes out as a form, comes back, and comes back with an answer. */
@Slow
class FormNightTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final TimePeriod JUNE = TimePeriod.of("2024-06");

  @TempDir private static Path folder;

  private static Night nights;
  private static List<Form> before;
  private static List<Form> after;
  private static NightlyReport second;
  private static NightlyReport third;
  private static List<String> list;

  @BeforeAll
  static void threeNights() throws IOException {
    nights = new Night(Packs.THREELANDS, folder);
    nights.arrives(
        "may.csv",
        Night.HEADER
            + "T00,retail_sales,2024-05,YTD,LEVEL,40,亿元,A,2024-06-15,\n"
            + "T00,retail_sales,2023-06,YTD,LEVEL,45.5,亿元,A,2023-07-15,\n"
            + "T01,business_entities,2024-05,EOP,LEVEL,21012,户,A,2024-06-15,\n");
    nights.run("2024-07-01T18:00:00Z");
    before = forms();

    Form office = form(before, "T00");
    try (FilledForm filled = new FilledForm(withEntities(office))) {
      filled.signed("张三", "李四", "2024-07-18");
      Sheet figures = filled.sheet(FormKind.figure);
      fill(figures, "社会消费品零售总额", 48.25);
      fill(figures, "经营主体总数", 212_340_000);
      nights.arrives("报上来的.xlsx", Files.readAllBytes(filled.saved(folder.resolve("sent.xlsx"))));
    }
    second = nights.run("2024-07-20T18:00:00Z");
    after = forms();

    Path copy = nights.out().resolve("feedback/报上来的.xlsx.check.xlsx");
    list = list(copy);
    nights.arrives("答复.xlsx", answered(copy));
    third = nights.run("2024-07-21T18:00:00Z");
  }

  @Test
  void theFormShowsLastMonthAndLastYear() {
    FormRow retail =
        form(before, "T00").rows().get(FormKind.figure).stream()
            .filter(row -> row.item().key().item().equals("retail_sales"))
            .findFirst()
            .orElseThrow();
    assertThat(retail.known()).containsExactly("2024-07-20", "40", "", "45.5");
  }

  @Test
  void whatWasFilledInIsStoredWithItsSignatures() {
    assertThat(
            nights.figure(
                "SELECT concat_ws(' ', obs_value, release_date, note, source_cell)"
                    + " FROM statistics.observations WHERE indicator = 'retail_sales'"
                    + " AND time_period = '2024-06'"))
        .startsWith("48.250000 2024-07-18 填报人：张三；审核人：李四 统计数据!");
  }

  @Test
  void whatCameIsNoLongerAskedForAndWhatDidNotComeStillIs() {
    assertThat(asked(before)).contains("retail_sales", "fixed_asset_investment");
    assertThat(asked(after)).doesNotContain("retail_sales").contains("fixed_asset_investment");
  }

  @Test
  void theReceiptNamesWhatWasTakenHeldAndIsStillOwed() throws IOException {
    String page = Files.readString(nights.out().resolve("feedback/报上来的.xlsx.check.html"));
    assertThat(page).contains("收下1项，退回0项，暂扣1项，仍欠");
    assertThat(list).anyMatch(row -> row.contains("收下|48.25|") && row.contains("社会消费品零售总额"));
    assertThat(list).anyMatch(row -> row.contains("仍欠") && row.contains("固定资产投资"));
    assertThat(second.held()).hasSize(1);
  }

  @Test
  void theAnswerInTheReturnedCopyConfirmsWhatWasHeldAndRepeatsNothing() {
    assertThat(third.held()).isEmpty();
    assertThat(
            nights.figure(
                "SELECT obs_value FROM statistics.observations"
                    + " WHERE indicator = 'business_entities' AND time_period = '2024-06'"))
        .isEqualTo("212340000.000000");
    assertThat(
            nights.query(
                "SELECT 1 FROM statistics.observations WHERE indicator = 'retail_sales'"
                    + " AND time_period = '2024-06'"))
        .hasSize(1);
  }

  private static List<Form> forms() {
    PublishedKnown known = new PublishedKnown(nights.published().orElseThrow(), PACK);
    List<OwedRow> rows = known.owed();
    return OwedForms.of(PACK, rows, JUNE, known.before(rows));
  }

  /** The form that asks for figures of an area. */
  private static Form form(List<Form> forms, String area) {
    return forms.stream()
        .filter(
            form ->
                form.rows().getOrDefault(FormKind.figure, List.of()).stream()
                    .anyMatch(row -> row.item().key().refArea().equals(area)))
        .findFirst()
        .orElseThrow();
  }

  /** With a figure beside those that are owed, of which a month before is known. */
  private static Form withEntities(Form form) {
    FormKey key = new FormKey(Owed.Kind.figure, "business_entities", "", "T01", JUNE, form.unit());
    List<FormRow> rows = new ArrayList<>(form.rows().get(FormKind.figure));
    rows.add(
        new FormRow(FormItem.of(PACK, key).orElseThrow(), List.of("2024-07-20", "21012", "", "")));
    return new Form(form.unit(), form.unitName(), form.period(), Map.of(FormKind.figure, rows));
  }

  private static void fill(Sheet sheet, String indicator, double value) {
    FilledForm.cell(FilledForm.row(sheet, "指标", indicator), FormField.level).setCellValue(value);
  }

  private static List<String> asked(List<Form> forms) {
    return forms.stream()
        .flatMap(form -> form.rows().values().stream().flatMap(List::stream))
        .filter(row -> row.item().key().refArea().equals("T00"))
        .map(row -> row.item().key().item())
        .toList();
  }

  private static List<String> list(Path copy) throws IOException {
    DataFormatter text = new DataFormatter();
    List<String> rows = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      for (Row row : workbook.getSheet(MarkedCopy.SHEET)) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(text.formatCellValue(cell)));
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  private static byte[] answered(Path copy) throws IOException {
    Path answered = folder.resolve("answered.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy));
        OutputStream out = Files.newOutputStream(answered)) {
      Row row = workbook.getSheet(MarkedCopy.SHEET).getRow(1);
      row.createCell(7).setCellValue("属实");
      row.createCell(8).setCellValue("含个体户，已核对");
      row.createCell(9).setCellValue("李四");
      workbook.write(out);
    }
    return Files.readAllBytes(answered);
  }
}
