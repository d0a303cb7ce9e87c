package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.domain.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodPhraseTest {

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource({
    "2024年1-6月全州主要经济指标, 2024-06, YTD",
    "2024年1—6月份, 2024-06, YTD",
    "2024年1月至6月, 2024-06, YTD",
    "２０２４年１～６月, 2024-06, YTD",
    "2024年6月, 2024-06, PER",
    "2024 年 12 月份, 2024-12, PER",
    "2024年上半年, 2024-06, YTD",
    "2024年前三季度, 2024-09, YTD",
    "2024年一季度, 2024-03, YTD",
    "2024年第3季度, 2024-09, PER",
    "2024年, 2024-12, YTD",
    "17-2 各市国民经济主要指标（2012年）, 2012-12, YTD",
    "1-19  市、州生产总值(2012), 2012-12, YTD",
    "二〇二四年1-6月, 2024-06, YTD",
    "2024-06, 2024-06, PER",
    "2024年1-12月, 2024-12, YTD",
    "2024年前5个月, 2024-05, YTD",
    "2024年前十一个月, 2024-11, YTD",
    "2024年五月份, 2024-05, PER",
    "2024年元月, 2024-01, PER",
    "2024年一至五月, 2024-05, YTD",
    "2024年6月——全州主要经济指标, 2024-06, PER"
  })
  void aWholePeriodIsFoundInATitle(String title, String month, String accumulation) {
    PeriodPhrase phrase = PeriodFinder.find(Label.normal(title));

    assertThat(phrase.at(Frequency.M).orElseThrow()).hasToString(month);
    assertThat(phrase.accumulation().orElseThrow()).hasToString(accumulation);
  }

  @ParameterizedTest(name = "{0} under 2024年1-6月 is {1} {2}")
  @CsvSource({
    "本月, 2024-06, PER",
    "6月, 2024-06, PER",
    "累计, 2024-06, YTD",
    "1-本月, 2024-06, YTD",
    "本月止累计, 2024-06, YTD",
    "1-5月, 2024-05, YTD",
    "2023年1-6月, 2023-06, YTD",
    "2023年, 2023-12, YTD"
  })
  void aPartIsCompletedByTheTitle(String header, String month, String accumulation) {
    PeriodPhrase phrase =
        PeriodFinder.find(Label.normal(header))
            .completedBy(PeriodFinder.find(Label.normal("2024年1-6月")));

    assertThat(phrase.at(Frequency.M).orElseThrow()).hasToString(month);
    assertThat(phrase.accumulation().orElseThrow()).hasToString(accumulation);
  }

  @Test
  void aMonthThatEndsNoQuarterIsNoQuarter() {
    PeriodPhrase may = PeriodFinder.find("2024年1-5月");

    assertThat(may.at(Frequency.Q)).isEmpty();
    assertThat(may.at(Frequency.A)).isEmpty();
    assertThat(PeriodFinder.find("2024年1-6月").at(Frequency.Q).orElseThrow()).hasToString("2024-Q2");
    assertThat(PeriodFinder.find("2024年").at(Frequency.A).orElseThrow()).hasToString("2024");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年下半年",
        "2024年7-12月",
        "2024年11-12月",
        "2024年1、2月",
        "2024年第二、三季度",
        "2024年6月上旬",
        "2024年6月1-15日",
        "2024年13月",
        "2024年春节",
        "2020-2024年",
        "2024-06-15"
      })
  void whatIsNoPeriodIsNotTakenForOneOfItsParts(String title) {
    PeriodPhrase phrase = PeriodFinder.find(Label.normal(title));

    for (Frequency frequency : Frequency.values()) {
      assertThat(phrase.at(frequency)).as(title).isEmpty();
    }
    assertThat(phrase.isNone()).as("it says something, which the title must not replace").isFalse();
  }

  @Test
  void withoutAYearThereIsNoPeriod() {
    assertThat(PeriodFinder.find("1-6月").at(Frequency.M)).isEmpty();
    assertThat(PeriodFinder.find("地区生产总值").isNone()).isTrue();
    assertThat(
            PeriodFinder.find("2024年13月").isNone() || PeriodFinder.find("2024年13月").number() == 0)
        .as("no thirteenth month")
        .isTrue();
  }
}
