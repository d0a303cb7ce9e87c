package org.diaodu.bulletin;

/** Titles, which are broken where their words end: at the marks that the office set in them. */
final class Titles {
  /** Characters of a line of a title: 156 mm in 二号. */
  private static final int LINE = 20;

  private static final String BREAK = "|";

  private Titles() {}

  /** On one line, without marks. */
  static String plain(String title) {
    return title.replace(BREAK, "");
  }

  /** On several lines, if one does not hold it. */
  static String broken(String title) {
    return plain(title).length() <= LINE ? plain(title) : title.replace(BREAK, "\n");
  }
}
