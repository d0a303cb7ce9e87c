package org.diaodu.layout;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.text.HalfWidth;

/**
 * A figure as people print it in a cell of text.
 *
 * @param digits the number in plain digits, with a sign; null where there is none
 * @param percent whether it is written with a percent sign
 * @param inWords whether it is a change in words: 下降3.2%, 持平
 * @param absent whether the cell says that there is no figure
 */
record PrintedFigure(String digits, boolean percent, boolean inWords, boolean absent) {
  private static final Set<String> ABSENT =
      Set.of(
          "", "-", "--", "---", "/", "\\", "...", "......", "..", "无", "缺", "—", "――", "n/a",
          "n.a.", "na");

  /** What most cells hold, known without further ado. */
  private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  /** Words may be broken into lines; what is broken between digits is two figures. */
  private static final Pattern LINE_END = Pattern.compile("(?<=\\p{IsHan})[\\t\\n\\r]+");

  private static final Pattern BLANK = Pattern.compile("\\p{Zs}");
  private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2500\u2212]");
  private static final Pattern DOTS = Pattern.compile("[-.\u2025\u2026\u00B7]+");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)(%?)");
  private static final Pattern CHANGE =
      Pattern.compile("(增长|上升|提高|增加|同比增长|下降|减少|降低|负增长|同比下降)(\\d+(?:\\.\\d+)?)(%?)");
  private static final Pattern DIGIT = Pattern.compile("[0-9\uFF10-\uFF19]");
  private static final Pattern FALL = Pattern.compile("下降|减少|降低|负增长");

  /** Footnote marks stand before or after a figure, never in it. */
  private static final Pattern MARKS =
      Pattern.compile(
          "^(?:[\u2460-\u2473]|\\[\\d{1,2}\\])+"
              + "|(?:[\u2460-\u2473\u00B9\u00B2\u00B3\u2070-\u2079]|\\[\\d{1,2}\\]|\\*)+$");

  private static final Pattern DIGITS_AND_BLANKS = Pattern.compile("[0-9][0-9.,\\p{Zs}]*");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("\\d\\p{Zs}+\\d");

  /** Blanks within one figure: between thousands, or where the point stands apart as well. */
  private static final Pattern ONE_FIGURE =
      Pattern.compile(
          "\\d{1,3}(?:\\p{Zs}\\d{3})+(?:\\.\\d+)?"
              + "|\\d+(?:\\p{Zs}+\\d+)*(?:\\p{Zs}+\\.\\p{Zs}*|\\.\\p{Zs}+)\\d+");

  /** Nothing longer is a figure. */
  private static final int LONGEST = 100;

  private static final PrintedFigure NONE = new PrintedFigure(null, false, false, false);

  /** The figure in a text; {@code digits} is null and {@code absent} false where it is none. */
  static PrintedFigure of(String raw) {
    if (raw.length() > LONGEST) {
      return NONE;
    }
    if (PLAIN.matcher(raw).matches()) {
      return new PrintedFigure(raw, false, false, false);
    }
    String inOneLine = LINE_END.matcher(MARKS.matcher(raw.strip()).replaceAll("")).replaceAll("");
    String half = HalfWidth.of(inOneLine);
    if (holdsTwoFigures(half)) {
      return NONE;
    }
    String narrow = BLANK.matcher(half).replaceAll("");
    String text = DASH.matcher(narrow).replaceAll("-");
    if (text.isEmpty() && DIGIT.matcher(raw).find()) {
      // [12] alone may be a mark or a figure in brackets.
      return NONE;
    }
    if (ABSENT.contains(text.toLowerCase(java.util.Locale.ROOT)) || DOTS.matcher(text).matches()) {
      return new PrintedFigure(null, false, false, true);
    }
    if (text.equals("持平") || text.equals("与上年持平") || text.equals("同比持平")) {
      return new PrintedFigure("0", true, true, false);
    }
    Matcher change = CHANGE.matcher(text);
    if (change.matches()) {
      String sign = FALL.matcher(change.group(1)).find() ? "-" : "";
      return new PrintedFigure(sign + change.group(2), true, true, false);
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      String sign = number.group(1).equals("-") ? "-" : "";
      return new PrintedFigure(
          sign + number.group(2).replace(",", ""), !number.group(3).isEmpty(), false, false);
    }
    return NONE;
  }

  /** Growth and rank in one cell, 8.5 3, are not 8.53. */
  private static boolean holdsTwoFigures(String half) {
    if (!BLANK.matcher(half).find()) {
      return false;
    }
    return DIGITS_AND_BLANKS
        .matcher(half)
        .results()
        .map(run -> run.group().strip())
        .anyMatch(run -> BETWEEN_DIGITS.matcher(run).find() && !ONE_FIGURE.matcher(run).matches());
  }

  /** Whether a text looks like a figure, or says that there is none. */
  static boolean looksLikeOne(String raw) {
    PrintedFigure figure = of(raw);
    return figure.digits() != null || figure.absent();
  }
}
