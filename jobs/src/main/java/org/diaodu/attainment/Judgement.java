package org.diaodu.attainment;

import java.math.BigDecimal;
import org.diaodu.domain.AmountLight;
import org.diaodu.domain.Attainment;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Fraction;
import org.diaodu.domain.Light;
import org.diaodu.domain.LightReason;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Room;
import org.diaodu.domain.Tolerance;
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

  /**
   * What is judged.
   *
   * @param actual the figure, not rounded; null where there is none
   * @param required what it is held against, not rounded; null where there is nothing
   * @param yellowWithin how far it may be missed and still be yellow
   * @param aboutWithin how far off still counts as met under {@link Comparator#ABOUT}
   * @param unit of the target
   * @param decimals decimals to print
   * @param moreIsBetter which end of a series is the better one
   * @param due how much is due of an amount that comes over the year; null for all else
   * @param isBeforeDeadline whether the period ends before the deadline
   * @param isDueAtYearEnd whether the deadline is the plan year's end
   * @param onlyAtDeadline whether it is judged at its deadline and not before
   * @param missing why there is nothing to judge; null where there is
   */
  record Check(
      Target.Kind kind,
      Target.TargetClass targetClass,
      Comparator comparator,
      Fraction actual,
      Fraction required,
      Tolerance yellowWithin,
      Tolerance aboutWithin,
      String unit,
      int decimals,
      boolean moreIsBetter,
      Due due,
      boolean isBeforeDeadline,
      boolean isDueAtYearEnd,
      boolean onlyAtDeadline,
      NotComputed missing) {

    /** Whether it is due, or may be used, in proportion to the schedule. */
    boolean isProrated() {
      return due != null && asJudged().isProrated();
    }

    /** A report says how much of the work is done, whatever the work is to change. */
    Comparator asJudged() {
      return kind == Target.Kind.assessed ? Comparator.AT_LEAST : comparator;
    }

    /** What must be none has no room; growth of none and a share are figures like any other. */
    Room room() {
      Room room = new Room(yellowWithin.around(required), aboutWithin.around(required));
      boolean mayBeNone =
          kind != Target.Kind.growth_yoy
              && kind != Target.Kind.capital_share
              && !comparator.isReached()
              && !comparator.isDirection();
      return mayBeNone && required.signum() == 0 ? room.withoutYellow() : room;
    }
  }

  /**
   * The areas that a figure is set among.
   *
   * @param count how many have a figure
   * @param sum of their figures
   * @param rank place of this one, 1 the best
   */
  record Siblings(int count, BigDecimal sum, int rank) {

    Fraction average() {
      return new Fraction(sum, BigDecimal.valueOf(count));
    }
  }

  /**
   * Judges a check.
   *
   * @param siblings null where there are none, or the policy does not go by them
   */
  static Judgement of(Check check, Policy.Scheme scheme, Siblings siblings) {
    NotComputed why =
        check.targetClass() == Target.TargetClass.nominal
            ? NotComputed.not_a_commitment
            : check.missing();
    if (why == null && scheme != Policy.Scheme.gap && siblings != null) {
      return of(
          check, bySiblings(check, scheme, siblings), siblingReason(check, scheme, siblings), null);
    }
    if (why == null && isOutOfRange(check)) {
      why = NotComputed.out_of_range;
    }
    Light light = why != null ? Light.no_data : byGap(check);
    if (why == null && isToBeAwaited(check)) {
      why = NotComputed.not_due;
      light = Light.no_data;
    }
    return of(check, light, reason(check, light, why), why);
  }

  private static Judgement of(Check check, Light light, String reason, NotComputed why) {
    BigDecimal actual = check.actual() == null ? null : check.actual().rounded();
    BigDecimal required = check.required() == null ? null : check.required().rounded();
    return new Judgement(
        Attainment.gap(actual, required).orElse(null),
        check.isProrated() ? Attainment.progress(actual, required).orElse(null) : null,
        check.isProrated() ? check.due().share().inPercent().rounded() : null,
        check.isProrated() ? check.due().basis() : null,
        light,
        reason,
        why);
  }

  /** Whether there is more of an amount, in percent of the target, than can be stored. */
  private static boolean isOutOfRange(Check check) {
    return check.isProrated()
        && check.required().signum() > 0
        && Attainment.progress(check.actual().rounded(), check.required().rounded()).isEmpty();
  }

  /** An amount is due in proportion to the schedule; everything else in full at any time. */
  private static Light byGap(Check check) {
    return check.due() == null
        ? Attainment.light(check.comparator(), check.actual(), check.required(), check.room())
        : amount(check, check.due().share()).under(check.asJudged());
  }

  /**
   * Whether a target that is judged at its deadline is neither done nor lost before. A ceiling that
   * was kept so far is not done.
   */
  private static boolean isToBeAwaited(Check check) {
    if (!check.onlyAtDeadline() || !check.isBeforeDeadline()) {
      return false;
    }
    if (!check.isProrated()) {
      return byGap(check) != Light.green;
    }
    boolean isLost = amount(check, check.due().share()).isLost(check.asJudged());
    boolean isDone =
        !check.asJudged().isCeiling()
            && amount(check, Fraction.ONE).under(check.asJudged()) == Light.green;
    return !isLost && !isDone;
  }

  private static AmountLight amount(Check check, Fraction due) {
    return new AmountLight(check.actual(), check.required(), due, check.room());
  }

  private static Light bySiblings(Check check, Policy.Scheme scheme, Siblings siblings) {
    return scheme == Policy.Scheme.rank
        ? Attainment.lightByRank(siblings.rank(), siblings.count())
        : Attainment.lightByAverage(check.moreIsBetter(), check.actual(), siblings.average());
  }

  private static String siblingReason(Check check, Policy.Scheme scheme, Siblings siblings) {
    String actual = "实际%s%s".formatted(printed(check.actual(), check), check.unit());
    return scheme == Policy.Scheme.rank
        ? actual + "，在%d个同级地区中排第%d位".formatted(siblings.count(), siblings.rank())
        : actual
            + "，%d个同级地区平均%s%s"
                .formatted(siblings.count(), printed(siblings.average(), check), check.unit());
  }

  private static String printed(Fraction value, Check check) {
    return ExactDecimal.printed(value.rounded(), check.decimals()).toPlainString();
  }

  private static String reason(Check check, Light light, NotComputed why) {
    boolean hasRoom = why == null && check.room().yellow().signum() > 0;
    LightReason.Facts facts =
        new LightReason.Facts(
            light,
            check.asJudged(),
            check.actual(),
            check.required(),
            hasRoom ? check.yellowWithin().text(check.unit(), check.isProrated()) : "",
            check.unit(),
            check.decimals(),
            why);
    boolean isAmount = check.isProrated() && (why != null || check.required().signum() > 0);
    return isAmount
        ? LightReason.ofAmount(
            facts,
            check.kind() == Target.Kind.assessed,
            check.due().share(),
            check.isDueAtYearEnd())
        : LightReason.of(facts);
  }
}
