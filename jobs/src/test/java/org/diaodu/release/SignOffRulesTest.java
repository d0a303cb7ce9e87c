package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.SignOff;
import org.diaodu.release.SignOffStep.Kind;
import org.diaodu.release.SignOffStep.Verdict;
import org.junit.jupiter.api.Test;

/** The way of June's documents from 甲's desk over 乙's and 丙's to publication. */
class SignOffRulesTest {
  private static final TimePeriod JUNE = TimePeriod.of("2024-06");
  private static final LocalDate DAY = LocalDate.of(2024, 7, 31);
  private static final Instant NOW = Instant.parse("2024-08-01T01:00:00Z");
  private static final SignOff ROLES =
      new SignOff(List.of("甲", "乙"), List.of("甲", "乙", "丙"), List.of("乙", "丙"));

  private static final List<Statement> RELEASED =
      List.of(conclusion("表扬", "东县"), figure("东县 增速", "5.2"));
  private static final SaidContent DRAFT = content(conclusion("表扬", "西县"), figure("东县 增速", "5.1"));

  @Test
  void threePeopleBringADraftToPublication() {
    List<SignOffStep> steps = new ArrayList<>();
    steps.add(rules(steps).submitted("甲", NOW, DAY, RELEASED, DRAFT));
    steps.add(rules(steps).reviewed("乙", NOW, ticked(steps, true), DRAFT));
    steps.add(rules(steps).signed("丙", NOW, DRAFT));

    assertThat(rules(steps).people()).containsExactly("甲", "乙", "丙");
    steps.add(rules(steps).published("account", NOW, DRAFT));
    assertThat(steps)
        .extracting(SignOffStep::kind)
        .containsExactly(Kind.submitted, Kind.reviewed, Kind.signed, Kind.published);
    assertThat(steps).extracting(SignOffStep::asOf).containsOnly(DAY);
    assertThat(rules(steps).asOf()).as("after publication nothing is under way").isEmpty();
    assertThat(rules(steps).lastFoundRight()).isEqualTo(Optional.empty());
  }

  @Test
  void everyChangedConclusionAndFigureIsAskedFor() {
    List<SignOffStep> steps = List.of(rules(List.of()).submitted("甲", NOW, DAY, RELEASED, DRAFT));

    assertThat(rules(steps).asked())
        .containsExactly(
            Verdict.open(new Statement.Change("通报", "表扬", "东县", "西县")),
            Verdict.open(new Statement.Change("通报", "东县 增速", "5.2", "5.1")));
  }

  @Test
  void oneRefusedChangeSendsTheDraftBack() {
    List<SignOffStep> steps = submitted();
    List<Verdict> verdicts = ticked(steps, true);
    verdicts.set(1, new Verdict(verdicts.get(1).change(), false, "少一位小数"));
    steps.add(rules(steps).reviewed("乙", NOW, verdicts, DRAFT));

    assertThat(steps.get(1).kind()).isEqualTo(Kind.returned);
    assertThat(steps.get(1).verdicts().get(1).remark()).isEqualTo("少一位小数");
    assertThatThrownBy(() -> rules(steps).signed("丙", NOW, DRAFT))
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContaining("还没有审核通过");
  }

  @Test
  void whatWasRefusedIsAskedForAgain() {
    List<SignOffStep> steps = submitted();
    List<Verdict> asked = rules(steps).asked();
    steps.add(rules(steps).reviewed("乙", NOW, ticked(steps, false), DRAFT));

    assertThat(againstWhatWasRight(steps, DRAFT)).isEqualTo(asked);
  }

  @Test
  void whatNobodyDecidedOnIsAskedForAgain() {
    List<SignOffStep> steps = submitted();
    List<Verdict> asked = rules(steps).asked();

    assertThat(againstWhatWasRight(steps, DRAFT)).isEqualTo(asked);
  }

