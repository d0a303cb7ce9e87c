package org.diaodu.region;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The text of a CSV file, row for row written anew. */
final class CsvText {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").setIgnoreEmptyLines(true).get();

  private CsvText() {}

  /**
   * With each row as a function leaves it.
   *
   * @param row takes the cells by column, which it may change; empty where the row is left out
   */
  static String rewritten(
      String text, Function<Map<String, String>, Optional<Map<String, String>>> row) {
    StringBuilder written = new StringBuilder();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT);
        CSVPrinter printer = new CSVPrinter(written, FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      List<String> header = records.get(0).toList();
      printer.printRecord(header);
      for (CSVRecord record : records.subList(1, records.size())) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          cells.put(header.get(i).strip(), record.get(i).strip());
        }
        Optional<Map<String, String>> now = row.apply(cells);
        if (now.isPresent()) {
          printer.printRecord(now.get().values());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write text in memory", e);
    }
    return written.toString();
  }
}
