package org.diaodu.bench;

import java.util.List;

/**
 * A rebuild of one size, by us and by DuckDB in turn.
 *
 * @param figures how many were read
 */
record Rebuild(Scale scale, long figures, List<Measured> ours, List<Measured> theirs) {
  double seconds() {
    return Measured.seconds(ours);
  }

  double statistics() {
    return Measured.median(ours.stream().map(Measured::statistics).toList());
  }

  double microsecondsPerFigure() {
    return 1e6 * seconds() / figures;
  }
}
