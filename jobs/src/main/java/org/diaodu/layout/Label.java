package org.diaodu.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.text.Remembered;

/**
 * A header or row label, taken apart.
 *
 * @param name what it names: without blanks, unit, period, numbering, footnote marks and "of which"
 * @param unit the unit that it states; empty where it states none
 * @param period the period that it states; {@link PeriodPhrase#NONE} where it states none
 * @param comparedWith the period that it compares with, as in 比2014年增长; NONE where it does not
 * @param ofWhich whether it begins with 其中 or #, so that it is part of the row or column before it
 * @param marks footnote marks, such as ① or [1]
 */
record Label(
    String name,
    String unit,
    PeriodPhrase period,
    PeriodPhrase comparedWith,
    boolean ofWhich,
    List<String> marks) {
  private static final Pattern MARK =
      Pattern.compile("[\u2460-\u2473\u00B9\u00B2\u00B3]|\\[\\d{1,2}\\]|\\*+$");
  private static final Pattern NUMBERING =
      Pattern.compile("^([一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\)|\\(?\\d{1,2}[)、]|\\d{1,2}\\.(?!\\d))");
  private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)(\\)|$)");
  private static final Pattern UNIT =
      Pattern.compile(
          "(计量)?(单位[:])?(((十|百|千|万|十万|百万|千万|亿|十亿)?"
              + "(元|美元|人|人次|吨|千克|公斤|千瓦时|度|公顷|亩|平方米|平方公里|公里|立方米|升|户|家|个|台|辆|件|头|只|张|项|所|床|名|次|条)"
              + "(/.{1,4})?)|%|‰|百分点|个百分点|天|年|岁|位)");

  /** Before a unit of measure; 填报单位 and its like name an office. */
  static final String UNIT_IS = "(?<!填报|填表|报送|上报|编报|编制|制表|主管|责任|牵头|发布)(?:计量)?单位[:]";

  private static final Pattern STATED_UNIT = Pattern.compile(UNIT_IS + "([^\\s()]+)");
  private static final Pattern PERCENT = Pattern.compile("[±+\\-]*[%]$");
  private static final Pattern INDEX = Pattern.compile("\\(?上年(同期|同月)?=100\\)?");

  /** Behind a Chinese label and a blank: 地区生产总值 Gross Domestic Product. */
  private static final Pattern TRANSLATION =
      Pattern.compile(
          "(?<=[\\p{IsHan})）])[\\s\\u3000/]+(?=[A-Za-z][A-Za-z'’&.,-]*[a-z])"
              + "[A-Za-z][A-Za-z\\s'’&.,\\-/]*[A-Za-z.]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF]");
  private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212~\u301C]");
  private static final Pattern OF_WHICH = Pattern.compile("^(#|其中[:、,]?)+");
  private static final Pattern SIGNS = Pattern.compile("[±+\\-]+%?");
  private static final Pattern PUNCTUATION = Pattern.compile("^[,:;、.\\-]+|[,:;、\\-]+$");

  static final Label BLANK =
      new Label("", "", PeriodPhrase.NONE, PeriodPhrase.NONE, false, List.of());

  /** What is longer is a text; to take it apart would take minutes. */
  private static final int LONGEST = 1000;

  /** A workbook has the same labels on each of its sheets, and each is asked for several times. */
  private static final Remembered<Label> SEEN = new Remembered<>(Label::takenApart, 20_000);

  static Label of(String raw) {
    return raw.length() > LONGEST ? takenApart(raw) : SEEN.of(raw);
  }

  private static Label takenApart(String raw) {
    if (raw.length() > LONGEST) {
      return new Label(normal(raw), "", PeriodPhrase.NONE, PeriodPhrase.NONE, false, List.of());
    }
    List<String> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(raw.strip());
    while (mark.find()) {
      marks.add(mark.group());
    }
    String marked = MARK.matcher(raw.strip()).replaceAll("");
    String text = normal(TRANSLATION.matcher(marked).replaceAll(""));
    boolean ofWhich = text.startsWith("#") || text.startsWith("其中");
    text = OF_WHICH.matcher(text).replaceFirst("");
    text = NUMBERING.matcher(text).replaceFirst("");
    String unit = "";
    if (INDEX.matcher(text).find()) {
      unit = "上年=100";
      text = INDEX.matcher(text).replaceAll("");
    }
    Matcher stated = STATED_UNIT.matcher(text);
    if (stated.find()) {
      unit = stated.group(1);
      text = stated.replaceFirst("");
    }
    StringBuilder rest = new StringBuilder();
    Matcher bracket = BRACKET.matcher(text);
    while (bracket.find()) {
      String content = bracket.group(1);
      Matcher found = UNIT.matcher(content);
      if (found.matches()) {
        unit = found.group(3);
        bracket.appendReplacement(rest, "");
      } else if (SIGNS.matcher(content).matches()) {
        unit = "%";
        bracket.appendReplacement(rest, "");
      } else {
        bracket.appendReplacement(rest, Matcher.quoteReplacement(bracket.group()));
      }
    }
    bracket.appendTail(rest);
    text = rest.toString();
    Matcher percent = PERCENT.matcher(text);
    if (percent.find()) {
      unit = unit.isEmpty() ? "%" : unit;
      text = text.substring(0, percent.start());
    }
    text = text.replace("±", "");
    text = text.endsWith("()") ? text.substring(0, text.length() - 2) : text;
    BasePeriod base = BasePeriod.of(text);
    text = base.label();
    PeriodPhrase period = PeriodFinder.find(text);
    String name = period.isNone() ? text : period.without(text);
    return new Label(
        name.isEmpty() && unit.equals("%") ? "增长" : strip(name),
        unit,
        period,
        base.comparedWith(),
        ofWhich,
        List.copyOf(marks));
  }

  /** Compatibility forms folded, no blanks, one kind of dash and bracket, lower case. */
  static String normal(String raw) {
    String folded = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    return DASH.matcher(SPACE.matcher(folded).replaceAll(""))
        .replaceAll("-")
        .replace('[', '(')
        .replace(']', ')')
        .replace('【', '(')
        .replace('】', ')')
        .replace('〔', '(')
        .replace('〕', ')')
        .toLowerCase(Locale.ROOT);
  }

  /** Whether it says something in the language of the table and is not a translation below it. */
  static boolean isTranslation(String raw) {
    return !isChinese(raw)
        && raw.codePoints().anyMatch(c -> c >= 'a' && c <= 'z')
        && raw.strip().length() > 3;
  }

  /** Whether it holds a Chinese character. */
  static boolean isChinese(String raw) {
    return raw.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static String strip(String name) {
    return PUNCTUATION.matcher(name.replace("()", "")).replaceAll("");
  }
}