  @Test
  void whatWasFoundRightIsNotAskedForAgainAndALaterRefusalChangesNothingInThat() {
    List<SignOffStep> steps = submitted();
    steps.add(rules(steps).reviewed("乙", NOW, ticked(steps, true), DRAFT));
    assertThat(rules(steps).lastFoundRight()).contains(DRAFT.said());
    SaidContent late = content(DRAFT.said().get(0), figure("东县 增速", "4.9"));
    steps.add(rules(steps).submitted("甲", NOW, DAY, DRAFT.said(), late));
    steps.add(rules(steps).reviewed("乙", NOW, ticked(steps, false), late));

    assertThat(againstWhatWasRight(steps, late))
        .containsExactly(Verdict.open(new Statement.Change("通报", "东县 增速", "5.1", "4.9")));
    assertThat(againstWhatWasRight(steps, DRAFT)).isEmpty();
  }

  @Test
  void aReleaseOfWhatWasSignedLacksItsPublicationUntilThatIsRecorded() {
    List<SignOffStep> steps = submitted();
    steps.add(rules(steps).reviewed("乙", NOW, ticked(steps, true), DRAFT));
    assertThat(rules(steps).lacksPublication(NOW, DRAFT)).as("not signed").isFalse();
    steps.add(rules(steps).signed("丙", NOW, DRAFT));

    assertThat(rules(steps).lacksPublication(NOW.plusSeconds(1), DRAFT)).isTrue();
    assertThat(rules(steps).lacksPublication(NOW.plusSeconds(1), content(RELEASED.get(0))))
        .as("something else was signed")
        .isFalse();
    assertThat(rules(steps).lacksPublication(NOW.minusSeconds(1), DRAFT))
        .as("signed again after the release")
        .isFalse();
    steps.add(rules(steps).published("account", NOW, DRAFT));
    assertThat(rules(steps).lacksPublication(NOW.plusSeconds(1), DRAFT)).isFalse();
  }

  @Test
  void eachSubmissionHasAnotherNumberEvenOfTheSameContent() {
    List<SignOffStep> steps = submitted();
    String first = rules(steps).submission();
    steps.add(rules(steps).submitted("甲", NOW, DAY, RELEASED, DRAFT));

    assertThat(first).matches("2024-06/1-[0-9a-f]{12}");
    assertThat(rules(steps).submission()).matches("2024-06/2-[0-9a-f]{12}");
  }

  /** The changes that a draft would be reviewed for if it were handed over now. */
  private static List<Verdict> againstWhatWasRight(List<SignOffStep> steps, SaidContent content) {
    SignOffRules rules = rules(steps);
    return rules
        .submitted("甲", NOW, DAY, rules.lastFoundRight().orElse(RELEASED), content)
        .verdicts();
  }

  @Test
  void aChangeThatNobodyDecidedOnIsNoReview() {
    List<SignOffStep> steps = submitted();

    assertThatThrownBy(() -> rules(steps).reviewed("乙", NOW, rules(steps).asked(), DRAFT))
        .hasMessage("审核单还有2行没有意见，请逐行写“是”或“否”");
  }

  @Test
  void nobodyReviewsOrSignsHisOwnWork() {
    List<SignOffStep> steps = new ArrayList<>();
    steps.add(rules(steps).submitted("乙", NOW, DAY, RELEASED, DRAFT));

    assertThatThrownBy(() -> rules(steps).reviewed("乙", NOW, ticked(steps, true), DRAFT))
        .hasMessage("乙已经送审，不能再由本人审核");
    steps.add(rules(steps).reviewed("丙", NOW, ticked(steps, true), DRAFT));
    assertThatThrownBy(() -> rules(steps).signed("乙", NOW, DRAFT)).hasMessage("乙已经送审，不能再由本人签发");
    assertThatThrownBy(() -> rules(steps).signed("丙", NOW, DRAFT)).hasMessage("丙已经审核通过，不能再由本人签发");
  }

