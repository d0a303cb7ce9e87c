package org.diaodu.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * CSV after RFC 4180, row by row. Nulls are empty, decimals in full. A text that a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
final class CsvExport {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvExport() {}

  /** Writes the rows, and says how many there were. */
  static long write(Dataset<Row> rows, Path file, Charset charset) throws IOException {
    long count = 0;
    try (OutputStream out = Files.newOutputStream(file);
        Writer writer = new OutputStreamWriter(out, charset.newEncoder());
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      if (charset.equals(StandardCharsets.UTF_8)) {
        writer.write(BYTE_ORDER_MARK);
      }
      csv.printRecord((Object[]) rows.columns());
      Iterator<Row> each = Cells.flat(rows).toLocalIterator();
      while (each.hasNext()) {
        Row row = each.next();
        for (int i = 0; i < row.size(); i++) {
          csv.print(harmless(row.get(i)));
        }
        csv.println();
        count++;
      }
    }
    return count;
  }

  private static String harmless(Object cell) {
    String text = Cells.text(cell);
    boolean formula = cell instanceof String && text.matches("(?s)[=+\\-@\\t\\r].*");
    return formula && !text.matches("[+-]?\\d+(\\.\\d+)?") ? "'" + text : text;
  }
}
