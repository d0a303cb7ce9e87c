package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.document.Block;
import org.diaodu.document.Text;

/** Collects the parts of a document, and numbers its headings as official documents do. */
final class Sections {
  private static final String[] NUMERALS = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"
  };

  private final List<Block> blocks = new ArrayList<>();
  private int sections;
  private int below;

  /** A section: 一、…. */
  Sections section(String title, List<Block> parts) {
    blocks.add(new Block.Heading(1, NUMERALS[sections] + "、" + title));
    sections++;
    below = 0;
    for (Block part : parts) {
      add(part);
    }
    return this;
  }

  /** A part outside of any section. */
  Sections add(Block part) {
    if (part instanceof Block.Heading heading && heading.level() == 2) {
      blocks.add(new Block.Heading(2, "（%s）%s".formatted(NUMERALS[below], heading.text())));
      below++;
    } else {
      blocks.add(part);
    }
    return this;
  }

  /** Everything so far. */
  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** A paragraph. */
  static Block.Paragraph paragraph(Text text) {
    return new Block.Paragraph(text, false);
  }

  /** A note in small print. */
  static Block.Paragraph note(Text text) {
    return new Block.Paragraph(text, true);
  }

  /** A heading below a section, numbered when it is added. */
  static Block.Heading heading(String text) {
    return new Block.Heading(2, text);
  }

  /** A column of words. */
  static Block.Column words(String header, int weight) {
    return new Block.Column(header, false, weight);
  }

  /** A column of figures. */
  static Block.Column figures(String header, int weight) {
    return new Block.Column(header, true, weight);
  }
}
