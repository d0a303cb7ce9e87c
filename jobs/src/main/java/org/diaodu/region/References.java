package org.diaodu.region;

import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a code that one file names stands in another. Where that file cannot be read, or the row
 * of the code has a fault of its own, the cause is told there, and nothing here.
 */
final class References {
  private final RegionPack pack;
  private final PackTables tables;
  private final PackFiles files;
  private final Set<String> namedUnits = new TreeSet<>();

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

  /**
   * Whether all that the pack says of an indicator could be read, so that others may rest on it.
   */
  boolean isSound(Indicator indicator) {
    CsvTable file = tables.indicatorsFile();
    return file.isSound(1)
        && tables.indicatorRows().stream()
            .filter(row -> row.value().equals(indicator))
            .allMatch(row -> file.isSound(row.line()));
  }

  /** The code of an area stands for its government. */
  boolean hasUnit(String code) {
    if (hasArea(code) || pack.unit(code).isPresent()) {
      return true;
    }
    if (!files.isThere("units.csv")) {
      namedUnits.add(code);
      return true;
    }
    return mayHave("units.csv", tables.unitsFile(), code);
  }

  /** A pack may have no list of units, but then it names none: told once, for all that it names. */
  void requireUnits() {
    if (!namedUnits.isEmpty()) {
      tables
          .unitsFile()
          .fault(
              0,
              "没有这个文件，别的文件却写了单位“%s”".formatted(String.join("”、“", namedUnits)),
              "请补上units.csv，每个单位一行");
    }
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
