package org.diaodu.pipeline;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.table.PeriodRanges;

/**
 * The periods of the tables that are to be computed, and what must be known for them. This is how
 * far figures reach in time: a cumulative figure is part of the amount of the next month or
 * quarter; a level is the base of growth one year later; and growth is the base of the average of
 * two years, and of the rank of last year, in the year after. Nothing reaches back.
 */
final class WantedPeriods {
  private static final int A_YEAR = 12;

  /** So many months after its own a figure still counts: two years, and up to a quarter. */
  private static final int REACH = 2 * A_YEAR + 3;

  private final PeriodRanges periods;

  private WantedPeriods(PeriodRanges periods) {
    this.periods = periods;
  }

  /** All of them. */
  static WantedPeriods all() {
    return new WantedPeriods(null);
  }

  /** Those that rest on figures of the periods that were touched. */
  static WantedPeriods restingOn(PeriodRanges touched) {
    return new WantedPeriods(touched.andFollowing(REACH));
  }

  boolean areAll() {
    return periods == null;
  }

  boolean areNone() {
    return periods != null && periods.isEmpty();
  }

  /** Which they are, where they are not all. */
  PeriodRanges ranges() {
    return periods;
  }

  /** Rows of {@code statistics.growth}: on levels of a year ago, and ranks and growth of then. */
  Dataset<Row> growth(PackStatistics statistics, Dataset<Row> observations) {
    Dataset<Row> figures = statistics.growthAlongSeries(before(REACH, observations));
    return only(statistics.growthAmongSiblings(before(A_YEAR, figures)));
  }

  /** Rows of {@code statistics.capital_share}: beside the share of a year ago. */
  Dataset<Row> capitalShare(PackStatistics statistics, Dataset<Row> growth) {
    return only(statistics.capitalShare(before(A_YEAR, growth)));
  }

  /** Rows of {@code statistics.area_shares}: beside the share of a year ago. */
  Dataset<Row> areaShares(PackStatistics statistics, Dataset<Row> growth) {
    return only(statistics.areaShares(before(A_YEAR, growth)));
  }

  /** Rows of {@code statistics.additivity}: of each period alone. */
  Dataset<Row> additivity(PackStatistics statistics, Dataset<Row> growth) {
    return statistics.additivity(only(growth));
  }

  /** Rows of {@code statistics.revisions}: of each figure alone. */
  Dataset<Row> revisions(PackStatistics statistics, Dataset<Row> observations) {
    return statistics.revisions(only(observations));
  }

  private Dataset<Row> before(int count, Dataset<Row> rows) {
    return areAll() ? rows : periods.andPreceding(count).in(rows);
  }

  private Dataset<Row> only(Dataset<Row> rows) {
    return areAll() ? rows : periods.in(rows);
  }
}
