package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * A period as tables print it, whole or in part: 2024年1-6月, 一季度, 1-本月, 累计, (2012).
 *
 * @param year the year; null where it is not said
 * @param span what of the year; null where it is not said
 * @param number month or quarter at the end of the span; 0 where it is not said or not needed
 * @param found the text, in its normal form
 */
record PeriodPhrase(Integer year, Span span, int number, String found) {
  /** What of a year a period covers. */
  enum Span {
    /** The year as a whole. */
    year,
    /** A quarter alone. */
    quarter,
    /** A month alone. */
    month,
    /** From January to the end of a month. */
    to_month,
    /** A part of the year, or several years, that no period stands for: 下半年, 7-12月, 2020-2024年. */
    unclear
  }

  static final PeriodPhrase NONE = new PeriodPhrase(null, null, 0, "");

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

  private static final Pattern FIRST_QUARTER = Pattern.compile("(?<![-至到])第?[一1]季度$");

  private static final Pattern YEARS = Pattern.compile("[〇○零一二三四五六七八九]{4}(?=年)");
  private static final Pattern MONTHS =
      Pattern.compile(
          "(?<![一二三四五六七八九十])(?:十[一二]?|[元一二两三四五六七八九])"
              + "(?=个?月|(?:[-、和及至到])(?:十[一二]?|[一二三四五六七八九])月)");

