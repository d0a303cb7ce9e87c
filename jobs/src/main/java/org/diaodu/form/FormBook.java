package org.diaodu.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A form as a workbook. Nothing is hidden and nothing is merged, so that sorting, copying and
 * saving by other programs keep every key in its row.
 */
public final class FormBook {
  private static final int HEADER_ROW = 4;
  private static final int FROZEN_COLUMNS = 2;
  private static final int UNITS_PER_CHARACTER = 256;
  private static final float POINTS_PER_LINE = 13;
  private static final float POINTS_BETWEEN = 5;
  private static final double MARGIN_INCHES = 0.4;

  private final Form form;
  private final XSSFWorkbook book;
  private final FormStyles styles;

  private FormBook(Form form, XSSFWorkbook book) {
    this.form = form;
    this.book = book;
    this.styles = new FormStyles(book);
  }

  /** Writes the workbook of a form. */
  public static void write(Form form, OutputStream out) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      FormBook writing = new FormBook(form, book);
      for (FormKind kind : FormKind.values()) {
        if (form.count(kind) > 0) {
          writing.sheet(kind, form.rows().get(kind));
        }
      }
      book.write(out);
    }
  }

  private void sheet(FormKind kind, List<FormRow> rows) {
    XSSFSheet sheet = book.createSheet(kind.sheet());
    FormChecks checks = new FormChecks(sheet, form.period().lastDay());
    FormWidths widths = new FormWidths(form, kind);
    head(sheet, kind, checks);
    List<String> headers = kind.headers();
    Row header = sheet.createRow(HEADER_ROW);
    for (int column = 0; column < headers.size(); column++) {
      cell(header, column, headers.get(column), styles.header);
    }
    int at = HEADER_ROW;
    for (FormRow row : rows) {
      row(sheet.createRow(++at), kind, row, widths);
    }
    for (FormField field : kind.fields()) {
      CellRangeAddressList cells = open(rows, field, headers.indexOf(field.header()));
      if (cells.countRanges() > 0) {
        checks.add(field, cells);
      }
    }
    look(sheet, widths.columns(), at);
  }

  /** The cells of a field that can be filled in; rows that follow each other make one range. */
  private static CellRangeAddressList open(List<FormRow> rows, FormField field, int column) {
    CellRangeAddressList cells = new CellRangeAddressList();
    int from = 0;
    for (int i = 0; i <= rows.size(); i++) {
      boolean isOpen = i < rows.size() && rows.get(i).item().open().contains(field);
      if (!isOpen) {
        if (i > from) {
          cells.addCellRangeAddress(HEADER_ROW + 1 + from, column, HEADER_ROW + i, column);
        }
        from = i + 1;
      }
    }
    return cells;
  }

  private void head(XSSFSheet sheet, FormKind kind, FormChecks checks) {
    int at = 0;
    cell(sheet.createRow(at++), 0, FormHead.title(form, kind), styles.title);
    Row given = sheet.createRow(at++);
    cell(given, 0, FormHead.UNIT, styles.plain);
    cell(given, 1, form.unitName(), styles.plain);
    cell(given, 2, FormHead.PERIOD, styles.plain);
    cell(given, 3, form.period().toString(), styles.plain);
    Row signed = sheet.createRow(at++);
    int column = 0;
    for (String label : FormHead.SIGNED) {
      boolean isDay = label.equals(FormHead.FILLED_ON);
      cell(signed, column++, label, styles.plain);
      if (isDay) {
        checks.day(new CellRangeAddressList(at - 1, at - 1, column, column));
      }
      cell(signed, column++, "", isDay ? styles.day : styles.text);
    }
    cell(sheet.createRow(at), 0, FormHead.HOW_TO, styles.plain);
  }

  private void row(Row line, FormKind kind, FormRow row, FormWidths widths) {
    int column = 0;
    for (String label : row.item().labels()) {
      cell(line, column++, label, styles.label);
    }
    for (String known : row.known()) {
      cell(line, column++, known, styles.known);
    }
    for (FormField field : kind.fields()) {
      boolean isOpen = row.item().open().contains(field);
      cell(line, column++, "", isOpen ? styles.of(field) : styles.known);
    }
    cell(line, column, row.code().text(), styles.code);
    line.setHeightInPoints(POINTS_PER_LINE * widths.lines(row) + POINTS_BETWEEN);
  }

  private void look(XSSFSheet sheet, List<Integer> widths, int lastRow) {
    for (int column = 0; column < widths.size(); column++) {
      sheet.setColumnWidth(column, widths.get(column) * UNITS_PER_CHARACTER);
    }
    int last = widths.size() - 1;
    sheet.createFreezePane(FROZEN_COLUMNS, HEADER_ROW + 1);
    sheet.addIgnoredErrors(
        new CellRangeAddress(HEADER_ROW, lastRow, 0, last), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    // Without a password: it keeps from slips, and nobody is locked out of a form of his own.
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.setFitToPage(true);
    sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
    sheet.getFooter().setCenter("第&P页，共&N页");
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    for (PageMargin margin : PageMargin.values()) {
      sheet.setMargin(margin, MARGIN_INCHES);
    }
    book.setPrintArea(book.getSheetIndex(sheet), 0, last, 0, lastRow);
  }

  private static void cell(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
    cell.setCellStyle(style);
  }
}
