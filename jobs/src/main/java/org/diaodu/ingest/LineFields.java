package org.diaodu.ingest;

import java.util.List;

/**
 * The fields of a record by column name.
 *
 * @param shownDecimals decimals with which the figure is printed; −1 = as many as it has
 */
record LineFields(TidyCsvHeader header, List<String> fields, int shownDecimals) {
  /** Of a record whose figures show as many decimals as they have. */
  LineFields(TidyCsvHeader header, List<String> fields) {
    this(header, fields, -1);
  }

  /** The field as it stands; empty where the file has no such column. */
  String raw(String name) {
    int column = header.column(name);
    return column == 0 ? "" : fields.get(column - 1);
  }

  /** The field without blanks around it, full-width ones included. */
  String text(String name) {
    return raw(name).strip();
  }

  /** Number of the column, from 1; 0 where the file has none. */
  int column(String name) {
    return header.column(name);
  }
}
