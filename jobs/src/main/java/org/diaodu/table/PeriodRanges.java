package org.diaodu.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.MonthIndex;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * Periods of all frequencies that end in certain months. For each frequency they are ranges of
 * {@code time_period}, by which Delta knows the files that it need not open.
 */
public final class PeriodRanges {
  private static final String PERIOD = "time_period";
  private static final int MONTHS = 12;

  /** No calendar of ours has a period before or after. */
  private static final int FIRST = TimePeriod.year(1900).monthIndex() - MONTHS + 1;

  private final SortedSet<Integer> months;

  private PeriodRanges(Collection<Integer> months) {
    this.months = new TreeSet<>(months);
  }

  /** Those that end in certain months, each as {@link TimePeriod#monthIndex} has it. */
  public static PeriodRanges endingIn(Collection<Integer> months) {
    return new PeriodRanges(months);
  }

  /**
   * Those of rows; runs one job.
   *
   * @param rows of any number of figures, with {@code time_period}
   */
  public static PeriodRanges of(Dataset<Row> rows) {
    return new PeriodRanges(
        rows.select(MonthIndex.of(col(PERIOD)).as("month")).distinct().collectAsList().stream()
            .map(row -> row.getInt(0))
            .toList());
  }

  /** These, and those that end up to so many months before. */
  public PeriodRanges andPreceding(int count) {
    List<Integer> all = new ArrayList<>();
    for (int month : months) {
      for (int other = Math.max(month - count, FIRST); other <= month; other++) {
        all.add(other);
      }
    }
    return new PeriodRanges(all);
  }

  /** Those of the rows that are about one of the periods. */
  public Dataset<Row> in(Dataset<Row> rows) {
    return rows.where(expr(condition()));
  }

  /** In SQL, on {@code freq} and {@code time_period}. */
  String condition() {
    List<String> ranges = new ArrayList<>();
    PeriodNumbers.runs(months).forEach(run -> add(ranges, run.first(), run.last()));
    return ranges.isEmpty() ? "false" : String.join(" OR ", ranges);
  }

  /** The periods of each frequency that end in a month of the range; of some there is none. */
  private static void add(List<String> ranges, int first, int last) {
    for (Frequency frequency : Frequency.values()) {
      int length = frequency.months();
      int from = Math.floorDiv(first, length);
      int to = Math.floorDiv(last + 1, length) - 1;
      if (from <= to) {
        ranges.add(
            "(freq = '%s' AND %s >= '%s' AND %s <= '%s')"
                .formatted(
                    frequency,
                    PERIOD,
                    PeriodNumbers.period(frequency, from),
                    PERIOD,
                    PeriodNumbers.period(frequency, to)));
      }
    }
  }

  @Override
  public String toString() {
    return condition();
  }
}
