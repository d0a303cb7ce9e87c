package org.diaodu.bulletin;

import java.math.BigDecimal;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.NotComputed;

/**
 * Figures as they are printed: rounded half up from the stored six decimals. A figure that is not
 * there is said to be so, with its reason; it is never blank and never zero.
 */
final class FigureText {
  /** Decimals of growth and of gaps in growth. */
  static final int GROWTH_DECIMALS = 1;

  /** Decimals of shares. */
  static final int SHARE_DECIMALS = 2;

  private FigureText() {}

  /** The figure, or — where there is none. */
  static String of(BigDecimal value, int decimals) {
    return value == null ? "—" : printed(value, decimals);
  }

  /** The figure with a plus sign where it is above zero. */
  static String signed(BigDecimal value, int decimals) {
    if (value == null) {
      return "—";
    }
    String text = printed(value, decimals);
    return new BigDecimal(text).signum() > 0 ? "+" + text : text;
  }

  /** Growth in words: 增长5.2%, 下降3.2%, 持平. */
  static String growthInWords(BigDecimal percent) {
    BigDecimal printed = ExactDecimal.printed(percent, GROWTH_DECIMALS);
    if (printed.signum() == 0) {
      return "持平";
    }
    return (printed.signum() > 0 ? "增长" : "下降") + printed.abs().toPlainString() + "%";
  }

  /** Change of a share in words: 提高0.31个百分点. */
  static String changeInWords(BigDecimal points) {
    BigDecimal printed = ExactDecimal.printed(points, SHARE_DECIMALS);
    if (printed.signum() == 0) {
      return "持平";
    }
    return (printed.signum() > 0 ? "提高" : "下降") + printed.abs().toPlainString() + "个百分点";
  }

  /** Why a figure is not there, in Chinese. */
  static String reason(String code) {
    return code == null ? NotComputed.no_observation.nameZh() : NotComputed.valueOf(code).nameZh();
  }

  /** Rounding to zero leaves no minus sign behind. */
  private static String printed(BigDecimal value, int decimals) {
    return ExactDecimal.printed(value, decimals).toPlainString();
  }
}
