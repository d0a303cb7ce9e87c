package org.diaodu.ingest;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a figure as people type it: full-width digits, a sign, thousands separators. Nothing is
 * guessed.
 */
final class FigureParser {
  private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

  private FigureParser() {}

  /** The exact value, with the decimals that were written; empty where it is no number. */
  static Optional<BigDecimal> parse(String written) {
    String text =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .strip()
            .replace('\u2212', '-')
            .replace('\u2013', '-');
    if (GROUPED.matcher(text).matches()) {
      text = text.replace(",", "");
    }
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
