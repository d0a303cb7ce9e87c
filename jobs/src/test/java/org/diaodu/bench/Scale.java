package org.diaodu.bench;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How large a made-up country is. The same scale and seed give the same bytes.
 *
 * @param areas how many, with the whole, its states and one overlapping zone; five or more
 * @param indicators how many, all monthly
 * @param years how many, from {@link #FIRST_YEAR} on
 * @param seed what every figure follows from
 */
record Scale(int areas, int indicators, int years, long seed) {
  static final int FIRST_YEAR = 2000;

  /** Figures of one kind for each area, indicator and month; growth rates come on top. */
  long levels() {
    return (long) areas * indicators * years * 12;
  }

  YearMonth lastMonth() {
    return YearMonth.of(FIRST_YEAR + years - 1, 12);
  }

  /** The day after the last release. */
  LocalDate asOf() {
    return lastMonth().plusMonths(2).atDay(1);
  }

  /** Everything in an order of areas: the whole, its states, their counties, the zone. */
  int states() {
    return Math.max(2, areas / 92);
  }

  int zone() {
    return areas - 1;
  }

  boolean isCounty(int area) {
    return area > states() && area != zone();
  }

  /** What an area is a part of; −1 of the whole. */
  int parent(int area) {
    if (area == 0) {
      return -1;
    }
    if (area <= states()) {
      return 0;
    }
    return area == zone() ? 1 : 1 + area % states();
  }

  String area(int number) {
    return "A%05d".formatted(number);
  }

  String indicator(int number) {
    return "ind_%03d".formatted(number);
  }

  IndicatorShape shape(int indicator) {
    IndicatorShape[] shapes = IndicatorShape.values();
    return shapes[indicator % shapes.length];
  }
}
