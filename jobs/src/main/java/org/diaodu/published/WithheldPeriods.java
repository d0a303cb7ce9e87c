package org.diaodu.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.ReleaseTimes;

/** The periods that are not public at an instant, as conditions of SQL. */
final class WithheldPeriods {
  private final ReleaseTimes times;
  private final Instant now;

  /** First one by the rule, exceptions aside. */
  private final Map<Frequency, TimePeriod> byRule = new EnumMap<>(Frequency.class);

  /** First one at all. */
  private final Map<Frequency, TimePeriod> first = new EnumMap<>(Frequency.class);

  /** Periods that exceptions say something of. */
  private final Collection<TimePeriod> exceptions;

  private WithheldPeriods(ReleaseTimes times, Instant now) {
    this.times = times;
    this.now = now;
    this.exceptions =
        times.except().keySet().stream()
            .flatMap(WithheldPeriods::withThoseItEnds)
            .collect(Collectors.toCollection(TreeSet::new));
    ReleaseTimes rule = new ReleaseTimes(times.daysAfter(), times.at(), Map.of(), times.zone());
    for (Frequency frequency : Frequency.values()) {
      byRule.put(frequency, first(rule, frequency));
      first.put(frequency, first(times, frequency));
    }
  }

  static WithheldPeriods at(ReleaseTimes times, Instant now) {
    return new WithheldPeriods(times, now);
  }

  /** Last day of the one that ends first. */
  LocalDate firstEnd() {
    return first.values().stream().map(TimePeriod::lastDay).min(LocalDate::compareTo).orElseThrow();
  }

  /** The instant at which that day begins in the region. */
  Instant firstEndBegins() {
    return firstEnd().atStartOfDay(times.zone()).toInstant();
  }

  /**
   * A period written as text is none of them. Within one frequency the texts are in time order, so
   * a bound for each frequency is enough, and the exceptions.
   */
  String isPublic(String period) {
    String condition = isBefore(period, byRule);
    String late = named(false);
    String early = named(true);
    if (!late.isEmpty()) {
      condition = "(%s AND %s NOT IN (%s))".formatted(condition, period, late);
    }
    return early.isEmpty() ? condition : "(%s OR %s IN (%s))".formatted(condition, period, early);
  }

  /** A period written as text is before every one of its frequency. */
  String isBeforeAll(String period) {
    return isBefore(period, first);
  }

  private static String isBefore(String period, Map<Frequency, TimePeriod> bounds) {
    List<String> conditions = new ArrayList<>();
    bounds.forEach(
        (frequency, bound) ->
            conditions.add("(%s AND %s < '%s')".formatted(isOf(period, frequency), period, bound)));
    return "(" + String.join(" OR ", conditions) + ")";
  }

  private static String isOf(String period, Frequency frequency) {
    return switch (frequency) {
      case A -> "length(%s) = 4".formatted(period);
      case Q -> "%s LIKE '____-Q_'".formatted(period);
      case M -> "%s LIKE '____-__' AND %s NOT LIKE '____-Q_'".formatted(period, period);
    };
  }

  private String named(boolean isPublic) {
    return exceptions.stream()
        .filter(period -> times.isPublic(period, now) == isPublic)
        .map(period -> "'" + period + "'")
        .collect(Collectors.joining(", "));
  }

  /** Searched from before all that can be withheld. */
  private TimePeriod first(ReleaseTimes of, Frequency frequency) {
    LocalDate byRule = now.atZone(of.zone()).toLocalDate().minusDays(of.daysAfter()).minusYears(1);
    LocalDate from =
        Stream.concat(Stream.of(byRule), exceptions.stream().map(TimePeriod::lastDay))
            .min(LocalDate::compareTo)
            .orElseThrow();
    TimePeriod period = TimePeriod.containing(frequency, from);
    while (of.isPublic(period, now)) {
      period = period.next();
    }
    return period;
  }

  /** A period, and the coarser ones of which it is the end. */
  private static Stream<TimePeriod> withThoseItEnds(TimePeriod period) {
    return Arrays.stream(Frequency.values())
        .filter(frequency -> frequency.months() >= period.frequency().months())
        .map(frequency -> TimePeriod.containing(frequency, period.lastDay()))
        .filter(of -> of.lastDay().equals(period.lastDay()));
  }
}
