package org.diaodu.statistics;

import java.util.stream.IntStream;
import org.diaodu.domain.Frequency;
import org.diaodu.table.IndicatorPeriods;

/**
 * Rows of a table that are to be computed anew, and what is needed for them.
 *
 * @param periods of the rows
 * @param needed periods of the figures that must be known
 */
record AffectedPeriods(IndicatorPeriods periods, IndicatorPeriods needed) {

  /**
   * How far figures reach along a series, always among figures of one indicator and frequency: a
   * cumulative figure is part of the amount of the next period; a level is the base of growth one
   * year later, and that of December the base of growth since the end of the year; growth is the
   * base of the average of two years one year later; and a rank stands beside that of the next
   * period and of the year after. Nothing reaches back, and the periods between these are not
   * touched; but a break flags every period of two years.
   */
  static AffectedPeriods alongTheSeries(IndicatorPeriods touched, IndicatorPeriods breaks) {
    IndicatorPeriods affected =
        touched
            .reached(AffectedPeriods::growthOn)
            .and(touched.among(breaks).reached(AffectedPeriods::flaggedBy));
    return new AffectedPeriods(
        affected,
        affected
            .reached(AffectedPeriods::figuresFor)
            .and(affected.reached(AffectedPeriods::flagging).among(breaks)));
  }

  /** Periods of growth that rest on figures of one: what {@link #figuresFor} says, turned round. */
  private static IntStream growthOn(Frequency frequency, int period) {
    int year = frequency.periodsPerYear();
    boolean isDecember = Math.floorMod(period, year) == year - 1;
    return IntStream.concat(
        figuresAtOneDistance(frequency, 0).map(before -> period - before),
        isDecember ? IntStream.rangeClosed(period + 1, period + 2 * year) : IntStream.empty());
  }

  /**
   * Periods that a break flags: growth on a base before it, and the average with growth of then.
   */
  private static IntStream flaggedBy(Frequency frequency, int period) {
    return IntStream.rangeClosed(period, period + 2 * frequency.periodsPerYear());
  }

  /** Periods whose breaks flag one: what {@link #flaggedBy} says, turned round. */
  private static IntStream flagging(Frequency frequency, int period) {
    return IntStream.rangeClosed(period - 2 * frequency.periodsPerYear(), period);
  }

  /** Periods of figures that growth of one rests on. */
  private static IntStream figuresFor(Frequency frequency, int period) {
    int year = frequency.periodsPerYear();
    int december = period - 1 - Math.floorMod(period, year);
    return IntStream.concat(
        figuresAtOneDistance(frequency, period), IntStream.of(december, december - year));
  }

  /**
   * Those at the same distance from every period: of each of its ranks' periods the level and its
   * base, and for each of these the cumulative figure before.
   */
  private static IntStream figuresAtOneDistance(Frequency frequency, int period) {
    return ranksFor(frequency, period)
        .flatMap(rank -> levelsFor(frequency, rank))
        .flatMap(level -> IntStream.of(level, level - 1));
  }

  /** Periods whose ranks and growth stand in a row of growth: its own, the last and last year's. */
  private static IntStream ranksFor(Frequency frequency, int period) {
    return IntStream.of(period, period - 1, period - frequency.periodsPerYear());
  }

  /** Periods whose levels growth rests on: its own and that of a year ago. */
  private static IntStream levelsFor(Frequency frequency, int period) {
    return IntStream.of(period, period - frequency.periodsPerYear());
  }
}
