package org.diaodu.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.text.DisplayWidth;

/** Widths of a sheet's columns, and the lines that its rows need, in characters. */
final class FormWidths {
  /** The head stands in the first columns, and its labels must be seen whole. */
  private static final int LEAST = 10;

  private static final int CODE = 11;

  /** Lost on both sides of a text. */
  private static final int MARGIN = 2;

  private final List<Integer> widths = new ArrayList<>();

  FormWidths(Form form, FormKind kind) {
    List<FormKind.Column> given =
        Stream.concat(kind.labels().stream(), kind.known().stream()).toList();
    for (int i = 0; i < given.size(); i++) {
      int column = i;
      int longest =
          form.rows().get(kind).stream()
              .mapToInt(row -> DisplayWidth.of(texts(row).get(column)))
              .max()
              .orElse(0);
      int wanted = Math.max(longest, DisplayWidth.of(given.get(i).header()));
      widths.add(Math.max(LEAST, Math.min(given.get(i).most(), wanted + MARGIN)));
    }
    // Beside its label stands the name of the unit.
    widths.set(1, Math.max(widths.get(1), DisplayWidth.of(form.unitName()) + MARGIN));
    kind.fields().forEach(field -> widths.add(field.width()));
    widths.add(CODE);
  }

  /** The widths, from the left. */
  List<Integer> columns() {
    return widths;
  }

  /** Lines of the tallest text of a row: not every program finds the height by itself. */
  int lines(FormRow row) {
    List<String> texts = texts(row);
    int lines = 1;
    for (int i = 0; i < texts.size(); i++) {
      int fits = widths.get(i) - MARGIN;
      lines = Math.max(lines, (DisplayWidth.of(texts.get(i)) + fits - 1) / fits);
    }
    return lines;
  }

  private static List<String> texts(FormRow row) {
    return Stream.concat(row.item().labels().stream(), row.known().stream()).toList();
  }
}
