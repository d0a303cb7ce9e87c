package org.diaodu.layout;

import java.math.BigDecimal;

/**
 * A growth that may be a fraction where a percentage is wanted: 0.051 is what a cell holds that
 * shows 5.1 %. Below one percent hardly anybody prints so many decimals.
 */
public final class FractionGrowth {
  /** Name of the rule. */
  public static final String RULE = "fraction_growth";

  /** Decimals that are usual where everybody sees that growth is in percent. */
  public static final int DECIMALS = 2;

  private FractionGrowth() {}

  /**
   * Whether a growth without a percent sign may be a fraction.
   *
   * @param decimals decimals with which it is written or shown
   * @param usual so many decimals are nothing unusual
   */
  public static boolean isLike(BigDecimal growth, int decimals, int usual) {
    return growth.signum() != 0 && growth.abs().compareTo(BigDecimal.ONE) < 0 && decimals > usual;
  }

  /** What is wrong with such a growth and what to do, in Chinese. */
  public static String message(BigDecimal growth) {
    String percent = growth.movePointRight(2).stripTrailingZeros().toPlainString();
    return "增速的单位是%%，写的是%s，可能是没有化成百分数的小数。如果是%s%%，请写%s；如果确实是%s%%，请连百分号一起写"
        .formatted(growth.toPlainString(), percent, percent, growth.toPlainString());
  }
}
