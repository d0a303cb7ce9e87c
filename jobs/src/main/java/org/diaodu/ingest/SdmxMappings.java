package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.diaodu.region.InvalidPackException;
import org.diaodu.region.PackFault;
import org.diaodu.region.RegionPack;
import org.diaodu.region.YamlNode;

/** Reads {@code sdmx.yaml} of a pack, and says everything that is wrong with it. */
public final class SdmxMappings {
  private static final String FILE = "sdmx.yaml";
  private static final Set<String> FIELDS =
      Set.of("structure", "columns", "constant", "codes", "only", "ignore");

  /** What {@code diaodu export} writes is read by every pack. */
  private static final SdmxMapping EXPORTED =
      new SdmxMapping(
          "DIAODU:OBSERVATIONS",
          Map.ofEntries(
              Map.entry("REF_AREA", "ref_area"),
              Map.entry("INDICATOR", "indicator"),
              Map.entry("TIME_PERIOD", "time_period"),
              Map.entry("ACCUMULATION", "accumulation"),
              Map.entry("MEASURE", "measure"),
              Map.entry("OBS_VALUE", "obs_value"),
              Map.entry("UNIT_MEASURE", "unit"),
              Map.entry("OBS_STATUS", "obs_status"),
              Map.entry("CONF_STATUS", "conf_status"),
              Map.entry("RELEASE_DATE", "release_date"),
              Map.entry("PROVENANCE", "provenance"),
              Map.entry("SOURCE", "source"),
              Map.entry("NOTE", "note")),
          Map.of(),
          Map.of(),
          Map.of(),
          Set.of(
              "FREQ",
              "OBS_DECIMALS",
              "ARRIVED_AT",
              "RECORDED_AT",
              "SOURCE_FILE",
              "SOURCE_SHA256",
              "SOURCE_CELL",
              "RAW_TEXT",
              "RUN_ID"));

  private final List<PackFault> faults;
  private final List<SdmxMapping> mappings = new ArrayList<>();

  private SdmxMappings(List<PackFault> faults) {
    this.faults = faults;
  }

  /** The mappings of a pack, which has to be sound. */
  static List<SdmxMapping> of(RegionPack pack) {
    List<PackFault> faults = new ArrayList<>();
    SdmxMappings reader = new SdmxMappings(faults);
    if (!pack.sdmx().isBlank()) {
      reader.read(pack.sdmx());
    }
    if (!faults.isEmpty()) {
      throw new InvalidPackException(pack.name(), faults);
    }
    reader.mappings.add(EXPORTED);
    return List.copyOf(reader.mappings);
  }

  /** Adds everything that is wrong with the mappings of a pack; gives their number. */
  public static int examine(RegionPack pack, List<PackFault> faults) {
    SdmxMappings reader = new SdmxMappings(faults);
    if (!pack.sdmx().isBlank()) {
      reader.read(pack.sdmx());
    }
    return reader.mappings.size();
  }

  private void read(String yaml) {
    YamlNode root = YamlNode.of(FILE, yaml, faults);
    if (root.isPresent() && !root.isList()) {
      root.fault("文件不是数据流的列表", "请每个数据流写成“- structure: …”");
    }
    root.items().forEach(this::mapping);
  }

  private void mapping(YamlNode mapping) {
    YamlNode.Fields fields = mapping.fields(FIELDS);
    String structure = fields.text("structure");
    if (!structure.matches("[^:()]+:[^:()]+")) {
      fields
          .field("structure")
          .fault("structure“%s”不成立".formatted(structure), "请写成XX:MAIN的样子，不带版本");
    }
    Map<String, String> columns = upperKeys(fields.field("columns"));
    Map<String, String> constant = texts(fields.field("constant"));
    Set<String> tidy = new HashSet<>(TidyCsvHeader.REQUIRED);
    tidy.addAll(TidyCsvHeader.OPTIONAL);
    columns.values().forEach(name -> known(fields.field("columns"), name, tidy));
    constant.keySet().forEach(name -> known(fields.field("constant"), name, tidy));
    for (String required : List.of("ref_area", "indicator", "time_period", "obs_value")) {
      if (!columns.containsValue(required) && !constant.containsKey(required)) {
        mapping.fault("没有说明哪一列是" + required, "请写在columns或constant中");
      }
    }
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    fields
        .field("codes")
        .entries()
        .forEach((column, of) -> codes.put(column.toUpperCase(Locale.ROOT), texts(of)));
    Set<String> ignored = new HashSet<>();
    fields.field("ignore").texts().forEach(name -> ignored.add(name.toUpperCase(Locale.ROOT)));
    mappings.add(
        new SdmxMapping(
            structure, columns, constant, codes, upperKeys(fields.field("only")), ignored));
  }

  private static void known(YamlNode place, String name, Set<String> tidy) {
    if (!tidy.contains(name)) {
      place.fault("“%s”不是整洁格式的列".formatted(name), "只能是：" + tidy.stream().sorted().toList());
    }
  }

  private static Map<String, String> texts(YamlNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.entries().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  private static Map<String, String> upperKeys(YamlNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts(node).forEach((name, value) -> texts.put(name.toUpperCase(Locale.ROOT), value));
    return texts;
  }
}
