package org.diaodu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Light;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Target;
import org.diaodu.region.Task;
import org.junit.jupiter.api.Test;

/** Task K-1 has two targets and two milestones, a plan and a fund; K-2 has neither. */
class TaskStatusRowsTest {
  private static final List<Target> TARGETS =
      List.of(
          PlanItems.target("X-1", "bureau", "T00", "T01"),
          PlanItems.target("X-2", "bureau", "T00"),
          PlanItems.repeating("X-3", "X-1", "X-2"));

  private final List<Task> tasks =
      new ArrayList<>(
          List.of(
              task("K-2", List.of(), List.of()),
              task("K-1", List.of("X-1", "X-2"), List.of("plan", "fund"))));
  private final List<NewestLight> lights = new ArrayList<>();
  private final List<ProgressReport> progress = new ArrayList<>();

  @Test
  void aTaskHasTheLightsOfItsTargetsInAllAreasThatTheyAreSetFor() {
    lights.add(light("X-1", "T00", true, Light.green));
    lights.add(light("X-1", "T01", true, Light.red));
    lights.add(light("X-1", "T02", false, Light.yellow));
    lights.add(light("X-2", "T00", true, Light.no_data));

    assertThat(lightsOf("K-1")).isEqualTo("green 1, blue 0, yellow 0, red 1, no data 1");
  }

  @Test
  void aTargetThatRepeatsOthersHasTheirLightsAndNoneIsCountedTwice() {
    tasks.add(task("K-3", List.of("X-3", "X-1"), List.of()));
    lights.add(light("X-1", "T00", true, Light.green));
    lights.add(light("X-2", "T00", true, Light.blue));

    assertThat(lightsOf("K-3")).isEqualTo("green 1, blue 1, yellow 0, red 0, no data 0");
  }

  @Test
  void aMilestoneIsReachedOnceHoweverOftenItIsReported() {
    report("2024-03", "plan", "done", "file no. 1", "2024-04-10");
    report("2024-06", "plan", "done", "file no. 1", "2024-07-10");
    report("2024-06", "fund", "delayed", null, "2024-07-10");
    report("2024-06", "", "on_schedule", null, "2024-07-10");

    TaskStatusRow row = row("K-1", "2024-12-31");

    assertThat(row.milestones()).isEqualTo(2);
    assertThat(row.milestonesReached()).isEqualTo(1);
  }

  @Test
  void aReportOnADutyIsNeitherAMilestoneNorTheStateOfTheTask() {
    report("2024-03", "", "delayed", null, "2024-04-10");
    report("2024-06", "ranking of the quarter", "done", "file no. 3", "2024-07-10");

    TaskStatusRow row = row("K-1", "2024-12-31");
    assertThat(row.milestonesReached()).isZero();
    assertThat(row.status()).isEqualTo("delayed");
  }

  @Test
  void aReportOnTheWholeTaskReachesNoMilestone() {
    report("2024-06", "", "done", "file no. 1", "2024-07-10");

    assertThat(row("K-1", "2024-12-31").milestonesReached()).isZero();
  }

  @Test
  void theLastReportIsThatOnTheLatestPeriodHoweverLateOneOnAnEarlierComes() {
    report("2024-06", "", "delayed", null, "2024-07-10");
    report("2024-03", "", "on_schedule", null, "2024-08-10");

    assertThat(lastReport("2024-12-31")).isEqualTo("2024-06 delayed");
  }

  @Test
  void whatAnAreaSaysOfItsPartIsNotTheStateOfATaskThatItsLeadReportsOf() {
    report("2024-03", "", "delayed", null, "2024-04-10");
    progress.add(
        PlanItems.reportBy("T01", "K-1", "task", "T01", "2024-06", "", "done", "x", "2024-07-10"));
    progress.add(
        PlanItems.reportBy("T01", "K-2", "task", "T01", "2024-06", "", "done", "x", "2024-07-10"));

    assertThat(row("K-1", "2024-12-31").status()).isEqualTo("delayed");
    assertThat(row("K-2", "2024-12-31").status())
        .as("a task that no lead reports of")
        .isEqualTo("done");
  }

  @Test
  void aReportOnAQuarterIsOlderThanOneOnALaterMonth() {
    report("2024-Q1", "", "on_schedule", null, "2024-04-10");
    report("2024-06", "", "delayed", null, "2024-07-10");

    assertThat(lastReport("2024-12-31")).isEqualTo("2024-06 delayed");
  }

