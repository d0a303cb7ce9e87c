package org.diaodu.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.diaodu.sheet.FormatTokens.Kind;
import org.diaodu.sheet.FormatTokens.Token;

/**
 * A number as a format shows it: what stands before the digits, the digits, and what stands behind
 * them.
 *
 * @param before what stands before the digits, with the sign
 * @param digits the digits; empty where none are shown
 * @param after what stands behind the digits, with the percent sign
 * @param another whether the digits are those of another number: divided, times more than a
 *     hundred, or with something drawn between them
 */
record ShownNumber(String before, String digits, String after, boolean another) {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

  /** A sign for money says no more than the table does. */
  private static final Pattern CURRENCY = Pattern.compile("[¥\uFFE5]");

  private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212\uFF0D]");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern UNIT = Pattern.compile("\\p{IsHan}+(?:/\\p{IsHan}+)?");
  private static final Pattern PERIOD = Pattern.compile("\\d+(?:年|年度|月|月份|季度|日)");
  private static final Pattern FALL = Pattern.compile("下降|减少|降低|负增长|下跌|回落");

  /** How what is shown goes with what is stored. */
  enum Agreement {
    /** It is the same number. */
    same,
    /** A change in words, which say the sign: what is shown counts. */
    in_words,
    /** Nothing is shown. */
    hidden,
    /** Another number is shown, or none. */
    otherwise
  }

  /** A number as a section shows it. */
  static ShownNumber of(BigDecimal number, FormatSection section) {
    List<Token> tokens = section.tokens();
    boolean minus = number.signum() < 0 && !section.withoutMinus();
    int first = first(tokens);
    if (first < 0) {
      return new ShownNumber(literals(tokens, minus), "", "", true);
    }
    int last = last(tokens);
    int scale = 2 * section.percents() - 3 * divisions(tokens);
    BigDecimal size = number.abs().movePointRight(scale);
    String digits = digits(size, section, tokens.subList(first, last + 1));
    boolean another =
        section.percents() > 1
            || scale < 0
            || section.has(Kind.other_digits)
            || section.has(Kind.date)
            || drawnBetween(tokens.subList(first, last + 1));
    // A minus before nothing but zeros is not written.
    boolean negative = minus && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
    return new ShownNumber(
        literals(tokens.subList(0, first), negative),
        digits,
        literals(tokens.subList(last + 1, tokens.size()), false),
        another);
  }

  /** All that is seen. */
  String text() {
    return before + digits + after;
  }

  /** Whether a percent sign stands behind it. */
  boolean percent() {
    return behind().equals("%");
  }

  /** The unit that stands behind it; empty where none does. */
  String unit() {
    return percent() ? "" : behind();
  }

  /** Whether it is the name of a period and no figure: 2023年, 6月. */
  boolean isPeriod() {
    return PERIOD.matcher(squeezed(text())).matches();
  }

  /** Holds what is shown against what is stored. */
  Agreement against(BigDecimal stored) {
    String sign = squeezed(before);
    if (squeezed(text()).isEmpty()) {
      return Agreement.hidden;
    }
    if (stored.signum() == 0 && digits.isEmpty() && HAN.matcher(sign).matches()) {
      return Agreement.in_words;
    }
    if (another || digits.chars().noneMatch(Character::isDigit)) {
      return Agreement.otherwise;
    }
    if (HAN.matcher(sign).matches()) {
      // Words that do not speak of a fall cannot stand for a negative number.
      boolean negative = stored.signum() < 0 && !FALL.matcher(sign).find();
      return negative ? Agreement.otherwise : Agreement.in_words;
    }
    boolean brackets = sign.equals("(") && squeezed(after).startsWith(")");
    boolean negative = sign.equals("-") || brackets;
    boolean known = negative || sign.isEmpty() || sign.equals("+");
    boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    boolean unit = behind().isEmpty() || percent() || UNIT.matcher(behind()).matches();
    boolean sameSign = zero || negative == stored.signum() < 0;
    return known && unit && sameSign ? Agreement.same : Agreement.otherwise;
  }

  private String behind() {
    String squeezed = squeezed(after);
    return squeezed.startsWith(")") && squeezed(before).equals("(")
        ? squeezed.substring(1)
        : squeezed;
  }

  private static String squeezed(String text) {
    String plain = CURRENCY.matcher(BLANK.matcher(text).replaceAll("")).replaceAll("");
    return DASH.matcher(plain)
        .replaceAll("-")
        .replace('\uFF05', '%')
        .replace('\uFF08', '(')
        .replace('\uFF09', ')');
  }

  private static String literals(List<Token> tokens, boolean minus) {
    StringBuilder text = new StringBuilder(minus ? "-" : "");
    for (Token token : tokens) {
      if (token.kind() == Kind.literal || token.kind() == Kind.percent) {
        text.append(token.text());
      }
    }
    return text.toString();
  }

  private static boolean isNumber(Token token) {
    return switch (token.kind()) {
      case digit, point, content, exponent -> true;
      case literal, comma, percent, date, other_digits -> false;
    };
  }

  private static int first(List<Token> tokens) {
    int at = 0;
    while (at < tokens.size() && !isNumber(tokens.get(at))) {
      at++;
    }
    return at < tokens.size() ? at : -1;
  }

  private static int last(List<Token> tokens) {
    int at = tokens.size() - 1;
    while (!isNumber(tokens.get(at))) {
      at--;
    }
    return at;
  }

  /** Commas behind the last digit before the point, or behind the last of all. */
  private static int divisions(List<Token> tokens) {
    int divisions = 0;
    int run = 0;
    boolean behindDigit = false;
    for (Token token : tokens) {
      switch (token.kind()) {
        case comma -> run += behindDigit ? 1 : 0;
        case digit -> {
          behindDigit = true;
          run = 0;
        }
        case point -> {
          divisions += run;
          run = 0;
          behindDigit = true;
        }
        case literal, percent, exponent, content, date, other_digits -> {}
      }
    }
    return divisions + run;
  }

  private static boolean drawnBetween(List<Token> digits) {
    return digits.stream()
        .anyMatch(
            t ->
                t.kind() == Kind.percent
                    || (t.kind() == Kind.literal && !BLANK.matcher(t.text()).matches()));
  }

  private static String digits(BigDecimal size, FormatSection section, List<Token> tokens) {
    if (tokens.stream().anyMatch(t -> t.kind() == Kind.content)) {
      return StoredCell.kept(size).toPlainString();
    }
    if (section.has(Kind.exponent)) {
      return scientific(size, section);
    }
    int point = section.point();
    int whole = point < 0 ? tokens.size() : point - section.tokens().indexOf(tokens.get(0));
    BigDecimal rounded = size.setScale(section.places(), RoundingMode.HALF_UP);
    String[] parts = rounded.toPlainString().split("\\.", 2);
    StringBuilder shown = whole(parts[0], tokens.subList(0, Math.max(0, whole)));
    if (point >= 0) {
      fraction(shown.append('.'), parts.length > 1 ? parts[1] : "", tokens, whole + 1);
    }
    return shown.toString();
  }

  private static String scientific(BigDecimal size, FormatSection section) {
    int exponent = size.signum() == 0 ? 0 : size.precision() - size.scale() - 1;
    int exponentAt =
        section
            .tokens()
            .indexOf(
                section.tokens().stream()
                    .filter(t -> t.kind() == Kind.exponent)
                    .findFirst()
                    .orElseThrow());
    int point = section.point();
    long places =
        point < 0
            ? 0
            : section.tokens().subList(point, exponentAt).stream()
                .filter(t -> t.kind() == Kind.digit)
                .count();
    BigDecimal mantissa =
        size.movePointLeft(exponent).setScale(Math.toIntExact(places), RoundingMode.HALF_UP);
    return "%sE%+03d".formatted(mantissa.toPlainString(), exponent);
  }

  /** From the right: each place takes a digit, the leftmost takes all that remain. */
  private static StringBuilder whole(String digits, List<Token> tokens) {
    String rest = digits.equals("0") ? "" : digits;
    boolean grouped = isGrouped(tokens);
    long places = tokens.stream().filter(t -> t.kind() == Kind.digit).count();
    StringBuilder reversed = new StringBuilder();
    int written = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.literal) {
        reversed.append(new StringBuilder(token.text()).reverse());
      } else if (token.kind() == Kind.digit) {
        int take = --places == 0 ? Math.max(1, rest.length()) : 1;
        for (int n = 0; n < take; n++) {
          String digit = rest.isEmpty() ? "" : rest.substring(rest.length() - 1);
          rest = rest.isEmpty() ? "" : rest.substring(0, rest.length() - 1);
          digit = digit.isEmpty() && token.text().equals("0") ? "0" : digit;
          reversed.append(
              grouped && written > 0 && written % 3 == 0 && !digit.isEmpty() ? "," : "");
          reversed.append(digit);
          written += digit.length();
        }
      }
    }
    return reversed.reverse();
  }

  /** A comma between two places for digits groups. */
  private static boolean isGrouped(List<Token> tokens) {
    int last = tokens.size() - 1;
    while (last >= 0 && tokens.get(last).kind() != Kind.digit) {
      last--;
    }
    return tokens.subList(0, Math.max(0, last)).stream().anyMatch(t -> t.kind() == Kind.comma);
  }

  private static void fraction(StringBuilder shown, String digits, List<Token> tokens, int from) {
    int needed = digits.length();
    List<Token> places =
        tokens.subList(from, tokens.size()).stream().filter(t -> t.kind() == Kind.digit).toList();
    while (needed > 0
        && digits.charAt(needed - 1) == '0'
        && !places.get(needed - 1).text().equals("0")) {
      needed--;
    }
    shown.append(digits, 0, needed);
  }
}
