package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Lines of a progress file, for the plan that comes with the program. */
class ProgressLineTest {
  private static final String COLUMNS =
      "item,ref_area,time_period,milestone,amount,percent,status,evidence,reporter,release_date";
  private static final TidyCsvLine READER =
      new TidyCsvLine(Packs.xiangxi(), LocalDate.of(2026, 1, 1));

  @Test
  void aTargetWithoutASeriesIsReportedInPercent() {
    Cell cell = read("T-0-4-1,,2024-03,,,28,on_schedule,,州发展和改革委员会,2024-04-10");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(cell.report().item()).isEqualTo("T-0-4-1");
    assertThat(cell.report().itemKind()).isEqualTo("target");
    assertThat(cell.report().refArea()).as("nothing written: the whole").isEqualTo("433100");
    assertThat(cell.report().percent()).isEqualByComparingTo("28");
    assertThat(cell.report().reporter()).isEqualTo("xz_fgw");
  }

  @Test
  void aUnitMaySignWithItsShortName() {
    assertThat(read("T-0-4-1,,2024-03,,,28,on_schedule,,州发改委,2024-04-10").report().reporter())
        .isEqualTo("xz_fgw");
  }

  @Test
  void aPercentThatIsNoNumberIsSaidOnce() {
    assertThat(rules("T-0-4-1,,2024-03,,,x8,on_schedule,,州发改委,2024-04-10"))
        .containsExactly("not_a_number");
  }

  @Test
  void aMilestoneOfATaskIsDoneWithItsEvidence() {
    Cell cell = read("K-6-2,,2024-06,铜吉铁路开工,,,done,某文件,xz_fgw,2024-07-10");

    assertThat(cell.report().itemKind()).isEqualTo("task");
    assertThat(cell.report().milestone()).isEqualTo("铜吉铁路开工");
  }

  @Test
  void aDutyOfATaskIsReportedByItsName() {
    Cell cell = read("K-7-3,,2024-06,县市执法部门排名和通报,,,done,二季度通报,xz_awb,2024-07-10");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(cell.report().milestone()).isEqualTo("县市执法部门排名和通报");
    assertThat(rules("K-7-3,,2024-06,县市执法部门评比,,,done,二季度通报,xz_awb,2024-07-10"))
        .containsExactly("unknown_milestone");
  }

  @Test
  void aReportOnARepetitionCountsForTheTargetItself() {
    assertThat(read("T-8-S3-1,,2024-06,,96,,on_schedule,,xz_jtysj,2024-07-10").report().item())
        .isEqualTo("T-6-21-1");
  }

  @Test
  void theDispatchOfficeClosesAProblem() {
    assertThat(read("T-0-4-2,,2024-09,,,,closed,核查记录,州政府督查室,2024-10-12").report().status())
        .isEqualTo("closed");
  }

  @Test
  void whoAnswersForAProblemDoesNotCloseIt() {
    Cell cell = read("T-0-4-2,,2024-09,,,,closed,已经整改,州发改委,2024-10-12");

    assertThat(cell.faults()).extracting(Fault::ruleId).containsExactly("closed_by_owner");
    assertThat(cell.faults().get(0).message())
        .isEqualTo("第2行第9列：销号由州政府督查室办理，责任单位不能给自己的问题办理。整改结果请用reported报送");
  }

  @Test
  void nobodyElseClosesOrReviewsItEither() {
    assertThat(rules("T-0-4-2,,2024-09,,,,reviewed,看过,州科技局,2024-10-12"))
        .containsExactly("not_the_office");
    assertThat(rules("T-0-3-2,花垣县,2024-09,,,,closed,已经整改,花垣县,2024-10-12"))
        .containsExactly("closed_by_owner");
  }

  @Test
  void theGovernmentOfACountyReportsBackWhatItHasDone() {
    Cell cell = read("T-0-3-2,花垣县,2024-09,,,,reported,整改报告第3号,花垣县人民政府,2024-10-12");

    assertThat(cell.report().reporter()).isEqualTo("433124");
    assertThat(cell.report().refArea()).isEqualTo("433124");
  }

  @Test
  void anExtensionNamesALaterDay() {
    assertThat(extension("2024-10-31").report().dueOn()).isEqualTo("2024-10-31");
    for (String day : List.of("", "2024-10-12", "十月底")) {
      assertThat(extension(day).faults())
          .as(day)
          .extracting(Fault::ruleId)
          .containsExactly("no_new_day");
    }
  }

  private static Cell extension(String day) {
    return withDay("T-0-4-2,,2024-09,,,,extended,同意延期,州政府督查室,2024-10-12," + day);
  }

  private static Cell withDay(String line) {
    return read(COLUMNS + ",due_on", line);
  }

