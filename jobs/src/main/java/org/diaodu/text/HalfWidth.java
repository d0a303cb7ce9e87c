package org.diaodu.text;

/**
 * Full-width characters as those of ASCII, and nothing else. For digits that count, where other
 * compatibility forms must not be folded: ² and ① behind a figure are footnote marks, and fold to
 * one more digit.
 */
public final class HalfWidth {
  private static final char FIRST = '\uFF01';
  private static final char LAST = '\uFF5E';
  private static final char SPACE = '\u3000';

  private HalfWidth() {}

  /** {@code １２．５％} as {@code 12.5%}. */
  public static String of(String text) {
    if (isHalf(text)) {
      return text;
    }
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST && c <= LAST) {
        half.append((char) (c - FIRST + '!'));
      } else {
        half.append(c == SPACE ? ' ' : c);
      }
    }
    return half.toString();
  }

  private static boolean isHalf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= SPACE) {
        return false;
      }
    }
    return true;
  }
}
