package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.diaodu.cube.SeriesFigure;
import org.diaodu.domain.Better;
import org.diaodu.domain.Fraction;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.ProgressReport;
import org.diaodu.region.Indicator;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/** Figures held against targets. Definitions: {@code docs/method/attainment.md}. */
public final class JudgedChecks {
  private JudgedChecks() {}

  /**
   * Every check with its judgement, as known on its day, in the order of the checks.
   *
   * @param pack the region and its plan; each check is judged by its own policy
   * @param checks what is to be judged, each once
   * @param figures of every peer group that has what {@link WantedFigures} of these checks names
   * @param reports rows of {@code statistics.progress}, and {@link OverdueRectifications#reports}
   */
  public static List<JudgedCheck> of(
      RegionPack pack,
      List<PlannedCheck> checks,
      Collection<GroupFigures> figures,
      List<ProgressReport> reports) {
    Measurement measurement =
        new Measurement(
            pack, new KnownFigures(figures), new LatestReports(reports, pack.planYear()));
    List<Measured> measured = checks.stream().map(measurement::of).toList();
    Peers peers = new Peers(pack, measured);
    List<Judgement> judgements =
        measured.stream()
            .map(m -> Judgement.of(check(pack, m), m.check().policy().scheme(), peers.of(m)))
            .toList();
    List<Lights.OfPeriod> ofPeriods = new ArrayList<>(checks.size());
    for (int i = 0; i < measured.size(); i++) {
      Judgement judgement = judgements.get(i);
      ofPeriods.add(
          new Lights.OfPeriod(measured.get(i).check(), judgement.light(), judgement.reason()));
    }
    List<Lights.Settled> lights = Lights.settled(ofPeriods);
    List<JudgedCheck> judged = new ArrayList<>(checks.size());
    for (int i = 0; i < measured.size(); i++) {
      judged.add(judged(pack, measured.get(i), judgements.get(i), lights.get(i)));
    }
    return judged;
  }

  /** The rows of {@code statistics.attainment}: what is known on a day. */
  public static List<AttainmentRow> rowsAsOf(List<JudgedCheck> judged, LocalDate asOf) {
    return judged.stream()
        .filter(check -> check.knownOn().equals(asOf))
        .map(JudgedCheck::row)
        .toList();
  }

  private static Judgement.Check check(RegionPack pack, Measured measured) {
    PlannedCheck check = measured.check();
    Target target = check.target();
    Policy policy = check.policy();
    LocalDate deadline = LocalDate.parse(target.deadline());
    boolean isAmount = check.isAmount();
    Fraction history =
        policy.phasedByHistory().contains(target.targetId())
            ? measured.earlierYears().history()
            : null;
    return new Judgement.Check(
        target.kind(),
        target.targetClass(),
        target.comparator(),
        measured.actual().exact(),
        measured.required().exact(),
        policy.tolerances().yellowWithin(target, isAmount),
        policy.tolerances().aboutWithin(target, isAmount),
        target.unit(),
        check.decimals(),
        check.indicator().map(Indicator::better).orElse(Better.up) == Better.up,
        isAmount ? Due.of(check.period(), pack.planYear(), deadline, history) : null,
        check.period().lastDay().isBefore(deadline),
        Due.isYearEnd(deadline, pack.planYear()),
        policy.dueAtDeadline().contains(target.targetId()),
        measured.why());
  }

  /** Growth that says nothing of performance says nothing of where the year will end, either. */
  private static Outlook outlook(Measured measured, int planYear) {
    PlannedCheck check = measured.check();
    Policy policy = check.policy();
    if (check.target().kind() == Target.Kind.growth_yoy && measured.isOverBreak()) {
      return Outlook.none(NotComputed.series_break);
    }
    SeriesFigure figure =
        measured.figure() == null ? SeriesFigure.NONE : measured.figure().figure();
    EarlierYears earlier = measured.earlierYears();
    LocalDate deadline = LocalDate.parse(check.target().deadline());
    return Outlook.of(
        new Outlook.Figures(
            check.target().kind(),
            check.target().comparator(),
            check.isAmount(),
            check.indicator().filter(PlannedCheck::isCumulative).isPresent(),
            Due.isYearEnd(deadline, planYear),
            check.period(),
            measured.actualValue(),
            measured.requiredValue(),
            about(measured, policy),
            check.target().value(),
            figure.level(),
            earlier.levelYearAgo(),
            earlier.totalYearAgo(),
            figure.growthBasis(),
            earlier.shares(),
            earlier.differences(),
            earlier.annual()),
        policy.landing().confidencePct());
  }

  private static BigDecimal about(Measured measured, Policy policy) {
    return measured.required().exact() == null
        ? null
        : policy
            .tolerances()
            .aboutWithin(measured.check().target(), measured.check().isAmount())
            .around(measured.required().exact())
            .rounded();
  }

  private static JudgedCheck judged(
      RegionPack pack, Measured measured, Judgement judgement, Lights.Settled settled) {
    PlannedCheck check = measured.check();
    Target target = check.target();
    Outlook outlook = outlook(measured, pack.planYear());
    TrackRecord track =
        measured.figure() == null || outlook.method() == null
            ? null
            : measured.figure().tracks().get(outlook.method());
    boolean isSaid = measured.actualValue() != null || outlook.projected() != null;
    return new JudgedCheck(
        check.knownOn(),
        check.due(),
        check.newest(),
        new AttainmentRow(
            target.targetId(),
            check.refArea(),
            check.period(),
            check.indicator().map(Indicator::indicator).orElse(null),
            target.kind(),
            target.comparator().code(),
            measured.actualValue(),
            measured.requiredValue(),
            judgement.gap(),
            judgement.progress(),
            judgement.schedule(),
            judgement.scheduleBasis(),
            outlook.neededRest(),
            outlook.neededRestPct(),
            outlook.projected(),
            outlook.low(),
            outlook.high(),
            outlook.probability(),
            outlook.method(),
            track == null ? null : track.meanError(),
            track == null ? null : track.trials(),
            outlook.why(),
            settled.light(),
            settled.joint(),
            settled.light() == Light.no_data
                ? settled.reason()
                : settled.reason() + check.stage().addition(),
            check.newest(),
            target.scope().contains(check.refArea()),
            check.policy().policyId(),
            measured.flag(),
            isSaid ? measured.provenance() : null,
            judgement.why(),
            check.knownOn()));
  }
}
