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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code sdmx.yaml} of a pack, and says everything that is wrong with it. */
public final class SdmxMappings {
  private static final String FILE = "sdmx.yaml";
  private static final Set<String> FIELDS =
      Set.of("structure", "columns", "constant", "codes", "only", "ignore");

  private final List<PackFault> faults;
  private final List<SdmxMapping> mappings = new ArrayList<>();

  private SdmxMappings(List<PackFault> faults) {
    this.faults = faults;
  }

  /** The mappings of a pack, which has to be sound. */
  static List<SdmxMapping> of(RegionPack pack) {
    List<PackFault> faults = new ArrayList<>();
    SdmxMappings reader = new SdmxMappings(faults);
    reader.read(pack.sdmx());
    if (!faults.isEmpty()) {
      throw new InvalidPackException(pack.name(), faults);
    }
    return List.copyOf(reader.mappings);
  }

  /** Adds everything that is wrong with the mappings of a pack; gives their number. */
  public static int examine(RegionPack pack, List<PackFault> faults) {
    SdmxMappings reader = new SdmxMappings(faults);
    reader.read(pack.sdmx());
    return reader.mappings.size();
  }

  private void read(String yaml) {
    if (yaml.isBlank()) {
      return;
    }
    try {
      Node root =
          new Compose(LoadSettings.builder().setLabel(FILE).build())
              .composeString(yaml)
              .orElse(null);
      if (root instanceof SequenceNode list) {
        list.getValue().forEach(this::mapping);
      } else {
        fault(1, "文件不是数据流的列表", "请每个数据流写成“- structure: …”");
      }
    } catch (YamlEngineException e) {
      fault(1, String.valueOf(e.getMessage()), "请改正YAML格式");
    }
  }

  private void mapping(Node node) {
    Map<String, Node> fields = fields(node);
    for (String name : fields.keySet()) {
      if (!FIELDS.contains(name)) {
        fault(line(node), "字段“%s”不认得".formatted(name), "只能是：" + FIELDS.stream().sorted().toList());
      }
    }
    String structure = text(fields.get("structure"));
    if (!structure.matches("[^:()]+:[^:()]+")) {
      fault(line(node), "structure“%s”不成立".formatted(structure), "请写成XX:MAIN的样子，不带版本");
    }
    Map<String, String> columns = upperKeys(fields.get("columns"));
    Map<String, String> constant = texts(fields.get("constant"));
    Set<String> tidy = new HashSet<>(TidyCsvHeader.REQUIRED);
    tidy.addAll(TidyCsvHeader.OPTIONAL);
    for (String name : columns.values()) {
      known(node, name, tidy);
    }
    constant.keySet().forEach(name -> known(node, name, tidy));
    for (String required : List.of("ref_area", "indicator", "time_period", "obs_value")) {
      if (!columns.containsValue(required) && !constant.containsKey(required)) {
        fault(line(node), "没有说明哪一列是" + required, "请写在columns或constant中");
      }
    }
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    fields(fields.get("codes"))
        .forEach((column, of) -> codes.put(column.toUpperCase(Locale.ROOT), texts(of)));
    Set<String> ignored = new HashSet<>();
    if (fields.get("ignore") instanceof SequenceNode list) {
      list.getValue().forEach(n -> ignored.add(text(n).toUpperCase(Locale.ROOT)));
    }
    mappings.add(
        new SdmxMapping(
            structure, columns, constant, codes, upperKeys(fields.get("only")), ignored));
  }

  private void known(Node node, String name, Set<String> tidy) {
    if (!tidy.contains(name)) {
      fault(line(node), "“%s”不是整洁格式的列".formatted(name), "只能是：" + tidy.stream().sorted().toList());
    }
  }

  private static Map<String, Node> fields(Node node) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple field : mapping.getValue()) {
        fields.put(text(field.getKeyNode()), field.getValueNode());
      }
    }
    return fields;
  }

  private static Map<String, String> texts(Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields(node).forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static Map<String, String> upperKeys(Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts(node).forEach((name, value) -> texts.put(name.toUpperCase(Locale.ROOT), value));
    return texts;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  private void fault(int line, String found, String remedy) {
    faults.add(new PackFault(FILE, line, found, remedy));
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
