package org.diaodu.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file of a pack: what it holds, and its line. Everything that is wrong with the
 * file is collected as faults. Values stay texts: no object is ever made from a tag.
 */
public final class YamlNode {
  /** Deeper than this no file of a pack is; some thousands of levels would exhaust the stack. */
  private static final int NESTING = 50;

  private final String file;
  private final Node node;
  private final int line;
  private final List<PackFault> faults;

  private YamlNode(String file, Node node, int line, List<PackFault> faults) {
    this.file = file;
    this.node = node;
    this.line = line;
    this.faults = faults;
  }

  /**
   * The whole of a file; holds nothing, with a fault, where it is no YAML. What is then missing
   * from it is no further fault.
   *
   * @param file name of the file, for the faults
   * @param faults to which all faults of the file are added
   */
  public static YamlNode of(String file, String text, List<PackFault> faults) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      int line = tooDeep(settings, text);
      if (line > 0) {
        faults.add(new PackFault(file, line, "这里嵌套了%d层以上".formatted(NESTING), "请写成几层字段，如规则和模板的样子"));
        return new YamlNode(file, null, line, new ArrayList<>());
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      return new YamlNode(file, root.orElse(null), 1, faults);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      faults.add(new PackFault(file, line, e.getProblem(), "请改正YAML格式"));
    } catch (YamlEngineException e) {
      faults.add(new PackFault(file, 1, String.valueOf(e.getMessage()), "请改正YAML格式"));
    } catch (NumberFormatException e) {
      // What the parser lets out where a text ends within a hexadecimal escape.
      int last = (int) text.lines().count();
      faults.add(new PackFault(file, last, "转义写到一半，文件就完了", "请改正YAML格式"));
    }
    return new YamlNode(file, null, 1, new ArrayList<>());
  }

  /** The line where the nesting is too deep; zero where it is nowhere. */
  private static int tooDeep(LoadSettings settings, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > NESTING) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      }
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
    }
    return 0;
  }

  /** Whether there is anything here. */
  public boolean isPresent() {
    return node != null;
  }

  /** Whether it holds named fields. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Its line; of a field that is missing, the line of what it is missing from. */
  public int line() {
    return line;
  }

  /** The value without blanks around it; empty where it is no single value. */
  public String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  /** The value of a list, or the one value where it is none; empty where nothing is here. */
  public List<String> texts() {
    return isList()
        ? items().stream().map(YamlNode::text).toList()
        : isPresent() ? List.of(text()) : List.of();
  }

  /** The entries of a list; none where it is no list. */
  public List<YamlNode> items() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(this::at).toList()
        : List.of();
  }

  /** The fields by name, whatever they are called; a name that stands twice is a fault. */
  public Map<String, YamlNode> entries() {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple field : mapping.getValue()) {
        YamlNode name = at(field.getKeyNode());
        if (entries.put(name.text(), at(field.getValueNode())) != null) {
          name.fault("字段“%s”写了两次".formatted(name.text()), "请只保留一处");
        }
      }
    }
    return entries;
  }

  /**
   * The fields, of which only some are known; a fault where there are none, or others. A field that
   * is not there can be asked for all the same and holds nothing.
   */
  public Fields fields(Collection<String> known) {
    Map<String, YamlNode> entries = entries();
    if (isPresent() && !isMapping()) {
      fault("这里没有字段", "请写成“field: value”的样子");
    }
    entries.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            value.fault(
                "字段“%s”不认得".formatted(name),
                "只能是：" + String.join("、", known.stream().sorted().toList()));
          }
        });
    return new Fields(this, entries);
  }

  /** A fault at this place. */
  public void fault(String found, String remedy) {
    faults.add(new PackFault(file, line, found, remedy));
  }

  /** One of the names of an enumeration; null where nothing is here, or, with a fault, another. */
  public <E extends Enum<E>> E code(String field, Class<E> codes) {
    for (E code : codes.getEnumConstants()) {
      if (code.name().equals(text())) {
        return code;
      }
    }
    if (!text().isEmpty()) {
      fault("%s“%s”不认得".formatted(field, text()), "只能是：" + List.of(codes.getEnumConstants()));
    }
    return null;
  }

  private YamlNode at(Node other) {
    return new YamlNode(
        file, other, other.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), faults);
  }

  /** Named fields. */
  public static final class Fields {
    private final YamlNode of;
    private final Map<String, YamlNode> entries;

    private Fields(YamlNode of, Map<String, YamlNode> entries) {
      this.of = of;
      this.entries = entries;
    }

    /** Whether a field is there. */
    public boolean has(String name) {
      return entries.containsKey(name);
    }

    /** A field; it holds nothing where it is not there. */
    public YamlNode field(String name) {
      return entries.getOrDefault(name, new YamlNode(of.file, null, of.line, of.faults));
    }

    /** The value of a field; empty where it has none. */
    public String text(String name) {
      return field(name).text();
    }

    /** The value of a field; empty, with a fault, where it has none. */
    public String required(String name) {
      String text = text(name);
      if (text.isEmpty()) {
        field(name).fault("缺少字段“%s”或它是空的".formatted(name), "请补上");
      }
      return text;
    }
  }
}
