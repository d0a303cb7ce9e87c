package org.diaodu.collecting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.form.Form;
import org.diaodu.form.FormBook;
import org.diaodu.form.FormField;
import org.diaodu.form.FormKind;

/** A form in the hands of a clerk: what he sees, by headers and rows, and what he does to it. */
final class FilledForm implements AutoCloseable {
  /** Rows of a form above its first line. */
  static final int FIRST = 5;

  private final XSSFWorkbook book;

  FilledForm(Form form) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      FormBook.write(form, bytes);
      this.book = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Signs every sheet. */
  FilledForm signed(String filledBy, String checkedBy, String day) {
    book.forEach(
        sheet -> {
          sheet.getRow(2).getCell(1).setCellValue(filledBy);
          sheet.getRow(2).getCell(3).setCellValue(checkedBy);
          sheet.getRow(2).getCell(5).setCellValue(java.time.LocalDate.parse(day));
        });
    return this;
  }

  /** The sheet of a kind; null where the form has none. */
  Sheet sheet(FormKind kind) {
    return book.getSheet(kind.sheet());
  }

  XSSFWorkbook book() {
    return book;
  }

  /** The cell under a header. */
  static Cell cell(Row row, String header) {
    Map<String, Integer> columns = new HashMap<>();
    row.getSheet()
        .getRow(FIRST - 1)
        .forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
    return row.getCell(columns.get(header), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  static Cell cell(Row row, FormField field) {
    return cell(row, field.header());
  }

  /** Whether a cell may be filled in. */
  static boolean isOpen(Cell cell) {
    return !cell.getCellStyle().getLocked();
  }

  /** What stands in a cell. */
  static String text(Cell cell) {
    return new DataFormatter().formatCellValue(cell);
  }

  /** The row in which a column has a text. */
  static Row row(Sheet sheet, String header, String text) {
    for (int at = FIRST; at <= sheet.getLastRowNum(); at++) {
      if (text(cell(sheet.getRow(at), header)).equals(text)) {
        return sheet.getRow(at);
      }
    }
    throw new IllegalArgumentException("Cannot find " + text);
  }

  /** Does something to every line of a sheet. */
  static void eachLine(Sheet sheet, Consumer<Row> does) {
    for (int at = FIRST; at <= sheet.getLastRowNum(); at++) {
      does.accept(sheet.getRow(at));
    }
  }

  Path saved(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
