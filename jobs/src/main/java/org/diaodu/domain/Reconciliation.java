package org.diaodu.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
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
    return filledUp(whole, rest, reported, total, scale);
  }

  /**
   * Approximate figures brought to {@code decimals} so that their sum is the total: each is cut
   * off, and the missing last digits go, one each, to the largest rests; among equal rests to the
   * earlier. An area that reported zero stays at zero.
   *
   * @param approximate one for each area, none negative, adding up to the total but for the error
   *     of floating point
   * @param reported what the areas reported
   */
  public static List<BigDecimal> toLastDigit(
      double[] approximate, List<BigDecimal> reported, BigDecimal total, int decimals) {
    int scale = scale(total, decimals);
    List<BigDecimal> whole = new ArrayList<>();
    List<BigDecimal> rest = new ArrayList<>();
    for (int i = 0; i < approximate.length; i++) {
      BigDecimal value =
          reported.get(i).signum() == 0
              ? BigDecimal.ZERO
              : new BigDecimal(approximate[i], MathContext.DECIMAL64);
      BigDecimal cut = value.setScale(scale, RoundingMode.DOWN);
      whole.add(cut);
      rest.add(value.subtract(cut));
    }
    return filledUp(whole, rest, reported, total, scale);
  }

  private static List<BigDecimal> filledUp(
      List<BigDecimal> whole,
      List<BigDecimal> rest,
      List<BigDecimal> reported,
      BigDecimal total,
      int scale) {
    BigDecimal missing = total.subtract(whole.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    List<Integer> byRest =
        IntStream.range(0, rest.size())
            .filter(i -> reported.get(i).signum() != 0)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> rest.get(i)).reversed())
            .toList();
    int digits = missing.movePointRight(scale).intValueExact();
    if (digits < 0 || digits > byRest.size()) {
      throw new IllegalArgumentException(
          "Cannot bring figures to %s: %d last digits are missing over %d figures"
              .formatted(total, digits, byRest.size()));
    }
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
