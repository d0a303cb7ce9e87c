package org.diaodu.ingest;

/** A cell got lost between file and table. A mistake of the program: nothing is stored. */
public final class CellsDoNotAddUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CellsDoNotAddUpException(String file, long there, long met) {
    super(
        "Cannot store %s: its sheets hold %d numbers, but %d were met when reading"
            .formatted(file, there, met));
  }

  CellsDoNotAddUpException(String file, CellCounts counts) {
    super(
        "Cannot store %s: %d cells were read, but %d accepted + %d quarantined + %d ignored are accounted for"
            .formatted(
                file, counts.read(), counts.accepted(), counts.quarantined(), counts.ignored()));
  }
}
