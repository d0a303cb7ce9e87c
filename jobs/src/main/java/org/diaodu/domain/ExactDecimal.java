package org.diaodu.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The one way in which a quotient becomes a figure: the exact fraction, rounded half up once, to
 * six decimals. Dividing in steps, or letting an engine round on the way, rounds twice and can
 * change the last printed digit.
 */
public final class ExactDecimal {
  /** Decimals kept of every stored figure, {@code DECIMAL(18,6)}. */
  public static final int SCALE = 6;

  /** Digits kept of every stored figure, {@code DECIMAL(18,6)}. */
  public static final int PRECISION = 18;

  private ExactDecimal() {}

  /**
   * {@code √value}, rounded half up once to six decimals; exact, by whole numbers.
   *
   * @param value not negative, with at most twelve decimals
   */
  public static BigDecimal squareRoot(BigDecimal value) {
    BigDecimal scaled = value.movePointRight(2 * SCALE);
    BigInteger whole = scaled.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
    BigInteger root = whole.sqrt();
    // (root + ½)² = root² + root + ¼, and a whole number is never between the last two.
    boolean up = whole.subtract(root.multiply(root)).compareTo(root) > 0;
    return new BigDecimal(up ? root.add(BigInteger.ONE) : root, SCALE);
  }

  /** {@code numerator / denominator}, rounded half up once to six decimals. */
  public static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, SCALE, RoundingMode.HALF_UP);
  }

  /** {@code 100 × numerator / denominator}, rounded half up once to six decimals. */
  public static BigDecimal percent(BigDecimal numerator, BigDecimal denominator) {
    return quotient(numerator.movePointRight(2), denominator);
  }

  /** The value at six decimals; a value with more is rounded half up. */
  public static BigDecimal stored(BigDecimal value) {
    return value.setScale(SCALE, RoundingMode.HALF_UP);
  }

  /** The value as it is printed: rounded half up to {@code decimals}. */
  public static BigDecimal printed(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  /** The value in so many digits as it has: no zeros at the end, no exponent. */
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The value, or null where it cannot be stored, or is null already. */
  public static BigDecimal inRange(BigDecimal value) {
    return value == null || !fits(value) ? null : value;
  }

  /**
   * Whether the value can be stored without losing a digit: at most 12 digits before the point and
   * six after.
   */
  public static boolean fits(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return plain.scale() <= SCALE && plain.precision() - plain.scale() <= PRECISION - SCALE;
  }

  /** Whether two figures are the same number, however many zeros end them; or both are missing. */
  public static boolean same(BigDecimal one, BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
