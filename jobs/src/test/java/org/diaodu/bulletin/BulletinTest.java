package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.testing.BulletinFixture.row;
import static org.diaodu.testing.BulletinFixture.sentences;

import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Mark;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** The bulletin of three invented areas, from rows to document. */
class BulletinTest {
  private static final String RETAIL = "社会消费品零售总额";

  private final BulletinFixture figures = new BulletinFixture(Packs.threelands());

  @Test
  void officialFiguresHaveNoMarkButThatOfADraft() {
    Document bulletin = figures.retail("T00", "107", "7", "1").overall();

    assertThat(bulletin.marks()).containsExactly(Mark.draft);
    assertThat(row(bulletin, "主要指标", RETAIL)).contains("107.00", "+7.0");
  }

  @Test
  void oneSimulatedFigureMarksTheDocumentAndItselfButNoOther() {
    Document bulletin =
        figures
            .retail("T01", "50", "10.4", "1", "provenance", "simulated")
            .retail("T02", "31.5", "5", "2")
            .overall();

    assertThat(bulletin.marks()).contains(Mark.simulated);
    assertThat(bulletin.figures())
        .filteredOn(f -> f.key().row().startsWith("growth/retail_sales/T01"))
        .isNotEmpty()
        .allMatch(Figure::simulated);
    assertThat(bulletin.figures())
        .filteredOn(f -> f.key().row().startsWith("growth/retail_sales/T02"))
        .isNotEmpty()
        .noneMatch(Figure::simulated);
  }

  @Test
  void anAreaWithoutTheFigureStandsInTheTableAndSaysSo() {
    Document bulletin = figures.retail("T01", "50", "10.4", "1").overall();

    assertThat(row(bulletin, RETAIL, "丙县")).contains("本期未收到", "—").doesNotContain("0.00");
  }

  @Test
  void praiseSaysWhatItIsWorthInTheYearlyAssessment() {
    Document bulletin =
        figures
            .retail("T01", "50", "10.4", "1")
            .assessed(
                "T01", "praise", "yearly_points", "2", "yearly_reason", "（1）÷1＝100.0%，表扬，年度考核加2分")
            .assessed("T03", "criticism", "score_pct", "20", "yearly_points", "-1.5")
            .overall();

    assertThat(sentences(bulletin))
        .contains("表扬：甲县（得分率100.0%，绿灯1项，年度考核加2分）。")
        .contains("批评：丙县（得分率20.0%，绿灯1项，年度考核减1.5分）。");
    assertThat(row(bulletin, "地区得分", "甲县")).endsWith("通报表扬 | （1）÷1＝100.0%，表扬，年度考核加2分");
  }

  @Test
  void anAreaThatOverlapsOthersHasNoPlace() {
    Document bulletin =
        figures.retail("T01", "50", "10.4", "1").retail("T09", "12", "3", null).overall();

    assertThat(row(bulletin, RETAIL, "丁园区（不排位）")).contains("12.00 | +3.0 | —");
  }

  @Test
  void anAreaWhoseNewestFigureIsOlderNeitherLeadsNorLags() {
    Document bulletin =
        figures
            .retail("T01", "50", "5", "1")
            .retail("T02", "31.5", "4", "2")
            .retail("T03", "20", "-9", "3", "time_period", "2024-05")
            .overall();

    assertThat(sentences(bulletin)).contains("甲县居第一位（增长5.0%），乙县居末位（增长4.0%）").doesNotContain("丙县居");
  }

  @Test
  void aGrowthThatWasNotComputedSaysWhy() {
    Document bulletin =
        figures
            .retail("T00", "107", null, null, "not_computed_because", "no_base_period")
            .overall();

    assertThat(row(bulletin, "主要指标", RETAIL)).contains("没有上年同期数据");
  }

