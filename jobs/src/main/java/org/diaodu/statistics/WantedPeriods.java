package org.diaodu.statistics;

import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Frequency;
import org.diaodu.table.IndicatorPeriods;

/**
 * The periods of each indicator that are to be computed, and what must be known for them. This is
 * how far figures reach in time, always among figures of one indicator and frequency: a cumulative
 * figure is part of the amount of the next period; a level is the base of growth one year later,
 * and that of December the base of growth since the end of the year; growth is the base of the
 * average of two years one year later; and a rank stands beside that of the next period and of the
 * year after. Nothing reaches back, and the periods between these are not touched; but a break
 * flags every period of two years.
 */
final class WantedPeriods {
  private static final WantedPeriods ALL = new WantedPeriods(null, null);

  private final IndicatorPeriods periods;
  private final IndicatorPeriods breaks;

  private WantedPeriods(IndicatorPeriods periods, IndicatorPeriods breaks) {
    this.periods = periods;
    this.breaks = breaks;
  }

  /** All of them. */
  static WantedPeriods all() {
    return ALL;
  }

  /**
   * Those that rest on figures of the periods that were touched.
   *
   * @param breaks periods of which any vintage was ever marked as a break
   */
  static WantedPeriods restingOn(IndicatorPeriods touched, IndicatorPeriods breaks) {
    return new WantedPeriods(
        touched
            .reached(WantedPeriods::growthOn)
            .and(touched.among(breaks).reached(WantedPeriods::flaggedBy)),
        breaks);
  }

  boolean areAll() {
    return periods == null;
  }

  boolean areNone() {
    return periods != null && periods.isEmpty();
  }

  /** Which they are, where they are not all. */
  IndicatorPeriods periods() {
    return periods;
  }

  /** The observations that growth and shares rest on, put together. */
  CubeTables linedUp(PackStatistics statistics, Dataset<Row> observations, boolean areMany) {
    return statistics.linedUp(areAll() ? observations : needed().in(observations), areMany);
  }

  /** Rows of {@code statistics.growth}. */
  Dataset<Row> growth(PackStatistics statistics, CubeTables figures) {
    return only(statistics.growth(figures));
  }

  /** Rows of {@code statistics.capital_share}. */
  Dataset<Row> capitalShare(PackStatistics statistics, CubeTables figures) {
    return only(statistics.capitalShare(figures));
  }

  /** Rows of {@code statistics.area_shares}. */
  Dataset<Row> areaShares(PackStatistics statistics, CubeTables figures) {
    return only(statistics.areaShares(figures));
  }

  /** Rows of {@code statistics.additivity}. */
  Dataset<Row> additivity(PackStatistics statistics, CubeTables figures) {
    return only(statistics.additivity(figures));
  }

  /** Rows of {@code statistics.revisions}: of each figure alone. */
  Dataset<Row> revisions(PackStatistics statistics, Dataset<Row> observations) {
    return statistics.revisions(only(observations));
  }

  /** Periods of the figures that must be known, and of breaks that flag what is computed. */
  private IndicatorPeriods needed() {
    return periods
        .reached(WantedPeriods::figuresFor)
        .and(periods.reached(WantedPeriods::flagging).among(breaks));
  }

  private Dataset<Row> only(Dataset<Row> rows) {
    return areAll() ? rows : periods.in(rows);
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
