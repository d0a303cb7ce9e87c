package org.diaodu.region;

import java.util.List;
import java.util.stream.Collectors;

/** A pack cannot be used: it carries every fault that was found, not only the first. */
public final class InvalidPackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;

  /** With every fault found in {@code pack}. */
  public InvalidPackException(String pack, List<PackFault> faults) {
    super(
        "Cannot use region pack '%s': %d faults%n%s"
            .formatted(
                pack,
                faults.size(),
                faults.stream().map(PackFault::toString).collect(Collectors.joining("\n"))));
    this.faults = List.copyOf(faults);
  }

  /** All faults, in file and line order. */
  public List<PackFault> faults() {
    return faults;
  }
}
