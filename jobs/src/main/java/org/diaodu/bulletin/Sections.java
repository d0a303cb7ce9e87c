package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diaodu.document.Block;
import org.diaodu.document.Text;

/** Collects the parts of a document, and numbers its headings as official documents do. */
final class Sections {
  private static final String DIGITS = "一二三四五六七八九";

  private final List<Block> blocks = new ArrayList<>();
  private int sections;
  private int below;

  /** A section: 一、…. */
  Sections section(String title, List<Block> parts) {
    blocks.add(new Block.Heading(1, numeral(sections) + "、" + title));
    sections++;
    below = 0;
    for (Block part : parts) {
      add(part);
    }
    return this;
  }

  /** Parts under a heading of their own, outside of any section; nothing where there are none. */
  Sections part(String title, List<Block> parts) {
    if (!parts.isEmpty()) {
      add(heading(title));
      parts(parts);
    }
    return this;
  }

  /** Parts outside of any section. */
  Sections parts(List<Block> parts) {
    parts.forEach(this::add);
    return this;
  }

  /** A part outside of any section. */
  Sections add(Block part) {
    if (part instanceof Block.Heading heading && heading.level() == 2) {
      blocks.add(new Block.Heading(2, "（%s）%s".formatted(numeral(below), heading.text())));
      below++;
    } else {
      blocks.add(part);
    }
    return this;
  }

  /** 一 for 0, 十一 for 10, 二十 for 19; up to 九十九. */
  private static String numeral(int place) {
    int tens = (place + 1) / 10;
    int ones = (place + 1) % 10;
    return (tens > 1 ? DIGITS.substring(tens - 1, tens) : "")
        + (tens > 0 ? "十" : "")
        + (ones > 0 ? DIGITS.substring(ones - 1, ones) : "");
  }

  /** Everything so far. */
  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /**
   * A table without what says nothing: columns that are empty in every row, and rows that have
   * nothing but a name. None where nothing is left.
   */
  static Optional<Block> table(
      String name, String caption, List<Block.Column> columns, List<Block.Row> rows) {
    List<Block.Row> telling =
        rows.stream()
            .filter(row -> row.cells().stream().skip(1).anyMatch(cell -> !isEmpty(cell)))
            .toList();
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(i -> i == 0 || telling.stream().anyMatch(r -> !isEmpty(r.cells().get(i))))
            .boxed()
            .toList();
    if (telling.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Table(
            name,
            caption,
            kept.stream().map(columns::get).toList(),
            telling.stream()
                .map(
                    row -> new Block.Row(kept.stream().map(row.cells()::get).toList(), row.about()))
                .toList()));
  }

  private static boolean isEmpty(Block.Cell cell) {
    return cell.light() == null && (cell.text().isEmpty() || cell.text().equals(Shown.NONE));
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
