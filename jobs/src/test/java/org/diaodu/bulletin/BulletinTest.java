package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.domain.Light;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.Score;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** The bulletin of three invented areas, from figures to page. */
class BulletinTest {
  private static final Path GOLDEN =
      Path.of("jobs/src/test/resources/bulletin/threelands-2024-06.html");
  private static final TimePeriod JUNE = TimePeriod.of("2024-06");

  private final RegionPack pack = Packs.threelands();
  private final List<GrowthFigure> growth = new ArrayList<>();
  private final List<ShareFigure> shares = new ArrayList<>();
  private final List<AttainmentFigure> attainment = new ArrayList<>();
  private final List<RectificationFigure> rectifications = new ArrayList<>();
  private final List<AssessmentFigure> assessments = new ArrayList<>();

  @Test
  void officialFiguresHaveNoMarkAnywhere() {
    retail("T00", "107", "7", 1, false);

    assertThat(page()).contains("107.00").doesNotContain("拟", "watermark\">");
  }

  @Test
  void oneSimulatedFigureMarksThePageAndItselfButNoOther() {
    retail("T01", "50", "10.4", 1, true);
    retail("T02", "31.5", "5", 2, false);

    String page = page();

    assertThat(page).contains("<div class=\"watermark\">模拟数据</div>").contains("不得作为统计数据使用");
    assertThat(row(page, "甲县")).contains("50.00<span class=\"mark\">拟</span>", "+10.4<span");
    assertThat(row(page, "乙县")).contains("31.50</td>").doesNotContain("拟");
  }

  @Test
  void aSentenceThatRestsOnASimulatedFigureIsMarkedToo() {
    retail("T00", "107", "7", null, true);

    assertThat(page()).contains("<p>2024年1—6月社会消费品零售总额增长7.0%。<span class=\"mark\">拟</span></p>");
  }

  @Test
  void anAreaWithoutTheFigureStandsInTheRankingAndSaysSo() {
    retail("T01", "50", "10.4", 1, false);

    assertThat(row(page(), "丙县")).contains("<td>—</td>", "本期未收到").doesNotContain("0.00");
  }

