package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Landing;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Policy;

/**
 * Estimates of years that are over, made only from what was known when each figure came, and set
 * beside what became of them. An estimate that has more digits than a stored figure is no trial.
 *
 * @param period the figure from which it was made; for annual series the year before
 * @param knownOn the day on which that figure was first known
 * @param measure {@code LEVEL} for the year's amount, {@code YOY} for its growth
 * @param method how it was made
 * @param estimate what the year was thought to be
 * @param low lower end of the interval; null for a method without one
 * @param high upper end of the interval; null for a method without one
 * @param outcome what it became, as known at the end
 * @param simulated whether a simulated figure is in it
 */
record LandingTrial(
    TimePeriod period,
    LocalDate knownOn,
    String measure,
    String method,
    BigDecimal estimate,
    BigDecimal low,
    BigDecimal high,
    BigDecimal outcome,
    boolean simulated) {

  /** Every trial that a series allows. */
  static List<LandingTrial> of(TargetSeries series, LocalDate asOf, Policy.Landing policy) {
    List<LandingTrial> trials = new ArrayList<>();
    KnownSeries atTheEnd = series.asOf(asOf);
    for (Map.Entry<TimePeriod, LocalDate> first : series.firstKnown().entrySet()) {
      if (first.getValue().isAfter(asOf)) {
        continue;
      }
      Trial trial = new Trial(first.getKey(), first.getValue(), atTheEnd, trials);
      KnownSeries then = series.asOf(first.getValue());
      if (first.getKey().frequency() == Frequency.A) {
        trial.nextYear(then, policy);
      } else if (first.getKey().endMonth() < 12) {
        trial.amount(then, policy);
        trial.growth(then, policy);
      }
    }
    return trials;
  }

  /** The error: of an amount in percent of the outcome, of growth in points; null over nothing. */
  BigDecimal error() {
    BigDecimal off = estimate.subtract(outcome);
    if (measure.equals("YOY")) {
      return ExactDecimal.inRange(off);
    }
    return outcome.signum() <= 0 ? null : ExactDecimal.inRange(ExactDecimal.percent(off, outcome));
  }

  /**
   * How far the estimates of a method were off on average, whichever way, when made by the same
   * month of other years; null where there is none.
   */
  static Track track(List<LandingTrial> trials, Landing.Method method, int endMonth) {
    List<BigDecimal> errors =
        trials.stream()
            .filter(t -> t.method().equals(method.name()) && t.period().endMonth() == endMonth)
            .map(LandingTrial::error)
            .filter(java.util.Objects::nonNull)
            .map(BigDecimal::abs)
            .toList();
    return errors.isEmpty()
        ? null
        : new Track(
            errors.size(),
            ExactDecimal.quotient(
                errors.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.valueOf(errors.size())));
  }

  /**
   * The record of a method.
   *
   * @param trials how often it was tried
   * @param meanError mean of the errors without their signs
   */
  record Track(int trials, BigDecimal meanError) {}

  /** Whether the interval held the outcome; null without one. */
  Boolean covered() {
    if (low == null || high == null) {
      return null;
    }
    return low.compareTo(outcome) <= 0 && outcome.compareTo(high) <= 0;
  }

  /** The trials of one figure. */
  private record Trial(
      TimePeriod period, LocalDate knownOn, KnownSeries atTheEnd, List<LandingTrial> trials) {

    void amount(KnownSeries then, Policy.Landing policy) {
      BigDecimal level = then.level(period);
      BigDecimal outcome = atTheEnd.yearTotal(period);
      if (level == null || outcome == null) {
        return;
      }
      Optional<Landing.Projection> projection =
          then.shares(period, policy.years())
              .flatMap(sample -> Landing.bySeasonalShare(level, sample, policy.confidencePct()));
      if (projection.isEmpty()) {
        return;
      }
      add("LEVEL", projection.get(), outcome);
      plain(
          "LEVEL",
          "time_proportional",
          ExactDecimal.quotient(
              level.multiply(BigDecimal.valueOf(12)), BigDecimal.valueOf(period.endMonth())),
          outcome);
      then.atTheSameGrowth(period)
          .ifPresent(estimate -> plain("LEVEL", "same_growth", estimate, outcome));
    }

    void growth(KnownSeries then, Policy.Landing policy) {
      BigDecimal soFar = then.growth(period).reported();
      BigDecimal outcome = atTheEnd.growth(KnownSeries.last(period)).reported();
      Landing.Sample sample = then.growthDifferences(period, policy.years()).orElse(null);
      if (soFar == null || outcome == null || sample == null) {
        return;
      }
      add("YOY", Landing.byGrowthDifference(soFar, sample, policy.confidencePct()), outcome);
      plain("YOY", "same_growth", soFar, outcome);
    }

    void nextYear(KnownSeries then, Policy.Landing policy) {
      TimePeriod next = TimePeriod.year(period.year() + 1);
      BigDecimal last = then.level(period);
      BigDecimal outcome = atTheEnd.level(next);
      Landing.Sample sample = then.annualGrowth(next, policy.annualYears()).orElse(null);
      if (last == null || outcome == null || sample == null) {
        return;
      }
      add("LEVEL", Landing.byAnnualTrend(last, sample, policy.confidencePct()), outcome);
      org.diaodu.domain.Growth.computed(last, then.level(period.yearEarlier()))
          .ifPresent(
              growth ->
                  plain(
                      "LEVEL",
                      "same_growth",
                      ExactDecimal.stored(
                          last.multiply(BigDecimal.valueOf(100).add(growth)).movePointLeft(2)),
                      outcome));
    }

    private void add(String measure, Landing.Projection projection, BigDecimal outcome) {
      if (ExactDecimal.fits(projection.low()) && ExactDecimal.fits(projection.high())) {
        trials.add(
            new LandingTrial(
                period,
                knownOn,
                measure,
                projection.method().name(),
                projection.projected(),
                projection.low(),
                projection.high(),
                outcome,
                simulated()));
      }
    }

    private void plain(String measure, String method, BigDecimal estimate, BigDecimal outcome) {
      if (ExactDecimal.fits(estimate)) {
        trials.add(
            new LandingTrial(
                period, knownOn, measure, method, estimate, null, null, outcome, simulated()));
      }
    }

    private boolean simulated() {
      return atTheEnd.simulated(period) || atTheEnd.simulated(KnownSeries.last(period));
    }
  }
}
