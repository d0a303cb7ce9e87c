package org.diaodu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Light;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;
import org.diaodu.region.Area;
import org.diaodu.region.MapPlace;
import org.diaodu.region.Policies;
import org.diaodu.region.Policy;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.region.Task;
import org.diaodu.testing.PolicyFixture;
import org.junit.jupiter.api.Test;

/**
 * Due in 31 days, supervised after one more red period, with the convenor after three. T00 is the
 * whole, and the dispatch office is called so.
 */
class RectificationRowsTest {
  private static final Policy POLICY = policy("2024-01-01", 31);

  private final List<Target> targets =
      new ArrayList<>(
          List.of(
              PlanItems.target("X-1", "bureau", "T00", "T01", "T02"),
              PlanItems.target("X-2", "office", "T00", "T01")));
  private final List<Task> tasks = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();
  private final List<SeenLight> lights = new ArrayList<>();
  private final List<ProgressReport> progress = new ArrayList<>();

  @Test
  void aRedLightOfTheWholeIsHandedOverToTheOwnerOfTheTarget() {
    seen("2024-03-31", "X-1", "T00", "2024-02", Light.red);

    assertThat(rows("2024-04-30"))
        .containsExactly(
            new RectificationRow(
                "X-1/T00/2024-03-31",
                "X-1",
                "T00",
                "action",
                "bureau",
                Responsibility.Basis.item,
                List.of(),
                List.of(),
                LocalDate.parse("2024-03-31"),
                TimePeriod.of("2024-02"),
                "why in 2024-02",
                LocalDate.parse("2024-05-01"),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Rectification.State.handed_over,
                Handling.Stage.handed_over,
                false,
                Provenance.official,
                LocalDate.parse("2024-04-30")));
  }

