package org.diaodu.fuzz;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What figure a text says, read one character after the other by a reader of its own: whoever
 * accepts a figure must have read the same.
 */
public final class StrictFigure {
  private static final String MINUS = "-\u2212\u2013\uFF0D";

  private StrictFigure() {}

  /** The figure of a field of a text file; empty where it is none beyond doubt. */
  public static Optional<BigDecimal> typed(String written) {
    return number(written.strip());
  }

  /**
   * The figure of a printed cell: blanks within, dashes of any kind, a percent sign, footnote marks
   * before or after, and changes in words; empty where it is none beyond doubt.
   */
  public static Optional<BigDecimal> printed(String written) {
    String text =
        written
            .strip()
            .replaceFirst("^(?:[①-⑳]|\\[\\d{1,2}])+", "")
            .replaceFirst("(?:[①-⑳¹²³⁰⁴-⁹]|\\[\\d{1,2}]|\\*)+$", "")
            .replaceAll("(?<=\\p{IsHan})[\t\n\r]+", "");
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dash = c >= '\u2010' && c <= '\u2015';
      if (dash || c == '\u2500' || c == '\u2212') {
        kept.append('-');
      } else if (c != ' ' && Character.getType(c) != Character.SPACE_SEPARATOR) {
        kept.append(c);
      }
    }
    text = kept.toString();
    for (String same : new String[] {"与上年持平", "同比持平", "持平"}) {
      if (text.equals(same)) {
        return Optional.of(BigDecimal.ZERO);
      }
    }
    text = text.endsWith("%") || text.endsWith("％") ? text.substring(0, text.length() - 1) : text;
    for (String up : new String[] {"同比增长", "增长", "上升", "提高", "增加"}) {
      if (text.startsWith(up)) {
        return unsigned(text.substring(up.length()));
      }
    }
    for (String down : new String[] {"同比下降", "负增长", "下降", "减少", "降低"}) {
      if (text.startsWith(down)) {
        return unsigned(text.substring(down.length())).map(BigDecimal::negate);
      }
    }
    return number(text);
  }

  private static Optional<BigDecimal> number(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char sign = text.charAt(0);
    if (MINUS.indexOf(sign) >= 0) {
      return unsigned(text.substring(1)).map(BigDecimal::negate);
    }
    return unsigned(sign == '+' || sign == '＋' ? text.substring(1) : text);
  }

  private static Optional<BigDecimal> unsigned(String text) {
    BigDecimal value = BigDecimal.ZERO;
    int digits = 0;
    int decimals = -1;
    int sinceComma = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
      if (digit >= 0) {
        digits++;
        value = value.multiply(BigDecimal.TEN).add(BigDecimal.valueOf(digit));
        decimals += decimals >= 0 ? 1 : 0;
        sinceComma += sinceComma >= 0 && decimals < 0 ? 1 : 0;
      } else if ((c == ',' || c == '，') && decimals < 0) {
        boolean first = sinceComma < 0;
        if (first ? digits < 1 || digits > 3 : sinceComma != 3) {
          return Optional.empty();
        }
        sinceComma = 0;
      } else if ((c == '.' || c == '．') && decimals < 0) {
        decimals = 0;
      } else {
        return Optional.empty();
      }
    }
    boolean whole = digits > 0 && (sinceComma < 0 || sinceComma == 3);
    return whole ? Optional.of(value.movePointLeft(Math.max(0, decimals))) : Optional.empty();
  }
}
