package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an office adds to the sections of an issue: a text file in which a line such as {@code #
 * 下步要求} names the section, and every other line is a paragraph at its end.
 *
 * @param paragraphs by the title of their section
 */
record Additions(Map<String, List<String>> paragraphs) {

  /** Reads a file; what stands before the first section belongs to none and is left out. */
  static Additions of(String file) {
    Map<String, List<String>> paragraphs = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : file.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (line.startsWith("#")) {
        section =
            paragraphs.computeIfAbsent(
                line.replaceFirst("^#+", "").strip(), title -> new ArrayList<>());
      } else {
        section.add(line);
      }
    }
    return new Additions(paragraphs);
  }

  /** The paragraphs for a section. */
  List<String> to(String section) {
    return paragraphs.getOrDefault(section, List.of());
  }
}
