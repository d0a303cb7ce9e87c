package org.diaodu.layout;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines over a table, as evidence.
 *
 * @param lines all of them, from the top
 * @param start the first of the title itself: the line with the text that the template asks for
 */
record TableTitle(List<TextEvidence> lines, int start) {

  /**
   * The title of a table as its template knows it. What stands on a page above the title itself,
   * such as menus and paths, names nothing of the table.
   *
   * @param texts the lines over the table, in their normal form
   * @param ofPage how many of them, from the top, stand outside the table on a page
   * @param wanted the texts that the title must hold
   */
  static TableTitle of(List<String> texts, int ofPage, List<String> wanted) {
    int start = texts.size();
    for (String text : wanted) {
      int last =
          IntStream.range(0, texts.size()).filter(i -> texts.get(i).contains(text)).max().orElse(0);
      start = Math.min(start, last);
    }
    int title = start;
    List<TextEvidence> lines =
        IntStream.range(0, texts.size())
            .mapToObj(
                i ->
                    i < Math.min(title, ofPage)
                        ? TextEvidence.ofPage(texts.get(i))
                        : TextEvidence.of(texts.get(i)))
            .toList();
    return new TableTitle(lines, start);
  }

  /** All that was found and names nothing of the table. */
  List<Evidence> others() {
    return lines.stream().flatMap(line -> line.others().stream()).toList();
  }
}
