package org.diaodu.ingest;

import org.diaodu.text.TextEncoding;

/**
 * Tells UTF-8 from GB18030 by the lines of a file, byte by byte and without keeping any.
 *
 * <p>A line that is not UTF-8 speaks for GB18030. Two characters of GBK may happen to look like one
 * of UTF-8, as 陆 looks like ½, so only a line with a character of three bytes, as every Chinese one
 * is, speaks for UTF-8. Where lines speak for both, somebody has put two files into one: it counts
 * as UTF-8, and the other lines are refused one by one.
 */
final class EncodingEvidence {
  private int missing;
  private int least;
  private int greatest;
  private boolean broken;
  private boolean threeBytes;
  private boolean otherThanUtf8;
  private boolean chineseInUtf8;

  /** The next byte of a line. */
  void accept(byte b) {
    // Nearly all bytes are ASCII, and this is asked of every byte of the night.
    if (b >= 0 && missing == 0) {
      return;
    }
    int unit = b & 0xFF;
    if (missing > 0) {
      broken |= unit < least || unit > greatest;
      missing = broken ? 0 : missing - 1;
      least = 0x80;
      greatest = 0xBF;
      return;
    }
    least = unit == 0xE0 ? 0xA0 : unit == 0xF0 ? 0x90 : 0x80;
    greatest = unit == 0xED ? 0x9F : unit == 0xF4 ? 0x8F : 0xBF;
    missing = unit < 0xC2 || unit > 0xF4 ? 0 : unit < 0xE0 ? 1 : unit < 0xF0 ? 2 : 3;
    broken |= missing == 0;
    threeBytes |= missing > 1;
  }

  /** The line is over. */
  void endLine() {
    if (broken || missing > 0) {
      otherThanUtf8 = true;
    } else {
      chineseInUtf8 |= threeBytes;
    }
    missing = 0;
    broken = false;
    threeBytes = false;
  }

  /** What the lines so far speak for; UTF-8 where all of them are ASCII. */
  TextEncoding encoding() {
    return otherThanUtf8 && !chineseInUtf8 ? TextEncoding.gb18030 : TextEncoding.utf_8;
  }
}
