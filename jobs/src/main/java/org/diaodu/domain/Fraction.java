package org.diaodu.domain;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A quotient that has not been divided: what is held against a target is compared as it is, and
 * rounded only where it is stored or printed.
 *
 * @param numerator of any sign
 * @param denominator positive
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Serializable {
  /** Nothing. */
  public static final Fraction ZERO = of(BigDecimal.ZERO);

  /** All of it. */
  public static final Fraction ONE = of(BigDecimal.ONE);

  /** Refuses a denominator that is not positive. */
  public Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("A denominator must be positive: " + denominator);
    }
  }

  /** A figure as it stands; null for null. */
  public static Fraction of(BigDecimal figure) {
    return figure == null ? null : new Fraction(figure, BigDecimal.ONE);
  }

  /** {@code part / whole} in percent; the whole must be positive. */
  public static Fraction percent(BigDecimal part, BigDecimal whole) {
    return new Fraction(part, whole).inPercent();
  }

  /** This less another. */
  public Fraction minus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** This and another. */
  public Fraction plus(Fraction other) {
    return minus(other.negate());
  }

  /** This times another. */
  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** This over another, which must be positive. */
  public Fraction over(Fraction positive) {
    return new Fraction(
        numerator.multiply(positive.denominator), denominator.multiply(positive.numerator));
  }

  /** The same in percent. */
  public Fraction inPercent() {
    return new Fraction(numerator.movePointRight(2), denominator);
  }

  /** The same with the other sign. */
  public Fraction negate() {
    return new Fraction(numerator.negate(), denominator);
  }

  /** The same without a sign. */
  public Fraction abs() {
    return new Fraction(numerator.abs(), denominator);
  }

  /** −1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** −1, 0 or 1: whether it is less than another, the same number, or more; nothing is rounded. */
  public int compare(Fraction other) {
    return minus(other).signum();
  }

  /** The smaller of the two. */
  public Fraction min(Fraction other) {
    return compare(other) <= 0 ? this : other;
  }

  /** As it is stored: rounded half up once, to six decimals. */
  public BigDecimal rounded() {
    return ExactDecimal.quotient(numerator, denominator);
  }
}
