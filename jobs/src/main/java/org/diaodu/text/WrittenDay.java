package org.diaodu.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people and spreadsheets write it: 2024-08-20, 2024/8/20, 2024.8.20, 20240820,
 * 2024年8月20日. The year comes first and is whole, so that no part can be taken for another.
 */
public final class WrittenDay {
  private static final Pattern DAY =
      Pattern.compile(
          "(?<y>\\d{4})(?:"
              + "年(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号](?:\\(?(?:星期|周)[一二三四五六日天]\\)?)?"
              + "|(?<sep>[-/.])(?<m2>\\d{1,2})\\k<sep>(?<d2>\\d{1,2})"
              + "|(?<m3>\\d{2})(?<d3>\\d{2}))"
              + "(?:[T ]?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.0+)?)?)?");

  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}-[A-Za-z]{3}");

  /** Days since 1900 as a spreadsheet stores them, from 1990 to 2063. */
  private static final Pattern SERIAL = Pattern.compile("[345]\\d{4}");

  private static final Pattern BLANK = Pattern.compile("(?<=[年月])\\s+|\\s+(?=[年月日号])");

  private WrittenDay() {}

  /** The day that a text names; empty where it names none, or one that no calendar has. */
  public static Optional<LocalDate> of(String text) {
    Matcher day = DAY.matcher(BLANK.matcher(HalfWidth.of(text).strip()).replaceAll(""));
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(day.group("y")), part(day, "m"), part(day, "d")));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Whether a text names a day of any year: 8月20日, 8/20. */
  public static boolean lacksYear(String text) {
    return WITHOUT_YEAR.matcher(HalfWidth.of(text).strip()).matches();
  }

  /** Whether a text is a number that a spreadsheet would show as a day. */
  public static boolean isSerial(String text) {
    return SERIAL.matcher(HalfWidth.of(text).strip()).matches();
  }

  private static int part(Matcher day, String name) {
    for (String form : new String[] {name, name + "2", name + "3"}) {
      if (day.group(form) != null) {
        return Integer.parseInt(day.group(form));
      }
    }
    throw new IllegalStateException("Cannot happen: every form has " + name);
  }
}
