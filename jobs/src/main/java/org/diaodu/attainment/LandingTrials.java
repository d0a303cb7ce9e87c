package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.cube.IndicatorDefinition;
import org.diaodu.cube.Observation;
import org.diaodu.cube.PeerGroup;
import org.diaodu.cube.PeerGroupFigures;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Growth;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/**
 * {@code statistics.landing_trials} of one series: estimates of years that are over, made only from
 * what was known when each figure came, and set beside what became of them. An estimate that has
 * more digits than a stored figure is no trial.
 */
public final class LandingTrials {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Comparator<LandingTrialRow> ORDER =
      Comparator.comparing(LandingTrialRow::timePeriod)
          .thenComparing(LandingTrialRow::measure)
          .thenComparing(LandingTrialRow::method);

  private final IndicatorDefinition indicator;
  private final String refArea;
  private final Accumulation accumulation;
  private final Policy.Landing policy;
  private final LocalDate asOf;
  private final SeriesAsOf atTheEnd;
  private final List<LandingTrialRow> rows = new ArrayList<>();

  private LandingTrials(
      IndicatorDefinition indicator,
      String refArea,
      Accumulation accumulation,
      Policy.Landing policy,
      LocalDate asOf,
      SeriesAsOf atTheEnd) {
    this.indicator = indicator;
    this.refArea = refArea;
    this.accumulation = accumulation;
    this.policy = policy;
    this.asOf = asOf;
    this.atTheEnd = atTheEnd;
  }

  /** Codes of the indicators of which the plans' targets need estimates. */
  public static Set<String> indicators(RegionPack pack) {
    return pack.allTargets().stream()
        .filter(Target::isDistinct)
        .filter(LandingTrials::isEstimated)
        .map(Target::indicator)
        .collect(Collectors.toSet());
  }

  /**
   * Every trial that a series allows, in the order of periods.
   *
   * @param indicator the indicator
   * @param vintages every vintage of it in one area at one frequency, of all accumulations, in any
   *     order; what was released after {@code asOf} is not looked at
   * @param accumulation of the series that is tried
   * @param policy how full-year values are estimated
   * @param asOf the day as of which outcomes are known, stored with each row
   */
  public static List<LandingTrialRow> of(
      IndicatorDefinition indicator,
      Collection<Observation> vintages,
      Accumulation accumulation,
      Policy.Landing policy,
      LocalDate asOf) {
    List<Observation> known =
        vintages.stream().filter(seen -> !seen.vintage().released().isAfter(asOf)).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    String area = known.get(0).refArea();
    FiguresByDay end = alone(indicator, known);
    end.advanceTo(asOf);
    LandingTrials trials =
        new LandingTrials(
            indicator, area, accumulation, policy, asOf, end.series(area, accumulation));
    FiguresByDay then = alone(indicator, known);
    firstKnown(known, accumulation)
        .forEach(
            (day, periods) -> {
              then.advanceTo(day);
              periods.forEach(period -> trials.add(then.series(area, accumulation), period, day));
            });
    return trials.rows.stream().sorted(ORDER).toList();
  }

