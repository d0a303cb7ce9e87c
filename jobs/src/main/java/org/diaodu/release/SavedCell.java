package org.diaodu.release;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that was written into a CSV file and came back from a spreadsheet program. Such a program
 * reads 5.10 as a number and 2024-06 as a day, saves them in its own way, and loses characters that
 * its code page does not have: what it made of a cell is still the same cell.
 */
final class SavedCell {
  private static final Charset CODE_PAGE = Charset.forName("GBK");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:E[+-]?\\d{1,3})?%?");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:月|(?:[-/.月](\\d{1,2})日?))?");
  private static final DateTimeFormatter ENGLISH_MONTH =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM-yy")
          .toFormatter(Locale.ENGLISH);

  private SavedCell() {}

  /** Whether a cell is what was written, however it was saved. */
  static boolean isSame(String written, String saved) {
    String before = plain(written);
    String after = plain(saved);
    if (before.equals(after) || throughCodePage(before).equals(after)) {
      return true;
    }
    if (NUMBER.matcher(before).matches() && NUMBER.matcher(after).matches()) {
      return isSameNumber(before, after);
    }
    Optional<LocalDate> day = day(before);
    return day.isPresent() && day.equals(day(after));
  }

  /** Without the sign that makes a text of a cell, and with single spaces. */
  private static String plain(String cell) {
    return cell.strip().replaceFirst("^'", "").replaceAll("\\s+", " ");
  }

  /** What a program saves in a code page that has no sign for a character. */
  private static String throughCodePage(String text) {
    return new String(text.getBytes(CODE_PAGE), CODE_PAGE);
  }

  private static boolean isSameNumber(String before, String after) {
    BigDecimal written = number(before);
    BigDecimal saved = number(after);
    if (before.endsWith("%") != after.endsWith("%")) {
      return false;
    }
    if (after.contains("E")) {
      // Of a long number a spreadsheet saves the first digits alone.
      return written
              .round(new MathContext(saved.precision(), RoundingMode.HALF_UP))
              .compareTo(saved)
          == 0;
    }
    return written.compareTo(saved) == 0;
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replaceAll("[,%]", ""));
  }

  /** A day, or the first of a month. */
  private static Optional<LocalDate> day(String text) {
    try {
      Matcher day = DAY.matcher(text);
      if (!day.matches()) {
        return Optional.of(YearMonth.parse(text, ENGLISH_MONTH).atDay(1));
      }
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              day.group(3) == null ? 1 : Integer.parseInt(day.group(3))));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
