package org.diaodu.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of a number format's code. ECMA-376 Part 1, 18.8.31. */
final class FormatTokens {
  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern GENERAL =
      Pattern.compile("\\G(?:General|G/通用格式)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HALF_DAY =
      Pattern.compile("\\G(?:AM/PM|A/P|上午/下午)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE_PART = Pattern.compile("\\G([yYmMdDhHsSaAeE])\\1*");

  private final String code;
  private final List<Token> tokens = new ArrayList<>();
  private FormatSection.Condition condition;
  private boolean digitsSeen;
  private boolean systemDate;

  private FormatTokens(String code) {
    this.code = code;
  }

  /** What a piece is. */
  enum Kind {
    /** Text that is shown as it is. */
    literal,
    /** A place for a digit: {@code 0}, {@code #} or {@code ?}. */
    digit,
    /** The decimal point. */
    point,
    /** A comma: it groups between digits and divides by a thousand behind them. */
    comma,
    /** {@code %}: a hundred times as much is shown. */
    percent,
    /** {@code E+00}. */
    exponent,
    /** The text of the cell, or the number as {@code General}. */
    content,
    /** A part of a date or time, such as {@code yyyy}. */
    date,
    /** Digits that are not written as 0 to 9. */
    other_digits
  }

  /** A piece and its text. */
  record Token(Kind kind, String text) {}

  /** The tokens of a section and the condition for which it is, if any. */
  record Section(List<Token> tokens, FormatSection.Condition condition) {}

  /** The pieces of one section. */
  static Section of(String code) {
    FormatTokens tokens = new FormatTokens(code);
    for (int at = 0; at < code.length(); ) {
      // The long date of the system stands for the whole section; what follows repeats it.
      at = tokens.systemDate ? code.length() : tokens.next(at);
    }
    return new Section(List.copyOf(tokens.tokens), tokens.condition);
  }

  /** The codes of the sections of a format. */
  static List<String> sections(String code) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < code.length(); i = end(code, i)) {
      if (code.charAt(i) == ';') {
        sections.add(code.substring(start, i));
        start = i + 1;
      }
    }
    sections.add(code.substring(start));
    return sections;
  }

  /** Where what begins at a place ends: quoted, bracketed and escaped text as a whole. */
  private static int end(String code, int at) {
    char c = code.charAt(at);
    int end =
        switch (c) {
          case '"' -> code.indexOf('"', at + 1);
          case '[' -> code.indexOf(']', at + 1);
          case '\\', '!', '_', '*' -> at + 1;
          default -> at;
        };
    return end < 0 ? code.length() : Math.min(end + 1, code.length());
  }

  private int next(int at) {
    char c = code.charAt(at);
    int end = end(code, at);
    String inner = end - at > 1 ? code.substring(at + 1, end) : "";
    switch (c) {
      case '"' -> literal(inner.endsWith("\"") ? inner.substring(0, inner.length() - 1) : inner);
      case '\\', '!' -> literal(inner);
      case '_' -> literal(" ");
      case '*' -> {}
      case '[' -> bracket(inner.endsWith("]") ? inner.substring(0, inner.length() - 1) : inner);
      case '0', '#', '?' -> {
        digitsSeen = true;
        add(Kind.digit, c);
      }
      case '.' -> add(Kind.point, c);
      case ',' -> add(Kind.comma, c);
      case '%' -> add(Kind.percent, c);
      case '@' -> add(Kind.content, c);
      default -> {
        return word(at);
      }
    }
    return end;
  }

  private int word(int at) {
    Matcher general = GENERAL.matcher(code);
    if (general.find(at)) {
      tokens.add(new Token(Kind.content, "General"));
      return general.end();
    }
    boolean exponent = code.startsWith("E+", at) || code.startsWith("E-", at);
    if (digitsSeen && exponent) {
      tokens.add(new Token(Kind.exponent, code.substring(at, at + 2)));
      return at + 2;
    }
    Matcher half = HALF_DAY.matcher(code);
    if (half.find(at)) {
      tokens.add(new Token(Kind.date, half.group()));
      return half.end();
    }
    Matcher part = DATE_PART.matcher(code);
    if (part.find(at)) {
      tokens.add(new Token(Kind.date, part.group().toLowerCase(Locale.ROOT)));
      return part.end();
    }
    add(Kind.literal, code.charAt(at));
    return at + 1;
  }

  /** A condition, a currency, a kind of digits, hours past 24, or a colour, which says nothing. */
  private void bracket(String inner) {
    Matcher found = CONDITION.matcher(inner.strip());
    String lower = inner.toLowerCase(Locale.ROOT);
    if (found.matches()) {
      condition = new FormatSection.Condition(found.group(1), new BigDecimal(found.group(2)));
    } else if (lower.startsWith("$-f800")) {
      systemDate = true;
      tokens.addAll(of("yyyy\"年\"m\"月\"d\"日\"").tokens());
    } else if (inner.startsWith("$")) {
      int locale = inner.indexOf('-');
      literal(inner.substring(1, locale < 0 ? inner.length() : locale));
    } else if (lower.startsWith("dbnum")) {
      tokens.add(new Token(Kind.other_digits, inner));
    } else if (lower.matches("h+|m+|s+")) {
      tokens.add(new Token(Kind.date, "[" + lower + "]"));
    }
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      tokens.add(new Token(Kind.literal, text));
    }
  }

  private void add(Kind kind, char c) {
    tokens.add(new Token(kind, String.valueOf(c)));
  }
}
