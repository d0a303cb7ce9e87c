package org.diaodu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.text.DisplayWidth;

/** Prints the rows of a query: decimals in full, never as binary fractions. */
final class ResultPrinter {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private ResultPrinter() {}

  /**
   * Prints all rows.
   *
   * @throws UsageException where two columns have one name, in a format that would lose one
   */
  static void print(PrintWriter out, Dataset<Row> result, ResultFormat format) {
    String[] names = result.columns();
    switch (format) {
      case table -> {
        List<Row> rows = result.collectAsList();
        table(out, names, rows);
        out.printf("（%d 行）%n", rows.size());
      }
      case csv -> {
        DistinctNames.require(result.schema());
        csv(out, names, result.toLocalIterator());
      }
      case json -> {
        DistinctNames.require(result.schema());
        json(out, names, result.toLocalIterator());
      }
    }
    out.flush();
  }

  /**
   * Prints rows on a terminal: columns side by side where they fit, else one below the other.
   *
   * @param width columns of the terminal
   * @param most rows that are printed
   */
  static void show(PrintWriter out, Dataset<Row> result, int width, int most) {
    String[] names = result.columns();
    List<Row> found = result.takeAsList(most + 1);
    List<Row> rows = found.subList(0, Math.min(most, found.size()));
    StringWriter beside = new StringWriter();
    PrintWriter table = new PrintWriter(beside);
    table(table, names, rows);
    table.flush();
    boolean fits = beside.toString().lines().allMatch(line -> DisplayWidth.of(line) <= width);
    if (fits) {
      out.print(beside);
    } else {
      below(out, names, rows);
    }
    out.printf(found.size() > most ? "（前 %d 行，后面还有）%n" : "（%d 行）%n", rows.size());
    out.flush();
  }

  private static void below(PrintWriter out, String[] names, List<Row> rows) {
    int width = Arrays.stream(names).mapToInt(DisplayWidth::of).max().orElse(0);
    int number = 0;
    for (Row row : rows) {
      number++;
      out.printf("── %d ──%n", number);
      for (int i = 0; i < names.length; i++) {
        String cell = row.isNullAt(i) ? "null" : text(row.get(i));
        out.println(DisplayWidth.padded(names[i], width) + "  " + cell);
      }
    }
  }

  private static void csv(PrintWriter out, String[] names, Iterator<Row> rows) {
    try {
      CSVPrinter csv = new CSVPrinter(out, CSV);
      csv.printRecord((Object[]) names);
      while (rows.hasNext()) {
        Row row = rows.next();
        for (int i = 0; i < names.length; i++) {
          csv.print(row.isNullAt(i) ? null : text(row.get(i)));
        }
        csv.println();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot print the result", e);
    }
  }

  private static void json(PrintWriter out, String[] names, Iterator<Row> rows) {
    out.print("[");
    String before = "";
    while (rows.hasNext()) {
      Row row = rows.next();
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        object.put(names[i], value(row.get(i)));
      }
      out.print(before + jsonText(object));
      before = ",\n ";
    }
    out.print("]\n");
  }

  private static void table(PrintWriter out, String[] names, List<Row> rows) {
    int[] widths = new int[names.length];
    List<String[]> lines = new ArrayList<>();
    lines.add(names);
    for (Row row : rows) {
      String[] line = new String[names.length];
      for (int i = 0; i < names.length; i++) {
        line[i] = row.isNullAt(i) ? "null" : text(row.get(i));
      }
      lines.add(line);
    }
    for (String[] line : lines) {
      for (int i = 0; i < names.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(line[i]));
      }
    }
    for (int n = 0; n < lines.size(); n++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < names.length; i++) {
        boolean number = n > 0 && rows.get(n - 1).get(i) instanceof Number;
        String cell = lines.get(n)[i];
        String blanks = " ".repeat(widths[i] - DisplayWidth.of(cell));
        text.append(i == 0 ? "" : "  ").append(number ? blanks + cell : cell + blanks);
      }
      out.println(text.toString().stripTrailing());
      if (n == 0) {
        int width = Arrays.stream(widths).sum() + 2 * (names.length - 1);
        out.println("-".repeat(width));
      }
    }
  }

  private static Object value(Object cell) {
    if (cell == null || cell instanceof Number || cell instanceof Boolean) {
      return cell;
    }
    if (cell instanceof scala.collection.Seq<?> list) {
      return scala.jdk.javaapi.CollectionConverters.asJava(list).stream()
          .map(ResultPrinter::value)
          .collect(Collectors.toCollection(ArrayList::new));
    }
    if (cell instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> values = new java.util.TreeMap<>();
      scala.jdk.javaapi.CollectionConverters.asJava(map)
          .forEach((k, v) -> values.put(String.valueOf(k), value(v)));
      return Collections.unmodifiableMap(values);
    }
    if (cell instanceof Row row) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        values.put(row.schema().fieldNames()[i], value(row.get(i)));
      }
      return values;
    }
    return cell.toString();
  }

  private static String text(Object cell) {
    if (cell instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (cell instanceof Number || cell instanceof Boolean || cell instanceof String) {
      return cell.toString();
    }
    Object value = value(cell);
    if (value instanceof String) {
      return value.toString();
    }
    return jsonText(value);
  }

  private static String jsonText(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot print " + value, e);
    }
  }
}
