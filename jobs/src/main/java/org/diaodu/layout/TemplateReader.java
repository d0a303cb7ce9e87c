package org.diaodu.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.region.PackFault;
import org.diaodu.region.RegionPack;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a template, and says everything that is wrong with it, with lines. */
final class TemplateReader {
  private static final Set<String> TOP =
      Set.of("title", "table", "area_from", "release", "rows", "columns");
  private static final Set<String> MEANING =
      Set.of("indicator", "measure", "accumulation", "area", "unit", "years", "index", "breaks");

  private final String file;
  private final RegionPack pack;
  private final List<PackFault> faults;

  private TemplateReader(String file, RegionPack pack, List<PackFault> faults) {
    this.file = file;
    this.pack = pack;
    this.faults = faults;
  }

  /** The template in a text; empty, with a fault, where it is none. */
  static Optional<Template> read(
      String file, String yaml, RegionPack pack, List<PackFault> faults) {
    return new TemplateReader(file, pack, faults).read(yaml);
  }

  private Optional<Template> read(String yaml) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(yaml);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return Optional.of(template(mapping));
      }
      fault(1, "文件里没有字段", "请写成“字段： 值”的样子");
    } catch (MarkedYamlEngineException e) {
      fault(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          e.getProblem(),
          "请改正YAML格式");
    } catch (YamlEngineException e) {
      fault(1, String.valueOf(e.getMessage()), "请改正YAML格式");
    }
    return Optional.empty();
  }

  private Template template(MappingNode root) {
    Map<String, Node> fields = fields(root, TOP);
    List<String> titles = texts(fields.get("title")).stream().map(Label::normal).toList();
    if (titles.isEmpty()) {
      fault(1, "缺少title", "请写表题中必有的文字");
    }
    Template.Axis rows = axis(fields.get("rows"), true);
    Template.Axis columns = axis(fields.get("columns"), false);
    if (rows.areas() && columns.areas()) {
      fault(line(fields.get("columns")), "rows和columns都写了areas", "只能有一边是地区");
    }
    return new Template(
        file.replaceFirst("^templates/", "").replaceFirst("\\.ya?ml$", ""),
        titles,
        fields.containsKey("table")
            ? meaning(mapping(fields.get("table")), MEANING)
            : Template.Meaning.NOTHING,
        code(fields.get("area_from"), "area_from", Template.Place.class),
        release(fields.get("release")),
        rows,
        columns);
  }

  private Template.Axis axis(Node node, boolean isRows) {
    String name = isRows ? "rows" : "columns";
    if (node == null) {
      fault(1, "缺少" + name, "请补上");
      return new Template.Axis(List.of(), false, List.of(), Map.of());
    }
    Set<String> known =
        isRows ? Set.of("label", "areas", "read", "ignore") : Set.of("areas", "read", "ignore");
    Map<String, Node> fields = fields(mapping(node), known);
    List<String> labels = texts(fields.get("label")).stream().map(Label::normal).toList();
    if (isRows && labels.isEmpty()) {
      fault(line(node), "rows缺少label", "请写行标题上方的文字，如 地区");
    }
    List<Template.Entry> entries = new ArrayList<>();
    for (Node entry : items(fields.get("read"))) {
      Map<String, Node> of = fields(mapping(entry), with(MEANING, "header"));
      List<String> headers = texts(of.get("header")).stream().map(TemplateReader::path).toList();
      if (headers.isEmpty()) {
        fault(line(entry), "缺少header", "请写表中的文字");
      }
      entries.add(
          new Template.Entry(
              headers,
              of.containsKey("unit") ? Label.normal(text(of.get("unit"))) : "",
              meaning(mapping(entry), with(MEANING, "header"))));
    }
    Map<String, String> ignored = new LinkedHashMap<>();
    if (fields.get("ignore") instanceof MappingNode reasons) {
      for (NodeTuple reason : reasons.getValue()) {
        texts(reason.getValueNode())
            .forEach(label -> ignored.put(path(label), text(reason.getKeyNode())));
      }
    } else if (fields.containsKey("ignore")) {
      fault(line(fields.get("ignore")), "ignore不是“原因： 名称”", "请写成“原因： [名称]”的样子");
    }
    return new Template.Axis(labels, "true".equals(text(fields.get("areas"))), entries, ignored);
  }

  private Template.Meaning meaning(MappingNode node, Set<String> known) {
    Map<String, Node> of = fields(node, known);
    String indicator = textOrNull(of.get("indicator"));
    if (indicator != null && pack.indicator(indicator).isEmpty()) {
      fault(line(of.get("indicator")), "指标“%s”不在indicators.csv中".formatted(indicator), "请改正或补上该指标");
    }
    String area = textOrNull(of.get("area"));
    if (area != null && pack.area(area).isEmpty()) {
      fault(line(of.get("area")), "地区“%s”不在areas.csv中".formatted(area), "请改正");
    }
    Set<Integer> breaks = new HashSet<>();
    for (String year : texts(of.get("breaks"))) {
      if (year.matches("(19|20)\\d{2}")) {
        breaks.add(Integer.valueOf(year));
      } else {
        fault(line(of.get("breaks")), "breaks中“%s”不是年份".formatted(year), "请写成2016的样子");
      }
    }
    return new Template.Meaning(
        indicator,
        code(of.get("measure"), "measure", Measure.class),
        code(of.get("accumulation"), "accumulation", Accumulation.class),
        area,
        textOrNull(of.get("unit")),
        whole(of.get("years"), "years"),
        "true".equals(text(of.get("index"))),
        breaks);
  }

  private Template.Release release(Node node) {
    if (node == null || "received".equals(text(node))) {
      return new Template.Release(null, null);
    }
    Map<String, Node> of = fields(mapping(node), Set.of("days_after_period", "label"));
    return new Template.Release(
        of.containsKey("days_after_period")
            ? Integer.valueOf(whole(of.get("days_after_period"), "days_after_period"))
            : null,
        of.containsKey("label") ? Label.normal(text(of.get("label"))) : null);
  }

  /**
   * A path as written in a template, each part as a label of a table would be; + joins a header to
   * the one on its left.
   */
  static String path(String written) {
    List<String> beside = new ArrayList<>();
    for (String one : written.split("\\+")) {
      List<String> parts = new ArrayList<>();
      for (String part : one.split("\\|")) {
        parts.add(Label.of(part).name());
      }
      beside.add(String.join("|", parts));
    }
    return String.join("+", beside);
  }

  private Map<String, Node> fields(MappingNode mapping, Set<String> known) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = text(tuple.getKeyNode());
      if (!known.contains(name)) {
        fault(
            line(tuple.getKeyNode()),
            "字段“%s”不认得".formatted(name),
            "只能是：" + String.join("、", known.stream().sorted().toList()));
      }
      fields.put(name, tuple.getValueNode());
    }
    return fields;
  }

  private MappingNode mapping(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    fault(line(node), "这里应是“字段： 值”", "请改正");
    return new MappingNode(
        org.snakeyaml.engine.v2.nodes.Tag.MAP,
        List.of(),
        org.snakeyaml.engine.v2.common.FlowStyle.BLOCK);
  }

  private static List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  /** The values of a list, or the one value where it is none. */
  private static List<String> texts(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(TemplateReader::text).toList();
    }
    return node == null ? List.of() : List.of(text(node));
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  private static String textOrNull(Node node) {
    String text = text(node);
    return text.isEmpty() ? null : text;
  }

  private int whole(Node node, String name) {
    String text = text(node);
    if (text.isEmpty() || text.matches("-?\\d{1,4}")) {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
    fault(line(node), "%s“%s”不是整数".formatted(name, text), "请改正");
    return 0;
  }

  private <E extends Enum<E>> E code(Node node, String name, Class<E> codes) {
    String text = text(node);
    if (text.isEmpty()) {
      return null;
    }
    for (E code : codes.getEnumConstants()) {
      if (code.name().equals(text)) {
        return code;
      }
    }
    fault(
        line(node), "%s“%s”不认得".formatted(name, text), "只能是：" + List.of(codes.getEnumConstants()));
    return null;
  }

  private static Set<String> with(Set<String> names, String more) {
    Set<String> all = new HashSet<>(names);
    all.add(more);
    return all;
  }

  private void fault(int line, String found, String remedy) {
    faults.add(new PackFault(file, line, found, remedy));
  }

  private static int line(Node node) {
    return node == null ? 1 : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
