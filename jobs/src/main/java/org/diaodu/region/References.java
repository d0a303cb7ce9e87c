package org.diaodu.region;

/**
 * Whether a code that one file names stands in another. Where that file cannot be read, or the row
 * of the code has a fault of its own, the cause is told there, and nothing here.
 */
final class References {
  private final RegionPack pack;
  private final PackTables tables;
  private final PackFiles files;

  References(RegionPack pack, PackTables tables, PackFiles files) {
    this.pack = pack;
    this.tables = tables;
    this.files = files;
  }

  boolean hasArea(String code) {
    return pack.area(code).isPresent() || mayHave("areas.csv", tables.areasFile(), code);
  }

  boolean hasIndicator(String code) {
    return pack.indicator(code).isPresent()
        || mayHave("indicators.csv", tables.indicatorsFile(), code);
  }

  boolean hasUnit(String code) {
    return pack.unit(code).isPresent() || mayHave("units.csv", tables.unitsFile(), code);
  }

  boolean hasTarget(String code) {
    return pack.target(code).isPresent() || mayHave("targets.csv", tables.targetsFile(), code);
  }

  /** Whether a file could be read at all. */
  boolean canRead(String file) {
    return files.isReadable(file);
  }

  /** Whether every area is there, so that they may be counted. */
  boolean hasAllAreas() {
    return canRead("areas.csv")
        && tables.areasFile().isSound()
        && pack.area(pack.totalArea()).isPresent();
  }

  private boolean mayHave(String file, CsvTable table, String code) {
    return !canRead(file) || table.hasLost(code) || !table.isSound(1);
  }
}
