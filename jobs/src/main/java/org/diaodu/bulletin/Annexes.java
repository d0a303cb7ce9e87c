package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diaodu.document.Block;

/** The annexes of a document, numbered as they come; one without anything to say is none. */
final class Annexes {
  private record Annex(String name, String title, boolean wide, List<Block> blocks) {}

  private final List<Annex> sent = new ArrayList<>();
  private final List<Annex> onScreen = new ArrayList<>();

  /**
   * One that is sent.
   *
   * @param name by which its number is asked for
   * @param wide whether its tables want a page on its side
   */
  Annexes add(String name, String title, boolean wide, List<Block> blocks) {
    if (!blocks.isEmpty()) {
      sent.add(new Annex(name, title, wide, blocks));
    }
    return this;
  }

  /** One for the screen and the workbook alone. */
  Annexes onScreen(String title, List<Block> blocks) {
    if (!blocks.isEmpty()) {
      onScreen.add(new Annex("", title, false, blocks));
    }
    return this;
  }

  /** The number of one that is sent. */
  Optional<Integer> number(String name) {
    return IntStream.range(0, sent.size())
        .filter(i -> sent.get(i).name().equals(name))
        .mapToObj(i -> i + 1)
        .findFirst();
  }

  /** All of them, behind each other. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      add(blocks, sent.get(i), sent.size() == 1 ? "附件" : "附件" + (i + 1));
    }
    onScreen.forEach(annex -> add(blocks, annex, ""));
    return blocks;
  }

  /** What stands below the text: 附件：1.…, each on a line; empty without any. */
  String list() {
    if (sent.size() == 1) {
      return "附件：" + sent.get(0).title();
    }
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < sent.size(); i++) {
      list.append(i == 0 ? "附件：" : "\n　　　").append(i + 1).append(".").append(sent.get(i).title());
    }
    return list.toString();
  }

  private static void add(List<Block> blocks, Annex annex, String mark) {
    blocks.add(new Block.Annex(mark, annex.title(), annex.wide()));
    blocks.addAll(annex.blocks());
  }
}
