package org.diaodu.sheet;

/**
 * What holds for the looks of every cell of a sheet.
 *
 * @param zerosShown whether a zero is shown at all
 * @param from1904 whether its workbook counts days from 1904, and not from 1900
 * @param formulas what its workbook says of the values of its formulas
 */
record SheetLook(boolean zerosShown, boolean from1904, Formulas formulas) {
  /** A sheet of a workbook as Excel saves it. */
  static final SheetLook ORDINARY = new SheetLook(true, false, Formulas.computed);

  /** Whether the values saved with formulas were ever computed. */
  enum Formulas {
    /** The program that saved the workbook had computed them. */
    computed,
    /** The workbook does not say. Programs that compute nothing leave out the value or write 0. */
    unknown,
    /** The workbook says itself that they are still to be computed. */
    never
  }

  SheetLook withZeros(boolean shown) {
    return new SheetLook(shown, from1904, formulas);
  }

  /** Whether a value saved with a formula may be one that nobody computed. */
  boolean mayBeUncomputed(boolean isZero) {
    return switch (formulas) {
      case computed -> false;
      case unknown -> isZero;
      case never -> true;
    };
  }
}