  @Test
  void aCountysIsHandedToItsGovernmentAndTheLeadingUnitGuides() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);

    assertThat(rows("2024-04-30"))
        .extracting(RectificationRow::owner, RectificationRow::ownerBasis, RectificationRow::guides)
        .containsExactly(tuple("T01", Responsibility.Basis.area, List.of("bureau")));
  }

  @Test
  void whatSeveralUnitsLeadIsHandedToEach() {
    tasks.add(
        PlanItems.task("K-1", List.of("second", "office"), List.of(), List.of("X-2"), List.of()));
    seen("2024-03-31", "X-2", "T00", "2024-02", Light.red);
    seen("2024-03-31", "X-2", "T01", "2024-02", Light.red);

    assertThat(rows("2024-04-30"))
        .extracting(RectificationRow::answering, RectificationRow::guides)
        .containsExactly(
            tuple(List.of("office", "second"), List.of()),
            tuple(List.of("T01"), List.of("office", "second")));
  }

  @Test
  void theStoryOfAProblemFromHandingOverToItsEnd() {
    seen("2024-02-29", "X-1", "T01", "2024-01", Light.red);
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.red);
    seen("2024-05-31", "X-1", "T01", "2024-04", Light.red);
    seen("2024-06-30", "X-1", "T01", "2024-05", Light.green);

    assertThat(stories("2024-06-30"))
        .containsExactly(
            "X-1/T01/2024-02-29 missed 3, supervised 2024-03-31, escalated 2024-05-31,"
                + " closed 2024-06-30 recovered");
  }

  @Test
  void whatIsOpenOfAnAreaThatEndsGoesOnWithWhoTakesOver() {
    areaEnds("2024-04-30", "T01");
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.red);
    assertThat(stories("2024-05-30"))
        .containsExactly("X-1/T01/2024-03-31 missed 1, supervised 2024-04-30");

    seen("2024-05-31", "X-1", "T01", "2024-04", Light.red);
    seen("2024-06-30", "X-1", "T02", "2024-05", Light.red);

    assertThat(stories("2024-06-30"))
        .containsExactly(
            "X-1/T01/2024-03-31 missed 1, supervised 2024-04-30, closed 2024-05-31 area_ended,"
                + " 甲县存续至2024年4月30日，由乙市承接",
            "X-1/T02/2024-05-31 missed 3, supervised 2024-05-31, escalated 2024-06-30");
    assertThat(rows("2024-06-30").get(1))
        .extracting(
            RectificationRow::owner,
            RectificationRow::reason,
            RectificationRow::timePeriod,
            RectificationRow::dueOn)
        .containsExactly(
            "T02",
            "承接甲县未销号的问题：why in 2024-02",
            TimePeriod.of("2024-02"),
            LocalDate.parse("2024-07-01"));
  }

  @Test
  void whatWasTakenOverIsClosedByAFigureOfTheSuccessorOrByTheOffice() {
    areaEnds("2024-04-30", "T01");
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.red);
    seen("2024-04-30", "X-2", "T01", "2024-03", Light.red);
    seen("2024-06-30", "X-1", "T02", "2024-05", Light.green);
    said("X-2", "T02", "closed", "dispatch", "2024-06-10");

    assertThat(stories("2024-06-30"))
        .extracting(story -> story.replaceFirst(",[^,]*$", ""))
        .contains(
            "X-1/T02/2024-05-31 missed 0",
            "X-2/T02/2024-05-31 missed 0, closed 2024-06-30 explained");
  }

  @Test
  void withoutASuccessorItIsClosedAndSaysSo() {
    areaEnds("2024-04-30");
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.no_data);

    assertThat(stories("2024-06-30"))
        .containsExactly(
            "X-1/T01/2024-03-31 missed 0, closed 2024-05-31 area_ended, 甲县存续至2024年4月30日，没有承接的地区");
  }

  @Test
  void whatWasPutRightBeforeTheEndIsNotHandedOn() {
    areaEnds("2024-04-30", "T01");
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.green);

    assertThat(stories("2024-06-30"))
        .containsExactly("X-1/T01/2024-03-31 missed 0, closed 2024-04-30 recovered");
  }

  @Test
  void ofSeveralThatAreMergedOneProblemIsTakenOver() {
    LocalDate last = LocalDate.parse("2024-04-30");
    areas.add(area("T01", "甲县", new Validity(null, last)));
    areas.add(area("T02", "乙县", new Validity(null, last)));
    areas.add(area("T03", "丙市", new Validity(last.plusDays(1), null), "T01", "T02"));
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.red);
    seen("2024-04-30", "X-1", "T02", "2024-03", Light.red);

    assertThat(rows("2024-05-31"))
        .filteredOn(row -> row.refArea().equals("T03"))
        .singleElement()
        .extracting(RectificationRow::missed, RectificationRow::reason)
        .containsExactly(1, "承接甲县未销号的问题：why in 2024-02；承接乙县未销号的问题：why in 2024-03");
  }

  @Test
  void eachTargetInEachAreaHasAStoryOfItsOwn() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-03-31", "X-1", "T02", "2024-02", Light.red);
    seen("2024-03-31", "X-2", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.green);
    seen("2024-04-30", "X-1", "T02", "2024-03", Light.red);
    seen("2024-04-30", "X-2", "T01", "2024-03", Light.no_data);

    assertThat(stories("2024-04-30"))
        .containsExactly(
            "X-1/T01/2024-03-31 missed 0, closed 2024-04-30 recovered",
            "X-1/T02/2024-03-31 missed 1, supervised 2024-04-30",
            "X-2/T01/2024-03-31 missed 0");
  }

  @Test
  void aDayThatIsNotTheLastOfItsMonthIsNoDispatch() {
    seen("2024-03-30", "X-1", "T01", "2024-02", Light.red);

    assertThat(stories("2024-03-30")).isEmpty();
  }

  @Test
  void aTargetThatThePlanDoesNotHaveIsNobodysProblem() {
    seen("2024-03-31", "X-9", "T01", "2024-02", Light.red);

    assertThat(stories("2024-03-31")).isEmpty();
  }

  @Test
  void aLineOfTheOfficeClosesAndItsEvidenceIsKept() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.red);
    said("X-1", "T01", "closed", "dispatch", "2024-04-12");

    assertThat(stories("2024-04-30"))
        .containsExactly(
            "X-1/T01/2024-03-31 missed 0, closed 2024-04-30 explained, file of 2024-04-12");
  }

  @Test
  void nobodyButTheOfficeClosesAndNotWhatItAnswersForItself() {
    targets.add(PlanItems.target("X-3", "dispatch", "T00"));
    for (String target : List.of("X-1", "X-3")) {
      seen("2024-03-31", target, "T00", "2024-02", Light.red);
      seen("2024-04-30", target, "T00", "2024-03", Light.red);
    }
    said("X-1", "T00", "closed", "bureau", "2024-04-12");
    said("X-1", "T00", "closed", "second", "2024-04-12");
    said("X-3", "T00", "closed", "dispatch", "2024-04-12");

    assertThat(stories("2024-04-30"))
        .containsExactly(
            "X-1/T00/2024-03-31 missed 1, supervised 2024-04-30",
            "X-3/T00/2024-03-31 missed 1, supervised 2024-04-30");
  }

  @Test
  void eachStepComesFromALineOfItsOwn() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    said("X-1", "T01", "received", "T01", "2024-04-02");
    said("X-1", "T01", "reported", "T01", "2024-04-20");
    progress.add(
        PlanItems.handling("X-1", "T01", "extended", "dispatch", "2024-06-15", "2024-04-22"));
    said("X-1", "T01", "reviewed", "dispatch", "2024-04-25");

    RectificationRow row = rows("2024-06-15").get(0);

    assertThat(row.stage()).isEqualTo(Handling.Stage.reviewed);
    assertThat(List.of(row.receivedOn(), row.reportedOn(), row.extendedOn(), row.reviewedOn()))
        .extracting(LocalDate::toString)
        .containsExactly("2024-04-02", "2024-04-20", "2024-04-22", "2024-04-25");
    assertThat(row.dueOn()).isEqualTo("2024-06-15");
    assertThat(row.overdue()).isFalse();
    assertThat(rows("2024-04-21").get(0).stage()).isEqualTo(Handling.Stage.reported);
  }

  @Test
  void anOwnerPutsOffAndReviewsNothing() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    said("X-1", "T01", "reported", "T01", "2024-04-20");
    progress.add(PlanItems.handling("X-1", "T01", "extended", "T01", "2024-06-15", "2024-04-22"));
    said("X-1", "T01", "reviewed", "T01", "2024-04-25");

    assertThat(rows("2024-05-02"))
        .extracting(RectificationRow::stage, RectificationRow::overdue)
        .containsExactly(tuple(Handling.Stage.reported, true));
  }

  @Test
  void aLineOfAnotherAreaOrTargetClosesNothing() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.red);
    said("X-1", "T02", "closed", "dispatch", "2024-04-12");
    said("X-2", "T01", "closed", "dispatch", "2024-04-12");

    assertThat(stories("2024-04-30"))
        .containsExactly("X-1/T01/2024-03-31 missed 1, supervised 2024-04-30");
  }

  @Test
  void aLineThatWasReleasedAfterTheDayIsNotKnownYet() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.red);
    said("X-1", "T01", "closed", "dispatch", "2024-04-30");

    assertThat(stories("2024-04-29"))
        .containsExactly("X-1/T01/2024-03-31 missed 1, supervised 2024-04-30");
  }

  @Test
  void itIsOverdueFromTheDayAfterItsDayUntilItIsClosed() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    assertThat(rows("2024-05-01")).extracting(RectificationRow::overdue).containsExactly(false);
    assertThat(rows("2024-05-02")).extracting(RectificationRow::overdue).containsExactly(true);

    seen("2024-05-31", "X-1", "T01", "2024-04", Light.green);
    assertThat(rows("2024-05-31")).extracting(RectificationRow::overdue).containsExactly(false);
  }

  @Test
  void aProblemIsSimulatedWhereALightOfItsTargetInItsAreaIs() {
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    lights.add(seen("2024-04-30", "X-1", "T01", "2024-03", Light.red, Provenance.simulated));
    seen("2024-03-31", "X-1", "T02", "2024-02", Light.red);
    lights.add(seen("2024-04-30", "X-1", "T02", "2024-03", Light.no_data, null));

    assertThat(rows("2024-04-30"))
        .extracting(RectificationRow::provenance)
        .containsExactly(Provenance.simulated, Provenance.official);
  }

  @Test
  void theOrderOfTheLightsDoesNotMatter() {
    seen("2024-03-31", "X-2", "T01", "2024-02", Light.red);
    seen("2024-03-31", "X-1", "T01", "2024-02", Light.red);
    seen("2024-04-30", "X-1", "T01", "2024-03", Light.yellow);
    seen("2024-05-31", "X-1", "T01", "2024-04", Light.red);
    List<RectificationRow> rows = rows("2024-05-31");
    Collections.reverse(lights);

    assertThat(rows("2024-05-31")).isEqualTo(rows);
    assertThat(rows)
        .extracting(RectificationRow::rectificationId)
        .containsExactly("X-1/T01/2024-03-31", "X-1/T01/2024-05-31", "X-2/T01/2024-03-31");
  }

  @Test
  void theDaysAreThoseInForceWhereItWasHandedOver() {
    Policies policies = new Policies(List.of(POLICY, policy("2024-04-01", 10)));
    seen("2024-03-31", "X-1", "T00", "2024-02", Light.red);
    seen("2024-04-30", "X-2", "T00", "2024-03", Light.red);

    assertThat(rows("2024-05-31", policies))
        .extracting(row -> row.targetId() + " " + row.dueOn())
        .containsExactly("X-1 2024-05-01", "X-2 2024-05-10");
  }

  private void seen(String day, String target, String area, String period, Light light) {
    lights.add(seen(day, target, area, period, light, Provenance.official));
  }

  private static SeenLight seen(
      String day, String target, String area, String period, Light light, Provenance provenance) {
    return new SeenLight(
        LocalDate.parse(day),
        target,
        area,
        TimePeriod.of(period),
        light,
        "why in " + period,
        provenance);
  }

  /** T01 甲县 ends on a day, and T02 乙市 begins on the next. */
  private void areaEnds(String lastDay, String... successorOf) {
    LocalDate last = LocalDate.parse(lastDay);
    areas.add(area("T01", "甲县", new Validity(null, last)));
    areas.add(area("T02", "乙市", new Validity(last.plusDays(1), null), successorOf));
  }

  private static Area area(String code, String name, Validity validity, String... succeeds) {
    return new Area(
        code,
        name,
        name,
        "T00",
        "county",
        false,
        true,
        List.of(),
        validity,
        List.of(succeeds),
        MapPlace.NONE);
  }

  private void said(String target, String area, String step, String reporter, String day) {
    progress.add(PlanItems.handling(target, area, step, reporter, null, day));
  }

  private List<RectificationRow> rows(String asOf) {
    return rows(asOf, Policies.always(POLICY));
  }

  private List<RectificationRow> rows(String asOf, Policies policies) {
    return RectificationRows.of(
        lights,
        progress,
        targets,
        new Responsibility.OfPlan(targets, tasks, "T00"),
        "dispatch",
        policies,
        areas,
        LocalDate.parse(asOf));
  }

  private static Policy policy(String from, int dueDays) {
    return PolicyFixture.from(
        from,
        new Policy.Rectification(dueDays, 1, 3, 7, false),
        new Policy.Assessment(
            Map.of(),
            Map.of(),
            BigDecimal.ZERO,
            BigDecimal.TEN,
            BigDecimal.ONE,
            1,
            31,
            BigDecimal.ZERO,
            BigDecimal.ZERO));
  }

  private List<String> stories(String asOf) {
    return rows(asOf).stream()
        .map(
            row ->
                row.rectificationId()
                    + " missed "
                    + row.missed()
                    + (row.supervisedOn() == null ? "" : ", supervised " + row.supervisedOn())
                    + (row.escalatedOn() == null ? "" : ", escalated " + row.escalatedOn())
                    + (row.closedOn() == null
                        ? ""
                        : ", closed %s %s".formatted(row.closedOn(), row.closedBecause()))
                    + (row.evidence() == null ? "" : ", " + row.evidence()))
        .toList();
  }
}
