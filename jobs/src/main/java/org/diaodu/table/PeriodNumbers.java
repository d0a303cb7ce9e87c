package org.diaodu.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/** Periods of one frequency, numbered since year 0 without a gap. */
final class PeriodNumbers {
  /** Numbers that follow each other, the first and the last among them. */
  record Run(int first, int last) {}

  private PeriodNumbers() {}

  static int of(TimePeriod period) {
    return period.ordinal();
  }

  static TimePeriod period(Frequency frequency, int number) {
    return TimePeriod.ofOrdinal(frequency, number);
  }

  /** The runs that numbers in ascending order, each once, are made of. */
  static List<Run> runs(Collection<Integer> numbers) {
    List<Run> runs = new ArrayList<>();
    for (int number : numbers) {
      int newest = runs.size() - 1;
      if (newest >= 0 && runs.get(newest).last() == number - 1) {
        runs.set(newest, new Run(runs.get(newest).first(), number));
      } else {
        runs.add(new Run(number, number));
      }
    }
    return runs;
  }
}
