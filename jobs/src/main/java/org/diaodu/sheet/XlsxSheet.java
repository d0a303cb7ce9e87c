package org.diaodu.sheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
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

  private static final CellRangeAddress WHOLE =
      new CellRangeAddress(0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);

  private final Grid.Builder grid;
  private final SharedStrings strings;
  private final StylesTable styles;
  private final StringBuilder value = new StringBuilder();
  private final XlsxText text = new XlsxText();
  private final XlsxConditions conditions;
  private final Map<Integer, StoredCell> byStyle = new HashMap<>();
  private final Map<Integer, Ink.Sight> sightByStyle = new HashMap<>();
  private SheetLook look;
  private int row = -1;
  private int column = -1;
  private String type;
  private int style;
  private boolean formula;
  private boolean inValue;
  private boolean valueSeen;
  private boolean rowsHidden;

  XlsxSheet(Grid.Builder grid, SharedStrings strings, StylesTable styles, SheetLook workbook) {
    this.grid = grid;
    this.strings = strings;
    this.styles = styles;
    this.conditions = new XlsxConditions(grid.looks(), styles);
    this.look = workbook;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes a) {
    switch (name) {
      case "sheetView" -> look = look.withZeros(!WorkbookSettings.isFalse(a.getValue("showZeros")));
      case "sheetFormatPr" -> rowsHidden = WorkbookSettings.isTrue(a.getValue("zeroHeight"));
      case "row" -> startRow(a);
      case "c" -> startCell(a);
      case "f" -> formula = true;
      case "v" -> startValue();
      case "col" -> hideColumns(a);
      case "mergeCell" -> merge(a.getValue("ref"));
      // Its own style may paint it, and stands in another part.
      case "tablePart" -> grid.looks().paint(WHOLE);
      default -> {
        text.start(name, a);
        conditions.start(name, a);
      }
    }
  }

  @Override
  public void characters(char[] ch, int start, int length) {
    text.characters(ch, start, length);
    conditions.characters(ch, start, length);
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
      default -> {
        text.end(name);
        conditions.end(name);
      }
    }
  }

  /** A cell has one value; with two it is no longer known what it says. */
  private void startValue() {
    if (value.length() > 0) {
      throw damaged("has two values");
    }
    inValue = true;
    valueSeen = true;
  }

  private void startRow(Attributes a) {
    row = a.getValue("r") == null ? row + 1 : Integer.parseInt(a.getValue("r")) - 1;
    column = -1;
    String hidden = a.getValue("hidden");
    boolean byDefault = rowsHidden && hidden == null && a.getValue("ht") == null;
    if (byDefault || WorkbookSettings.isTrue(hidden) || isZero(a.getValue("ht"))) {
      grid.hideRow(row);
    }
  }

  private void startCell(Attributes a) {
    column = a.getValue("r") == null ? column + 1 : column(a.getValue("r"));
    type = a.getValue("t") == null ? "n" : a.getValue("t");
    style = a.getValue("s") == null ? 0 : Integer.parseInt(a.getValue("s"));
    formula = false;
    inValue = false;
    valueSeen = false;
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
    // The empty text is a value, and then said to be a text.
    boolean computedBlank = valueSeen && type.equals("str");
    if (value.length() > 0 || !text.isEmpty()) {
      add(cell(value.length() > 0 ? value.toString() : text.toString()));
    } else if (formula && !computedBlank) {
      add(stored().uncomputed(""));
    }
    value.setLength(0);
    text.clear();
  }

  private void add(GridCell cell) {
    grid.add(cell);
    grid.looks().add(cell, sightByStyle.computeIfAbsent(style, this::sight));
  }

  private Ink.Sight sight(int number) {
    return isStyled(number) ? Ink.of(styles.getStyleAt(number)) : Ink.Sight.on_white;
  }

  private boolean isStyled(int number) {
    return styles != null && number < styles.getNumCellStyles();
  }

  private IllegalArgumentException damaged(String how) {
    return new IllegalArgumentException(
        "Cannot read row %d, column %d: it %s".formatted(row + 1, column + 1, how));
  }

  /** The cell; its style is looked up once for all cells that have it. */
  private StoredCell stored() {
    return byStyle.computeIfAbsent(style, this::styled).at(row, column, formula);
  }

  private StoredCell styled(int number) {
    boolean styled = isStyled(number);
    if (!styled && number != 0) {
      // Its format may say that the number is shown as another.
      throw damaged("has a style that is not there");
    }
    if (!styled) {
      return StoredCell.plain(look);
    }
    XSSFCellStyle of = styles.getStyleAt(number);
    return new StoredCell(
        row,
        column,
        NumberFormat.of(of.getDataFormat(), of.getDataFormatString()),
        of.getFont().getStrikeout(),
        formula,
        of.getIndention(),
        look);
  }

  private GridCell cell(String content) {
    StoredCell stored = stored();
    return switch (type) {
      case "n" -> number(content, stored);
      case "s" -> stored.text(strings.at(Integer.parseInt(content)));
      case "e" -> stored.text("#ERROR");
      case "b" -> stored.text(content.equals("1") ? "true" : "false");
      case "str" -> stored.text(XlsxText.unescaped(content));
      case "inlineStr", "d" -> stored.text(content);
      default -> throw damaged("is of type " + type);
    };
  }

  private GridCell number(String content, StoredCell stored) {
    if (content.length() > DIGITS) {
      throw damaged("has a number of %d digits".formatted(content.length()));
    }
    return stored.number(new BigDecimal(content.strip()));
  }

  private void hideColumns(Attributes a) {
    if (WorkbookSettings.isTrue(a.getValue("hidden")) || isZero(a.getValue("width"))) {
      int first = Integer.parseInt(a.getValue("min")) - 1;
      int last = Math.min(Integer.parseInt(a.getValue("max")), Limits.COLUMNS) - 1;
      for (int c = first; c <= last; c++) {
        grid.hideColumn(c);
      }
    }
  }

  private static boolean isZero(String size) {
    return size != null && new BigDecimal(size).signum() == 0;
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