  /** The first period that a text in its normal form states. */
  static PeriodPhrase find(String normal) {
    String text = arabic(normal);
    Matcher m = PHRASE.matcher(text);
    return m.find() ? phrase(m) : NONE;
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
      return month(yearIn(found), Span.to_month, m.group("to"), found);
    }
    if (m.group("first") != null) {
      return month(yearIn(found), Span.to_month, m.group("months"), found);
    }
    if (m.group("unclear") != null) {
      return unclear(found);
    }
    if (m.group("half") != null) {
      return new PeriodPhrase(yearIn(found), Span.to_month, 6, found);
    }
    if (m.group("three") != null) {
      return new PeriodPhrase(yearIn(found), Span.to_month, 9, found);
    }
    if (m.group("q") != null) {
      int quarter = QUARTERS.get(m.group("quarter"));
      // The first quarter is the year so far as well.
      return quarter == 1
          ? new PeriodPhrase(yearIn(found), Span.to_month, 3, found)
          : new PeriodPhrase(yearIn(found), Span.quarter, quarter, found);
    }
    if (m.group("m") != null) {
      return month(yearIn(found), Span.month, m.group("month"), found);
    }
    if (m.group("iso") != null) {
      return month(Integer.valueOf(m.group("isoyear")), Span.month, m.group("isomonth"), found);
    }
    if (m.group("to2") != null) {
      return new PeriodPhrase(null, Span.to_month, 0, found);
    }
    if (m.group("now") != null) {
      return new PeriodPhrase(null, Span.month, 0, found);
    }
    if (m.group("nowq") != null) {
      return new PeriodPhrase(null, Span.quarter, 0, found);
    }
    return new PeriodPhrase(Integer.valueOf(m.group("y4")), Span.year, 0, found);
  }

  private static PeriodPhrase month(Integer year, Span span, String digits, String found) {
    int month = Integer.parseInt(digits);
    return month < 1 || month > 12 ? unclear(found) : new PeriodPhrase(year, span, month, found);
  }

  private static PeriodPhrase unclear(String found) {
    return new PeriodPhrase(yearIn(found), Span.unclear, 0, found);
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

  boolean isNone() {
    return span == null;
  }

  /**
   * The text with what it says of the period put in words that do not change from month to month.
   */
  String without(String text) {
    String rest = arabic(text).replace(found, "");
    if (rest.isEmpty()) {
      return word();
    }
    // 当月值 and 累计值 are two labels.
    boolean inWords = year == null && number == 0 && span != Span.unclear;
    return inWords ? arabic(text).replace(found, word()) : rest;
  }

  /** The word that stands for every period of its span. */
  String word() {
    return switch (span) {
      case year -> "本年";
      case quarter -> "本季";
      case month -> "本月";
      case to_month -> "累计";
      case unclear -> found;
    };
  }

  /** This phrase, with what it leaves open taken from another. */
  PeriodPhrase completedBy(PeriodPhrase other) {
    if (isNone()) {
      return other;
    }
    boolean open = number == 0 && span != Span.year;
    return new PeriodPhrase(
        year == null ? other.year : year, span, open ? other.endMonth(span) : number, found);
  }

  /**
   * This statement and another of the same kind that stands nearer to the figures, as one: a year
   * and a month are the month of that year, and of a month and the months up to it the latter say
   * more. Empty where the two contradict each other.
   */
  Optional<PeriodPhrase> joined(PeriodPhrase nearer) {
    if (isNone() || nearer.isNone()) {
      return Optional.of(isNone() ? nearer : this);
    }
    if (year != null && nearer.year != null && !year.equals(nearer.year)) {
      return Optional.empty();
    }
    Integer both = year == null ? nearer.year : year;
    if (isBareYear() || nearer.isBareYear()) {
      return Optional.of((isBareYear() ? nearer : this).in(both));
    }
    boolean unclear = span == Span.unclear || nearer.span == Span.unclear;
    int month = endMonth(Span.month);
    int other = nearer.endMonth(Span.month);
    if (unclear ? !found.equals(nearer.found) : month > 0 && other > 0 && month != other) {
      return Optional.empty();
    }
    PeriodPhrase kept = span == Span.to_month && nearer.span != Span.year ? this : nearer;
    int last = Math.max(month, other);
    int end = kept.span == Span.year || kept.span == Span.unclear ? 0 : last;
    if (kept.span == Span.quarter) {
      end = last % 3 == 0 ? last / 3 : 0;
    }
    return Optional.of(new PeriodPhrase(both, kept.span, end, kept.found));
  }

  /** This statement, with what it leaves open taken from one of lower rank that agrees with it. */
  PeriodPhrase completedByRank(PeriodPhrase lower) {
    return lower.joined(this).orElse(this);
  }

  /** Whether it is a year and nothing more: 2024年, but not 2024年度 or 2024年全年. */
  boolean isBareYear() {
    return span == Span.year && !found.contains("度") && !found.contains("全年");
  }

  /** Whether it says in so many words from when on it counts: 1-6月 or 本月, but not 6月. */
  boolean saysAccumulation() {
    return switch (span == null ? Span.unclear : span) {
      case to_month -> !isFirstQuarter();
      case month, quarter -> number == 0;
      case year, unclear -> false;
    };
  }

  /** Whether it is a first quarter, which is a quarter alone and the year so far. */
  boolean isFirstQuarter() {
    return span == Span.to_month && FIRST_QUARTER.matcher(found).find();
  }

  private PeriodPhrase in(Integer otherYear) {
    return new PeriodPhrase(otherYear, span, number, found);
  }

  /** The period at a frequency, where the phrase is whole and fits it. */
  Optional<TimePeriod> at(Frequency frequency) {
    if (year == null || isNone() || span == Span.unclear) {
      return Optional.empty();
    }
    int month = span == Span.year ? 12 : span == Span.quarter ? number * 3 : number;
    if (month == 0) {
      return Optional.empty();
    }
    return switch (frequency) {
      case A ->
          span == Span.year || month == 12 ? Optional.of(TimePeriod.year(year)) : Optional.empty();
      case Q ->
          month % 3 == 0 ? Optional.of(TimePeriod.quarter(year, month / 3)) : Optional.empty();
      case M -> Optional.of(TimePeriod.month(year, month));
    };
  }

  /** What a flow covers at this period; empty where the phrase does not say. */
  Optional<Accumulation> accumulation() {
    if (isNone()) {
      return Optional.empty();
    }
    return switch (span) {
      case year, to_month -> Optional.of(Accumulation.YTD);
      case quarter, month -> Optional.of(Accumulation.PER);
      case unclear -> Optional.empty();
    };
  }

  /** The month, or the quarter, in which it ends; 0 where it does not say. */
  int endMonth(Span wanted) {
    int month =
        span == null ? 0 : span == Span.year ? 12 : span == Span.quarter ? number * 3 : number;
    return wanted != Span.quarter ? month : month % 3 == 0 ? month / 3 : 0;
  }
}
