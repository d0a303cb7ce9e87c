package org.diaodu.completeness;

import java.io.Serializable;
import java.time.LocalDate;
import org.diaodu.domain.Provenance;

/**
 * What came of a demand.
 *
 * @param receivedOn first day on which it came; null where it has not
 * @param endedOn day from which nothing is owed any more; null where it is
 * @param endedBecause why, in Chinese; null where it is
 * @param provenance of what came
 */
record Receipt(LocalDate receivedOn, LocalDate endedOn, String endedBecause, Provenance provenance)
    implements Serializable {
  /** Nothing came. */
  static final Receipt NONE = new Receipt(null, null, null, Provenance.official);

  static Receipt on(LocalDate day, Provenance provenance) {
    return new Receipt(day, null, null, provenance);
  }

  static Receipt ended(LocalDate day, String because, Provenance provenance) {
    return new Receipt(null, day, because, provenance);
  }
}