  @Test
  void growthOnAComparableBasisShowsTheRecomputedOneBesideIt() {
    Document bulletin =
        figures
            .retail(
                "T00",
                "23096",
                "3.5",
                null,
                "yoy_computed_pct",
                "-0.628173",
                "gap_class",
                "comparable_basis")
            .overall();

    assertThat(row(bulletin, "主要指标", RETAIL)).contains("+3.5", "公布", "按总量计算为-0.6%");
  }

  @Test
  void aBreakInTheSeriesIsSaidAtTheFigureAndInTheNotes() {
    Document bulletin =
        figures.retail("T00", "90", "-10", null, "flag", "break_in_series").overall();

    assertThat(row(bulletin, "主要指标", RETAIL)).contains("-10.0", "口径有变动");
    assertThat(sentences(bulletin)).contains("社会消费品零售总额口径有变动，与以前不可比：试验州。");
  }

  @Test
  void growthThatWasComputedOverABreakIsHeldAgainstNoTargetAndLeadsNowhere() {
    String[] overABreak = {"flag", "break_in_series", "yoy_basis", "computed"};
    Document bulletin =
        figures
            .retail("T00", "151000", "49.5", null, overABreak)
            .retail("T01", "50", "49.5", "1", overABreak)
            .retail("T02", "31.5", "5", "2")
            .retail("T03", "20", "4", "3")
            .judged("X-1", "T00", "49.5", "6", "no_data", "口径有变动，计算的增速不可比")
            .overall();

    assertThat(sentences(bulletin))
        .contains("增长49.5%，口径有变动，与上年不可比")
        .contains("乙县居第一位（增长5.0%），丙县居末位（增长4.0%）")
        .doesNotContain("高于年度目标", "甲县居");
  }

  @Test
  void aTargetWithoutAFigureIsNeitherGreenNorRed() {
    Document bulletin =
        figures.judged("X-2", "T00", null, "7", "no_data", "没有可对照的数据：增速尚未公布").overall();

    assertThat(sentences(bulletin)).contains("1项目标本期都没有可评判的数据。").doesNotContain("0项");
    assertThat(row(bulletin, "未亮灯目标", "增速尚未公布")).contains("1", "投资增速");
  }

  @Test
  void aMissedTargetSaysWhatWasAskedAndByHowMuchItWasMissed() {
    Document bulletin =
        figures.judged("X-2", "T00", "5.2", "7", "red", "实际5.2%，要求不低于7.0%，未达到").overall();

    assertThat(row(bulletin, "目标", "投资增速")).contains("不低于7%", "增长5.2%", "-1.8个百分点", "红灯");
    assertThat(sentences(bulletin)).contains("1.投资增速：1—6月增长5.2%，要求不低于7%，低1.8个百分点。牵头单位：试验局。");
  }

  @Test
  void aShareWithoutATotalSaysSo() {
    assertThat(row(figures.share(null, null).overall(), "占比", "地区生产总值（亿元）"))
        .contains("没有合计数，分地区数据也不齐");
  }

  @Test
  void theCapitalsShareIsSaidWithItsChange() {
    assertThat(sentences(figures.share("50", "0.31").overall()))
        .contains("2024年1—6月甲县地区生产总值占全地区的50.00%，比上年同期提高0.31个百分点。");
  }

  @Test
  void noLineIsDrawnOverAQuarterWhoseShareIsNotKnown() {
    Document bulletin =
        figures
            .shareBefore("2023-Q3", "49")
            .shareBefore("2023-Q4", "49.5")
            .share("50", "0.31")
            .overall();

    Block.Chart chart =
        bulletin.blocks().stream()
            .filter(Block.Chart.class::isInstance)
            .map(Block.Chart.class::cast)
            .filter(c -> c.name().equals("占比走势-gdp"))
            .findFirst()
            .orElseThrow();
    assertThat(chart.categories())
        .containsExactly("2023年1—9月", "2023年全年", "2024年1—3月", "2024年1—6月");
    assertThat(chart.series().get(0).points().get(2)).as("the first quarter of 2024").isNull();
  }

