package org.diaodu.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** What a number format says of the number that it shows. */
final class NumberFormats {
  /** A spreadsheet keeps 15 significant digits; what lies beyond is noise of binary fractions. */
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

  /** A point that is only drawn: 12345 as 1234.5. */
  private static final Pattern POINT_IN_QUOTES =
      Pattern.compile("[0#?](?:[\\\\!]\\.|\"\\.\")[0#?]");

  /** A comma behind the last digit divides by a thousand. */
  private static final Pattern SCALING = Pattern.compile("[0#?.],+(?![0#?,])");

  private NumberFormats() {}

  /** The number as the spreadsheet keeps it, without the noise of its binary form. */
  static BigDecimal kept(BigDecimal stored) {
    BigDecimal kept = stored.round(KEPT).stripTrailingZeros();
    return kept.scale() < 0 ? kept.setScale(0) : kept;
  }

  /** Whether a format shows a percentage. */
  static boolean isPercent(String format) {
    return format != null && plain(format).indexOf('%') >= 0;
  }

  /**
   * Whether a format shows another number than is stored, but for rounding: in thousands ({@code
   * #,##0,}), in ten thousands ({@code 0!.0,}), or a hundred times a percentage. What stands in the
   * cell is then neither what is seen nor in the unit of the table.
   */
  static boolean isScaled(String format) {
    if (format == null) {
      return false;
    }
    String section = plain(format);
    boolean percents = section.indexOf('%') != section.lastIndexOf('%');
    return percents
        || section.contains("‰")
        || SCALING.matcher(section).find()
        || POINT_IN_QUOTES.matcher(format).find();
  }

  /** Decimals that a format shows always; −1 where it does not say or depends on the number. */
  static int decimals(String format) {
    if (format == null) {
      return -1;
    }
    String section = plain(format);
    int point = section.indexOf('.');
    if (point < 0) {
      return section.indexOf('0') >= 0 && section.indexOf('E') < 0 ? 0 : -1;
    }
    int digits = 0;
    for (int i = point + 1; i < section.length() && section.charAt(i) == '0'; i++) {
      digits++;
    }
    boolean optional =
        point + 1 + digits < section.length()
            && "#?".indexOf(section.charAt(point + 1 + digits)) >= 0;
    return optional || section.indexOf('E') >= 0 ? -1 : digits;
  }

  /** The section for positive numbers, without quoted text, escapes, blanks kept and conditions. */
  private static String plain(String format) {
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '!' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && c == '[') {
        int end = format.indexOf(']', i);
        i = end < 0 ? format.length() : end;
      } else if (!quoted && c == ';') {
        break;
      } else if (!quoted) {
        plain.append(c);
      }
    }
    String text = plain.toString().strip();
    return text.equalsIgnoreCase("General") ? "" : text;
  }
}
