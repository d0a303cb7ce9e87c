package org.diaodu.table;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * Periods of single indicators, each in the frequency in which the indicator is observed. In
 * conditions they are ranges of {@code time_period}, by which Delta knows the files that it need
 * not open.
 *
 * <p>The periods of a frequency are numbered without a gap, so that the one before is one less and
 * that of a year ago as many less as a year has: {@link Frequency#periodsPerYear}.
 */
public final class IndicatorPeriods {
  /** No calendar of ours has a period before or after. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2199;

  /**
   * So many different sets of periods of one frequency are told apart in a condition, which each
   * row is held against; of more of them every indicator has the periods of all. More rows are then
   * computed than need be, and none is left out.
   */
  private static final int MOST_SETS = 32;

  /** Which periods follow from one, or are needed for it. */
  @FunctionalInterface
  public interface Reach {
    /** Numbers of periods of the same frequency. */
    IntStream of(Frequency frequency, int period);
  }

  private final Map<Frequency, NavigableMap<String, NavigableSet<Integer>>> periods;

  private IndicatorPeriods(Map<Frequency, NavigableMap<String, NavigableSet<Integer>>> periods) {
    this.periods = periods;
  }

  /** No period of any indicator. */
  public static IndicatorPeriods none() {
    return new IndicatorPeriods(new EnumMap<>(Frequency.class));
  }

  /**
   * Those of rows; runs one job, and collects a row for each indicator and period.
   *
   * @param rows of any number of figures, with {@code indicator, time_period}
   */
  public static IndicatorPeriods of(Dataset<Row> rows) {
    IndicatorPeriods found = none();
    for (Row row : rows.select("indicator", "time_period").distinct().collectAsList()) {
      TimePeriod period = TimePeriod.of(row.getString(1));
      found.add(period.frequency(), row.getString(0), PeriodNumbers.of(period));
    }
    return found;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return periods.isEmpty();
  }

  /** All that the reach of any of these has. */
  public IndicatorPeriods reached(Reach reach) {
    IndicatorPeriods all = none();
    forEach(
        (frequency, indicator, number) ->
            reach
                .of(frequency, number)
                .filter(other -> isInCalendar(frequency, other))
                .forEach(other -> all.add(frequency, indicator, other)));
    return all;
  }

  /** These and others. */
  public IndicatorPeriods and(IndicatorPeriods others) {
    IndicatorPeriods all = none();
    forEach(all::add);
    others.forEach(all::add);
    return all;
  }

  /** Those of these that are among others, too. */
  public IndicatorPeriods among(IndicatorPeriods others) {
    IndicatorPeriods both = none();
    forEach(
        (frequency, indicator, number) -> {
          if (others.has(frequency, indicator, number)) {
            both.add(frequency, indicator, number);
          }
        });
    return both;
  }

  /**
   * Those of the rows that are about one of these.
   *
   * @param rows with {@code indicator, freq, time_period}
   */
  public Dataset<Row> in(Dataset<Row> rows) {
    return rows.where(expr(condition()));
  }

  /** In SQL, on {@code indicator}, {@code freq} and {@code time_period}. */
  String condition() {
    List<String> conditions = new ArrayList<>();
    periods.forEach(
        (frequency, byIndicator) ->
            bySet(byIndicator)
                .forEach(
                    (numbers, indicators) ->
                        conditions.add(condition(frequency, numbers, indicators))));
    return conditions.isEmpty() ? "false" : String.join(" OR ", conditions);
  }

  /** One period of one indicator. */
  private interface Each {
    void accept(Frequency frequency, String indicator, int number);
  }

  private void forEach(Each each) {
    periods.forEach(
        (frequency, byIndicator) ->
            byIndicator.forEach(
                (indicator, numbers) ->
                    numbers.forEach(number -> each.accept(frequency, indicator, number))));
  }

  private boolean has(Frequency frequency, String indicator, int number) {
    return periods
        .getOrDefault(frequency, Collections.emptyNavigableMap())
        .getOrDefault(indicator, Collections.emptyNavigableSet())
        .contains(number);
  }

  private void add(Frequency frequency, String indicator, int number) {
    periods
        .computeIfAbsent(frequency, f -> new TreeMap<>())
        .computeIfAbsent(indicator, i -> new TreeSet<>())
        .add(number);
  }

  private static boolean isInCalendar(Frequency frequency, int number) {
    int year = Math.floorDiv(number, frequency.periodsPerYear());
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** The indicators of each set of periods. */
  private static Map<Collection<Integer>, Collection<String>> bySet(
      NavigableMap<String, NavigableSet<Integer>> byIndicator) {
    Map<Collection<Integer>, Collection<String>> sets = new LinkedHashMap<>();
    byIndicator.forEach(
        (indicator, numbers) ->
            sets.computeIfAbsent(numbers, n -> new ArrayList<>()).add(indicator));
    if (sets.size() <= MOST_SETS) {
      return sets;
    }
    NavigableSet<Integer> all = new TreeSet<>();
    sets.keySet().forEach(all::addAll);
    return Map.of(all, byIndicator.keySet());
  }

  private static String condition(
      Frequency frequency, Collection<Integer> numbers, Collection<String> indicators) {
    String ranges =
        PeriodNumbers.runs(numbers).stream()
            .map(run -> range(frequency, run))
            .collect(Collectors.joining(" OR "));
    return "(freq = '%s' AND indicator IN (%s) AND (%s))"
        .formatted(
            frequency,
            indicators.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")),
            ranges);
  }

  private static String range(Frequency frequency, PeriodNumbers.Run run) {
    return "(time_period >= '%s' AND time_period <= '%s')"
        .formatted(
            PeriodNumbers.period(frequency, run.first()),
            PeriodNumbers.period(frequency, run.last()));
  }

  @Override
  public String toString() {
    return condition();
  }
}
