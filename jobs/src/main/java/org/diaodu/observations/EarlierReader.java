package org.diaodu.observations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.diaodu.column.VintageColumns;

/**
 * Somebody who read what was known here at the end of a day: what had been released by then and had
 * come by then, and where it had been held, was confirmed by then.
 *
 * @param day the day
 * @param end the instant at which it ended
 * @param arrivalCounts false where nothing at all had come by then: the archive was read later, so
 *     that the releases alone tell what was known
 */
public record EarlierReader(LocalDate day, Instant end, boolean arrivalCounts) {
  /** Column that says when a statement that had been held was confirmed; else null. */
  public static final String CONFIRMED_AT = "confirmed_at";

  /** A reader of a day in a zone. */
  public static EarlierReader of(LocalDate day, ZoneId zone, boolean arrivalCounts) {
    return new EarlierReader(day, day.plusDays(1).atStartOfDay(zone).toInstant(), arrivalCounts);
  }

  /** True of the rows that had come here by the end of the day. */
  public static Column hadCome(LocalDate day, ZoneId zone) {
    return VintageColumns.ARRIVAL.lt(lit(of(day, zone, true).end()));
  }

  /** True of the statements that the reader knew; wants {@value #CONFIRMED_AT} beside. */
  public Column knew() {
    return knewReport().and(isNew(CONFIRMED_AT).equalTo(false));
  }

  /** True of the reports of progress that the reader knew. */
  public Column knewReport() {
    Column released = col("release_date").leq(lit(day));
    return arrivalCounts ? released.and(VintageColumns.ARRIVAL.lt(lit(end))) : released;
  }

  /** True where an instant is one after the reader's day; false where it is null. */
  Column isNew(String instant) {
    return coalesce(col(instant).geq(lit(end)), lit(false));
  }
}
