package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.attainment.AttainmentRow;
import org.diaodu.dispatch.AssessmentRow;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Light;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.Score;
import org.diaodu.domain.TimePeriod;
import org.diaodu.published.PolicyComparison.Difference;
import org.diaodu.published.PolicyComparison.Kind;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Three lands under two policies. */
class PolicyComparisonTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 31);
  private static final PolicyOutcome NOTHING = outcome(List.of(), List.of(), List.of());

  private final RegionPack pack = Packs.threelands();

  @Test
  void whatIsJudgedAlikeIsNotListed() {
    PolicyOutcome same =
        outcome(
            List.of(light("X-1", Light.green)),
            List.of(problem("2024-07-31", false)),
            List.of(assessment(Score.Finding.praise, "90")));

    assertThat(PolicyComparison.between(pack, same, same)).isEmpty();
    assertThat(PolicyComparison.counts(List.of()).values()).containsOnly(0L);
  }

  @Test
  void aLightIsNamedWithBothColoursAndReasons() {
    assertThat(
            PolicyComparison.between(
                pack,
                outcome(List.of(light("X-1", Light.red)), List.of(), List.of()),
                outcome(List.of(light("X-1", Light.yellow)), List.of(), List.of())))
        .containsExactly(new Difference(Kind.light, "社零增速", "甲县", "红灯", "黄灯", "因为红灯", "因为黄灯"));
  }

  @Test
  void aProblemOfOnePolicyAloneStandsBesideNothing() {
    assertThat(
            PolicyComparison.between(
                pack, NOTHING, outcome(List.of(), List.of(problem("2024-07-31", true)), List.of())))
        .extracting(Difference::before, Difference::now)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("—", "2024-06-30交办，期限2024-07-31，交办，逾期"));
  }

  @Test
  void anotherDayOfTheSameProblemIsADifference() {
    assertThat(
            PolicyComparison.between(
                pack,
                outcome(List.of(), List.of(problem("2024-07-31", false)), List.of()),
                outcome(List.of(), List.of(problem("2024-08-31", false)), List.of())))
        .extracting(Difference::kind)
        .containsExactly(Kind.rectification);
  }

  @Test
  void praiseIsToldApartFromAnotherScore() {
    PolicyOutcome praised =
        outcome(List.of(), List.of(), List.of(assessment(Score.Finding.praise, "90")));

    assertThat(
            PolicyComparison.between(
                pack,
                praised,
                outcome(List.of(), List.of(), List.of(assessment(Score.Finding.praise, "87.5")))))
        .containsExactly(
            new Difference(Kind.score, "", "甲县", "通报表扬，90.0%", "通报表扬，87.5%", "依据", "依据"));
    assertThat(
            PolicyComparison.between(
                pack,
                praised,
                outcome(List.of(), List.of(), List.of(assessment(Score.Finding.criticism, "40")))))
        .containsExactly(
            new Difference(Kind.finding, "", "甲县", "通报表扬，90.0%", "通报批评，40.0%", "依据", "依据"));
  }

  @Test
  void whoeverIsAssessedUnderOnePolicyAloneIsListed() {
    List<Difference> differences =
        PolicyComparison.between(
            pack,
            outcome(List.of(), List.of(), List.of(assessment(Score.Finding.none, null))),
            NOTHING);

    assertThat(differences)
        .extracting(Difference::before, Difference::now)
        .containsExactly(org.assertj.core.api.Assertions.tuple("不通报", "—"));
    assertThat(PolicyComparison.counts(differences)).containsEntry(Kind.finding, 1L);
  }

  private static PolicyOutcome outcome(
      List<AttainmentRow> lights, List<RectificationRow> problems, List<AssessmentRow> found) {
    return new PolicyOutcome(lights, problems, found);
  }

  private static AttainmentRow light(String target, Light light) {
    return new AttainmentRow(
        target,
        "T01",
        TimePeriod.of("2024-06"),
        "retail_sales",
        Target.Kind.growth_yoy,
        ">=",
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
        null,
        null,
        null,
        null,
        null,
        null,
        light,
        null,
        "因为" + light.nameZh(),
        true,
        true,
        "policy",
        null,
        Provenance.official,
        null,
        DAY);
  }

  private static RectificationRow problem(String due, boolean overdue) {
    return new RectificationRow(
        "X-1/T01/2024-06-30",
        "X-1",
        "T01",
        "试验行动",
        "T01",
        Responsibility.Basis.area,
        List.of(),
        List.of(),
        LocalDate.of(2024, 6, 30),
        TimePeriod.of("2024-05"),
        "没有达到",
        LocalDate.parse(due),
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
        overdue,
        Provenance.official,
        DAY);
  }

  private static AssessmentRow assessment(Score.Finding finding, String score) {
    return new AssessmentRow(
        AssessmentRow.SubjectType.area,
        "T01",
        true,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        score == null ? null : new BigDecimal(score),
        finding,
        "依据",
        1,
        null,
        null,
        "policy",
        Provenance.official,
        DAY);
  }
}
