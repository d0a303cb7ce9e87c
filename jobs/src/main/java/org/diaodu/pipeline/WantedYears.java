package org.diaodu.pipeline;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.table.Years;

/**
 * The years of the tables that are to be computed, and what must be known for them. This is how far
 * figures reach in time: the level of a year is the base of the next year's growth, and that growth
 * is the base of the average of two years and of the rank of last year in the year after. Nothing
 * reaches back.
 */
final class WantedYears {
  /** So many years after its own a figure still counts. */
  private static final int REACH = 2;

  private final Years years;

  private WantedYears(Years years) {
    this.years = years;
  }

  /** All of them. */
  static WantedYears all() {
    return new WantedYears(null);
  }

  /** Those that rest on figures of the years that were touched. */
  static WantedYears restingOn(Years touched) {
    return new WantedYears(touched.andFollowing(REACH));
  }

  boolean areAll() {
    return years == null;
  }

  boolean areNone() {
    return years != null && years.isEmpty();
  }

  /** Which they are, where they are not all. */
  Years years() {
    return years;
  }

  /** Rows of {@code statistics.growth}: on levels of a year ago, and ranks and growth of then. */
  Dataset<Row> growth(PackStatistics statistics, Dataset<Row> observations) {
    return only(statistics.growth(before(REACH, observations)));
  }

  /** Rows of {@code statistics.capital_share}: beside the share of a year ago. */
  Dataset<Row> capitalShare(PackStatistics statistics, Dataset<Row> growth) {
    return only(statistics.capitalShare(before(1, growth)));
  }

  /** Rows of {@code statistics.area_shares}: beside the share of a year ago. */
  Dataset<Row> areaShares(PackStatistics statistics, Dataset<Row> growth) {
    return only(statistics.areaShares(before(1, growth)));
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
    return areAll() ? rows : years.andPreceding(count).of(rows);
  }

  private Dataset<Row> only(Dataset<Row> rows) {
    return areAll() ? rows : years.of(rows);
  }
}
