package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/**
 * The figures of the bulletins of one period. For each indicator (target) and area the newest row
 * of the year that is not after the period, and the course up to it.
 *
 * @param period month, quarter or year of the bulletins
 * @param asOf day as of which everything is known
 * @param growth newest, by indicator and area
 * @param course growth of the year, every period up to this one
 * @param shares the capital's shares, newest by indicator
 * @param shareCourse every share up to this period, of earlier years, too
 * @param attainment judgements, newest by target and area
 * @param attainmentBefore the same at the end of the quarter before
 * @param rectifications problems that were open on the day, or closed since the dispatch before
 * @param assessments praise and criticism
 * @param tasks where tasks stand
 * @param completeness what is missing, and what is due next
 * @param withheld whether a light is not public yet; then nothing is told that counts them all
 * @param alone growth of the whole in each month or quarter by itself, up to this period
 * @param revisions figures of which a later release came within the last month
 */
public record BulletinFigures(
    TimePeriod period,
    LocalDate asOf,
    List<TableRow> growth,
    List<TableRow> course,
    List<TableRow> shares,
    List<TableRow> shareCourse,
    List<TableRow> attainment,
    List<TableRow> attainmentBefore,
    List<TableRow> rectifications,
    List<TableRow> assessments,
    List<TableRow> tasks,
    List<TableRow> completeness,
    boolean withheld,
    List<TableRow> alone,
    List<TableRow> revisions) {

  /** How far back revisions are told of, and how far ahead what is due. */
  static final int MONTHS_AROUND = 1;

  /**
   * Chooses the figures of a period from the rows of their tables.
   *
   * @param rows rows by table, of the plan year at least
   * @param isPublic whether the figures of a period may be shown
   */
  public static BulletinFigures of(
      BulletinRows rows,
      RegionPack pack,
      TimePeriod period,
      LocalDate asOf,
      Predicate<TimePeriod> isPublic) {
    boolean annual = period.frequency() == Frequency.A;
    List<TableRow> growth =
        rows.growth().stream()
            .filter(row -> isShown(pack, row, annual))
            .filter(row -> upTo(row, period) && isPublic.test(row.period()))
            .toList();
    List<TableRow> shares =
        rows.shares().stream()
            .filter(row -> isShown(pack, row, annual))
            .filter(row -> row.period().monthIndex() <= period.monthIndex())
            .filter(row -> isPublic.test(row.period()))
            .toList();
    List<TableRow> planned =
        rows.attainment().stream()
            .filter(row -> isAtTheFrequencyOfItsTarget(pack, row, annual))
            .toList();
    List<TableRow> judged =
        planned.stream()
            .filter(row -> light(row) == Light.no_data || isPublic.test(row.period()))
            .toList();
    boolean withheld = planned.size() > judged.size();
    TimePeriod before = quarterBefore(period);
    LocalDate lastDispatch = pack.dispatch().dayBefore(period);
    return new BulletinFigures(
        period,
        asOf,
        newest(growth, row -> row.text("indicator") + "/" + row.text("ref_area")),
        growth,
        newest(
            shares.stream().filter(row -> row.period().year() == period.year()).toList(),
            row -> row.text("indicator")),
        shares,
        withThoseNotDue(
            planned.stream().filter(row -> row.period().year() == period.year()).toList(),
            newest(upTo(judged, period), BulletinFigures::targetAndArea)),
        newest(upTo(judged, before), BulletinFigures::targetAndArea),
        rows.rectifications().stream()
            .filter(row -> row.period().monthIndex() <= period.monthIndex())
            .filter(row -> isPublic.test(row.period()))
            .filter(row -> !row.has("closed_on") || row.day("closed_on").isAfter(lastDispatch))
            .toList(),
        withheld ? List.of() : rows.assessments(),
        rows.tasks().stream().filter(row -> isReportPublic(row, isPublic)).toList(),
        rows.completeness().stream().filter(row -> isMissing(row) || isDueSoon(row, asOf)).toList(),
        withheld,
        rows.growth().stream()
            .filter(row -> row.text("ref_area").equals(pack.totalArea()))
            .filter(row -> row.text("accumulation").equals(Accumulation.PER.name()))
            .filter(row -> upTo(row, period) && isPublic.test(row.period()))
            .toList(),
        rows.revisions().stream()
            .filter(row -> row.day("release_date").isAfter(asOf.minusMonths(MONTHS_AROUND)))
            .filter(row -> isPublic.test(row.period()))
            .toList());
  }

  /** The newest month in which any target has a light. */
  public static Optional<TimePeriod> newestMonth(
      BulletinRows rows, RegionPack pack, Predicate<TimePeriod> isPublic) {
    return rows.attainment().stream()
        .filter(row -> isAtTheFrequencyOfItsTarget(pack, row, false))
        .filter(row -> light(row) != Light.no_data)
        .map(TableRow::period)
        .filter(period -> period.frequency() == Frequency.M && isPublic.test(period))
        .max(Comparator.naturalOrder());
  }

  /** Every row that a figure of a bulletin may stand in. */
  public List<TableRow> rows() {
    return Stream.of(
            course,
            shareCourse,
            attainment,
            attainmentBefore,
            rectifications,
            assessments,
            tasks,
            completeness,
            alone,
            revisions)
        .flatMap(List::stream)
        .toList();
  }

  /** The light of a row of {@code statistics.attainment}. */
  static Light light(TableRow row) {
    return Light.valueOf(row.text("light"));
  }

  private static boolean isReportPublic(TableRow task, Predicate<TimePeriod> isPublic) {
    return !task.has("reported_for") || isPublic.test(TimePeriod.of(task.text("reported_for")));
  }

  private static boolean isMissing(TableRow row) {
    return "missing".equals(row.text("status"));
  }

  private static boolean isDueSoon(TableRow row, LocalDate asOf) {
    return "due".equals(row.text("status"))
        && row.day("due_date").isAfter(asOf)
        && !row.day("due_date").isAfter(asOf.plusMonths(MONTHS_AROUND));
  }

  /**
   * A target whose first period is yet to come is there all the same, so that every document counts
   * the same targets. What is known of that period is not shown.
   */
  private static List<TableRow> withThoseNotDue(List<TableRow> planned, List<TableRow> newest) {
    Map<String, TableRow> all = new LinkedHashMap<>();
    newest.forEach(row -> all.put(targetAndArea(row), row));
    planned.stream()
        .sorted(Comparator.comparing(TableRow::period))
        .forEach(
            row ->
                all.computeIfAbsent(
                    targetAndArea(row), key -> light(row) == Light.no_data ? row : notDueYet(row)));
    return List.copyOf(all.values());
  }

  private static TableRow notDueYet(TableRow row) {
    return row.instead(
        Map.of(
            "light",
            Light.no_data.name(),
            "light_reason",
            NotComputed.not_due.nameZh(),
            "not_computed_because",
            NotComputed.not_due.name()),
        "target_id",
        "ref_area",
        "time_period",
        "indicator",
        "kind",
        "comparator",
        "target_value",
        "is_set_for");
  }

  private static String targetAndArea(TableRow row) {
    return row.text("target_id") + "/" + row.text("ref_area");
  }

  /** The indicator's own accumulation and frequency; in a year's bulletin annual figures, too. */
  private static boolean isShown(RegionPack pack, TableRow row, boolean annual) {
    return pack.indicator(row.text("indicator"))
        .filter(i -> i.accumulation().name().equals(row.text("accumulation")))
        .filter(
            i ->
                i.frequency().name().equals(row.text("freq")) || (annual && isAnnual(row.period())))
        .isPresent();
  }

  private static boolean isAtTheFrequencyOfItsTarget(
      RegionPack pack, TableRow row, boolean annual) {
    Target target = pack.target(row.text("target_id")).orElseThrow();
    return target.kind() == Target.Kind.count_of_areas
        || !target.isMeasured()
        || (annual && isAnnual(row.period()))
        || pack.indicator(target.indicator()).orElseThrow().frequency() == row.period().frequency();
  }

  private static boolean isAnnual(TimePeriod period) {
    return period.frequency() == Frequency.A;
  }

  private static TimePeriod quarterBefore(TimePeriod period) {
    return TimePeriod.quarter(period.year(), (period.endMonth() + 2) / 3).previous();
  }

  private static List<TableRow> upTo(List<TableRow> rows, TimePeriod period) {
    return rows.stream().filter(row -> upTo(row, period)).toList();
  }

  private static boolean upTo(TableRow row, TimePeriod period) {
    return row.period().year() == period.year() && row.period().monthIndex() <= period.monthIndex();
  }

  private static List<TableRow> newest(List<TableRow> rows, Function<TableRow, String> key) {
    Map<String, TableRow> newest = new LinkedHashMap<>();
    for (TableRow row : rows) {
      newest.merge(key.apply(row), row, (a, b) -> a.period().compareTo(b.period()) >= 0 ? a : b);
    }
    return new ArrayList<>(newest.values());
  }
}
