package org.diaodu.region;

import java.util.List;

/**
 * What came of reading a pack.
 *
 * @param pack the pack as far as it could be read
 * @param faults every fault, by file and line; empty where the pack is good
 */
public record PackReading(RegionPack pack, List<PackFault> faults) {

  /** Whether indicators and areas could be read, so that what names one can be looked up. */
  public boolean hasNames() {
    return faults.stream()
        .filter(fault -> fault.line() <= 1)
        .noneMatch(fault -> List.of("indicators.csv", "areas.csv").contains(fault.file()));
  }
}
