package org.diaodu.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The files of a new region's pack: those that it needs, with the columns that say something. */
public final class StarterPack {
  /** What most regions look at first, for a plan that names nothing yet. */
  private static final List<String> USUAL =
      List.of("gdp", "industry_above_scale", "fixed_asset_investment", "retail_sales");

  private final NewRegion region;
  private final CommonIndicators common = new CommonIndicators();
  private final Map<String, NewIndicator> indicators = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();

  /** Drafts the pack of a region. */
  public StarterPack(NewRegion region) {
    this.region = region;
    String targets = targets();
    files.put("region.yaml", regionFile());
    files.put("areas.csv", areas());
    files.put("indicators.csv", indicators());
    files.put("targets.csv", targets);
    if (!units.isEmpty()) {
      files.put("units.csv", units());
    }
  }

  /** The text of each file, by its name. */
  public Map<String, String> files() {
    return files;
  }

  /** What cannot be done as it was said, in Chinese; empty where the pack is whole. */
  public List<String> faults() {
    return faults;
  }

  /** What was guessed and wants a look, in Chinese. */
  public List<String> remarks() {
    return remarks;
  }

  private String regionFile() {
    String name =
        region.areas().stream()
            .filter(area -> area.code().equals(region.totalArea()))
            .map(NewArea::nameZh)
            .findFirst()
            .orElse("");
    String capital =
        region.capitalArea().isEmpty()
            ? ""
            : "capital_area: \"%s\"\n".formatted(region.capitalArea());
    return "name_zh: %s\ntotal_area: \"%s\"\n%splan_year: %d\n"
        .formatted(name, region.totalArea(), capital, region.planYear());
  }

  /** The columns beyond code and name stand there only where some area wants them. */
  private String areas() {
    boolean isNested = region.areas().stream().anyMatch(area -> !area.parent().isEmpty());
    boolean hasOverlap = region.areas().stream().anyMatch(area -> !area.inTotal());
    List<String> columns = new ArrayList<>(List.of("ref_area", "name_zh"));
    if (isNested) {
      columns.add("parent");
    }
    if (hasOverlap) {
      columns.add("in_total");
    }
    List<List<String>> rows = new ArrayList<>();
    for (NewArea area : region.areas()) {
      List<String> row = new ArrayList<>(List.of(area.code(), area.nameZh()));
      boolean isWhole = area.code().equals(region.totalArea());
      if (isNested) {
        row.add(area.parent().isEmpty() && !isWhole ? region.totalArea() : area.parent());
      }
      if (hasOverlap) {
        row.add(String.valueOf(area.inTotal()));
      }
      rows.add(row);
    }
    return csv(columns, rows);
  }

  private String indicators() {
    if (indicators.isEmpty()) {
      USUAL.forEach(code -> indicators.put(code, common.named(code).orElseThrow()));
    }
    return csv(
        List.of(
            "indicator",
            "name_zh",
            "name_en",
            "unit",
            "kind",
            "freq",
            "additive",
            "growth_source",
            "decimals",
            "aliases"),
        indicators.values().stream()
            .map(
                i ->
                    List.of(
                        i.code(),
                        i.nameZh(),
                        i.nameEn(),
                        i.unit(),
                        i.kind().name(),
                        i.frequency().name(),
                        String.valueOf(i.additive()),
                        i.growthSource(),
                        i.decimals(),
                        i.aliases()))
            .toList());
  }

  private String targets() {
    boolean hasOwners = region.targets().stream().anyMatch(t -> !t.owner().isEmpty());
    boolean hasDeadlines = region.targets().stream().anyMatch(t -> !t.deadline().isEmpty());
    List<String> columns =
        new ArrayList<>(
            List.of("target_id", "name_zh", "indicator", "kind", "comparator", "value", "unit"));
    if (hasOwners) {
      columns.add("owner");
    }
    if (hasDeadlines) {
      columns.add("deadline");
    }
    List<List<String>> rows = new ArrayList<>();
    for (NewTarget target : region.targets()) {
      Optional<MeasuredTarget> measured =
          MeasuredTarget.of(target, common, List.copyOf(indicators.values()));
      if (measured.isEmpty()) {
        faults.add(
            "“%s”不在常用指标目录里，也没有写单位，不知道怎么计量：请写单位，如“%s>=5所”".formatted(target.name(), target.name()));
        continue;
      }
      NewIndicator indicator = measured.get().indicator();
      if (indicators.putIfAbsent(indicator.code(), indicator) == null
          && common.named(indicator.code()).isEmpty()) {
        remarks.add(
            "“%s”不在常用指标目录里，代码暂定为%s，%s：请核对indicators.csv"
                .formatted(indicator.nameZh(), indicator.code(), guessed(indicator)));
      }
      List<String> row =
          new ArrayList<>(
              List.of(
                  "T-%d".formatted(rows.size() + 1),
                  target.name(),
                  indicator.code(),
                  measured.get().kind().name(),
                  target.comparator(),
                  target.value(),
                  measured.get().unit()));
      if (hasOwners) {
        row.add(unit(target.owner()));
      }
      if (hasDeadlines) {
        row.add(target.deadline());
      }
      rows.add(row);
    }
    return csv(columns, rows);
  }

  private static String guessed(NewIndicator indicator) {
    return switch (indicator.kind()) {
      case growth_only -> "当作按月公布的增速";
      case rate -> "当作一年一报的比率";
      case flow, stock -> "当作按季累计的数（%s）".formatted(indicator.unit());
    };
  }

  private String unit(String name) {
    return name.isEmpty()
        ? ""
        : units.computeIfAbsent(name, n -> "unit_%d".formatted(units.size() + 1));
  }

  private String units() {
    return csv(
        List.of("unit", "name_zh"),
        units.entrySet().stream().map(unit -> List.of(unit.getValue(), unit.getKey())).toList());
  }

  private static String csv(List<String> columns, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      csv.printRecord(columns);
      for (List<String> row : rows) {
        csv.printRecord(row.stream().map(StarterPack::inOneLine).collect(Collectors.toList()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot happen: a text does not fail", e);
    }
    return text.toString();
  }

  private static String inOneLine(String cell) {
    return cell.replaceAll("\\s*\\R\\s*", "");
  }
}