  @Test
  void whoIsNotNamedInThePackDoesNothing() {
    assertThatThrownBy(() -> rules(List.of()).submitted("丁", NOW, DAY, List.of(), DRAFT))
        .hasMessageContainingAll("“丁”不在拟稿人之列：甲、乙", "documents/sign-off.yaml");
    assertThatThrownBy(
            () ->
                new SignOffRules(SignOff.NONE, JUNE, List.of())
                    .submitted("甲", NOW, DAY, List.of(), DRAFT))
        .hasMessageContaining("地区包没有写明");
  }

  @Test
  void aLateFigureVoidsReviewAndSignature() {
    List<SignOffStep> steps = submitted();
    SaidContent late = content(DRAFT.said().get(0), figure("东县 增速", "4.9"));

    assertThatThrownBy(() -> rules(steps).reviewed("乙", NOW, ticked(steps, true), late))
        .hasMessageContainingAll("有1处变了", "《通报》东县 增速：5.1 → 4.9", "重新送审");
    steps.add(rules(steps).reviewed("乙", NOW, ticked(steps, true), DRAFT));
    assertThatThrownBy(() -> rules(steps).signed("丙", NOW, late)).hasMessageContaining("作废");
    steps.add(rules(steps).signed("丙", NOW, DRAFT));
    assertThatThrownBy(() -> rules(steps).published("account", NOW, late))
        .hasMessageContaining("签发（丙）以后有1处变了");
  }

  @Test
  void anotherDayOrNoteVoidsTheSignature() {
    List<SignOffStep> steps = signed();
    SaidContent other = SaidContent.of(DRAFT.said(), List.of("截至2024年8月31日"));

    assertThatThrownBy(() -> rules(steps).published("account", NOW, other))
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContainingAll("签发（丙）以后文字变了", "重新送审");
  }

  @Test
  void whatWasSignedIsPublishedAsOfNoOtherDay() {
    assertThat(rules(signed()).asOf(Optional.empty())).contains(DAY);
    assertThat(rules(signed()).asOf(Optional.of(DAY))).contains(DAY);
    assertThatThrownBy(() -> rules(signed()).asOf(Optional.of(DAY.plusDays(1))))
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContainingAll("截至2024-07-31", "截至2024-08-01");
  }

  @Test
  void whereNothingIsSignedTheDayThatIsAskedForIsTaken() {
    LocalDate other = DAY.plusDays(1);

    assertThat(rules(List.of()).asOf(Optional.of(other))).contains(other);
    assertThat(new SignOffRules(SignOff.NONE, JUNE, signed()).asOf(Optional.of(other)))
        .contains(other);
  }

  @Test
  void whatIsNotSignedIsNotPublished() {
    assertThatThrownBy(() -> rules(submitted()).published("account", NOW, DRAFT))
        .hasMessageContainingAll("2024-06", "还没有签发，不能发布");
  }

  private static List<SignOffStep> submitted() {
    List<SignOffStep> steps = new ArrayList<>();
    steps.add(rules(steps).submitted("甲", NOW, DAY, RELEASED, DRAFT));
    return steps;
  }

  private static List<SignOffStep> signed() {
    List<SignOffStep> steps = submitted();
    steps.add(rules(steps).reviewed("乙", NOW, ticked(steps, true), DRAFT));
    steps.add(rules(steps).signed("丙", NOW, DRAFT));
    return steps;
  }

  private static List<Verdict> ticked(List<SignOffStep> steps, boolean accepted) {
    return new ArrayList<>(
        rules(steps).asked().stream()
            .map(verdict -> new Verdict(verdict.change(), accepted, ""))
            .toList());
  }

  private static SignOffRules rules(List<SignOffStep> steps) {
    return new SignOffRules(ROLES, JUNE, steps);
  }

  private static SaidContent content(Statement... said) {
    return SaidContent.of(List.of(said), List.of("截至2024年7月31日"));
  }

  private static Statement conclusion(String what, String words) {
    return new Statement("bulletin|" + what, "通报", what, words, true);
  }

  private static Statement figure(String what, String printed) {
    return new Statement("bulletin|" + what, "通报", what, printed, false);
  }
}
