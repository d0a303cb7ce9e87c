package org.diaodu.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.TimePeriod;

/** Finds the day on which the figures of a table were released. */
final class ReleaseDay {
  /** A day as tables print it. */
  static final Pattern DATE =
      Pattern.compile(
          "(?<y>(?:19|20)\\d{2})(?:年(?<m>\\d{1,2})月(?<d>\\d{1,2})日|([./-])(?<m2>\\d{1,2})\\4(?<d2>\\d{1,2}))");

  private ReleaseDay() {}

  /** The day that the template's rule gives; a day that no calendar has refuses the figure. */
  static LocalDate of(TableContext context, TimePeriod period, Doubts doubts) {
    Template.Release release = context.template().release();
    if (release.label() != null) {
      FoundTable table = context.table();
      String text = table.title() + "\n" + Label.normal(String.join("\n", table.notes()));
      int at = text.indexOf(release.label());
      Matcher date = at < 0 ? null : DATE.matcher(text.substring(at));
      if (date != null && date.find()) {
        return date(date, context.received(), doubts);
      }
    }
    return release.daysAfterPeriod() == null
        ? context.received()
        : period.lastDay().plusDays(release.daysAfterPeriod());
  }

  private static LocalDate date(Matcher found, LocalDate received, Doubts doubts) {
    boolean inWords = found.group("m") != null;
    try {
      return LocalDate.of(
          Integer.parseInt(found.group("y")),
          Integer.parseInt(found.group(inWords ? "m" : "m2")),
          Integer.parseInt(found.group(inWords ? "d" : "d2")));
    } catch (DateTimeException noSuchDay) {
      doubts.refuse(
          "bad_release_date",
          found.group(),
          "2024年7月18日",
          "表中的发布日期“%s”不成立。请改正".formatted(found.group()));
      return received;
    }
  }
}
