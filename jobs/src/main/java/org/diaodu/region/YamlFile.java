package org.diaodu.region;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML file of a pack: its fields with their line numbers, and typed values whose faults are
 * collected.
 */
final class YamlFile {
  private final String file;
  private final List<PackFault> faults;
  private final Map<String, Node> fields = new HashMap<>();

  YamlFile(String file, String text, List<String> known, List<PackFault> faults) {
    this.file = file;
    this.faults = faults;
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        for (NodeTuple field : mapping.getValue()) {
          add(field, known);
        }
      } else {
        fault(1, "文件里没有字段", "请写成“字段: 值”的样子");
      }
    } catch (MarkedYamlEngineException e) {
      fault(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          e.getProblem(),
          "请改正YAML格式");
    } catch (YamlEngineException e) {
      fault(1, String.valueOf(e.getMessage()), "请改正YAML格式");
    }
  }

  private void add(NodeTuple field, List<String> known) {
    String name = ((ScalarNode) field.getKeyNode()).getValue();
    if (!known.contains(name)) {
      fault(
          line(field.getKeyNode()), "字段“%s”不认得".formatted(name), "只能是：" + String.join("、", known));
    } else if (fields.put(name, field.getValueNode()) != null) {
      fault(line(field.getKeyNode()), "字段“%s”写了两次".formatted(name), "请只保留一处");
    }
  }

  /** The text of a field; empty, with a fault, where it is missing. */
  String text(String name) {
    if (fields.get(name) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    fault(lineOf(name), "缺少字段“%s”或它是空的".formatted(name), "请补上");
    return "";
  }

  /** The number of a field; zero, with a fault, where it is none. */
  BigDecimal number(String name) {
    return number(name, text(name), lineOf(name));
  }

  /** The entries of a list; empty where the field is missing. */
  Map<String, Integer> list(String name) {
    Map<String, Integer> entries = new LinkedHashMap<>();
    if (fields.get(name) instanceof SequenceNode sequence) {
      for (Node entry : sequence.getValue()) {
        if (entry instanceof ScalarNode scalar) {
          entries.put(scalar.getValue(), line(entry));
        } else {
          fault(line(entry), "%s的这一项不是一个值".formatted(name), "请每行写一个代码");
        }
      }
    } else if (fields.containsKey(name)) {
      fault(lineOf(name), "%s不是列表".formatted(name), "请写成列表");
    }
    return entries;
  }

  /** The numbers of a field that holds named numbers. */
  Map<String, BigDecimal> numbers(String name) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    if (fields.get(name) instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        String value =
            entry.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : "（不是一个值）";
        numbers.put(key, number(name + "." + key, value, line(entry.getValueNode())));
      }
    } else {
      fault(lineOf(name), "缺少字段“%s”或它不是“名称: 数字”".formatted(name), "请补上");
    }
    return numbers;
  }

  int lineOf(String name) {
    return fields.containsKey(name) ? line(fields.get(name)) : 1;
  }

  void fault(int line, String found, String remedy) {
    faults.add(new PackFault(file, line, found, remedy));
  }

  private BigDecimal number(String name, String value, int line) {
    if (value.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
      return new BigDecimal(value);
    }
    if (!value.isEmpty()) {
      fault(line, "%s“%s”不是数字".formatted(name, value), "请只写数字");
    }
    return BigDecimal.ZERO;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