  @Test
  void ofOnePeriodTheLaterReportCountsAndOneThatIsNotReleasedYetDoesNot() {
    report("2024-06", "", "on_schedule", null, "2024-07-10");
    report("2024-06", "", "done", "file no. 2", "2024-07-20");

    assertThat(lastReport("2024-07-19")).isEqualTo("2024-06 on_schedule");
    assertThat(lastReport("2024-07-20")).isEqualTo("2024-06 done file no. 2");
  }

  @Test
  void ofOneDayWhatWasStoredLaterCounts() {
    progress.add(storedAt("2024-07-10T13:00:00Z", "delayed"));
    progress.add(storedAt("2024-07-10T12:00:00Z", "on_schedule"));

    assertThat(lastReport("2024-12-31")).isEqualTo("2024-06 delayed");
  }

  @Test
  void ofReportsThatCameTogetherTheOneOnTheWholeTaskCountsInWhateverOrderTheyCame() {
    report("2024-06", "fund", "not_started", null, "2024-07-10");
    report("2024-06", "", "on_schedule", null, "2024-07-10");
    report("2024-06", "plan", "done", "file no. 1", "2024-07-10");
    assertThat(lastReport("2024-12-31")).isEqualTo("2024-06 on_schedule");

    Collections.reverse(progress);
    assertThat(lastReport("2024-12-31")).isEqualTo("2024-06 on_schedule");
  }

  @Test
  void aReportOnATargetSaysNothingOfATask() {
    progress.add(
        PlanItems.report("K-1", "target", "T00", "2024-06", "", "done", "file", "2024-07-10"));

    assertThat(lastReport("2024-12-31")).isEmpty();
  }

  @Test
  void aTaskOfWhichNothingWasReportedHasARowWithoutStatusAndProvenance() {
    assertThat(row("K-2", "2024-12-31"))
        .isEqualTo(
            new TaskStatusRow(
                "K-2",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse("2024-12-31")));
  }

  @Test
  void aTaskIsSimulatedWhereOneOfItsReportsIs() {
    report("2024-06", "", "on_schedule", null, "2024-07-10");
    assertThat(row("K-1", "2024-12-31").provenance()).isEqualTo(Provenance.official);

    progress.add(
        new ProgressReport(
            "K-1",
            "task",
            "T00",
            TimePeriod.of("2024-03"),
            "plan",
            null,
            null,
            "delayed",
            null,
            "bureau",
            null,
            null,
            LocalDate.parse("2024-04-10"),
            null,
            Instant.parse("2024-04-10T12:00:00Z"),
            Provenance.simulated));
    assertThat(row("K-1", "2024-12-31").provenance()).isEqualTo(Provenance.simulated);
  }

  @Test
  void rowsAreInTheOrderOfTheirTasks() {
    assertThat(rows("2024-12-31")).extracting(TaskStatusRow::taskId).containsExactly("K-1", "K-2");
  }

  private static Task task(String id, List<String> targets, List<String> milestones) {
    return PlanItems.task(id, List.of("bureau"), List.of(), targets, milestones);
  }

  private static NewestLight light(String target, String area, boolean isSetFor, Light light) {
    return new NewestLight(target, area, isSetFor, light, Provenance.official);
  }

  private void report(
      String period, String milestone, String status, String evidence, String released) {
    progress.add(
        PlanItems.report("K-1", "task", "T00", period, milestone, status, evidence, released));
  }

  private static ProgressReport storedAt(String instant, String status) {
    return new ProgressReport(
        "K-1",
        "task",
        "T00",
        TimePeriod.of("2024-06"),
        "",
        null,
        null,
        status,
        null,
        "bureau",
        null,
        null,
        LocalDate.parse("2024-07-10"),
        null,
        Instant.parse(instant),
        Provenance.official);
  }

  private List<TaskStatusRow> rows(String asOf) {
    return TaskStatusRows.of(tasks, TARGETS, lights, progress, LocalDate.parse(asOf));
  }

  private TaskStatusRow row(String task, String asOf) {
    return rows(asOf).stream().filter(r -> r.taskId().equals(task)).findFirst().orElseThrow();
  }

  private String lightsOf(String task) {
    TaskStatusRow row = row(task, "2024-12-31");
    return "green %d, blue %d, yellow %d, red %d, no data %d"
        .formatted(row.green(), row.blue(), row.yellow(), row.red(), row.noData());
  }

  private String lastReport(String asOf) {
    TaskStatusRow row = row("K-1", asOf);
    return Stream.of(row.reportedFor(), row.status(), row.evidence())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
