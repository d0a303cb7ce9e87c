package org.diaodu.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * How much the first figures of a series are revised, and whether to one side. A revision is the
 * current figure less the preliminary one, zero where nothing was changed. Definitions: {@code
 * docs/method/revisions.md}, after the revision analysis of OECD and Eurostat.
 *
 * @param figures how many figures have a preliminary and a current value
 * @param revised how many of them differ
 * @param mean mean revision, {@code Σ r / n}, exact, rounded half up once to six decimals
 * @param meanAbsolute mean absolute revision, {@code Σ |r| / n}, likewise
 * @param t the one-sample t statistic of the mean against zero; null where it cannot be had
 * @param p two-sided probability of such a mean without bias; null where it cannot be had
 * @param bias what the test says at five percent; null where it cannot be had
 * @param notTestedBecause why there is no test; null where there is one
 */
public record RevisionStatistics(
    int figures,
    int revised,
    BigDecimal mean,
    BigDecimal meanAbsolute,
    BigDecimal t,
    BigDecimal p,
    Bias bias,
    NotComputed notTestedBecause) {

  /** To which side first figures are wrong. */
  public enum Bias {
    /** No more than chance explains. */
    none,
    /** Revised upwards: first figures are too low. */
    upward,
    /** Revised downwards: first figures are too high. */
    downward
  }

  /** Fewest figures for which the test is worth its name. */
  public static final int FEWEST = 8;

  private static final double LEVEL = 0.05;

  /**
   * Statistics of the revisions of one series.
   *
   * @param revisions one for each figure, zeros included; at least one
   */
  public static RevisionStatistics of(List<BigDecimal> revisions) {
    BigDecimal n = BigDecimal.valueOf(revisions.size());
    BigDecimal sum = revisions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal absolute =
        revisions.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
    int revised = (int) revisions.stream().filter(r -> r.signum() != 0).count();
    BigDecimal mean = ExactDecimal.quotient(sum, n);
    BigDecimal meanAbsolute = ExactDecimal.quotient(absolute, n);
    NotComputed why = whyNoTest(revisions);
    if (why != null) {
      return new RevisionStatistics(
          revisions.size(), revised, mean, meanAbsolute, null, null, null, why);
    }
    // A probability and no figure, so doubles are precise enough.
    double[] sample = revisions.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    TTest test = new TTest();
    double statistic = test.t(0, sample);
    // Revisions that differ by less than a double can tell have no spread.
    if (!Double.isFinite(statistic) || !ExactDecimal.fits(rounded(statistic))) {
      return new RevisionStatistics(
          revisions.size(),
          revised,
          mean,
          meanAbsolute,
          null,
          null,
          null,
          NotComputed.out_of_range);
    }
    BigDecimal t = rounded(statistic);
    double p = test.tTest(0, sample);
    Bias bias = p >= LEVEL ? Bias.none : t.signum() > 0 ? Bias.upward : Bias.downward;
    return new RevisionStatistics(
        revisions.size(), revised, mean, meanAbsolute, t, rounded(p), bias, null);
  }

  private static NotComputed whyNoTest(List<BigDecimal> revisions) {
    if (revisions.size() < FEWEST) {
      return NotComputed.too_few_figures;
    }
    BigDecimal first = revisions.get(0);
    boolean constant = revisions.stream().allMatch(r -> r.compareTo(first) == 0);
    return constant ? NotComputed.no_variation : null;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(ExactDecimal.SCALE, RoundingMode.HALF_UP);
  }
}
