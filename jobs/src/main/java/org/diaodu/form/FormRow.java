package org.diaodu.form;

import java.util.List;

/**
 * A row of a form.
 *
 * @param item what it asks for
 * @param known texts of the known columns of its kind, in their order; empty ones where nothing is
 *     known
 */
public record FormRow(FormItem item, List<String> known) {
  /** Its code. */
  public RowCode code() {
    return RowCode.of(item.key(), known);
  }
}
