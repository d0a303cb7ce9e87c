package org.diaodu.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.ReleaseTimes;

/**
 * What of the tables may be shown before the release times of the region pack are over. Rows of a
 * period that is not public are left out, and so is what was counted over such rows.
 *
 * @param times from when a period is public; empty = everything is shown
 * @param now the instant that decides
 */
public record Embargo(Optional<ReleaseTimes> times, Instant now) {
  private static final String NOT_YET = "（可能含未到发布时间的数据）";

  /** Nothing is withheld: for those with the right to see it. */
  public static Embargo lifted() {
    return new Embargo(Optional.empty(), Instant.EPOCH);
  }

  /** Of the region's release times at an instant. */
  public static Embargo at(ReleaseTimes times, Instant now) {
    return new Embargo(Optional.of(times), now);
  }

  /** Whether anything can be withheld at all. */
  public boolean holds() {
    return times.isPresent();
  }

  /**
   * The query that reads what may be shown of a table.
   *
   * @param table the table
   * @param source how its rows are named in SQL, as by path and version
   * @param sources the same for any other table that the answer depends on
   */
  String select(Table table, String source, Function<Table, String> sources) {
    if (!holds()) {
      return "SELECT * FROM " + source;
    }
    return switch (table) {
      // No figure stands in it: only what is due, and what came.
      case COMPLETENESS -> "SELECT * FROM " + source;
      case QUARANTINE -> quarantine(source);
      case DISPATCH_FIGURES ->
          "SELECT * FROM %s WHERE %s".formatted(source, isPublic("split_part(release_id, '.', 1)"));
      case REVISION_SUMMARY ->
          """
          SELECT s.* FROM %s s LEFT ANTI JOIN (SELECT * FROM %s WHERE NOT (%s)) r
          ON s.indicator = r.indicator AND s.ref_area = r.ref_area AND s.freq = r.freq
          AND s.accumulation = r.accumulation AND s.measure = r.measure\
          """
              .formatted(source, sources.apply(Table.REVISIONS), isPublic("time_period"));
      case ASSESSMENTS, TASK_STATUS ->
          "SELECT * FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s WHERE light <> 'no_data' AND NOT (%s))"
              .formatted(source, sources.apply(Table.ATTAINMENT), isPublic("time_period"));
      default ->
          ContractReader.read(table).columnNames().contains("time_period")
              ? "SELECT * FROM %s WHERE %s".formatted(source, isPublic("time_period"))
              : "SELECT * FROM " + source;
    };
  }

  /** Tables that the answer about a table depends on, beside itself. */
  List<Table> dependsOn(Table table) {
    return switch (table) {
      case REVISION_SUMMARY -> List.of(Table.REVISIONS);
      case ASSESSMENTS, TASK_STATUS -> List.of(Table.ATTAINMENT);
      default -> List.of();
    };
  }

  /**
   * Refused cells are kept as text, of whichever period. What came since the first period ended
   * that is not public may be of that period.
   */
  private String quarantine(String source) {
    TimePeriod first = firstWithheld(Frequency.M);
    List<String> columns = new ArrayList<>();
    for (String name : ContractReader.read(Table.QUARANTINE).columnNames()) {
      columns.add(
          List.of("raw_text", "found", "message").contains(name)
              ? "if(to_date(recorded_at) > DATE'%s', '%s', %s) AS %s"
                  .formatted(first.lastDay(), NOT_YET, name, name)
              : name);
    }
    return "SELECT %s FROM %s".formatted(String.join(", ", columns), source);
  }

  /**
   * A condition on a period written as text. Within one frequency the texts are in time order, so a
   * bound for each frequency is enough, and the exceptions.
   */
  private String isPublic(String column) {
    ReleaseTimes of = times.orElseThrow();
    List<String> bounds = new ArrayList<>();
    for (Frequency frequency : Frequency.values()) {
      bounds.add(
          "(%s AND %s < '%s')"
              .formatted(isOf(column, frequency), column, firstWithheld(frequency)));
    }
    String condition = "(" + String.join(" OR ", bounds) + ")";
    String late = named(of, false);
    String early = named(of, true);
    if (!late.isEmpty()) {
      condition = "(%s AND %s NOT IN (%s))".formatted(condition, column, late);
    }
    return early.isEmpty() ? condition : "(%s OR %s IN (%s))".formatted(condition, column, early);
  }

  private static String isOf(String column, Frequency frequency) {
    return switch (frequency) {
      case A -> "length(%s) = 4".formatted(column);
      case Q -> "%s LIKE '____-Q_'".formatted(column);
      case M -> "%s LIKE '____-__' AND %s NOT LIKE '____-Q_'".formatted(column, column);
    };
  }

  private String named(ReleaseTimes of, boolean isPublic) {
    return new TreeSet<>(of.except().keySet())
        .stream()
            .filter(period -> of.isPublic(period, now) == isPublic)
            .map(period -> "'" + period + "'")
            .collect(Collectors.joining(", "));
  }

  /** The first period that is not public by the rule, exceptions aside. */
  private TimePeriod firstWithheld(Frequency frequency) {
    ReleaseTimes of = times.orElseThrow();
    ReleaseTimes rule = new ReleaseTimes(of.daysAfter(), of.at(), Map.of(), of.zone());
    TimePeriod period = TimePeriod.containing(frequency, now.atZone(of.zone()).toLocalDate());
    while (!rule.isPublic(period, now)) {
      period = period.previous();
    }
    return period.next();
  }
}
