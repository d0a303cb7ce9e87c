package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.region.Indicator;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles have their lines parted by a slash. */
class TablePeriodTest {

  @ParameterizedTest(name = "{0} on sheet {1} is {2} {3} {4}")
  @CsvSource({
    "2020年统计月报/社零（3月）, Sheet1, 2020, month, 3",
    "社零（3月）/2020年统计月报, Sheet1, 2020, month, 3",
    "2020年统计月报（3月）, Sheet1, 2020, month, 3",
    "2024年6月统计月报/2024年1-6月社零, Sheet1, 2024, to_month, 6",
    "2024年6月/社零累计, Sheet1, 2024, to_month, 6",
    "统计月报（2024年7月编印）/2024年1-6月社零, Sheet1, 2024, to_month, 6",
    "按2020年不变价计算的2024年6月社零, Sheet1, 2024, month, 6",
    "社零, 2024年5月, 2024, month, 5",
    "2024年社零, 5月, 2024, month, 5",
    "2024年6月社零, 2024年5月, 2024, month, 6",
    "2023年社零/某某统计年鉴2024, Sheet1, 2023, year, 0",
    "2024年第二季度社零, Sheet1, 2024, quarter, 2"
  })
  void allStatementsOfATitleAreOnePeriod(
      String title, String sheet, int year, PeriodPhrase.Span span, int number) {
    TablePeriod period = of(title, sheet);

    assertThat(period.contradiction()).isEmpty();
    assertThat(period.phrase().year()).isEqualTo(year);
    assertThat(period.phrase().span()).isEqualTo(span);
    assertThat(period.phrase().number()).isEqualTo(number);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2024年5月统计月报/2024年6月社零, 2024年5月, 2024年6月",
    "2023年统计月报/2024年6月社零, 2023年, 2024年6月",
    "2024年1-6月社零（1-5月）, 2024年1-6月, 1-5月",
    "2021年与工业/2022年社零, 2021年, 2022年",
    "2024年第二季度/2024年9月, 2024年第二季度, 2024年9月"
  })
  void twoThatContradictEachOtherAreBothNamed(String title, String one, String other) {
    assertThat(of(title, "Sheet1").contradiction()).containsExactly(one, other);
  }

  @ParameterizedTest(name = "{0} under {1} is {2}")
  @CsvSource({
    "本月, 2024年, no_period",
    "累计, 2024年, no_period",
    "本季, 2024年, no_period",
    "2023年, 2024年1-6月, unclear_period",
    "6月, 社零, no_period"
  })
  void aYearAloneNeverCompletesAMonth(String header, String title, String rule) {
    Doubts doubts = new Doubts();

    PeriodOfCell.of(side("甲县"), side(header), ofParts(title), doubts);

    assertThat(doubts.all()).extracting(ReadCell.Doubt::ruleId).containsExactly(rule);
  }

  @ParameterizedTest(name = "{0} and row {1} under {2} end in {3}-{4}")
  @CsvSource({
    "本月, 甲县, 2024年6月, 2024, 6",
    "5月, 甲县, 2024年1-6月, 2024, 5",
    "2024年, 6月, 社零, 2024, 6",
    "2024年, 甲县, 2024年1-6月, 2024, 6",
    "2021年第一季度, 社零累计值, 季度数据, 2021, 3",
    "2021年第二季度, 社零累计值, 季度数据, 2021, 6",
    "2021年8月, 社零累计值, 月度数据, 2021, 8"
  })
  void theNearestCompletesWhatItLeavesOpen(
      String header, String row, String title, int year, int month) {
    Doubts doubts = new Doubts();

    PeriodPhrase phrase = PeriodOfCell.of(side(row), side(header), ofParts(title), doubts);

    assertThat(doubts.all()).isEmpty();
    assertThat(phrase.year()).isEqualTo(year);
    assertThat(phrase.endMonth(PeriodPhrase.Span.month)).isEqualTo(month);
  }

  @ParameterizedTest(name = "{0} under {1}, {2}, is {3}")
  @CsvSource({
    "累计, 2024年, YTD, 2024",
    "增长, 2024年, YTD, 2024",
    "累计, 2024年二季度, YTD, 2024-06",
    "增长, 2024年二季度, YTD, 2024-06",
    "期末, 2024年二季度, EOP, 2024-06",
    "本季, 2024年二季度, PER, 2024-Q2",
    "2024年累计, 2024年12月, YTD, 2024-12",
    "2023年累计, 2024年12月, YTD, 2023-12",
    "2023年, 2024年全年, YTD, 2023"
  })
  void figuresSideBySideHaveTheSamePeriod(
      String header, String title, Accumulation accumulation, String period) {
    Doubts doubts = new Doubts();

    PeriodPhrase phrase = PeriodOfCell.of(side("甲县"), side(header), of(title, "表"), doubts);

    assertThat(PeriodOfCell.at(phrase, accumulation, 0, sales(), doubts)).hasToString(period);
    assertThat(doubts.all()).isEmpty();
  }

  @Test
  void aPeriodThatIsNoneIsNamedWhole() {
    Doubts doubts = new Doubts();
    PeriodPhrase phrase = PeriodOfCell.of(side("甲县"), side("累计"), of("2024年13月", "表"), doubts);

    PeriodOfCell.at(phrase, Accumulation.YTD, 0, sales(), doubts);

    assertThat(doubts.all()).extracting(ReadCell.Doubt::found).containsExactly("2024年13月累计");
  }

  private static Indicator sales() {
    return Packs.threelands().indicator("retail_sales").orElseThrow();
  }

  @ParameterizedTest(name = "{0} in {1} is refused: {2}")
  @CsvSource({
    "比2014年增长(%), 2015年, false",
    "比2014年增长(%), 2016年, true",
    "2015年比2014年增长(%), 2015年, false",
    "较2019年同期增长(%), 2021年1-6月, true",
    "比2023年1-6月增长(%), 2024年1-6月, false",
    "比2023年12月增长(%), 2024年1-6月, true",
    "指数(2014年=100), 2015年, false",
    "增长(%), 2024年(与2019年相比), true",
    "增长(%), 2024年, false"
  })
  void aGrowthOverAnotherYearIsNotTheYearsGrowth(String header, String title, boolean refused) {
    Doubts doubts = new Doubts();
    PeriodPhrase phrase = PeriodOfCell.of(side("甲县"), side(header), of(title, "表"), doubts);

    GrowthBase.check(side("甲县"), side(header), of(title, "表"), phrase, Measure.YOY, doubts);

    assertThat(doubts.refused()).isEqualTo(refused);
  }

  private static TablePeriod of(String title, String sheet) {
    return TablePeriod.of(lines(title), Label.normal(sheet), false);
  }

  private static TablePeriod ofParts(String title) {
    return TablePeriod.of(lines(title), "表", true);
  }

  private static List<TextEvidence> lines(String title) {
    return Arrays.stream(title.split("/")).map(Label::normal).map(TextEvidence::of).toList();
  }

  private static CellSide side(String label) {
    return new CellSide(List.of(Label.of(label)), null, Template.Meaning.NOTHING, null, null);
  }
}
