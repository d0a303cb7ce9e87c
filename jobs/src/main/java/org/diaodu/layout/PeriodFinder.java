package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the periods that a text states, and the parts of a year that no period stands for. */
final class PeriodFinder {
  private static final Map<String, Integer> QUARTERS =
      Map.of("一", 1, "二", 2, "三", 3, "四", 4, "1", 1, "2", 2, "3", 3, "4", 4);
  private static final String YEAR = "(?:(?:19|20)\\d{2}年?度?)";

  private static final String AND = "[-、,和及至到]";

  /**
   * What must not be taken for one of its parts: a month of several, a year of several, or the year
   * of a half.
   */
  private static final String UNCLEAR =
      "(?<unclear>"
          + YEAR
          + "?(?<!\\d)(?!1月?[-至到])\\d{1,2}月?"
          + AND
          + "\\d{1,2}月"
          + "|"
          + YEAR
          + "?\\d{1,2}月(?:[上中下]旬|\\d{1,2}(?:日|"
          + AND
          + "))"
          + "|"
          + YEAR
          + "?(?:下半年|第?[一二三四1-4]"
          + AND
          + "第?[一二三四1-4]季)"
          + "|"
          + YEAR
          + "(?:春节|清明|端午|中秋|国庆|元旦|五一)"
          + "|(?:19|20)\\d{2}年?[-至到](?:(?:19|20)\\d{2}|\\d{2})年"
          + "|(?:19|20)\\d{2}(?<sep>[-./])\\d{1,2}\\k<sep>\\d{1,2})";

  /** From the most particular to the least; the first that is found counts. */
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?<three>"
              + YEAR
              + "?(?:前三季度|1-3季度|一(?:至|-|到)三季度|1至3季度))"
              + "|(?<first>"
              + YEAR
              + "?前(?<months>\\d{1,2})个?月)"
              + "|"
              + UNCLEAR
              + "|(?<ytd>"
              + YEAR
              + "?(?<!\\d)1月?(?:-|至|到)(?<to>\\d{1,2})月份?(?:累计)?)"
              + "|(?<half>"
              + YEAR
              + "?上半年)"
              + "|(?<q>"
              + YEAR
              + "?第?(?<quarter>[一二三四1-4])季度)"
              + "|(?<m>"
              + YEAR
              + "?(?<![\\d-])(?<month>\\d{1,2})月份?(?!\\d*日|[-至到]\\d))"
              + "|(?<iso>(?<isoyear>(?:19|20)\\d{2})[-./](?<isomonth>0[1-9]|1[0-2])(?!\\d))"
              + "|(?<to2>1-本月|(?:本年|自?年初|本月止|截至本月)?(?:止)?累计)"
              + "|(?<now>本月|当月)"
              + "|(?<nowq>[本当]季度?)"
              + "|(?<y>(?<y4>(?:19|20)\\d{2})(?:年度?|全年|(?=\\)|$))(?:全年)?)");

  private static final Pattern YEARS = Pattern.compile("[〇○零一二三四五六七八九]{4}(?=年)");
  private static final Pattern MONTHS =
      Pattern.compile(
          "(?<![一二三四五六七八九十])(?:十[一二]?|[元一二两三四五六七八九])"
              + "(?=个?月|(?:[-、和及至到])(?:十[一二]?|[一二三四五六七八九])月)");

  private PeriodFinder() {}

  /** The first period that a text in its normal form states. */
  static PeriodPhrase find(String normal) {
    String text = arabic(normal);
    Matcher m = PHRASE.matcher(text);
    return m.find() ? phrase(m) : PeriodPhrase.NONE;
  }

  /** All periods that a text in its normal form states, in their order. */
  static List<PeriodPhrase> findAll(String normal) {
    List<PeriodPhrase> found = new ArrayList<>();
    Matcher m = PHRASE.matcher(arabic(normal));
    while (m.find()) {
      found.add(phrase(m));
    }
    return found;
  }

  private static PeriodPhrase phrase(Matcher m) {
    String found = m.group();
    if (m.group("ytd") != null) {
      return month(yearIn(found), PeriodPhrase.Span.to_month, m.group("to"), found);
    }
    if (m.group("first") != null) {
      return month(yearIn(found), PeriodPhrase.Span.to_month, m.group("months"), found);
    }
    if (m.group("unclear") != null) {
      return unclear(found);
    }
    if (m.group("half") != null) {
      return new PeriodPhrase(yearIn(found), PeriodPhrase.Span.to_month, 6, found);
    }
    if (m.group("three") != null) {
      return new PeriodPhrase(yearIn(found), PeriodPhrase.Span.to_month, 9, found);
    }
    if (m.group("q") != null) {
      int quarter = QUARTERS.get(m.group("quarter"));
      // The first quarter is the year so far as well.
      return quarter == 1
          ? new PeriodPhrase(yearIn(found), PeriodPhrase.Span.to_month, 3, found)
          : new PeriodPhrase(yearIn(found), PeriodPhrase.Span.quarter, quarter, found);
    }
    if (m.group("m") != null) {
      return month(yearIn(found), PeriodPhrase.Span.month, m.group("month"), found);
    }
    if (m.group("iso") != null) {
      return month(
          Integer.valueOf(m.group("isoyear")), PeriodPhrase.Span.month, m.group("isomonth"), found);
    }
    if (m.group("to2") != null) {
      return new PeriodPhrase(null, PeriodPhrase.Span.to_month, 0, found);
    }
    if (m.group("now") != null) {
      return new PeriodPhrase(null, PeriodPhrase.Span.month, 0, found);
    }
    if (m.group("nowq") != null) {
      return new PeriodPhrase(null, PeriodPhrase.Span.quarter, 0, found);
    }
    return new PeriodPhrase(Integer.valueOf(m.group("y4")), PeriodPhrase.Span.year, 0, found);
  }

  private static PeriodPhrase month(
      Integer year, PeriodPhrase.Span span, String digits, String found) {
    int month = Integer.parseInt(digits);
    return month < 1 || month > 12 ? unclear(found) : new PeriodPhrase(year, span, month, found);
  }

  private static PeriodPhrase unclear(String found) {
    return new PeriodPhrase(yearIn(found), PeriodPhrase.Span.unclear, 0, found);
  }

  private static Integer yearIn(String found) {
    Matcher year = Pattern.compile("^((?:19|20)\\d{2})(?=[年度\\d上前一二三四第])").matcher(found);
    return year.find() ? Integer.valueOf(year.group(1)) : null;
  }

  /** 二〇二四年 as 2024年, 元月 and 十一月 as 1月 and 11月. */
  static String arabic(String text) {
    String years =
        YEARS
            .matcher(text)
            .replaceAll(
                r -> {
                  StringBuilder digits = new StringBuilder();
                  r.group().chars().forEach(c -> digits.append(digit(c)));
                  return digits.toString();
                });
    return MONTHS
        .matcher(years)
        .replaceAll(
            r -> {
              String month = r.group();
              int ones = digit(month.charAt(month.length() - 1));
              return String.valueOf(month.charAt(0) == '十' ? 10 + ones : ones);
            });
  }

  private static int digit(int c) {
    return switch (c) {
      case '○', '零', '十' -> 0;
      case '元' -> 1;
      case '两' -> 2;
      default -> "〇一二三四五六七八九".indexOf(c);
    };
  }
}
