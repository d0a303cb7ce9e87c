package org.diaodu.sheet;

/**
 * The text of a cell whose pieces look different. What is raised behind a digit is a footnote mark,
 * and what is struck out does not count; run together with the rest both would make another number.
 */
final class RichText {
  private final StringBuilder text = new StringBuilder();

  /** Adds the next piece. */
  void add(String piece, boolean raised, boolean struck) {
    if (piece.isBlank() || !(raised || struck)) {
      text.append(piece);
    } else if (struck) {
      text.append("~~").append(piece).append("~~");
    } else if (text.length() > 0 && isFigure(text.charAt(text.length() - 1))) {
      text.append('[').append(piece.strip()).append(']');
    } else {
      text.append(piece);
    }
  }

  int length() {
    return text.length();
  }

  private static boolean isFigure(char c) {
    return Character.isDigit(c) || c == '%' || c == '\uFF05';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
