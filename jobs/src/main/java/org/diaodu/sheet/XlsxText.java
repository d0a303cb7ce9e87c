package org.diaodu.sheet;

import org.xml.sax.Attributes;

/** The events of a text in a workbook's XML, {@code si} or {@code is}, as that text. */
final class XlsxText {
  private RichText text = new RichText();
  private final StringBuilder piece = new StringBuilder();
  private boolean collecting;
  private boolean aloud;
  private boolean raised;
  private boolean struck;

  /** Begins a new text. */
  void clear() {
    text = new RichText();
    collecting = false;
    aloud = false;
    raised = false;
    struck = false;
  }

  void start(String name, Attributes a) {
    switch (name) {
      case "r" -> {
        raised = false;
        struck = false;
      }
      case "vertAlign" -> raised = "superscript".equals(a.getValue("val"));
      case "strike" -> struck = a.getValue("val") == null || !a.getValue("val").matches("0|false");
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
          text.add(piece.toString(), raised, struck);
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

  @Override
  public String toString() {
    return text.toString();
  }
}
