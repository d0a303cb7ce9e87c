package org.diaodu.cli;

import org.diaodu.domain.TimePeriod;

/** Periods as they are typed. */
final class Periods {
  private Periods() {}

  /**
   * The period of a text.
   *
   * @throws UsageException where it names none
   */
  static TimePeriod of(String text) {
    return TimePeriod.parse(text)
        .orElseThrow(
            () -> new UsageException("时期“%s”不成立，请写成2024-06、2024-Q2或2024的样子".formatted(text)));
  }
}
