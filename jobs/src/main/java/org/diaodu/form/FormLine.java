package org.diaodu.form;

import java.util.List;
import java.util.Map;
import org.diaodu.sheet.GridCell;

/**
 * A row of a form that came back.
 *
 * @param row its row, from 0
 * @param item what it asks for; null where that is not known
 * @param cells what was filled in, by field; none where nothing was
 * @param refusals why nothing in it can be taken; none where nothing is against it
 */
public record FormLine(
    int row, FormItem item, Map<FormField, GridCell> cells, List<FormRemark> refusals) {

  /** Whether anything was filled in. */
  public boolean isFilled() {
    return !cells.isEmpty();
  }
}
