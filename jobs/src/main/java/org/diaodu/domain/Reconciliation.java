package org.diaodu.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures of areas made to add up to their total. What comes out stands beside what was reported,
 * never in its place. Definitions: {@code docs/method/reconciliation.md}.
 */
public final class Reconciliation {
  private Reconciliation() {}

  /** How figures are made to add up. */
  public enum Method {
    /** Each period by itself: every area changes by the same factor. */
    proportional,
    /** All periods together: the ratio of adjusted to reported moves as little as it can. */
    movement_preserving
  }

  /**
   * {@code reportedᵢ × total / Σ reported}, brought to {@code decimals} so that the sum is the
   * total to the last digit. No exact product is rounded on the way.
   *
   * @param reported figures of the areas, none negative, their sum positive
   * @param total what they are to add up to, not negative
   * @param decimals decimals of the result; more where the total itself has more
   */
  public static List<BigDecimal> proportional(
      List<BigDecimal> reported, BigDecimal total, int decimals) {
    BigDecimal sum = reported.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int scale = scale(total, decimals);
    List<BigDecimal> whole = new ArrayList<>();
    List<BigDecimal> rest = new ArrayList<>();
    for (BigDecimal figure : reported) {
      // Quotient and remainder of whole numbers of last digits: the rests compare exactly.
      BigDecimal[] parts = figure.multiply(total).movePointRight(scale).divideAndRemainder(sum);
      whole.add(parts[0].movePointLeft(scale).setScale(scale, RoundingMode.UNNECESSARY));
      rest.add(parts[1]);
    }
    return filledUp(whole, rest, total, scale);
  }

  /**
   * Approximate figures brought to {@code decimals} so that their sum is the total, by the exact
   * rule of {@link #proportional}: what floating point lost, however large the figures, is spread
   * over all of them, and only last digits go to the largest rests. An area that reported zero
   * stays at zero.
   *
   * @param approximate one for each area, none negative, adding up to the total but for the error
   *     of floating point
   * @param reported what the areas reported
   */
  public static List<BigDecimal> toLastDigit(
      double[] approximate, List<BigDecimal> reported, BigDecimal total, int decimals) {
    if (total.signum() == 0) {
      return Collections.nCopies(reported.size(), BigDecimal.ZERO.setScale(scale(total, decimals)));
    }
    List<BigDecimal> figures = new ArrayList<>();
    for (int i = 0; i < approximate.length; i++) {
      figures.add(
          reported.get(i).signum() == 0
              ? BigDecimal.ZERO
              : new BigDecimal(approximate[i], MathContext.DECIMAL64));
    }
    return proportional(figures, total, decimals);
  }

  /** One last digit each to the largest rests, as many as are missing; among equal to the first. */
  private static List<BigDecimal> filledUp(
      List<BigDecimal> whole, List<BigDecimal> rest, BigDecimal total, int scale) {
    BigDecimal missing = total.subtract(whole.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    List<Integer> byRest =
        IntStream.range(0, rest.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> rest.get(i)).reversed())
            .toList();
    // Fewer than there are rests that are not zero: their sum is so many whole digits.
    int digits = missing.movePointRight(scale).intValueExact();
    List<BigDecimal> filled = new ArrayList<>(whole);
    for (int i : byRest.subList(0, digits)) {
      filled.set(i, filled.get(i).add(BigDecimal.ONE.movePointLeft(scale)));
    }
    return filled;
  }

  private static int scale(BigDecimal total, int decimals) {
    return Math.max(decimals, Math.max(0, total.stripTrailingZeros().scale()));
  }
}