  @Test
  void onlyAnExtensionHasANewDay() {
    assertThat(withDay("T-0-4-2,,2024-09,,,,received,,xz_fgw,2024-10-12,2024-10-31").faults())
        .extracting(Fault::ruleId)
        .containsExactly("day_of_no_extension");
  }

  @Test
  void aTaskHasNoProblems() {
    assertThat(rules("K-6-2,,2024-06,,,,closed,某文件,州政府督查室,2024-07-10"))
        .containsExactly("problem_of_a_task");
  }

  @Test
  void everyFaultOfALineIsSaidAtOnce() {
    Cell cell = read("T-9-9-9,某县,2024-13,,x,120,perhaps,,某局,2024-04-10");

    assertThat(cell.outcome()).isEqualTo("quarantined");
    assertThat(cell.faults())
        .extracting(Fault::ruleId)
        .containsExactlyInAnyOrder(
            "unknown_item",
            "unknown_area",
            "impossible_period",
            "not_a_number",
            "percent_out_of_range",
            "unknown_status",
            "unknown_reporter");
  }

  @Test
  void whatIsDoneOrClosedNeedsEvidence() {
    assertThat(rules("T-0-4-1,,2024-03,,,,done,,xz_fgw,2024-04-10")).containsExactly("no_evidence");
    assertThat(rules("T-0-4-1,,2024-03,,,,closed,,xz_dcs,2024-04-10"))
        .containsExactly("no_evidence");
  }

  @Test
  void aTargetWithoutASeriesNeedsAPercentAndHasNoAmount() {
    assertThat(rules("T-0-4-1,,2024-03,,,,delayed,,xz_fgw,2024-04-10"))
        .containsExactly("missing_percent");
    assertThat(rules("T-0-4-1,,2024-03,,5,50,on_schedule,,xz_fgw,2024-04-10"))
        .containsExactly("amount_of_no_amount");
  }

  @Test
  void growthIsReportedAsAFigureAndNotAsProgress() {
    assertThat(rules("T-0-3-1,,2024-03,,6.5,,on_schedule,,xz_swj,2024-04-10"))
        .containsExactly("amount_of_no_amount");
  }

  @Test
  void aMilestoneMustBeOneOfTheTasks() {
    Cell cell = read("K-6-2,,2024-06,铜仁铁路开工,,,not_started,,xz_fgw,2024-07-10");

    assertThat(cell.faults())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("第2行第4列", "只能是：铜吉铁路开工"));
  }

  @Test
  void aHeaderWithoutARequiredColumnIsRefusedAsAWhole() {
    List<Fault> faults = new ArrayList<>();

    assertThat(TidyCsvHeader.read("item,time_period,status,release_date", 1, faults)).isNull();
    assertThat(faults)
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("表头缺少列：reporter"));
  }

  @Test
  void aReportInChineseWordsIsTheSameReport() {
    TidyCsvHeader header =
        TidyCsvHeader.read("编号\t报告期\t进展\t完成比例(%)\t填报单位\t填报日期", 1, new ArrayList<>());
    byte[] line = "T-0-4-1\t2024年一季度\t正常推进\t28%\t州发改委\t2024/4/10".getBytes(StandardCharsets.UTF_8);

    Cell.Report report = READER.read(line, 2, header).get(0).report();

    assertThat(report.timePeriod()).isEqualTo("2024-Q1");
    assertThat(report.status()).isEqualTo("on_schedule");
    assertThat(report.percent()).isEqualByComparingTo("28");
    assertThat(report.releaseDate()).isEqualTo("2024-04-10");
  }

  @Test
  void aFractionIsNoPercentageOfWhatIsDone() {
    assertThat(rules("T-0-4-1,,2024-03,,,0.28,on_schedule,,xz_fgw,2024-04-10"))
        .containsExactly("fraction_percent");
  }

  @Test
  void anAmountInAUnitOfItsOwnIsNotTakenForOneInTheTargets() {
    List<Fault> faults = new ArrayList<>();

    assertThat(TidyCsvHeader.read("编号,时期,进展,完成额（万元）,填报单位,填报日期", 1, faults)).isNull();
    assertThat(faults).extracting(Fault::ruleId).containsExactly("unknown_column");
  }

  private static List<String> rules(String line) {
    return read(line).faults().stream().map(Fault::ruleId).toList();
  }

  private static Cell read(String line) {
    return read(COLUMNS, line);
  }

  private static Cell read(String columns, String line) {
    TidyCsvHeader header = TidyCsvHeader.read(columns, 1, new ArrayList<>());
    return READER.read(line.getBytes(StandardCharsets.UTF_8), 2, header).get(0);
  }
}
