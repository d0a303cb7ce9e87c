package org.diaodu.form;

import org.diaodu.sheet.GridCell;

/**
 * Who signed a sheet, and when.
 *
 * @param unit name of the unit as it stands; empty where the head is not there
 * @param period the period as it stands; empty where the head is not there
 * @param filledBy who filled it in; empty where nobody signed
 * @param checkedBy who checked it; empty where nobody signed
 * @param filledOn the cell of the day; null where it is blank
 * @param filledOnAddress where the day stands or should stand, with its sheet
 */
public record FormSignature(
    String unit,
    String period,
    String filledBy,
    String checkedBy,
    GridCell filledOn,
    String filledOnAddress) {

  /** Whether nothing was signed. */
  public boolean isBlank() {
    return filledBy.isEmpty() && checkedBy.isEmpty() && filledOn == null;
  }

  /** Whether both are of the form of one unit and period. */
  public boolean isOfTheSameForm(FormSignature other) {
    return unit.equals(other.unit) && period.equals(other.period);
  }

  /** The signatures in words, as they are kept with the figure. */
  public String words() {
    String filled = FormHead.FILLED_BY + "：" + filledBy;
    return checkedBy.isEmpty() ? filled : filled + "；" + FormHead.CHECKED_BY + "：" + checkedBy;
  }
}
