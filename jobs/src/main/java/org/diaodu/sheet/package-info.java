/**
 * Spreadsheets as grids of cells, whatever they were saved as: values as they stand, never computed
 * anew, with what a reader must know of them (merged, hidden, formula, number format).
 */
package org.diaodu.sheet;
