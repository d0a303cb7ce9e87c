package org.diaodu.region;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file of a pack: its fields with their line numbers, and typed values whose faults are
 * collected.
 */
final class YamlFile {
  private final YamlNode.Fields fields;

  /**
   * Reads a file.
   *
   * @param known names of the fields that it may have
   * @param faults gets every fault; of a file that is no YAML, or empty, that one alone
   */
  YamlFile(String file, String text, List<String> known, List<PackFault> faults) {
    YamlNode root = YamlNode.of(file, text, faults);
    if (!root.isPresent()) {
      root.fault("文件里没有字段", "请写成“field: value”的样子");
      root = YamlNode.of(file, "", new ArrayList<>());
    }
    fields = root.fields(known);
  }

  /** The text of a field; empty, with a fault, where it is missing. */
  String text(String name) {
    return fields.required(name);
  }

  /** The number of a field; zero, with a fault, where it is none. */
  BigDecimal number(String name) {
    return number(name, text(name), fields.field(name));
  }

  /** The whole number of a field, with at most six digits; zero, with a fault, where it is none. */
  int whole(String name) {
    String value = text(name);
    if (value.matches("\\d{1,6}")) {
      return Integer.parseInt(value);
    }
    if (!value.isEmpty()) {
      fault(name, "%s“%s”不是非负整数".formatted(name, value), "请写整数");
    }
    return 0;
  }

  /** The values of a list; none where the field is missing. */
  List<YamlNode> list(String name) {
    YamlNode list = fields.field(name);
    if (list.isPresent() && !list.isList()) {
      list.fault("%s不是列表".formatted(name), "请写成列表");
    }
    List<YamlNode> entries = new ArrayList<>();
    for (YamlNode entry : list.items()) {
      if (entry.text().isEmpty()) {
        entry.fault("%s的这一项不是一个值".formatted(name), "请每行写一个代码");
      } else {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** A field; it holds nothing where it is not there. */
  YamlNode field(String name) {
    return fields.field(name);
  }

  /** Whether the file has a field. */
  boolean has(String name) {
    return fields.field(name).isPresent();
  }

  /** The code of a field; the default where it is missing. */
  <E extends Enum<E>> E code(String name, E missing) {
    String text = fields.field(name).text();
    for (E code : missing.getDeclaringClass().getEnumConstants()) {
      if (code.name().equals(text)) {
        return code;
      }
    }
    if (has(name)) {
      fault(
          name,
          "%s“%s”不认得".formatted(name, text),
          "只能是：" + List.of(missing.getDeclaringClass().getEnumConstants()));
    }
    return missing;
  }

  /** The flag of a field; false where it is missing. */
  boolean flag(String name) {
    String text = fields.field(name).text();
    if (has(name) && !text.equals("true") && !text.equals("false")) {
      fault(name, "%s“%s”不成立".formatted(name, text), "只能是true或false");
    }
    return text.equals("true");
  }

  /** What a field that holds named fields has in it. */
  Map<String, YamlNode> entries(String name) {
    return fields.field(name).entries();
  }

  /** The numbers of a field that holds named numbers. */
  Map<String, BigDecimal> numbers(String name) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    YamlNode named = fields.field(name);
    if (!named.isMapping()) {
      named.fault("缺少字段“%s”或它不是“name: 1.5”".formatted(name), "请补上");
    }
    named
        .entries()
        .forEach(
            (key, value) -> {
              String text = value.text().isEmpty() ? "（不是一个值）" : value.text();
              numbers.put(key, number(name + "." + key, text, value));
            });
    return numbers;
  }

  /** A fault at a field. */
  void fault(String name, String found, String remedy) {
    fields.field(name).fault(found, remedy);
  }

  private static BigDecimal number(String name, String value, YamlNode place) {
    if (value.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
      return new BigDecimal(value);
    }
    if (!value.isEmpty()) {
      place.fault("%s“%s”不是数字".formatted(name, value), "请只写数字");
    }
    return BigDecimal.ZERO;
  }
}
