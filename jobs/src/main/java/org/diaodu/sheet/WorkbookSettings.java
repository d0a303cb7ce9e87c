package org.diaodu.sheet;

import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What a workbook's own part says: which sheets are hidden, its calendar, and its formulas. */
final class WorkbookSettings extends DefaultHandler {
  private final Set<String> hidden = new HashSet<>();
  private boolean from1904;
  private SheetLook.Formulas formulas = SheetLook.Formulas.unknown;

  /** Whether a sheet is hidden. */
  boolean isHidden(String sheet) {
    return hidden.contains(sheet);
  }

  /** What holds for the looks of all its sheets. */
  SheetLook look() {
    return new SheetLook(true, from1904, formulas);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes a) {
    switch (name) {
      case "sheet" -> {
        if (a.getValue("state") != null && !a.getValue("state").equals("visible")) {
          hidden.add(a.getValue("name"));
        }
      }
      case "workbookPr" -> from1904 = isTrue(a.getValue("date1904"));
      case "calcPr" -> {
        boolean open = isTrue(a.getValue("fullCalcOnLoad")) || isFalse(a.getValue("calcCompleted"));
        formulas = open ? SheetLook.Formulas.never : SheetLook.Formulas.computed;
      }
      default -> {}
    }
  }

  /** Whether an attribute says yes. */
  static boolean isTrue(String value) {
    return "1".equals(value) || "true".equals(value) || "on".equals(value);
  }

  /** Whether an attribute says no, in so many words. */
  static boolean isFalse(String value) {
    return "0".equals(value) || "false".equals(value) || "off".equals(value);
  }
}
