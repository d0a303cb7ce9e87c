package org.diaodu.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diaodu.cube.Observation;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.ProgressReport;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SimulatedRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated year of the plan that comes with the program: what it asks for is counted here once
 * more, from the lines of its lists alone.
 */
class OwedYearTest {
  private static final RegionPack PACK = Packs.xiangxi();
  private static final String WHOLE = PACK.totalArea();
  private static final List<Observation> FIGURES = SimulatedRecords.figures(PACK);
  private static final List<ProgressReport> REPORTS = SimulatedRecords.reports(PACK);

  /** A comma that is followed by whole quotations only. */
  private static final Pattern BETWEEN_CELLS = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  /** The parts of a year by the word of the target list, and by how tasks and duties are owed. */
  private static final Map<String, List<String>> PERIODS =
      Map.of(
          "按月报送", months(),
          "按进展填报", months(),
          "monthly", months(),
          "按季报送", List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"),
          "quarterly", List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"),
          "按年报送", List.of("2024"),
          "yearly", List.of("2024"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08",
        "2024-09", "2024-10", "2024-11", "2024-12"
      })
  void eachMonthWhatIsOwedReceivedAndNotExpectedIsAllThatThePlanAsksFor(String month)
      throws IOException {
    String day = YearMonth.parse(month).atEndOfMonth().toString();
    List<OwedRow> rows = OwedFixture.rows(PACK, FIGURES, REPORTS, day);

    Map<Completeness.Status, Set<String>> byStatus =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    OwedRow::status, Collectors.mapping(OwedRow::owedId, Collectors.toSet())));
    assertThat(byStatus.values().stream().mapToInt(Set::size).sum())
        .as("each is in one list")
        .isEqualTo(rows.size());
    Set<String> ids =
        rows.stream().map(OwedRow::owedId).collect(Collectors.toCollection(TreeSet::new));
    assertThat(ids).isEqualTo(asked(LocalDate.parse(day)));
  }

  @Test
  void everyTargetIsAskedForOrSaysWhyNot() {
    Set<String> asked =
        OwedFixture.rows(PACK, FIGURES, REPORTS, "2024-06-30").stream()
            .flatMap(row -> row.targets().stream())
            .collect(Collectors.toSet());

    assertThat(PACK.distinctTargets()).allSatisfy(t -> assertThat(asked).contains(t.targetId()));
  }

  @Test
  void whatCameInTimeLateOrNotAtAll() {
    List<String> june =
        OwedFixture.rows(PACK, FIGURES, REPORTS, "2024-07-31").stream()
            .filter(row -> row.timePeriod().toString().equals("2024-06"))
            .filter(
                row ->
                    Set.of("T-0-4-1", "T-0-4-3", "new_5g_stations", "K-6-2").contains(row.item())
                        || (row.item().equals("retail_sales") && row.refArea().equals("433126")))
            .map(
                row ->
                    "%s %s %s %s".formatted(row.item(), row.owner(), row.dueDate(), row.status()))
            .sorted()
            .toList();

    assertThat(june)
        .containsExactly(
            "K-6-2 xz_fgw 2024-07-20 missing",
            "T-0-4-1 xz_fgw 2024-07-20 received",
            "T-0-4-3 xz_fgw 2024-07-20 missing",
            "new_5g_stations xz_gxj 2024-07-20 received",
            "retail_sales 433126 2024-07-20 missing");
  }

  private static List<String> months() {
    return IntStream.rangeClosed(1, 12).mapToObj("2024-%02d"::formatted).toList();
  }

  private static Set<String> asked(LocalDate day) throws IOException {
    Set<String> asked = new TreeSet<>();
    calendar(asked, day);
    targets(asked);
    tasks(asked);
    for (Map<String, String> duty : lines("duties.csv")) {
      PERIODS
          .get(duty.get("cadence"))
          .forEach(
              period ->
                  asked.add(id("duty", duty.get("task_id"), WHOLE, period, duty.get("name_zh"))));
    }
    return asked;
  }

  /** The counties owe what one of them had reported by the day, or what they have a target for. */
  private static void calendar(Set<String> asked, LocalDate day) throws IOException {
    Set<String> ofCounties = new HashSet<>();
    FIGURES.stream()
        .filter(figure -> counties().contains(figure.refArea()))
        .filter(figure -> !figure.vintage().released().isAfter(day))
        .forEach(figure -> ofCounties.add(series(figure)));
    Set<String> judged = Set.of("industry_above_scale", "retail_sales", "fixed_asset_investment");
    for (Map<String, String> entry : lines("calendar.csv")) {
      asked.add(figure(entry.get("indicator"), WHOLE, entry.get("time_period")));
      String of = entry.get("indicator") + " " + entry.get("freq");
      boolean isOfTheYear = entry.get("time_period").startsWith("2024");
      if (ofCounties.contains(of) || (isOfTheYear && judged.contains(entry.get("indicator")))) {
        counties()
            .forEach(
                county ->
                    asked.add(figure(entry.get("indicator"), county, entry.get("time_period"))));
      }
    }
  }

  private static String series(Observation figure) {
    return figure.indicator() + " " + figure.period().frequency();
  }

  private static void targets(Set<String> asked) throws IOException {
    Set<String> inCalendar =
        lines("calendar.csv").stream().map(e -> e.get("indicator")).collect(Collectors.toSet());
    Map<String, String> frequencies = new HashMap<>();
    lines("indicators.csv").forEach(i -> frequencies.put(i.get("indicator"), i.get("freq")));
    for (Map<String, String> target : lines("targets.csv")) {
      if (!target.get("same_as").isEmpty()) {
        continue;
      }
      List<String> scope = List.of(target.get("scope").split(";"));
      boolean none =
          target.get("class").equals("nominal")
              || target.get("kind").equals("overdue_rectifications");
      List<String> periods = none ? List.of("2024") : PERIODS.get(target.get("measure_note"));
      if (none || target.get("kind").equals("assessed")) {
        scope.forEach(
            area ->
                periods.forEach(p -> asked.add(id("target", target.get("target_id"), area, p))));
        continue;
      }
      if (!inCalendar.contains(target.get("indicator"))) {
        scope.forEach(
            area -> periods.forEach(p -> asked.add(figure(target.get("indicator"), area, p))));
      }
      String[] comparator = target.get("comparator").split(":");
      if (comparator.length == 2 && !inCalendar.contains(comparator[1])) {
        String frequency = frequencies.get(comparator[1]);
        PERIODS
            .get(Map.of("M", "monthly", "Q", "quarterly", "A", "yearly").get(frequency))
            .forEach(p -> asked.add(figure(comparator[1], WHOLE, p)));
      }
      if (target.get("kind").equals("count_of_areas")) {
        counties().forEach(area -> asked.add(figure(target.get("indicator"), area, "2024")));
      }
      if (target.get("kind").equals("capital_share")) {
        lines("calendar.csv").stream()
            .filter(e -> e.get("indicator").equals(target.get("indicator")))
            .filter(e -> e.get("time_period").startsWith("2024"))
            .forEach(
                e ->
                    asked.add(
                        figure(target.get("indicator"), PACK.capitalArea(), e.get("time_period"))));
      }
    }
  }

  private static void tasks(Set<String> asked) throws IOException {
    for (Map<String, String> task : lines("tasks.csv")) {
      String id = task.get("task_id");
      List<String> leads = List.of(task.get("leads").split(";"));
      boolean each = Set.of("separate", "each_member").contains(task.get("lead_mode"));
      if (task.get("lead_mode").equals("each_member")) {
        leads = members(task.get("annex"));
      }
      for (String month : months()) {
        for (String lead : each ? leads : List.of("")) {
          asked.add(id("task", id, WHOLE, month, lead));
        }
      }
      List<String> areas = List.of(task.get("areas").split(";"));
      String often = areas.containsAll(counties()) ? "yearly" : "quarterly";
      areas.forEach(area -> PERIODS.get(often).forEach(p -> asked.add(id("task", id, area, p))));
      Stream.of(task.get("milestones").split(";"))
          .filter(milestone -> !milestone.isEmpty())
          .forEach(milestone -> asked.add(id("milestone", id, WHOLE, "2024", milestone)));
    }
  }

  private static List<String> members(String annex) throws IOException {
    return lines("actions.csv").stream()
        .filter(action -> action.get("annex").equals(annex))
        .flatMap(action -> Stream.of(action.get("members").split(";")))
        .toList();
  }

  private static String figure(String indicator, String area, String period) {
    return id("figure", indicator, area, period);
  }

  private static String id(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("/"));
  }

  private static List<String> counties() {
    return List.of("433101", "433122", "433123", "433124", "433125", "433126", "433127", "433130");
  }

  /** The lines of a list of the pack. */
  private static List<Map<String, String>> lines(String file) throws IOException {
    List<String> lines = Files.readAllLines(Packs.XIANGXI.resolve(file));
    List<String> header = Arrays.asList(lines.get(0).split(","));
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = BETWEEN_CELLS.split(line, -1);
              assertThat(cells).as(line).hasSize(header.size());
              Map<String, String> row = new HashMap<>();
              header.forEach(column -> row.put(column, cells[header.indexOf(column)]));
              return row;
            })
        .toList();
  }
}
