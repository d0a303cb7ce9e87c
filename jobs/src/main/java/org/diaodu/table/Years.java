package org.diaodu.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Calendar years that rows are about. Each way to write a {@code time_period} begins with its year,
 * so years are ranges of it, by which Delta knows the files that it need not open.
 */
public final class Years {
  private static final String PERIOD = "time_period";

  private final SortedSet<Integer> years;

  private Years(Collection<Integer> years) {
    this.years = new TreeSet<>(years);
  }

  /** These years. */
  public static Years of(Collection<Integer> years) {
    return new Years(years);
  }

  /**
   * The years of the {@code time_period} of rows; runs one job.
   *
   * @param rows of any number of periods, but of years that can be listed
   */
  public static Years in(Dataset<Row> rows) {
    return new Years(
        rows.select(column().as("year")).distinct().collectAsList().stream()
            .map(row -> row.getInt(0))
            .toList());
  }

  /** The year of a row, as a column. */
  static Column column() {
    return substring(col(PERIOD), 1, 4).cast("int");
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return years.isEmpty();
  }

  /** These, and so many after each. */
  public Years andFollowing(int count) {
    return spread(0, count);
  }

  /** These, and so many before each. */
  public Years andPreceding(int count) {
    return spread(count, 0);
  }

  /** Those of the rows that are about one of the years. */
  public Dataset<Row> of(Dataset<Row> rows) {
    return rows.where(expr(condition()));
  }

  /** In SQL, as ranges of {@code time_period}. */
  String condition() {
    if (years.isEmpty()) {
      return "false";
    }
    return ranges().entrySet().stream()
        .map(
            range ->
                "(%s >= '%d' AND %s < '%d')"
                    .formatted(PERIOD, range.getKey(), PERIOD, range.getValue() + 1))
        .collect(Collectors.joining(" OR "));
  }

  private Years spread(int before, int after) {
    List<Integer> all = new ArrayList<>();
    for (int year : years) {
      for (int other = year - before; other <= year + after; other++) {
        all.add(other);
      }
    }
    return new Years(all);
  }

  /** First and last year of each range without a gap. */
  private Map<Integer, Integer> ranges() {
    Map<Integer, Integer> ranges = new TreeMap<>();
    int first = years.first();
    int last = first;
    for (int year : years) {
      if (year > last + 1) {
        ranges.put(first, last);
        first = year;
      }
      last = year;
    }
    ranges.put(first, last);
    return ranges;
  }

  @Override
  public String toString() {
    return years.toString();
  }
}
