package org.diaodu.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where a year will end: an estimate of the full-year value with an interval. For series that are
 * short, seasonal and cumulative: what earlier years did between the same month and their end is
 * taken as a sample, its mean as the centre, and its spread, by Student's t, as the width.
 * Definitions: {@code docs/method/landing.md}.
 */
public final class Landing {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LEAST_YEARS = 2;

  private Landing() {}

  /** How the estimate is made. */
  public enum Method {
    /** The year is over, and the figure is the outcome. */
    outcome,
    /** The cumulative amount over the share of the year that it was in earlier years. */
    seasonal_share,
    /** The growth so far, and by how much a year's growth used to differ from it. */
    growth_difference,
    /** A year's amount and the growth that earlier years had: for series that come once a year. */
    annual_trend
  }

  /**
   * What earlier years did.
   *
   * @param years how many there are
   * @param centre their mean, at six decimals
   * @param scale standard error of one more year, {@code √(s² × (1 + 1/n) + u²/6)}, at six decimals
   */
  public record Sample(int years, BigDecimal centre, BigDecimal scale)
      implements java.io.Serializable {

    /** Whether it has a size that can be stored: shares of next to nothing have none. */
    public boolean fits() {
      return ExactDecimal.fits(centre) && ExactDecimal.fits(scale);
    }
  }

  /**
   * The estimate.
   *
   * @param method how it was made
   * @param projected its centre
   * @param low lower end of the interval
   * @param high upper end of the interval
   */
  public record Projection(Method method, BigDecimal projected, BigDecimal low, BigDecimal high) {}

  /**
   * The sample of earlier years; empty with fewer than two.
   *
   * @param unit last printed digit {@code u} of the figures of which these are differences:
   *     rounding two figures has a variance of {@code u²/6}, which years that agree by chance do
   *     not show; zero for figures that are not differences
   */
  public static Optional<Sample> sample(List<BigDecimal> years, BigDecimal unit) {
    int n = years.size();
    if (n < LEAST_YEARS) {
      return Optional.empty();
    }
    BigDecimal sum = years.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    // Σ(x − x̄)² = Σx² − (Σx)²/n, so that the mean is not rounded on the way.
    BigDecimal squares =
        years.stream().map(x -> x.multiply(x)).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal count = BigDecimal.valueOf(n);
    BigDecimal deviations = squares.multiply(count).subtract(sum.multiply(sum));
    BigDecimal variance =
        deviations
            .multiply(BigDecimal.valueOf(n + 1L))
            .divide(
                count.multiply(count).multiply(BigDecimal.valueOf(n - 1L)),
                2 * ExactDecimal.SCALE,
                RoundingMode.HALF_UP)
            .add(
                unit.multiply(unit)
                    .divide(BigDecimal.valueOf(6), 2 * ExactDecimal.SCALE, RoundingMode.HALF_UP));
    return Optional.of(
        new Sample(n, ExactDecimal.quotient(sum, count), ExactDecimal.squareRoot(variance)));
  }

  /**
   * The outcome of a year whose amount so far was, in earlier years, {@code centre} percent of the
   * whole: {@code 100 × level / centre}, between {@code 100 × level / (centre ± t × scale)}. Empty
   * where the interval has no upper end, or the level is not positive.
   */
  public static Optional<Projection> bySeasonalShare(
      BigDecimal level, Sample shares, BigDecimal confidencePct) {
    BigDecimal width = width(shares, confidencePct);
    if (level.signum() <= 0 || shares.centre().compareTo(width) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Projection(
            Method.seasonal_share,
            ExactDecimal.percent(level, shares.centre()),
            ExactDecimal.percent(level, shares.centre().add(width)),
            ExactDecimal.percent(level, shares.centre().subtract(width))));
  }

  /** The year's growth: {@code growth so far + centre}, give or take {@code t × scale}. */
  public static Projection byGrowthDifference(
      BigDecimal growth, Sample differences, BigDecimal confidencePct) {
    BigDecimal width = width(differences, confidencePct);
    BigDecimal projected = growth.add(differences.centre());
    return new Projection(
        Method.growth_difference, projected, projected.subtract(width), projected.add(width));
  }

  /** Next year's amount: {@code last × (1 + (centre ± t × scale) / 100)}, never below zero. */
  public static Projection byAnnualTrend(BigDecimal last, Sample growth, BigDecimal confidencePct) {
    BigDecimal width = width(growth, confidencePct);
    return new Projection(
        Method.annual_trend,
        grown(last, growth.centre()),
        grown(last, growth.centre().subtract(width)).max(BigDecimal.ZERO.setScale(6)),
        grown(last, growth.centre().add(width)));
  }

  /** A year that is over. */
  public static Projection outcome(BigDecimal actual) {
    return new Projection(Method.outcome, actual, actual, actual);
  }

  /**
   * The probability, in percent, that a value that is {@code centre} with standard error {@code
   * scale} comes out at {@code bound} or above, by Student's t with {@code years − 1} degrees of
   * freedom. It is an estimate, and the only figure that is made in floating point.
   */
  public static BigDecimal probabilityAtLeast(Sample of, BigDecimal bound) {
    if (of.scale().signum() == 0) {
      return of.centre().compareTo(bound) >= 0 ? HUNDRED.setScale(6) : BigDecimal.ZERO.setScale(6);
    }
    double t = of.centre().subtract(bound).doubleValue() / of.scale().doubleValue();
    double p = student(of).cumulativeProbability(t);
    return BigDecimal.valueOf(100 * p).setScale(ExactDecimal.SCALE, RoundingMode.HALF_UP);
  }

  /** The probability, in percent, that it comes out at {@code bound} or below. */
  public static BigDecimal probabilityAtMost(Sample of, BigDecimal bound) {
    Sample mirrored = new Sample(of.years(), of.centre().negate(), of.scale());
    return probabilityAtLeast(mirrored, bound.negate());
  }

  private static BigDecimal width(Sample of, BigDecimal confidencePct) {
    double quantile =
        student(of).inverseCumulativeProbability(0.5 + confidencePct.doubleValue() / 200);
    return ExactDecimal.stored(
        of.scale().multiply(BigDecimal.valueOf(quantile).setScale(6, RoundingMode.HALF_UP)));
  }

  private static TDistribution student(Sample of) {
    return new TDistribution(of.years() - 1.0);
  }

  private static BigDecimal grown(BigDecimal last, BigDecimal growth) {
    return ExactDecimal.stored(last.multiply(HUNDRED.add(growth)).movePointLeft(2));
  }
}
