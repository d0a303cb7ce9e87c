package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.AmountLight;
import org.diaodu.domain.Attainment;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Light;
import org.diaodu.domain.LightReason;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Phasing;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Policy;
import org.diaodu.region.Target;

/**
 * The light of one check and how it came about.
 *
 * @param gap actual − required; null where either is
 * @param progress for an amount, how much of it is there, in percent
 * @param schedule for an amount, how much of it is due, in percent
 * @param scheduleBasis {@code time} or {@code history}; null where nothing is prorated
 * @param light the light
 * @param reason why, in one Chinese sentence
 * @param why why there is no light; null where there is one
 */
record Judgement(
    BigDecimal gap,
    BigDecimal progress,
    BigDecimal schedule,
    String scheduleBasis,
    Light light,
    String reason,
    NotComputed why) {

  /** What is judged. */
  record Check(
      Target.Kind kind,
      Target.TargetClass targetClass,
      Comparator comparator,
      BigDecimal actual,
      BigDecimal required,
      BigDecimal tolerance,
      BigDecimal aboutWithin,
      String unit,
      int decimals,
      boolean moreIsBetter,
      TimePeriod period,
      int planYear,
      LocalDate deadline,
      boolean onlyAtDeadline,
      boolean byHistory,
      BigDecimal historyPct,
      NotComputed missing) {

    /** Whether it is prorated over the year. */
    boolean isAmount() {
      return kind == Target.Kind.increment || kind == Target.Kind.assessed;
    }
  }

  /**
   * The areas that a figure is set among.
   *
   * @param count how many have a figure
   * @param sum of their figures
   * @param rank place of this one, 1 the best
   */
  record Siblings(int count, BigDecimal sum, int rank) {}

  /**
   * Judges a check.
   *
   * @param siblings null where there are none, or the policy does not go by them
   */
  static Judgement of(Check check, Policy.Scheme scheme, Siblings siblings) {
    BigDecimal progress =
        check.isAmount() && asJudged(check).isProrated()
            ? Attainment.progress(check.actual(), check.required()).orElse(null)
            : null;
    boolean byHistory = check.isAmount() && check.byHistory() && check.historyPct() != null;
    BigDecimal schedule =
        !check.isAmount()
            ? null
            : byHistory
                ? check.historyPct()
                : Phasing.byTime(check.period(), check.planYear(), check.deadline());
    String basis = !check.isAmount() ? null : byHistory ? "history" : "time";
    BigDecimal gap = Attainment.gap(check.actual(), check.required()).orElse(null);
    NotComputed why =
        check.targetClass() == Target.TargetClass.nominal
            ? NotComputed.not_a_commitment
            : check.missing();
    if (why == null && scheme != Policy.Scheme.gap && siblings != null) {
      return new Judgement(
          gap,
          progress,
          schedule,
          basis,
          bySiblings(check, scheme, siblings),
          siblingReason(check, scheme, siblings),
          null);
    }
    boolean isOutOfRange =
        check.isAmount()
            && asJudged(check).isProrated()
            && progress == null
            && check.required() != null;
    if (why == null && isOutOfRange && check.required().signum() > 0) {
      why = Attainment.whyNoProgress(check.required());
    }
    Light light = why != null ? Light.no_data : byGap(check, byHistory);
    if (why == null && light != Light.green && isBeforeDeadline(check)) {
      why = NotComputed.not_due;
      light = Light.no_data;
    }
    return new Judgement(
        gap, progress, schedule, basis, light, reason(check, light, progress, schedule, why), why);
  }

  /** An amount is due in proportion to the schedule; everything else in full at any time. */
  private static Light byGap(Check check, boolean byHistory) {
    if (!check.isAmount()) {
      return Attainment.light(
          check.comparator(), check.actual(), check.required(), check.tolerance());
    }
    boolean isAllDue = !check.period().lastDay().isBefore(check.deadline());
    BigDecimal part = byHistory ? check.historyPct() : BigDecimal.valueOf(elapsedMonths(check));
    BigDecimal whole =
        byHistory ? BigDecimal.valueOf(100) : BigDecimal.valueOf(monthsToDeadline(check));
    return new AmountLight(
            check.actual(),
            check.required(),
            isAllDue ? BigDecimal.ONE : part.min(whole),
            isAllDue ? BigDecimal.ONE : whole,
            check.tolerance(),
            check.aboutWithin())
        .under(asJudged(check));
  }

  /** A report says how much of the work is done, whatever the work is to change. */
  private static Comparator asJudged(Check check) {
    return check.kind() == Target.Kind.assessed ? Comparator.AT_LEAST : check.comparator();
  }

  /** In the target's unit: none where none is wanted, else points of what it is held against. */
  private static BigDecimal roomOfAmount(Check check) {
    return check.required() == null || check.required().signum() <= 0
        ? BigDecimal.ZERO
        : check.required().multiply(check.tolerance()).movePointLeft(2);
  }

  private static int elapsedMonths(Check check) {
    return check.period().monthIndex() - 12 * check.planYear() + 1;
  }

  private static int monthsToDeadline(Check check) {
    return 12 * (check.deadline().getYear() - check.planYear()) + check.deadline().getMonthValue();
  }

  private static boolean isBeforeDeadline(Check check) {
    return check.onlyAtDeadline() && check.period().lastDay().isBefore(check.deadline());
  }

  private static Light bySiblings(Check check, Policy.Scheme scheme, Siblings siblings) {
    return scheme == Policy.Scheme.rank
        ? Attainment.lightByRank(siblings.rank(), siblings.count())
        : Attainment.lightByAverage(check.moreIsBetter(), check.actual(), average(siblings));
  }

  private static BigDecimal average(Siblings siblings) {
    return ExactDecimal.quotient(siblings.sum(), BigDecimal.valueOf(siblings.count()));
  }

  private static String siblingReason(Check check, Policy.Scheme scheme, Siblings siblings) {
    String actual = "实际%s%s".formatted(printed(check.actual(), check), check.unit());
    return scheme == Policy.Scheme.rank
        ? actual + "，在%d个同级地区中排第%d位".formatted(siblings.count(), siblings.rank())
        : actual
            + "，%d个同级地区平均%s%s"
                .formatted(siblings.count(), printed(average(siblings), check), check.unit());
  }

  private static String printed(BigDecimal value, Check check) {
    return ExactDecimal.printed(value, check.decimals()).toPlainString();
  }

  private static String reason(
      Check check, Light light, BigDecimal progress, BigDecimal schedule, NotComputed why) {
    if (check.isAmount() && asJudged(check).isProrated() && (progress != null || why != null)) {
      boolean known = check.kind() != Target.Kind.assessed && check.actual() != null;
      return LightReason.ofAmount(
          light,
          asJudged(check),
          known ? "实际%s%s".formatted(printed(check.actual(), check), check.unit()) : "",
          progress,
          schedule,
          check.tolerance(),
          why);
    }
    return LightReason.of(
        light,
        check.comparator(),
        check.actual(),
        check.required(),
        check.isAmount() ? roomOfAmount(check) : check.tolerance(),
        check.unit(),
        check.decimals(),
        why);
  }
}
