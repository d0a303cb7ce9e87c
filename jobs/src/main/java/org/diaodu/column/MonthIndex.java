package org.diaodu.column;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.diaodu.domain.TimePeriod;

/** {@link TimePeriod#monthIndex} as a column, without making a period of each row's text. */
public final class MonthIndex {
  private static final int MONTHS = 12;
  private static final int MONTHS_OF_A_QUARTER = 3;

  private MonthIndex() {}

  /**
   * The last month of a period, counted from year 0.
   *
   * @param period text as {@link TimePeriod} reads it; any other has no month, or fails the query
   */
  public static Column of(Column period) {
    Column endMonth =
        when(length(period).equalTo(4), MONTHS)
            .when(
                substring(period, 6, 1).equalTo("Q"),
                number(period, 7, 1).multiply(MONTHS_OF_A_QUARTER))
            .otherwise(number(period, 6, 2));
    return year(period).multiply(MONTHS).plus(endMonth).minus(1);
  }

  /** The calendar year of a period. */
  public static Column year(Column period) {
    return number(period, 1, 4);
  }

  private static Column number(Column text, int from, int digits) {
    return substring(text, from, digits).cast("int");
  }
}
