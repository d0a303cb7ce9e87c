package org.diaodu.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a cell whose pieces look different. What is raised, lowered or small beside a figure
 * is a footnote mark, and what is struck out does not count; run together with the rest both would
 * make another number.
 */
final class RichText {
  private static final String STRUCK = "~~";
  private static final Pattern STRUCK_PIECE = Pattern.compile("~~.*?~~", Pattern.DOTALL);
  private static final Pattern LINE_END = Pattern.compile("\r\n?");

  private final List<Piece> pieces = new ArrayList<>();
  private int length;

  /** How a piece looks beside the rest. */
  enum Look {
    /** As the rest. */
    plain,
    /** Raised, lowered or small: beside a figure a mark. */
    mark,
    /** Struck out. */
    struck
  }

  private record Piece(String text, Look look) {}

  /** Adds the next piece. */
  void add(String piece, Look look) {
    if (!piece.isEmpty()) {
      pieces.add(new Piece(piece, piece.isBlank() ? Look.plain : look));
      length += piece.length();
    }
  }

  int length() {
    return length;
  }

  /** A text that is struck out as a whole. */
  static String struck(String text) {
    return hasStruck(text) ? text : STRUCK + text + STRUCK;
  }

  /** The text without what is struck out. */
  static String withoutStruck(String text) {
    return hasStruck(text) ? STRUCK_PIECE.matcher(text).replaceAll("") : text;
  }

  /** Whether something in a text is struck out. */
  static boolean hasStruck(String text) {
    return text.contains(STRUCK);
  }

  /** The text with each end of a line written as a line feed. */
  static String inLines(String text) {
    return text.indexOf('\r') < 0 ? text : LINE_END.matcher(text).replaceAll("\n");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (piece.look()) {
        case plain -> text.append(piece.text());
        case struck -> text.append(struck(piece.text()));
        case mark -> {
          boolean beside = isFigure(text, text.length() - 1) || isFigure(next(i), 0);
          text.append(beside ? "[" + piece.text().strip() + "]" : piece.text());
        }
      }
    }
    return text.toString();
  }

  private String next(int piece) {
    return piece + 1 < pieces.size() ? pieces.get(piece + 1).text() : "";
  }

  private static boolean isFigure(CharSequence text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isDigit(c) || c == '%' || c == '\uFF05' || c == '.';
  }
}
