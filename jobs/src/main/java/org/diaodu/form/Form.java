package org.diaodu.form;

import java.util.List;
import java.util.Map;
import org.diaodu.domain.TimePeriod;

/**
 * The form of one unit, or of one area's government.
 *
 * @param unit its code
 * @param unitName its name
 * @param period for which it is asked
 * @param rows of each sheet; no sheet without a row
 */
public record Form(
    String unit, String unitName, TimePeriod period, Map<FormKind, List<FormRow>> rows) {

  /** Name of its file, the same whenever it is made. */
  public String fileName() {
    return "%s-%s-%s.xlsx".formatted(period, unit, unitName);
  }

  /** How many rows a sheet has. */
  public int count(FormKind kind) {
    return rows.getOrDefault(kind, List.of()).size();
  }
}
