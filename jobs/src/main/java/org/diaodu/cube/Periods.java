package org.diaodu.cube;

import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * Periods that follow each other, each with a position from 0 on.
 *
 * @param frequency of all of them
 * @param first ordinal of the first
 * @param count how many
 */
record Periods(Frequency frequency, int first, int count) {

  TimePeriod at(int position) {
    return TimePeriod.ofOrdinal(frequency, first + position);
  }

  /** Position of a period of the same frequency; it may be outside of these periods. */
  int positionOf(TimePeriod period) {
    return period.ordinal() - first;
  }

  boolean contains(int position) {
    return position >= 0 && position < count;
  }

  /** Place of a period in its year, 1 to 12 for a month. */
  int numberInYear(int position) {
    return Math.floorMod(first + position, frequency.periodsPerYear()) + 1;
  }

  /** The same period one year earlier; negative where it is before the first. */
  int yearAgo(int position) {
    return position - frequency.periodsPerYear();
  }

  /** The last period of the year before; negative where it is before the first. */
  int lastYearEnd(int position) {
    return position - numberInYear(position);
  }
}
