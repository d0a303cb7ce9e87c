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

  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("^\\d{1,2}(?:月\\d{1,2}[日号]?|[./-]\\d{1,2})(?!\\d)");

  /** Between a label and its date. */
  private static final Pattern BETWEEN = Pattern.compile("^[:;,.、)\\n-]+");

  private ReleaseDay() {}

  /**
   * The day that the table states where the template looks for it, that somebody has said of the
   * whole file, or that the template's rule gives, in this order. A date that cannot be read
   * refuses the figure: the day on which the file came would be another vintage.
   */
  static LocalDate of(TableContext context, TimePeriod period, Doubts doubts) {
    Template.Release release = context.template().release();
    LocalDate stated = release.label() == null ? null : stated(context, release.label(), doubts);
    if (stated != null) {
      return stated;
    }
    Publication publication = context.publication();
    if (publication.released() != null) {
      return publication.released();
    }
    if (release.date() != null) {
      return release.date();
    }
    return release.daysAfterPeriod() == null
        ? publication.received()
        : period.lastDay().plusDays(release.daysAfterPeriod());
  }

  /** The date behind a label; null where it states none and another rule does. */
  private static LocalDate stated(TableContext context, String label, Doubts doubts) {
    FoundTable table = context.table();
    String text = table.title() + "\n" + Label.normal(String.join("\n", table.notes()));
    int at = text.indexOf(label);
    if (at < 0) {
      return null;
    }
    String behind = text.substring(at + label.length());
    String written = BETWEEN.matcher(behind).replaceFirst("");
    Matcher date = DATE.matcher(behind);
    Matcher withoutYear = WITHOUT_YEAR.matcher(written);
    if (withoutYear.find()) {
      return refused(
          withoutYear.group(),
          "表中的发布日期“%s”没有写年份，不知道是哪一年。请写成2024年7月18日的样子".formatted(withoutYear.group()),
          context,
          doubts);
    }
    if (date.find()) {
      return date(date, context, doubts);
    }
    boolean otherwiseKnown =
        context.publication().released() != null
            || context.template().release().date() != null
            || context.template().release().daysAfterPeriod() != null;
    return otherwiseKnown
        ? null
        : refused("没有日期", "表中“%s”后面没有日期。请写明，如2024年7月18日".formatted(label), context, doubts);
  }

  private static LocalDate date(Matcher found, TableContext context, Doubts doubts) {
    boolean inWords = found.group("m") != null;
    try {
      return LocalDate.of(
          Integer.parseInt(found.group("y")),
          Integer.parseInt(found.group(inWords ? "m" : "m2")),
          Integer.parseInt(found.group(inWords ? "d" : "d2")));
    } catch (DateTimeException noSuchDay) {
      return refused(found.group(), "表中的发布日期“%s”不成立。请改正".formatted(found.group()), context, doubts);
    }
  }

  private static LocalDate refused(
      String found, String message, TableContext context, Doubts doubts) {
    doubts.refuse("bad_release_date", found, "2024年7月18日", message);
    return context.publication().received();
  }
}
