package org.diaodu.ingest;

import java.util.Iterator;

/** A sheet of which every line says by itself what it is about. */
interface SheetCells {
  /** How many cells it has, counted apart from reading them. */
  long cellCount();

  /**
   * Its cells, read as they are asked for.
   *
   * @param before how many cells of the file came before
   */
  Iterator<Cell> cells(TidyCsvLine reader, long before);
}
