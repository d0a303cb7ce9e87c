package org.diaodu.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What documents say, by names such as {@code overview.counts}: sentences with places {@code
 * {name}} that are filled in. What a pack does not word itself is said as {@code
 * documents/wording.yaml} of the program says it.
 *
 * @param texts every text by its name, those of the pack in place of the program's
 */
public record Wording(Map<String, String> texts) implements Serializable {
  /** Name of the file in a pack. */
  static final String FILE = "documents/wording.yaml";

  /** A place in a text. */
  public static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)\\}");

  /** Places that every text may have: how the whole and its parts are called. */
  private static final Set<String> EVERYWHERE = Set.of("whole", "parts");

  private static final Wording DEFAULT = new Wording(defaults());

  /** The texts without a pack's own. */
  public static Wording byDefault() {
    return DEFAULT;
  }

  /**
   * A text as it is written.
   *
   * @throws IllegalArgumentException where there is none of this name
   */
  public String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("Cannot say '%s': no such text".formatted(name));
    }
    return text;
  }

  /** The program's texts with those of a pack's file in their place. */
  static Wording read(String file, List<PackFault> faults) {
    Map<String, String> texts = new LinkedHashMap<>(DEFAULT.texts());
    if (!file.isBlank()) {
      YamlNode root = YamlNode.of(FILE, file, faults);
      if (root.isPresent() && !root.isMapping()) {
        root.fault("这里没有字段", "请写成“names: …”的样子");
      }
      leaves("", root).forEach((name, node) -> put(texts, name, node));
    }
    return new Wording(texts);
  }

  private static void put(Map<String, String> texts, String name, YamlNode node) {
    String before = texts.get(name);
    if (before == null) {
      node.fault("用语“%s”不认得".formatted(name), "只能是：" + String.join("、", beside(name, texts)));
      return;
    }
    Set<String> known = places(before);
    known.addAll(EVERYWHERE);
    Set<String> unknown = new TreeSet<>(places(node.text()));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      node.fault(
          "用语“%s”中没有{%s}这个空".formatted(name, String.join("}、{", unknown)),
          "只能是：{%s}".formatted(String.join("}、{", known)));
      return;
    }
    texts.put(name, node.text());
  }

  /** The names of the same part of the file; all parts where there is no such part. */
  private static Set<String> beside(String name, Map<String, String> texts) {
    String part = name.replaceFirst("\\..*", ".");
    Set<String> beside =
        texts.keySet().stream()
            .filter(text -> text.startsWith(part))
            .collect(Collectors.toCollection(TreeSet::new));
    return beside.isEmpty()
        ? texts.keySet().stream()
            .map(text -> text.replaceFirst("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new))
        : beside;
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every single value with the names of the fields that lead to it. */
  private static Map<String, YamlNode> leaves(String prefix, YamlNode node) {
    Map<String, YamlNode> leaves = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (name, value) -> {
              if (value.isMapping()) {
                leaves.putAll(leaves(prefix + name + ".", value));
              } else {
                leaves.put(prefix + name, value);
              }
            });
    return leaves;
  }

  private static Map<String, String> defaults() {
    List<PackFault> faults = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    leaves("", YamlNode.of(FILE, resource(), faults))
        .forEach((name, node) -> texts.put(name, node.text()));
    if (!faults.isEmpty()) {
      throw new IllegalStateException("Cannot read the program's own wording: " + faults);
    }
    return Map.copyOf(texts);
  }

  private static String resource() {
    try (InputStream in = Wording.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find the program's own wording " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
