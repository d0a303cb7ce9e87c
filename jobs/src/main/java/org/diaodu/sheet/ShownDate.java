package org.diaodu.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diaodu.sheet.FormatTokens.Kind;
import org.diaodu.sheet.FormatTokens.Token;

/**
 * A date or time as a format shows it.
 *
 * @param shown what is seen
 * @param inWords the same parts with 年, 月 and 日, so that nobody takes the 5 of a day for a figure;
 *     a time is left as it is shown
 */
record ShownDate(String shown, String inWords) {
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

  /** Day 1 is 1 January 1900. Excel has a 29 February 1900, day 60, which no calendar has. */
  private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);

  private static final int SECONDS_A_DAY = 86_400;

  /** 31 December 9999, where the calendar of a spreadsheet ends. */
  private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);

  private static final int NOT_A_DAY = 60;

  /**
   * The date of a serial number.
   *
   * @return empty where a spreadsheet shows no date for it
   */
  static Optional<ShownDate> of(BigDecimal serial, boolean from1904, FormatSection section) {
    if (serial.signum() < 0 || serial.compareTo(LAST) >= 0) {
      return Optional.empty();
    }
    long seconds =
        serial
            .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    LocalDate first = FROM_1900.plusDays(seconds / SECONDS_A_DAY < NOT_A_DAY ? 1 : 0);
    LocalDateTime at = (from1904 ? FROM_1904 : first).atStartOfDay().plusSeconds(seconds);
    String shown = shown(at, section.tokens());
    return Optional.of(new ShownDate(shown, inWords(at, section.tokens(), shown)));
  }

  private static String shown(LocalDateTime at, List<Token> tokens) {
    StringBuilder shown = new StringBuilder();
    boolean halves = tokens.stream().anyMatch(t -> t.kind() == Kind.date && isHalf(t));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.kind()) {
        case date -> shown.append(part(at, token, halves, isMinute(tokens, i)));
        case literal, point, comma -> shown.append(token.text());
        case digit, percent, exponent, content, other_digits -> {}
      }
    }
    return shown.toString();
  }

  private static boolean isHalf(Token token) {
    return token.text().indexOf('/') >= 0;
  }

  /** The m behind hours or before seconds is minutes. */
  private static boolean isMinute(List<Token> tokens, int at) {
    Token before = null;
    Token after = null;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.date && !isHalf(tokens.get(i))) {
        before = i < at ? tokens.get(i) : before;
        after = i > at && after == null ? tokens.get(i) : after;
      }
    }
    return tokens.get(at).text().matches("\\[?m{1,2}]?")
        && ((before != null && before.text().contains("h"))
            || (after != null && after.text().contains("s")));
  }

  private static String part(LocalDateTime at, Token token, boolean halves, boolean minute) {
    String code = token.text();
    int hour = halves ? (at.getHour() + 11) % 12 + 1 : at.getHour();
    return switch (code) {
      case "y", "yy" -> "%02d".formatted(at.getYear() % 100);
      case "m" -> String.valueOf(minute ? at.getMinute() : at.getMonthValue());
      case "mm" -> "%02d".formatted(minute ? at.getMinute() : at.getMonthValue());
      case "mmm" -> at.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "d" -> String.valueOf(at.getDayOfMonth());
      case "dd" -> "%02d".formatted(at.getDayOfMonth());
      case "ddd" -> at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "aaa" -> at.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.CHINA);
      case "aaaa" -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA);
      case "h" -> String.valueOf(hour);
      case "hh" -> "%02d".formatted(hour);
      case "s" -> String.valueOf(at.getSecond());
      case "ss" -> "%02d".formatted(at.getSecond());
      default -> longPart(at, code);
    };
  }

  private static String longPart(LocalDateTime at, String code) {
    if (code.startsWith("y") || code.startsWith("e")) {
      return String.valueOf(at.getYear());
    }
    if (code.startsWith("m")) {
      return at.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    if (code.startsWith("d")) {
      return at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    if (code.contains("/")) {
      boolean morning = at.getHour() < 12;
      return code.startsWith("上") ? (morning ? "上午" : "下午") : (morning ? "AM" : "PM");
    }
    return code;
  }

  private static String inWords(LocalDateTime at, List<Token> tokens, String shown) {
    boolean year = has(tokens, "[ye].*");
    boolean month = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean isM = tokens.get(i).kind() == Kind.date && tokens.get(i).text().matches("m+");
      month |= isM && !isMinute(tokens, i);
    }
    boolean day = has(tokens, "d{1,2}");
    boolean said =
        (!year || (shown.contains("年") && shown.contains(String.valueOf(at.getYear()))))
            && (!month || shown.contains("月"))
            && (!day || shown.contains("日"));
    if (said) {
      return shown;
    }
    return (year ? at.getYear() + "年" : "")
        + (month ? at.getMonthValue() + "月" : "")
        + (day ? at.getDayOfMonth() + "日" : "");
  }

  private static boolean has(List<Token> tokens, String code) {
    return tokens.stream().anyMatch(t -> t.kind() == Kind.date && t.text().matches(code));
  }
}
