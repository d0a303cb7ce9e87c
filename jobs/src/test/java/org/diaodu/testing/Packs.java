package org.diaodu.testing;

import java.nio.file.Path;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;

/** The packs that tests use. */
public final class Packs {
  /** Folder of three invented areas. */
  public static final Path THREELANDS = Path.of("jobs/src/test/resources/packs/threelands");

  /** Folder of the pack that comes with the program. */
  public static final Path XIANGXI = Path.of("conf/regions/xiangxi");

  private Packs() {}

  /** Folder of a test's pack. */
  public static Path folder(String name) {
    return Path.of("jobs/src/test/resources/packs", name);
  }

  /** Three invented areas. */
  public static RegionPack threelands() {
    return PackReader.read(THREELANDS);
  }

  /** The pack that comes with the program. */
  public static RegionPack xiangxi() {
    return PackReader.read(XIANGXI);
  }
}
