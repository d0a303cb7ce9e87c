package org.diaodu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.dispatch.AssessmentRow.SubjectType;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Light;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.Score;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;
import org.diaodu.region.Area;
import org.diaodu.region.MapPlace;
import org.diaodu.region.Policy;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.region.Task;
import org.diaodu.testing.PolicyFixture;
import org.junit.jupiter.api.Test;

/**
 * Green 1, blue 0.8, yellow 0.5, red nothing, minus 1 for each that is overdue; 确保 counts 1.5.
 * Praise from 85 percent, criticism below 50, neither with fewer than three lights. T00 is the
 * whole, T09 overlaps T01 and T02.
 */
class AssessmentRowsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 31);
  private static final Policy.Assessment RULES =
      new Policy.Assessment(
          Map.of(
              Light.green, new BigDecimal("1"),
              Light.blue, new BigDecimal("0.8"),
              Light.yellow, new BigDecimal("0.5")),
          Map.of("确保", new BigDecimal("1.5")),
          new BigDecimal("-1"),
          new BigDecimal("85"),
          new BigDecimal("50"),
          3,
          31,
          new BigDecimal("2"),
          new BigDecimal("1.5"));
  private static final List<Area> AREAS =
      List.of(
          area("T00", "", true),
          area("T01", "T00", true),
          area("T02", "T00", true),
          area("T09", "T00", false));

  private final List<Target> targets =
      new ArrayList<>(
          List.of(
              PlanItems.target("X-1", "bureau", "T00"),
              PlanItems.target("X-2", "bureau", "T00", "T01"),
              PlanItems.target("X-3", "office", "T00", "T01", "T02"),
              PlanItems.target("X-4", "office", "T00", "T01")));
  private final List<Task> tasks = new ArrayList<>();
  private final List<NewestLight> lights = new ArrayList<>();
  private final Set<OwedFigure> owed = new HashSet<>();
  private final List<RectificationRow> rectifications = new ArrayList<>();

  @Test
  void fourGreenLightsAreAHundredPercentAndPraised() {
    lights("T01", Light.green, Light.green, Light.green, Light.green);

    AssessmentRow row = row(SubjectType.area, "T01");

    assertThat(row.points()).isEqualByComparingTo("4");
    assertThat(row.pointsPossible()).isEqualByComparingTo("4");
    assertThat(row.scorePct()).isEqualByComparingTo("100");
    assertThat(row.finding()).isEqualTo(Score.Finding.praise);
    assertThat(row.reason()).isEqualTo("已评判4项，红灯0项，未销号0件（其中逾期0件），得分率100.0%");
    assertThat(row.policyId()).isEqualTo("test-2024-01-01");
    assertThat(row.asOf()).isEqualTo(DAY);
  }

  @Test
  void whatAFindingAddsInTheYearlyAssessmentIsANumberWithItsDerivation() {
    lights("T01", Light.green, Light.green, Light.green, Light.green);
    lights("T02", Light.green);

    AssessmentRow praised = row(SubjectType.area, "T01");
    assertThat(praised.yearlyPoints()).isEqualByComparingTo("2");
    assertThat(praised.yearlyReason()).isEqualTo("（4）÷4＝100.0%，通报表扬，年度考核加2分");
    AssessmentRow tooFew = row(SubjectType.area, "T02");
    assertThat(tooFew.yearlyPoints()).isNull();
    assertThat(tooFew.yearlyReason()).isNull();
    assertThat(tooFew.rank()).isNull();
  }

  @Test
  void criticismIsTakenAwayThereAndWhatIsOverdueIsToldApart() {
    lights("T01", Light.green, Light.yellow, Light.red, Light.red);
    open("X-3", "T01", true);

    AssessmentRow row = row(SubjectType.area, "T01");
    assertThat(row.yearlyPoints()).isEqualByComparingTo("-1.5");
    assertThat(row.yearlyReason()).isEqualTo("（1.5－逾期1件×1）÷4＝12.5%，通报批评，年度考核减1.5分");
  }

  @Test
  void equalScoresShareAPlaceAndTheNextIsSkipped() {
    lights("T01", Light.green, Light.green, Light.green);
    lights("T02", Light.green, Light.green, Light.green);
    lights("T09", Light.green, Light.green, Light.green);

    assertThat(row(SubjectType.area, "T01").rank()).isEqualTo(1);
    assertThat(row(SubjectType.area, "T02").rank()).isEqualTo(1);
    assertThat(row(SubjectType.area, "T09").rank()).as("not counted").isNull();
  }

  @Test
  void threeGreenAndOneYellowAreThreeAndAHalfOfFour() {
    lights("T01", Light.green, Light.yellow, Light.green, Light.green);

    assertThat(row(SubjectType.area, "T01").scorePct()).isEqualByComparingTo("87.5");
  }

  @Test
  void oneGreenOneYellowAndTwoRedThatAreOverdueAreNothingAndCriticised() {
    lights("T01", Light.green, Light.yellow, Light.red, Light.red);
    open("X-3", "T01", true);
    open("X-4", "T01", true);

    AssessmentRow row = row(SubjectType.area, "T01");

    assertThat(row.points()).isEqualByComparingTo("1.5");
    assertThat(row.scorePct()).isEqualByComparingTo("0");
    assertThat(row.finding()).isEqualTo(Score.Finding.criticism);
    assertThat(row.reason()).isEqualTo("已评判4项，红灯2项，未销号2件（其中逾期2件），得分率0.0%");
  }

  @Test
  void nobodyIsPraisedWithAProblemOverdueHoweverGoodTheScore() {
    for (int i = 5; i <= 12; i++) {
      targets.add(PlanItems.target("X-" + i, "office", "T00"));
      light("X-" + i, "T00", Light.green, Provenance.official);
    }
    light("X-3", "T00", Light.green, Provenance.official);
    light("X-4", "T00", Light.green, Provenance.official);
    open("X-5", "T00", true);

    AssessmentRow row = row(SubjectType.unit, "office");

    assertThat(row.scorePct()).as("9 of 10, praise from 85").isEqualByComparingTo("90");
    assertThat(row.finding()).isEqualTo(Score.Finding.none);
  }

  @Test
  void whatIsClosedCountsForNothingAndWhatIsOpenInTimeCostsNoPoint() {
    lights("T01", Light.green, Light.green, Light.green, Light.red);
    open("X-4", "T01", false);
    closed("X-4", "T01");

    AssessmentRow row = row(SubjectType.area, "T01");

    assertThat(row.openRectifications()).isEqualTo(1);
    assertThat(row.overdueRectifications()).isZero();
    assertThat(row.scorePct()).isEqualByComparingTo("75");
  }

  @Test
  void aFirmerTargetCountsForMore() {
    targets.add(PlanItems.firm("X-5", "bureau", "确保", "T02"));
    light("X-5", "T02", Light.blue, Provenance.official);
    light("X-3", "T02", Light.green, Provenance.official);

    AssessmentRow row = row(SubjectType.area, "T02");

    assertThat(row.points()).as("1.5 × 0.8 + 1").isEqualByComparingTo("2.2");
    assertThat(row.pointsPossible()).isEqualByComparingTo("2.5");
    assertThat(row.scorePct()).isEqualByComparingTo("88");
  }

  @Test
  void withoutAFigureATargetIsListedAndBringsNeitherPointsNorBlame() {
    lights("T01", Light.green, Light.no_data, Light.no_data, Light.no_data);

    AssessmentRow row = row(SubjectType.area, "T01");

    assertThat(row.noData()).isEqualTo(3);
    assertThat(row.pointsPossible()).isEqualByComparingTo("1");
    assertThat(row.finding()).isEqualTo(Score.Finding.none);
    assertThat(row.reason()).isEqualTo("有数据的目标只有1项，不足3项，不作评价");
  }

  @Test
  void whoReportsNothingIsCriticisedAsIfEverythingWereRed() {
    for (int i = 1; i <= 3; i++) {
      targets.add(PlanItems.measured("S-" + i, "bureau", "series_" + i, "T02"));
      light("S-" + i, "T02", Light.no_data, null);
      owed.add(new OwedFigure("series_" + i, "T02"));
    }

    AssessmentRow row = row(SubjectType.area, "T02");

    assertThat(row.silent()).isEqualTo(3);
    assertThat(row.red()).as("no light is made up").isZero();
    assertThat(row.scorePct()).isEqualByComparingTo("0");
    assertThat(row.finding()).isEqualTo(Score.Finding.criticism);
    assertThat(row.reason()).isEqualTo("已评判3项，其中逾期未报、按红灯计3项，红灯0项，未销号0件（其中逾期0件），得分率0.0%");
  }

  @Test
  void whatAnotherAreaOwesOrWhatHasALightIsNoSilence() {
    targets.add(PlanItems.measured("S-1", "bureau", "series_1", "T01", "T02"));
    light("S-1", "T01", Light.no_data, null);
    light("S-1", "T02", Light.green, Provenance.official);
    owed.add(new OwedFigure("series_1", "T02"));

    assertThat(rows()).allSatisfy(row -> assertThat(row.silent()).isZero());
  }

  @Test
  void everyAreaButTheWholeIsListedAndAnOverlappingOneIsNotCounted() {
    tasks.add(PlanItems.task("K-1", List.of(), List.of("T01", "T09"), List.of(), List.of()));
    tasks.add(PlanItems.task("K-2", List.of(), List.of("T09"), List.of(), List.of()));

    assertThat(rows())
        .extracting(AssessmentRow::subject, AssessmentRow::counted, AssessmentRow::tasks)
        .containsExactly(tuple("T01", true, 1), tuple("T02", true, 0), tuple("T09", false, 2));
  }

  @Test
  void anAreaThatIsOverIsAssessedOnlyByALightOfTheNewestPeriod() {
    List<Area> areas =
        List.of(
            area("T00", "", true),
            area("T01", "T00", true),
            area("T02", "T00", true, new Validity(null, DAY.minusDays(1))),
            area("T03", "T00", true, new Validity(null, DAY.minusDays(1))),
            area("T04", "T00", true, new Validity(DAY.plusDays(1), null)));
    light("X-3", "T02", Light.green, Provenance.official);

    assertThat(rows(areas))
        .filteredOn(row -> row.subjectType() == SubjectType.area)
        .extracting(AssessmentRow::subject)
        .containsExactly("T01", "T02");
  }

  @Test
  void nothingJudgedIsNoScore() {
    AssessmentRow row = row(SubjectType.area, "T02");

    assertThat(row.points()).isEqualByComparingTo("0");
    assertThat(row.pointsPossible()).isEqualByComparingTo("0");
    assertThat(row.scorePct()).isNull();
    assertThat(row.finding()).isEqualTo(Score.Finding.none);
    assertThat(row.reason()).isEqualTo("有数据的目标只有0项，不足3项，不作评价");
    assertThat(row.provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void aUnitIsAssessedInTheAreasThatItsTargetsAreSetFor() {
    light("X-1", "T00", Light.green, Provenance.official);
    light("X-1", "T01", Light.red, Provenance.official);
    light("X-2", "T01", Light.yellow, Provenance.official);

    AssessmentRow bureau = row(SubjectType.unit, "bureau");

    assertThat(List.of(bureau.green(), bureau.yellow(), bureau.red())).containsExactly(1, 1, 0);
  }

  @Test
  void aProblemOfAnAreaCountsForTheUnitThatGuidesItAndCostsItNoPoint() {
    for (String area : List.of("T00", "T01", "T02")) {
      targets.add(PlanItems.target("G-" + area, "guide", area));
      light("G-" + area, area, Light.green, Provenance.official);
    }
    open("G-T01", "T01", true);

    AssessmentRow guide = row(SubjectType.unit, "guide");

    assertThat(guide.overdueRectifications()).isEqualTo(1);
    assertThat(guide.scorePct()).isEqualByComparingTo("100");
    assertThat(guide.finding())
        .as("no praise with a problem overdue")
        .isEqualTo(Score.Finding.none);
  }

  @Test
  void eachOfSeveralLeadsIsAssessedByTheTarget() {
    tasks.add(
        PlanItems.task("K-1", List.of("bureau", "second"), List.of(), List.of("X-1"), List.of()));
    light("X-1", "T00", Light.green, Provenance.official);

    assertThat(row(SubjectType.unit, "bureau").green()).isEqualTo(1);
    assertThat(row(SubjectType.unit, "second").green()).isEqualTo(1);
  }

  @Test
  void aUnitIsListedThatLeadsATaskOrOwnsATargetWithALight() {
    tasks.add(PlanItems.task("K-1", List.of("leader", "bureau"), List.of(), List.of(), List.of()));
    light("X-3", "T02", Light.green, Provenance.official);

    assertThat(rows())
        .filteredOn(row -> row.subjectType() == SubjectType.unit)
        .extracting(row -> "%s %d %d".formatted(row.subject(), row.tasks(), row.green()))
        .containsExactly("bureau 1 0", "leader 1 0", "office 0 1");
  }

  @Test
  void aLightOfATargetThatThePlanDoesNotHaveCountsForNobody() {
    light("X-9", "T01", Light.green, Provenance.official);

    assertThat(rows()).allSatisfy(row -> assertThat(row.green()).isZero());
  }

  @Test
  void aSubjectIsSimulatedWhereOneOfItsLightsIs() {
    light("X-3", "T01", Light.green, Provenance.official);
    light("X-4", "T01", Light.green, Provenance.simulated);
    light("X-3", "T02", Light.no_data, null);

    assertThat(row(SubjectType.area, "T01").provenance()).isEqualTo(Provenance.simulated);
    assertThat(row(SubjectType.area, "T02").provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void theOrderOfTheInputsDoesNotMatter() {
    lights("T02", Light.red, Light.blue, Light.green, Light.yellow);
    lights("T01", Light.green, Light.yellow, Light.red, Light.no_data);
    List<AssessmentRow> rows = rows();
    Collections.reverse(lights);
    Collections.reverse(targets);

    assertThat(rows()).isEqualTo(rows);
    assertThat(rows)
        .extracting(AssessmentRow::subject)
        .containsExactly("T01", "T02", "T09", "bureau", "office");
  }

  /** The lights of the first four targets. */
  private void lights(String area, Light... of) {
    for (int i = 0; i < of.length; i++) {
      light(targets.get(i).targetId(), area, of[i], Provenance.official);
    }
  }

  private void light(String target, String area, Light light, Provenance provenance) {
    boolean isSetFor =
        targets.stream().anyMatch(t -> t.targetId().equals(target) && t.scope().contains(area));
    lights.add(new NewestLight(target, area, isSetFor, light, provenance));
  }

  private void open(String target, String area, boolean overdue) {
    rectifications.add(rectification(target, area, null, overdue));
  }

  private void closed(String target, String area) {
    rectifications.add(rectification(target, area, LocalDate.parse("2024-06-30"), false));
  }

  private RectificationRow rectification(
      String target, String area, LocalDate closedOn, boolean overdue) {
    String lead =
        targets.stream().filter(t -> t.targetId().equals(target)).findFirst().orElseThrow().owner();
    boolean isWhole = area.equals("T00");
    return new RectificationRow(
        target + "/" + area + "/2024-03-31",
        target,
        area,
        "action",
        isWhole ? lead : area,
        isWhole ? Responsibility.Basis.item : Responsibility.Basis.area,
        List.of(),
        isWhole ? List.of() : List.of(lead),
        LocalDate.parse("2024-03-31"),
        TimePeriod.of("2024-02"),
        "why",
        LocalDate.parse("2024-05-01"),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        closedOn,
        closedOn == null ? null : Rectification.ClosedBecause.recovered,
        null,
        closedOn == null ? Rectification.State.handed_over : Rectification.State.closed,
        closedOn == null ? Handling.Stage.handed_over : Handling.Stage.closed,
        overdue,
        Provenance.official,
        DAY);
  }

  private AssessmentRow row(SubjectType type, String subject) {
    return rows().stream()
        .filter(row -> row.subjectType() == type && row.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private List<AssessmentRow> rows() {
    return rows(AREAS);
  }

  private List<AssessmentRow> rows(List<Area> areas) {
    return AssessmentRows.of(
        lights, owed, rectifications, targets, tasks, areas, "T00", policy(), DAY);
  }

  private static Area area(String refArea, String parent, boolean inTotal) {
    return area(refArea, parent, inTotal, Validity.ALWAYS);
  }

  private static Area area(String refArea, String parent, boolean inTotal, Validity validity) {
    return new Area(
        refArea,
        "县",
        "land",
        parent,
        "county",
        false,
        inTotal,
        List.of(),
        validity,
        List.of(),
        MapPlace.NONE);
  }

  private static Policy policy() {
    return PolicyFixture.from("2024-01-01", new Policy.Rectification(31, 1, 3, 7, false), RULES);
  }
}