  @Test
  void aProblemPastItsDaySaysSo() {
    Document bulletin = figures.problem("X-2", "T00", "实际4.9%，要求不低于7.0%").overall();

    assertThat(row(bulletin, "整改", "1"))
        .contains("试验局", "5月31日", "7月1日（已过）", "督办，待签收", "投资增速：实际4.9%");
    assertThat(sentences(bulletin)).contains("未销号的问题1件，其中已过期限1件，督办1件。").doesNotContain("销号0件");
  }

  @Test
  void aProblemOfAnAreaNamesItsGovernmentAndWhoGuidesIt() {
    Document bulletin =
        figures
            .problem(
                "X-2", "T01", "实际4.9%", "owner", "T01", "owner_basis", "area", "guides", "t_office")
            .overall();

    assertThat(row(bulletin, "整改", "1")).contains("甲县人民政府（试验局指导）", "待签收");
  }

  @Test
  void anOwnerByDefaultIsPrintedAsSuch() {
    Document bulletin =
        figures.problem("X-2", "T00", "实际4.9%", "owner_basis", "office_default").overall();

    assertThat(row(bulletin, "整改", "1")).contains("试验局（按默认）");
  }

  @Test
  void whatSeveralUnitsLeadStandsOnTheSheetOfEach() {
    Document list = figures.problem("X-2", "T00", "实际4.9%", "co_owners", "T02").handedOver();

    assertThat(row(list, "试验局督办", "1")).contains("试验局、乙县人民政府");
    assertThat(row(list, "乙县人民政府督办", "1")).isNotEmpty();
  }

  @Test
  void noticesHaveThreeGradesAndRemindOfWhatFallsDueWithinAWeek() {
    Document list =
        figures
            .problem("X-2", "T00", "实际4.9%", "state", "handed_over", "due_on", "2024-08-01")
            .problem("X-1", "T00", "实际4.9%", "due_on", "2024-08-02")
            .problem("X-1", "T01", "实际4.9%", "state", "escalated")
            .handedOver();

    assertThat(sentences(list))
        .contains("提醒：有1项问题即将到期")
        .contains("请对下列1项问题按期整改")
        .contains("下列1项问题交办后仍未好转，现予督办")
        .contains("下列1项问题经督办仍未整改到位，已报工作专班召集人");
  }

  @Test
  void whatRecoveredAndWaitsForTheOfficeIsSaidToBeProposed() {
    Document bulletin =
        figures.problem("X-2", "T00", "实际4.9%", "proposed_on", "2024-06-30").overall();

    assertThat(row(bulletin, "整改", "1")).contains("拟销号");
  }

  @Test
  void equalResultsAreNamedTogether() {
    Document bulletin =
        figures
            .retail("T01", "50", "5", "1")
            .retail("T02", "31.5", "4", "2")
            .retail("T03", "20", "4", "2")
            .overall();

    assertThat(sentences(bulletin)).contains("甲县居第一位（增长5.0%），乙县、丙县居末位（增长4.0%）");
  }

  @Test
  void eachAreaThatOwesFiguresGetsASheet() {
    Document overdue =
        figures
            .owes("T01", "retail_sales", "2024-06", "5")
            .owes("T02", "retail_sales", "2024-06", "5")
            .overdue();

    assertThat(sentences(overdue)).contains("截至2024年7月25日，下列1项数据已过报送期限");
    assertThat(row(overdue, "甲县", RETAIL)).contains("2024年1—6月 | 2024年7月20日 | 5");
    assertThat(overdue.blocks())
        .filteredOn(b -> b instanceof org.diaodu.document.Block.NewPage)
        .hasSize(1);
  }

  @Test
  void whereNothingIsOwedTheNoticeSaysSo() {
    assertThat(sentences(figures.overdue())).contains("没有逾期未报的数据");
  }
}
