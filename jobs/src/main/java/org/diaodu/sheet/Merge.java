package org.diaodu.sheet;

/** Cells merged into one: rows and columns from 0, both ends included. */
public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  boolean covers(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}
