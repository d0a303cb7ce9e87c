package org.diaodu.document;

import java.util.Optional;

/**
 * Where a figure stands: a row and one of its columns. As text {@code
 * growth/gdp/T01/Q/YTD/2024-Q2/yoy_pct}: the table, the values of its key, the column.
 *
 * @param row the table and the values of its key
 * @param column the column; a number in a text column has its place in it, {@code light_reason.2}
 */
public record FigureKey(String row, String column) {

  /** The figures that a document counts itself have this in place of a table. */
  public static final String COUNTED = "count";

  /** The key that a text names; empty where it names none. */
  public static Optional<FigureKey> parse(String text) {
    int slash = text.lastIndexOf('/');
    return slash <= 0 || slash == text.length() - 1
        ? Optional.empty()
        : Optional.of(new FigureKey(text.substring(0, slash), text.substring(slash + 1)));
  }

  /**
   * The key that a text names.
   *
   * @throws IllegalArgumentException where it names none
   */
  public static FigureKey of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read key '%s': expected table/values of its key/column"
                        .formatted(text)));
  }

  @Override
  public String toString() {
    return row + "/" + column;
  }
}
