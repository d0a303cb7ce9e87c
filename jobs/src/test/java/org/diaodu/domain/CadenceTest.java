package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
  @ParameterizedTest
  @CsvSource({
    "按月报送, monthly",
    "按月调度、按季通报, monthly",
    "每月10日前报, monthly",
    "一月一调度一通报, monthly",
    "按季归集, quarterly",
    "按季度归集并公开, quarterly",
    "每个季度末, quarterly",
    "一季一排名一通报, quarterly",
    "半年一次, half_yearly",
    "每半年报一次, half_yearly",
    "按半年度评估, half_yearly",
    "半年1次、按年总评, half_yearly",
    "按年报送, yearly",
    "年度考核, yearly",
    "一年一评, yearly"
  })
  void wordsNameACadence(String words, Cadence cadence) {
    assertThat(Cadence.in(words)).contains(cadence);
  }

  @ParameterizedTest
  @CsvSource({"按进展填报", "定期通报", "半年内实现共享", "到2024年底", "上半年完成", "三年行动", "青年就业", "''"})
  void otherWordsNameNone(String words) {
    assertThat(Cadence.in(words)).isEmpty();
  }

  @Test
  void aMonthlySeriesThatIsOwedEachQuarterIsOwedForTheLastMonths() {
    assertThat(Cadence.quarterly.periods(Frequency.M, 2024))
        .extracting(TimePeriod::toString)
        .containsExactly("2024-03", "2024-06", "2024-09", "2024-12");
  }

  @Test
  void halfYearsEndWithTheSecondAndTheFourthQuarter() {
    assertThat(Cadence.half_yearly.periods(Cadence.half_yearly.frequency(), 2024))
        .extracting(TimePeriod::toString)
        .containsExactly("2024-Q2", "2024-Q4");
  }

  @Test
  void aQuarterlySeriesIsNotOwedMoreOftenThanItComes() {
    assertThat(Cadence.monthly.periods(Frequency.Q, 2024)).hasSize(4);
    assertThat(Cadence.monthly.periods(Frequency.A, 2024)).hasSize(1);
  }
}
