package org.diaodu.sheet;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that the cells of a workbook refer to by number. */
final class SharedStrings extends DefaultHandler {
  private final List<String> texts = new ArrayList<>();
  private final XlsxText text = new XlsxText();

  /** The text of a number. */
  String at(int number) {
    return texts.get(number);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes a) {
    if (name.equals("si")) {
      text.clear();
    } else {
      text.start(name, a);
    }
  }

  @Override
  public void characters(char[] ch, int start, int length) {
    text.characters(ch, start, length);
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    text.end(name);
    if (name.equals("si")) {
      texts.add(text.toString());
      Limits.checkCount(texts.size());
    }
  }
}