  /**
   * How far the estimates of a method were off on average, whichever way, when made by the same
   * month of other years; empty where it was never tried.
   */
  static Optional<TrackRecord> track(
      List<LandingTrialRow> trials, Landing.Method method, int endMonth) {
    List<BigDecimal> errors =
        trials.stream()
            .filter(t -> t.method().name().equals(method.name()))
            .filter(t -> t.timePeriod().endMonth() == endMonth)
            .map(LandingTrialRow::error)
            .filter(Objects::nonNull)
            .map(BigDecimal::abs)
            .toList();
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TrackRecord(
                errors.size(),
                ExactDecimal.quotient(
                    errors.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                    BigDecimal.valueOf(errors.size()))));
  }

  private static boolean isEstimated(Target target) {
    return switch (target.kind()) {
      case growth_yoy, increment, count_of_areas -> true;
      case level, capital_share, assessed, overdue_rectifications -> false;
    };
  }

  /** The series as a group of its own: neither its levels nor its growth need another area. */
  private static FiguresByDay alone(IndicatorDefinition indicator, List<Observation> known) {
    Observation any = known.get(0);
    return new FiguresByDay(
        new PeerGroupFigures(
            indicator, any.period().frequency(), new PeerGroup(any.refArea(), true, List.of())),
        known);
  }

  /** The periods that were first known on each day, in the order of days. */
  private static Map<LocalDate, List<TimePeriod>> firstKnown(
      List<Observation> known, Accumulation accumulation) {
    Map<TimePeriod, LocalDate> first = new TreeMap<>();
    known.stream()
        .filter(seen -> seen.accumulation() == accumulation)
        .forEach(
            seen ->
                first.merge(
                    seen.period(), seen.vintage().released(), (a, b) -> a.isBefore(b) ? a : b));
    return first.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  private void add(SeriesAsOf then, TimePeriod period, LocalDate knownOn) {
    if (period.frequency() == Frequency.A) {
      nextYear(then, new Trial(period, knownOn));
    } else if (period.endMonth() < 12) {
      amount(then, new Trial(period, knownOn));
      growth(then, new Trial(period, knownOn));
    }
  }

  private void amount(SeriesAsOf then, Trial trial) {
    BigDecimal level = then.level(trial.period());
    BigDecimal outcome = atTheEnd.yearTotal(trial.period());
    if (level == null || outcome == null) {
      return;
    }
    Landing.Projection projection =
        samples(then, trial.period())
            .shares(policy.years())
            .flatMap(sample -> Landing.bySeasonalShare(level, sample, policy.confidencePct()))
            .orElse(null);
    if (projection == null) {
      return;
    }
    add(trial, Measure.LEVEL, projection, outcome);
    add(
        trial,
        Measure.LEVEL,
        LandingTrialRow.Method.time_proportional,
        ExactDecimal.quotient(
            level.multiply(BigDecimal.valueOf(12)), BigDecimal.valueOf(trial.period().endMonth())),
        outcome);
    TimePeriod yearAgo = trial.period().yearEarlier();
    sameGrowth(trial, then.yearTotal(yearAgo), level, then.level(yearAgo), outcome);
  }

  private void growth(SeriesAsOf then, Trial trial) {
    BigDecimal soFar = then.growth(trial.period());
    BigDecimal outcome = atTheEnd.growth(SeriesAsOf.lastOfYear(trial.period()));
    Landing.Sample sample =
        samples(then, trial.period()).growthDifferences(policy.years()).orElse(null);
    if (soFar == null || outcome == null || sample == null) {
      return;
    }
    add(
        trial,
        Measure.YOY,
        Landing.byGrowthDifference(soFar, sample, policy.confidencePct()),
        outcome);
    add(trial, Measure.YOY, LandingTrialRow.Method.same_growth, soFar, outcome);
  }

  private void nextYear(SeriesAsOf then, Trial trial) {
    TimePeriod next = TimePeriod.year(trial.period().year() + 1);
    BigDecimal last = then.level(trial.period());
    BigDecimal outcome = atTheEnd.level(next);
    Landing.Sample sample = samples(then, next).annualGrowth(policy.annualYears()).orElse(null);
    if (last == null || outcome == null || sample == null) {
      return;
    }
    add(trial, Measure.LEVEL, Landing.byAnnualTrend(last, sample, policy.confidencePct()), outcome);
    sameGrowth(trial, last, last, then.level(trial.period().yearEarlier()), outcome);
  }

  /** What the growth of a level makes of a total. */
  private void sameGrowth(
      Trial trial,
      BigDecimal total,
      BigDecimal level,
      BigDecimal levelYearAgo,
      BigDecimal outcome) {
    BigDecimal growth = Growth.computed(level, levelYearAgo).orElse(null);
    if (total != null && growth != null) {
      add(
          trial,
          Measure.LEVEL,
          LandingTrialRow.Method.same_growth,
          ExactDecimal.stored(total.multiply(HUNDRED.add(growth)).movePointLeft(2)),
          outcome);
    }
  }

  private static LandingSamples samples(SeriesAsOf then, TimePeriod period) {
    return new LandingSamples(then, period, then.figure(period).isSimulated());
  }

  /** The figure from which an estimate is made, and when it came. */
  private record Trial(TimePeriod period, LocalDate knownOn) {}

  private void add(
      Trial trial, Measure measure, Landing.Projection projection, BigDecimal outcome) {
    if (ExactDecimal.fits(projection.low()) && ExactDecimal.fits(projection.high())) {
      rows.add(
          row(
              trial,
              measure,
              LandingTrialRow.Method.of(projection.method()),
              projection.projected(),
              projection.low(),
              projection.high(),
              outcome));
    }
  }

  private void add(
      Trial trial,
      Measure measure,
      LandingTrialRow.Method plain,
      BigDecimal estimate,
      BigDecimal outcome) {
    if (ExactDecimal.fits(estimate)) {
      rows.add(row(trial, measure, plain, estimate, null, null, outcome));
    }
  }

  private LandingTrialRow row(
      Trial trial,
      Measure measure,
      LandingTrialRow.Method method,
      BigDecimal estimate,
      BigDecimal low,
      BigDecimal high,
      BigDecimal outcome) {
    return new LandingTrialRow(
        indicator.indicator(),
        refArea,
        trial.period().frequency(),
        accumulation,
        trial.period(),
        trial.knownOn(),
        measure,
        method,
        estimate,
        low,
        high,
        outcome,
        error(measure, estimate, outcome),
        low == null ? null : low.compareTo(outcome) <= 0 && outcome.compareTo(high) <= 0,
        Provenance.ofUsed(
            atTheEnd.figure(trial.period()).provenance(),
            atTheEnd.figure(SeriesAsOf.lastOfYear(trial.period())).provenance()),
        asOf);
  }

  /** Of an amount in percent of the outcome, of growth in points; null over nothing. */
  private static BigDecimal error(Measure measure, BigDecimal estimate, BigDecimal outcome) {
    BigDecimal off = estimate.subtract(outcome);
    return switch (measure) {
      case YOY, TWO_YEAR_AVERAGE -> ExactDecimal.inRange(off);
      case LEVEL, LEVEL_CONSTANT ->
          outcome.signum() <= 0 ? null : ExactDecimal.inRange(ExactDecimal.percent(off, outcome));
    };
  }
}
