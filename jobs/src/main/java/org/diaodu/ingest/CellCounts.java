package org.diaodu.ingest;

import java.util.Map;

/**
 * What became of a file's cells.
 *
 * @param read figure cells met
 * @param accepted of these, accepted
 * @param quarantined of these, refused or held
 * @param held of the refused, held until they are confirmed
 * @param ignored of these, left out for a reason
 * @param warned of the accepted, with a warning
 * @param ignoredBecause ignored cells by reason
 */
public record CellCounts(
    long read,
    long accepted,
    long quarantined,
    long held,
    long ignored,
    long warned,
    Map<String, Long> ignoredBecause) {

  /** Of a file without a readable cell. */
  public static final CellCounts NONE = new CellCounts(0, 0, 0, 0, 0, 0, Map.of());

  /** Whether every cell is accounted for. */
  boolean addUp() {
    return read == accepted + quarantined + ignored;
  }
}
