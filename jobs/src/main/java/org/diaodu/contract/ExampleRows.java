package org.diaodu.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of each table to look at, from {@code schemas/examples.json}: simulated figures, long texts
 * cut short.
 */
public final class ExampleRows {
  private static final String RESOURCE = "schemas/examples.json";

  private final JsonNode tables;

  private ExampleRows(JsonNode tables) {
    this.tables = tables;
  }

  /** Those of all tables. */
  public static ExampleRows read() {
    try (InputStream in = ExampleRows.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new InvalidContractException(RESOURCE, "the file is missing");
      }
      return new ExampleRows(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }

  /**
   * The row of a table: value by column, a text as it is, all else as JSON; empty where it is null.
   *
   * @throws InvalidContractException where the table has none
   */
  public Map<String, String> of(Table table) {
    JsonNode row = tables.get(table.fullName());
    if (row == null) {
      throw new InvalidContractException(RESOURCE, "no row of " + table.fullName());
    }
    Map<String, String> values = new LinkedHashMap<>();
    row.properties().forEach(e -> values.put(e.getKey(), text(e.getValue())));
    return values;
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isTextual() ? value.asText() : value.toString();
  }
}
