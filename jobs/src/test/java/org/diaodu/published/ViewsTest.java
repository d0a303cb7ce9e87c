package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.diaodu.contract.View;
import org.diaodu.contract.ViewContract;
import org.diaodu.contract.ViewReader;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The questions asked most, over figures small enough to answer by hand. */
class ViewsTest {
  private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path folder;
  private static Night night;

  @BeforeAll
  static void oneNight() throws IOException {
    night = new Night(Packs.THREELANDS, folder);
    night.arrives(
        "june.csv",
        """
        ref_area,indicator,time_period,obs_value,release_date,provenance
        试验州,社零,2023-06,100,2023-07-18,
        甲县,社零,2023-06,50,2023-07-18,
        乙县,社零,2023-06,30,2023-07-18,
        试验州,社零,2024-06,107,2024-07-18,
        甲县,社零,2024-06,55.20,2024-07-18,
        乙县,社零,2024-06,31.2,2024-07-18,simulated
        试验州,gdp,2023-Q2,95,2023-07-20,
        甲县,gdp,2023-Q2,45,2023-07-20,
        试验州,gdp,2024-Q2,100,2024-07-20,
        甲县,gdp,2024-Q2,50,2024-07-20,
        """);
    night.arrives(
        "revised.csv",
        """
        ref_area,indicator,time_period,obs_value,release_date,provenance
        乙县,社零,2024-06,31.5,2024-07-22,simulated
        """);
    night.run("2024-07-25T18:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyViewHasTheColumnsThatItDeclares(View view) {
    ViewContract contract = ViewReader.read(view);

    assertThat(night.published().orElseThrow().query("SELECT * FROM " + view.fullName()).columns())
        .containsExactlyElementsOf(
            contract.columns().stream().map(ViewContract.Column::name).toList());
  }

  @Test
  void everyAreaHasItsNewestGrowthOrAReason() {
    assertThat(
            rows(
                "SELECT `地区`, `增速`, `增速来源`, `位次`, `参与排名`, `性质`, `无增速原因`"
                    + " FROM reporting.latest_growth_by_area WHERE `指标` LIKE '社会%'"))
        .contains(
            "试验州 7 计算 - - 官方 -", "甲县 10.4 计算 1 2 官方 -", "乙县 5 计算 2 2 模拟 -", "丙县 - - - - - 本期未收到数据");
  }

  @Test
  void whoIsBelowTargetIsNamedWithTheGap() {
    assertThat(rows("SELECT `目标`, `地区`, `实际`, `要求`, `差距`, `亮灯` FROM reporting.below_target"))
        .containsExactly("社零增速 乙县 5 6 -1 黄灯");
  }

  @Test
  void theCapitalsShareComesByQuarterWithItsChange() {
    assertThat(
            rows(
                "SELECT `季度`, `占比`, `上年同期占比`, `变动`, `合计来源`"
                    + " FROM reporting.capital_share_by_quarter WHERE `季度` = '2024-Q2' AND `指标` = '地区生产总值'"))
        .containsExactly("2024-Q2 50 47.368421 2.631579 公布");
  }

  @Test
  void whatWasRevisedStandsOldAndNew() {
    assertThat(
            rows(
                "SELECT `地区`, `时期`, `原数`, `新数`, `修订`, `变动类型`, `新文件` FROM reporting.revisions_since_bulletin"))
        .containsExactly("乙县 2024-06 31.2 31.5 0.3 修订 revised.csv");
  }

  @Test
  void whoHasNotReportedIsNamed() {
    assertThat(
            rows(
                "SELECT DISTINCT `地区`, `状态` FROM reporting.late_or_missing"
                    + " WHERE `时期` = '2024-06' AND `指标` LIKE '社会%'"))
        .contains("丙县 未报")
        .doesNotContain("甲县 未报");
  }

  @Test
  void lightsAreCountedByActionAndThoseWithoutDataApart() {
    assertThat(
            rows(
                "SELECT `行动`, `年度`, `目标数`, `绿灯`, `黄灯`, `红灯`, `无数据`, `达标率` FROM reporting.attainment_by_action"))
        .containsExactly("试验行动 2024 6 2 0 0 4 100");
  }

  @Test
  void thePaceSaysWhatIsReachedOfWhat() {
    assertThat(
            rows(
                "SELECT `地区`, `实际`, `全年目标`, `亮灯` FROM reporting.pace WHERE `目标编号` = 'X-1' AND `实际` IS NOT NULL"))
        .contains("试验州 7 6 绿灯", "甲县 10.4 6 绿灯", "乙县 5 6 黄灯");
  }

  @Test
  void whatEachAreaAddedToTheGrowthOfTheWholeIsInItsUnits() {
    assertThat(
            rows(
                "SELECT `地区`, `增量`, `贡献`, `上级增速` FROM reporting.contribution_by_area"
                    + " WHERE `指标` LIKE '社会%' AND `贡献` IS NOT NULL"))
        .containsExactly("甲县 5.2 5.2 7", "乙县 1.5 1.5 7");
  }

  @Test
  void theNewestFigureLeadsToItsCell() {
    assertThat(
            rows(
                "SELECT `数`, `原文`, `文件`, `位置`, `发布日`, `版次`, `性质` FROM reporting.figure_sources"
                    + " WHERE `指标` LIKE '社会%' AND `地区` IN ('甲县', '乙县')"))
        .containsExactly(
            "55.2 55.20 june.csv 6:4 2024-07-18 1 官方", "31.5 31.5 revised.csv 2:4 2024-07-22 2 模拟");
  }

  @Test
  void openProblemsAreThoseOfTheirTable() {
    assertThat(rows("SELECT count(*) FROM reporting.open_rectifications"))
        .isEqualTo(rows("SELECT count(*) FROM reporting.rectifications WHERE closed_on IS NULL"));
  }

  @Test
  void theQueriesOfTheDocumentationRun() throws IOException {
    Matcher blocks = SQL.matcher(Files.readString(Path.of("docs/questions.md")));

    List<String> queries = blocks.results().map(found -> found.group(1)).toList();

    assertThat(queries).as("one for each question").hasSize(View.values().length);
    queries.forEach(
        query ->
            assertThat(night.published().orElseThrow().query(query).columns())
                .as(query)
                .isNotEmpty());
  }

  private static List<String> rows(String sql) {
    return night.query(sql).stream().map(ViewsTest::line).toList();
  }

  private static String line(Row row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Object cell = row.get(i);
      String text =
          cell instanceof BigDecimal decimal ? ExactDecimal.plain(decimal) : String.valueOf(cell);
      line.append(i == 0 ? "" : " ").append(cell == null ? "-" : text);
    }
    return line.toString();
  }
}
