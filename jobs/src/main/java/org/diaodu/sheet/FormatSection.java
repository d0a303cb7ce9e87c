package org.diaodu.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.sheet.FormatTokens.Kind;
import org.diaodu.sheet.FormatTokens.Token;

/**
 * One section of a number format.
 *
 * @param tokens its pieces
 * @param condition the numbers for which it is; null where its place says it
 * @param withoutMinus whether no minus is written for a negative number but the one that stands in
 *     it
 */
record FormatSection(List<Token> tokens, Condition condition, boolean withoutMinus) {
  /** Shown where no section is for a number. */
  static final FormatSection NOTHING_FITS =
      new FormatSection(List.of(new Token(Kind.literal, "####")), null, true);

  /** The numbers for which a section is, such as {@code [<1000]}. */
  record Condition(String comparison, BigDecimal limit) {
    boolean holds(BigDecimal number) {
      int compared = number.compareTo(limit);
      return switch (comparison) {
        case "<" -> compared < 0;
        case "<=" -> compared <= 0;
        case ">" -> compared > 0;
        case ">=" -> compared >= 0;
        case "=" -> compared == 0;
        default -> compared != 0;
      };
    }

    boolean onlyNegative() {
      return switch (comparison) {
        case "<" -> limit.signum() <= 0;
        case "<=", "=" -> limit.signum() < 0;
        default -> false;
      };
    }
  }

  static FormatSection of(FormatTokens.Section section) {
    return new FormatSection(section.tokens(), section.condition(), false);
  }

  FormatSection forNegative() {
    return new FormatSection(tokens, condition, true);
  }

  /** Whether it shows a date or a time. */
  boolean isDate() {
    return has(Kind.date)
        && tokens.stream().noneMatch(t -> t.kind() == Kind.digit && !t.text().equals("0"))
        && (!has(Kind.digit) || has(Kind.point));
  }

  /** Whether it is for text. */
  boolean isText() {
    return tokens.stream().anyMatch(t -> t.kind() == Kind.content && t.text().equals("@"))
        && !has(Kind.digit);
  }

  /** How many percent signs it has: each shows a hundred times as much. */
  int percents() {
    return (int) tokens.stream().filter(t -> t.kind() == Kind.percent).count();
  }

  /** Decimals that it shows always; −1 where it does not say or depends on the number. */
  int decimals() {
    int point = point();
    boolean fixed =
        !has(Kind.exponent)
            && tokens.stream()
                .skip(point + 1L)
                .noneMatch(t -> point >= 0 && t.kind() == Kind.digit && !t.text().equals("0"));
    boolean says =
        tokens.stream().anyMatch(t -> t.kind() == Kind.digit && t.text().equals("0")) && !isDate();
    return fixed && says ? places() : -1;
  }

  /** Places for digits behind the point. */
  int places() {
    int point = point();
    return point < 0
        ? 0
        : (int) tokens.stream().skip(point).filter(t -> t.kind() == Kind.digit).count();
  }

  /** Where its point is; −1 where it has none. */
  int point() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.point) {
        return i;
      }
    }
    return -1;
  }

  boolean has(Kind kind) {
    return tokens.stream().anyMatch(t -> t.kind() == kind);
  }

  /** A text as it shows it. */
  String show(String text) {
    StringBuilder shown = new StringBuilder();
    for (Token token : tokens) {
      switch (token.kind()) {
        case content -> shown.append(text);
        case literal, percent -> shown.append(token.text());
        case digit, point, comma, exponent, date, other_digits -> {}
      }
    }
    return shown.toString();
  }

  /** A number as it shows it. */
  ShownNumber show(BigDecimal number) {
    return ShownNumber.of(number, this);
  }
}
