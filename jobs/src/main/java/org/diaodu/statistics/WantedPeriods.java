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
 * year after. Nothing reaches back, and the periods between these are not touched.
 */
final class WantedPeriods {
  private final IndicatorPeriods periods;

  private WantedPeriods(IndicatorPeriods periods) {
    this.periods = periods;
  }

  /** All of them. */
  static WantedPeriods all() {
    return new WantedPeriods(null);
  }

  /** Those that rest on figures of the periods that were touched. */
  static WantedPeriods restingOn(IndicatorPeriods touched) {
    return new WantedPeriods(touched.reached(WantedPeriods::growthOn));
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

  /** Rows of {@code statistics.growth}: on levels of a year ago, and ranks and growth of then. */
  Dataset<Row> growth(PackStatistics statistics, Dataset<Row> observations) {
    Dataset<Row> figures =
        statistics.growthAlongSeries(needed(WantedPeriods::figuresFor, observations));
    return only(statistics.growthAmongSiblings(needed(WantedPeriods::ranksFor, figures)));
  }

  /** Rows of {@code statistics.capital_share}: beside the share of a year ago. */
  Dataset<Row> capitalShare(PackStatistics statistics, Dataset<Row> growth) {
    return only(statistics.capitalShare(needed(WantedPeriods::levelsFor, growth)));
  }

  /** Rows of {@code statistics.area_shares}: beside the share of a year ago. */
  Dataset<Row> areaShares(PackStatistics statistics, Dataset<Row> growth) {
    return only(statistics.areaShares(needed(WantedPeriods::levelsFor, growth)));
  }

  /** Rows of {@code statistics.additivity}: of each period alone. */
  Dataset<Row> additivity(PackStatistics statistics, Dataset<Row> growth) {
    return statistics.additivity(only(growth));
  }

  /** Rows of {@code statistics.revisions}: of each figure alone. */
  Dataset<Row> revisions(PackStatistics statistics, Dataset<Row> observations) {
    return statistics.revisions(only(observations));
  }

  private Dataset<Row> needed(IndicatorPeriods.Reach reach, Dataset<Row> rows) {
    return areAll() ? rows : periods.reached(reach).in(rows);
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

  /** Periods whose levels growth or a share rests on: its own and that of a year ago. */
  private static IntStream levelsFor(Frequency frequency, int period) {
    return IntStream.of(period, period - frequency.periodsPerYear());
  }
}
