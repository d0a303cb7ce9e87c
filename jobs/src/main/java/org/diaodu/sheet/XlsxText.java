package org.diaodu.sheet;

import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** The events of a text in a workbook's XML, {@code si} or {@code is}, as that text. */
final class XlsxText {
  /** A character that XML cannot hold. ECMA-376 Part 1, 22.9.2.19. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText text = new RichText();
  private final StringBuilder piece = new StringBuilder();
  private boolean collecting;
  private boolean aloud;
  private RichText.Look look = RichText.Look.plain;

  /** Begins a new text. */
  void clear() {
    text = new RichText();
    collecting = false;
    aloud = false;
    look = RichText.Look.plain;
  }

  void start(String name, Attributes a) {
    switch (name) {
      case "r" -> look = RichText.Look.plain;
      case "vertAlign" -> {
        boolean mark = !"baseline".equals(a.getValue("val"));
        look = mark && look == RichText.Look.plain ? RichText.Look.mark : look;
      }
      case "strike" ->
          look =
              a.getValue("val") == null || !a.getValue("val").matches("0|false")
                  ? RichText.Look.struck
                  : look;
      // Phonetic runs are hints for reading aloud, not text of the cell.
      case "rPh" -> aloud = true;
      case "t" -> {
        collecting = !aloud;
        piece.setLength(0);
      }
      default -> {}
    }
  }

  void characters(char[] ch, int start, int length) {
    if (collecting) {
      piece.append(ch, start, length);
      Limits.checkText(text.length() + piece.length());
    }
  }

  void end(String name) {
    switch (name) {
      case "t" -> {
        if (collecting) {
          text.add(unescaped(piece.toString()), look);
        }
        collecting = false;
      }
      case "rPh" -> aloud = false;
      default -> {}
    }
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** The text with its escaped characters, such as {@code _x000D_}, as what they stand for. */
  static String unescaped(String xml) {
    return xml.contains("_x")
        ? ESCAPED
            .matcher(xml)
            .replaceAll(
                m ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 16))))
        : xml;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
