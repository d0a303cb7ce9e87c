package org.diaodu.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A workbook: the rows, and a sheet 说明 that says what they are. Numbers are numbers with their own
 * decimals, texts are texts: nothing is a formula. Rows go to disk as they come.
 */
final class WorkbookExport {
  private static final int ROWS_IN_MEMORY = 500;
  private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows() - 1;
  private static final int DIGITS_OF_A_DOUBLE = 15;

  private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final Map<Integer, CellStyle> numbers = new HashMap<>();
  private final CellStyle text = book.createCellStyle();
  private final CellStyle head = book.createCellStyle();

  private WorkbookExport() {
    text.setQuotePrefixed(true);
    Font bold = book.createFont();
    bold.setBold(true);
    head.setFont(bold);
  }

  /**
   * Writes the rows and the notes, and says how many rows there were.
   *
   * @param name of the sheet of rows
   * @throws TooManyRowsException where a sheet cannot hold them
   */
  static long write(Dataset<Row> rows, String name, WorkbookNotes notes, Path file)
      throws IOException {
    WorkbookExport export = new WorkbookExport();
    try (SXSSFWorkbook book = export.book;
        OutputStream out = Files.newOutputStream(file)) {
      long count = export.rows(rows, name);
      export.notes(notes);
      book.write(out);
      return count;
    }
  }

  private long rows(Dataset<Row> rows, String name) {
    Sheet sheet = book.createSheet(name);
    sheet.createFreezePane(0, 1);
    line(sheet, 0, List.of(rows.columns()), head);
    Iterator<Row> each = Cells.flat(rows).toLocalIterator();
    int count = 0;
    while (each.hasNext()) {
      Row row = each.next();
      count++;
      if (count > MOST_ROWS) {
        throw new TooManyRowsException(MOST_ROWS);
      }
      org.apache.poi.ss.usermodel.Row line = sheet.createRow(count);
      for (int i = 0; i < row.size(); i++) {
        if (!row.isNullAt(i)) {
          fill(line.createCell(i), row.get(i));
        }
      }
    }
    return count;
  }

  private void fill(Cell cell, Object value) {
    if (value instanceof Boolean flag) {
      cell.setCellValue(flag);
    } else if (value instanceof Number number && fits(number)) {
      BigDecimal decimal = new BigDecimal(number.toString());
      BigDecimal plain = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
      cell.setCellValue(plain.doubleValue());
      cell.setCellStyle(number(Math.max(0, plain.scale())));
    } else {
      String words = Cells.text(value);
      cell.setCellValue(words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT));
      cell.setCellStyle(text);
    }
  }

  /** A number of more digits than Excel keeps stays a text, so that none is lost. */
  private static boolean fits(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().precision() <= DIGITS_OF_A_DOUBLE;
  }

  private CellStyle number(int decimals) {
    return numbers.computeIfAbsent(
        decimals,
        of -> {
          CellStyle style = book.createCellStyle();
          String format = of == 0 ? "0" : "0." + "0".repeat(of);
          style.setDataFormat(book.createDataFormat().getFormat(format));
          return style;
        });
  }

  private void notes(WorkbookNotes notes) {
    Sheet sheet = book.createSheet("说明");
    int at = 0;
    for (WorkbookNotes.Line line : notes.lines()) {
      line(sheet, at++, line.words(), line.bold() ? head : text);
    }
    sheet.setColumnWidth(0, 28 * 256);
    sheet.setColumnWidth(1, 28 * 256);
    sheet.setColumnWidth(2, 90 * 256);
  }

  private static void line(Sheet sheet, int at, List<String> words, CellStyle style) {
    org.apache.poi.ss.usermodel.Row row = sheet.createRow(at);
    for (int i = 0; i < words.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(words.get(i));
      cell.setCellStyle(style);
    }
  }
}
