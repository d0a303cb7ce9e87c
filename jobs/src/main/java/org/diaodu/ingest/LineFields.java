package org.diaodu.ingest;

import java.util.List;

/** The fields of a line by column name. */
record LineFields(TidyCsvHeader header, List<String> fields) {
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
