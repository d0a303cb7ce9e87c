package org.diaodu.sheet;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The events of one sheet's XML, as cells of a grid. */
final class XlsxSheet extends DefaultHandler {
  /** Excel writes 17 digits; some megabytes of them take minutes to read. */
  private static final int DIGITS = 400;

  private final Grid.Builder grid;
  private final SharedStrings strings;
  private final StylesTable styles;
  private final DataFormatter dates = new DataFormatter();
  private final StringBuilder value = new StringBuilder();
  private final XlsxText text = new XlsxText();
  private int row = -1;
  private int column = -1;
  private String type;
  private int style;
  private boolean formula;
  private boolean inValue;

  XlsxSheet(Grid.Builder grid, SharedStrings strings, StylesTable styles) {
    this.grid = grid;
    this.strings = strings;
    this.styles = styles;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes a) {
    switch (name) {
      case "row" -> startRow(a);
      case "c" -> startCell(a);
      case "f" -> formula = true;
      case "v" -> startValue();
      case "col" -> hideColumns(a);
      case "mergeCell" -> merge(a.getValue("ref"));
      default -> text.start(name, a);
    }
  }

  @Override
  public void characters(char[] ch, int start, int length) {
    text.characters(ch, start, length);
    if (inValue) {
      value.append(ch, start, length);
      Limits.checkText(value.length());
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    switch (name) {
      case "v" -> inValue = false;
      case "c" -> endCell();
      default -> text.end(name);
    }
  }

  /** A cell has one value; with two it is no longer known what it says. */
  private void startValue() {
    if (value.length() > 0) {
      throw damaged("has two values");
    }
    inValue = true;
  }

  private void startRow(Attributes a) {
    row = a.getValue("r") == null ? row + 1 : Integer.parseInt(a.getValue("r")) - 1;
    column = -1;
    if ("1".equals(a.getValue("hidden")) || "true".equals(a.getValue("hidden"))) {
      grid.hideRow(row);
    }
  }

  private void startCell(Attributes a) {
    column = a.getValue("r") == null ? column + 1 : column(a.getValue("r"));
    type = a.getValue("t") == null ? "n" : a.getValue("t");
    style = a.getValue("s") == null ? 0 : Integer.parseInt(a.getValue("s"));
    formula = false;
    inValue = false;
    value.setLength(0);
    text.clear();
  }

  /** The column of an address; the row of a cell is that of its row. */
  private int column(String address) {
    CellReference reference = new CellReference(address);
    if (reference.getRow() != row) {
      throw damaged("is called " + address);
    }
    return reference.getCol();
  }

  private void endCell() {
    if (value.length() > 0 && !text.isEmpty()) {
      throw damaged("has a value and a text");
    }
    if (value.length() > 0 || !text.isEmpty()) {
      grid.add(cell(value.length() > 0 ? value.toString() : text.toString()));
    }
    value.setLength(0);
    text.clear();
  }

  private IllegalArgumentException damaged(String how) {
    return new IllegalArgumentException(
        "Cannot read row %d, column %d: it %s".formatted(row + 1, column + 1, how));
  }

  private GridCell cell(String content) {
    boolean styled = styles != null && style < styles.getNumCellStyles();
    XSSFCellStyle of = styled ? styles.getStyleAt(style) : null;
    int indent = of == null ? 0 : of.getIndention();
    return switch (type) {
      case "n" -> number(content, of);
      case "s" -> text(strings.at(Integer.parseInt(content)), indent);
      case "e" -> text("#ERROR", 0);
      case "b" -> text(content.equals("1") ? "true" : "false", 0);
      case "str", "inlineStr", "d" -> text(content, indent);
      default -> throw damaged("is of type " + type);
    };
  }

  private GridCell text(String content, int indent) {
    return new GridCell(row, column, content, null, -1, false, formula, indent);
  }

  private GridCell number(String content, XSSFCellStyle of) {
    String format = of == null ? null : of.getDataFormatString();
    if (content.length() > DIGITS) {
      throw damaged("has a number of %d digits".formatted(content.length()));
    }
    BigDecimal stored = new BigDecimal(content.strip());
    boolean isDate = of != null && DateUtil.isADateFormat(of.getDataFormat(), format);
    String date =
        isDate
            ? dates.formatRawCellContents(stored.doubleValue(), of.getDataFormat(), format)
            : null;
    return WorkbookParts.number(row, column, stored, date, format, formula);
  }

  private void hideColumns(Attributes a) {
    if ("1".equals(a.getValue("hidden")) || "true".equals(a.getValue("hidden"))) {
      int first = Integer.parseInt(a.getValue("min")) - 1;
      int last = Math.min(Integer.parseInt(a.getValue("max")), Limits.COLUMNS) - 1;
      for (int c = first; c <= last; c++) {
        grid.hideColumn(c);
      }
    }
  }

  private void merge(String reference) {
    CellRangeAddress range = CellRangeAddress.valueOf(reference);
    grid.merge(
        new Merge(
            range.getFirstRow(),
            range.getFirstColumn(),
            range.getLastRow(),
            range.getLastColumn()));
  }
}
