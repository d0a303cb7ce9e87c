package org.diaodu.sheet;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The events of one sheet's XML, as cells of a grid. */
final class XlsxSheet extends DefaultHandler {
  private final Grid.Builder grid;
  private final ReadOnlySharedStringsTable strings;
  private final StylesTable styles;
  private final DataFormatter dates = new DataFormatter();
  private final StringBuilder text = new StringBuilder();
  private int row = -1;
  private int column = -1;
  private String type;
  private int style;
  private boolean formula;
  private boolean collecting;

  XlsxSheet(Grid.Builder grid, ReadOnlySharedStringsTable strings, StylesTable styles) {
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
      // Phonetic runs (rPh) are hints for reading aloud, not text of the cell.
      case "rPh" -> collecting = false;
      case "v", "t" -> collecting = column >= 0;
      case "col" -> hideColumns(a);
      case "mergeCell" -> merge(a.getValue("ref"));
      default -> {}
    }
  }

  @Override
  public void characters(char[] ch, int start, int length) {
    if (collecting) {
      text.append(ch, start, length);
      if (text.length() > Limits.TEXT) {
        Limits.check(GridCell.text(row, column, text.toString()));
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    switch (name) {
      case "v", "t" -> collecting = false;
      case "c" -> endCell();
      default -> {}
    }
  }

  private void startRow(Attributes a) {
    row = a.getValue("r") == null ? row + 1 : Integer.parseInt(a.getValue("r")) - 1;
    column = -1;
    if ("1".equals(a.getValue("hidden")) || "true".equals(a.getValue("hidden"))) {
      grid.hideRow(row);
    }
  }

  private void startCell(Attributes a) {
    column = a.getValue("r") == null ? column + 1 : new CellReference(a.getValue("r")).getCol();
    type = a.getValue("t") == null ? "n" : a.getValue("t");
    style = a.getValue("s") == null ? 0 : Integer.parseInt(a.getValue("s"));
    formula = false;
    text.setLength(0);
  }

  private void endCell() {
    if (text.length() > 0) {
      grid.add(cell());
    }
    collecting = false;
  }

  private GridCell cell() {
    String content = text.toString();
    XSSFCellStyle of = style < styles.getNumCellStyles() ? styles.getStyleAt(style) : null;
    int indent = of == null ? 0 : of.getIndention();
    return switch (type) {
      case "n" -> number(content, of);
      case "s" -> text(strings.getItemAt(Integer.parseInt(content)).getString(), indent);
      case "e" -> text("#ERROR", 0);
      case "b" -> text(content.equals("1") ? "true" : "false", 0);
      default -> text(content, indent);
    };
  }

  private GridCell text(String content, int indent) {
    return new GridCell(row, column, content, null, -1, false, formula, indent);
  }

  private GridCell number(String content, XSSFCellStyle of) {
    String format = of == null ? null : of.getDataFormatString();
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
