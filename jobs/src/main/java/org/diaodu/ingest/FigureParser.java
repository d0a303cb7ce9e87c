package org.diaodu.ingest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diaodu.text.HalfWidth;

/**
 * Reads a figure as people type it: full-width digits, a sign, thousands separators. Nothing is
 * guessed.
 */
final class FigureParser {
  private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

  /** Nothing longer is a figure, and reading some megabytes of digits takes minutes. */
  private static final int LONGEST = 100;

  private FigureParser() {}

  /** The exact value, with the decimals that were written; empty where it is no number. */
  static Optional<BigDecimal> parse(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    if (isPlainAscii(written)) {
      return Optional.of(new BigDecimal(written));
    }
    String text = HalfWidth.of(written).strip().replace('\u2212', '-').replace('\u2013', '-');
    if (GROUPED.matcher(text).matches()) {
      text = text.replace(",", "");
    }
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Digits, with a point among them perhaps, as nearly all figures are written. */
  private static boolean isPlainAscii(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return points <= 1 && points < text.length();
  }
}
