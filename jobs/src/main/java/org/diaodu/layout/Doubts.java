package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one cell, collected while its meaning is put together. */
final class Doubts {
  private final List<ReadCell.Doubt> all = new ArrayList<>();

  void add(ReadCell.Doubt doubt) {
    all.add(doubt);
  }

  void refuse(String rule, String found, String expected, String message) {
    all.add(new ReadCell.Doubt(rule, true, found, expected, message));
  }

  /** The one of some statements; more than one refuses the cell, none is null. */
  <T> T one(String what, List<T> said) {
    if (said.size() > 1) {
      refuse(
          "contradicting_labels",
          said.toString(),
          "一个" + what,
          "表、行和列对%s的说法不一：%s。请改正模板".formatted(what, said));
    }
    return said.isEmpty() ? null : said.get(0);
  }

  boolean refused() {
    return all.stream().anyMatch(ReadCell.Doubt::refused);
  }

  List<ReadCell.Doubt> all() {
    return List.copyOf(all);
  }
}
