package org.diaodu.ingest;

/**
 * A column of figures, and what its header says of them.
 *
 * @param at its position, from 0
 * @param says from when on its figures count and what they measure, as far as the header says it
 * @param unit the unit in brackets behind its name; empty where it has none
 */
public record ValueColumn(int at, FigureWords says, String unit) implements java.io.Serializable {
  /** The one column of figures of a file whose other columns say all that there is to say. */
  static ValueColumn plain(int at) {
    return new ValueColumn(at, FigureWords.NONE, "");
  }
}
