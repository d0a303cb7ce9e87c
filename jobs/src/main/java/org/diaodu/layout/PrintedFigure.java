package org.diaodu.layout;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\uFEFF]");
  private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2500\u2212]");
  private static final Pattern DOTS = Pattern.compile("[-.\u2026\u00B7]+");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)(%?)");
  private static final Pattern CHANGE =
      Pattern.compile("(增长|上升|提高|增加|同比增长|下降|减少|降低|负增长|同比下降)(\\d+(?:\\.\\d+)?)(%?)");
  private static final Pattern FALL = Pattern.compile("下降|减少|降低|负增长");
  private static final Pattern MARK = Pattern.compile("[\u2460-\u2473]|\\[\\d{1,2}\\]|\\*+$");

  /** The figure in a text; {@code digits} is null and {@code absent} false where it is none. */
  static PrintedFigure of(String raw) {
    if (PLAIN.matcher(raw).matches()) {
      return new PrintedFigure(raw, false, false, false);
    }
    String folded =
        Normalizer.normalize(MARK.matcher(raw.strip()).replaceAll(""), Normalizer.Form.NFKC);
    String text = DASH.matcher(BLANK.matcher(folded).replaceAll("")).replaceAll("-");
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
    return new PrintedFigure(null, false, false, false);
  }

  /** Whether a text looks like a figure, or says that there is none. */
  static boolean looksLikeOne(String raw) {
    PrintedFigure figure = of(raw);
    return figure.digits() != null || figure.absent();
  }
}
