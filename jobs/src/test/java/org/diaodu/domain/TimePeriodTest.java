package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimePeriodTest {
  @Test
  void frequencyFollowsFromTheText() {
    assertThat(TimePeriod.of("2024").frequency()).isEqualTo(Frequency.A);
    assertThat(TimePeriod.of("2024-Q2").frequency()).isEqualTo(Frequency.Q);
    assertThat(TimePeriod.of("2024-06").frequency()).isEqualTo(Frequency.M);
  }

  @Test
  void everyPeriodIsWrittenAsItIsRead() {
    for (String text : List.of("1900", "2024", "2024-Q1", "2024-Q4", "2024-01", "2199-12")) {
      assertThat(TimePeriod.of(text)).hasToString(text);
    }
  }

  @Test
  void whatNoCalendarHasIsNoPeriod() {
    for (String text :
        List.of(
            "",
            "24",
            "2024-0",
            "2024-00",
            "2024-13",
            "2024-Q0",
            "2024-Q5",
            "2024-6",
            "1899",
            "2200",
            "2024-06-30",
            "2024年")) {
      assertThat(TimePeriod.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void theErrorNamesTheTextAndTheForms() {
    assertThatThrownBy(() -> TimePeriod.of("2024-13"))
        .hasMessage("Cannot read period '2024-13': expected 2024, 2024-Q2 or 2024-06");
  }

  @Test
  void aYearEarlierIsTwelveMonthsLessAtEveryFrequency() {
    for (String text : List.of("2024", "2024-Q2", "2024-02")) {
      TimePeriod period = TimePeriod.of(text);
      assertThat(period.monthIndex() - period.yearEarlier().monthIndex()).as(text).isEqualTo(12);
    }
  }

  @Test
  void theLastDayKnowsLeapYears() {
    assertThat(TimePeriod.of("2024-02").lastDay()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(TimePeriod.of("2023-Q1").lastDay()).isEqualTo(LocalDate.of(2023, 3, 31));
  }

  @Test
  void periodsThatEndTogetherStandShorterFirst() {
    assertThat(
            List.of("2024", "2024-Q4", "2024-12", "2024-11").stream()
                .map(TimePeriod::of)
                .sorted()
                .map(TimePeriod::toString))
        .containsExactly("2024-11", "2024-12", "2024-Q4", "2024");
  }
}