  @Test
  void aGrowthThatWasNotComputedSaysWhy() {
    growth.add(
        new GrowthFigure(
            "retail_sales",
            "T00",
            JUNE,
            d("107"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            "no_base_period"));

    assertThat(row(page(), "社会消费品零售总额")).contains("没有上年同期数据");
  }

  @Test
  void growthOnAComparableBasisShowsTheRecomputedOneBesideIt() {
    growth.add(
        new GrowthFigure(
            "retail_sales",
            "T00",
            JUNE,
            d("23096"),
            d("23242"),
            d("3.5"),
            "published",
            d("-0.628173"),
            "comparable_basis",
            null,
            null,
            false,
            false,
            null));

    assertThat(row(page(), "社会消费品零售总额")).contains("+3.5", "公布", "按总量计算为-0.6%");
  }

  @Test
  void aBreakInTheSeriesIsSaid() {
    growth.add(
        new GrowthFigure(
            "gdp",
            "T00",
            TimePeriod.of("2024-Q2"),
            d("90"),
            d("100"),
            d("-10"),
            "computed",
            d("-10"),
            null,
            null,
            null,
            true,
            false,
            null));

    assertThat(row(page(), "地区生产总值")).contains("-10.0", "口径有变动");
  }

  @Test
  void aTargetWithoutAFigureIsNeitherGreenNorRed() {
    attainment.add(
        new AttainmentFigure(
            "X-2",
            "T00",
            JUNE,
            null,
            d("7"),
            null,
            Light.no_data,
            "没有可对照的数据：增速尚未公布",
            "growth_not_published",
            AttainmentFigure.Outlook.NONE,
            false));

    String page = page();

    assertThat(row(page, "增速尚未公布"))
        .contains("投资增速")
        .doesNotContain("class=\"nowrap green", "class=\"nowrap red");
    assertThat(page).contains("绿灯0项、黄灯0项、红灯0项，另有1项尚无数据");
  }

  @Test
  void aShareWithoutATotalSaysSo() {
    shares.add(
        new ShareFigure(
            "gdp",
            TimePeriod.of("2024-Q2"),
            d("50"),
            null,
            null,
            null,
            null,
            null,
            false,
            "no_total",
            "no_total"));

    assertThat(page()).contains("没有合计数，分地区数据也不齐");
  }

  @Test
  void textFromThePackIsEscaped() {
    Bulletin bulletin = BulletinComposer.compose(pack, LocalDate.of(2024, 7, 25), figures());
    Bulletin hostile =
        new Bulletin(
            "<script>alert(1)</script> & Co",
            bulletin.regionZh(),
            bulletin.asOf(),
            false,
            bulletin.capitalZh(),
            bulletin.summary(),
            bulletin.indicators(),
            bulletin.actions(),
            bulletin.targets(),
            bulletin.withoutLight(),
            bulletin.rectifications(),
            bulletin.assessments(),
            bulletin.matrixHeads(),
            bulletin.matrix(),
            bulletin.rankings(),
            bulletin.shares(),
            bulletin.remarks());

    assertThat(BulletinPage.html(hostile))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co")
        .doesNotContain("<script>");
  }

  /** Look at the page in a browser before a new one takes its place. */
  @Test
  void thePageIsTheOneThatWasReviewed() throws IOException {
    retail("T00", "107", "7", null, false);
    retail("T01", "55.2", "10.4", 1, false);
    retail("T02", "31.5", "5", 2, false);
    retail("T09", "12", "3", null, true);
    judged("X-1", "T00", "7", "6", "1", Light.green, "");
    judged("X-1", "T01", "10.4", "6", "4.4", Light.green, "");
    judged("X-1", "T02", "5", "6", "-1", Light.yellow, "实际5.0%，要求不低于6.0%，未达到，差距在允许的1个百分点以内");
    judged("X-2", "T00", "5.2", "7", "-1.8", Light.red, "实际5.2%，要求不低于7.0%，未达到，差距超过允许的1个百分点");
    rectifications.add(
        new RectificationFigure(
            "X-2",
            "T00",
            "t_office",
            LocalDate.of(2024, 5, 31),
            LocalDate.of(2024, 7, 1),
            Rectification.State.supervised,
            true,
            "实际4.9%，要求不低于7.0%，未达到，差距超过允许的1个百分点",
            false));
    assessments.add(
        new AssessmentFigure(
            true, "T01", Score.Finding.praise, "已评判3项，红灯0项，未销号0件（其中逾期0件），得分率100.0%", false));
    shares.add(
        new ShareFigure(
            "retail_sales",
            JUNE,
            d("55.2"),
            d("107"),
            "published_total",
            d("51.588785"),
            d("1.588785"),
            null,
            false,
            null,
            null));

    Path made = Path.of("target/threelands-2024-06.html");
    Files.createDirectories(made.getParent());
    Files.writeString(made, page());

    assertThat(made)
        .as("look at %s; if it is right, copy it to %s", made, GOLDEN)
        .hasSameTextualContentAs(GOLDEN);
  }

  private void retail(String area, String level, String yoy, Integer rank, boolean simulated) {
    growth.add(
        new GrowthFigure(
            "retail_sales",
            area,
            JUNE,
            d(level),
            null,
            d(yoy),
            "published",
            null,
            "no_level",
            null,
            rank,
            false,
            simulated,
            null));
  }

  private void judged(
      String target,
      String area,
      String actual,
      String required,
      String gap,
      Light light,
      String reason) {
    attainment.add(
        new AttainmentFigure(
            target,
            area,
            JUNE,
            d(actual),
            d(required),
            d(gap),
            light,
            reason,
            null,
            light == Light.red
                ? new AttainmentFigure.Outlook(d("9.2"), d("5.6"), d("4.1"), d("7.1"), d("17.4"))
                : AttainmentFigure.Outlook.NONE,
            false));
  }

  private BulletinFigures figures() {
    return new BulletinFigures(JUNE, growth, shares, attainment, rectifications, assessments);
  }

  private String page() {
    return BulletinPage.html(BulletinComposer.compose(pack, LocalDate.of(2024, 7, 25), figures()));
  }

  /** The table row that begins with a name, or has it second. */
  private static String row(String page, String name) {
    return page.lines()
        .filter(line -> line.startsWith("<tr>") && line.contains("<td>" + name + "</td>"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + name + " in " + page));
  }

  private static BigDecimal d(String value) {
    return new BigDecimal(value);
  }
}
