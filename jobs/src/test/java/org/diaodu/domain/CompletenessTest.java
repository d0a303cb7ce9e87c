package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {
  @ParameterizedTest(name = "expected {0}, due {1}, released {2}, today {3}: {4} {5}")
  @CsvSource({
    "true,  2024-07-20, 2024-07-20, 2024-08-01, received,     ",
    "true,  2024-07-20, 2024-07-21, 2024-08-01, late,         1",
    "true,  2024-07-20,           , 2024-07-20, due,          ",
    "true,  2024-07-20,           , 2024-07-21, missing,      1",
    "true,  2024-07-20,           , 2024-08-19, missing,      30",
    "false,           ,           , 2024-08-01, not_expected, ",
    "false,           , 2024-02-20, 2024-08-01, not_expected, "
  })
  void theCalendarSaysWhatBecameOfAFigure(
      boolean expected,
      LocalDate due,
      LocalDate released,
      LocalDate today,
      Completeness.Status status,
      Long daysLate) {
    assertThat(Completeness.of(expected, due, released, today))
        .isEqualTo(new Completeness(status, daysLate));
  }
}
