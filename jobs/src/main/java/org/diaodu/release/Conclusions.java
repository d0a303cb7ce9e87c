package org.diaodu.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Span;
import org.diaodu.document.Text;
import org.diaodu.document.Words;

/**
 * What a document concludes from its figures: who is praised or criticised, which light somebody
 * has, who has to answer. Each conclusion has a name by which it is found in another edition of the
 * document, and words in which a figure is only … : that a figure changed is no change of what is
 * concluded.
 */
final class Conclusions {
  private static final String FIGURE = "…";
  private static final String ITEM = "^\\d+\\.";
  private static final String AS_OF = "^截至\\d{4}年\\d+月\\d+日，";

  /** A sentence is about what stands before its first comma, colon or bracket. */
  private static final String AFTER_THE_SUBJECT = "[，：（；" + FIGURE + "].*";

  private final Map<String, String> found = new LinkedHashMap<>();
  private String place = "";

  private Conclusions() {}

  /** The conclusions of a document: words by name, in the order in which they are read. */
  static Map<String, String> of(Document document) {
    Conclusions conclusions = new Conclusions();
    conclusions.collect(document.blocks());
    return conclusions.found;
  }

  private void collect(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Annex annex && !annex.isSent()) {
        // For the screen alone: it repeats in more detail what is concluded before.
        return;
      }
      if (block instanceof Block.Heading heading) {
        place = heading.text().replaceFirst("^[（一二三四五六七八九十）]+、?", "");
      } else if (block instanceof Block.Annex annex) {
        place = annex.title();
      } else if (block instanceof Block.Paragraph paragraph && !paragraph.small()) {
        sentences(paragraph.text());
      } else if (block instanceof Block.Table table) {
        table.rows().forEach(row -> cells(table, row));
      }
    }
  }

  /** What stands before the first heading says what the document rests on, and of which day. */
  private void sentences(Text text) {
    if (place.isEmpty()) {
      return;
    }
    for (String sentence : withoutFigures(text).split("。")) {
      String words = sentence.strip().replaceFirst(ITEM, "").replaceFirst(AS_OF, "");
      if (!words.isEmpty()) {
        put("%s：%s".formatted(place, words.replaceFirst(AFTER_THE_SUBJECT, "")), words);
      }
    }
  }

  /** Lights, and cells of nothing but words. */
  private void cells(Block.Table table, Block.Row row) {
    String name = name(row);
    for (int i = 0; i < row.cells().size(); i++) {
      Block.Cell cell = row.cells().get(i);
      String words = withoutFigures(cell.text());
      String said = cell.light() == null ? words : cell.light().nameZh();
      boolean isNumber =
          cell.light() == null && (words.contains(FIGURE) || words.matches("\\d*|—"));
      if (!isNumber && !words.equals(name)) {
        put("%s：%s %s".formatted(table.name(), name, table.columns().get(i).header()), said);
      }
    }
  }

  /** What a row is about; one that begins with its number, by the first cell that is a problem. */
  private static String name(Block.Row row) {
    List<String> words = row.cells().stream().map(cell -> withoutFigures(cell.text())).toList();
    return words.get(0).matches("\\d*")
        ? words.stream()
            .filter(cell -> cell.contains("："))
            .map(cell -> cell.substring(0, cell.indexOf('：')))
            .findFirst()
            .orElse(words.get(0))
        : words.get(0);
  }

  private void put(String name, String words) {
    String free = name;
    for (int n = 2; found.containsKey(free); n++) {
      free = "%s（%d）".formatted(name, n);
    }
    found.put(free, words);
  }

  private static String withoutFigures(Text text) {
    return text.spans().stream().map(Conclusions::words).collect(Collectors.joining());
  }

  private static String words(Span span) {
    return span instanceof Figure ? FIGURE : ((Words) span).text();
  }
}
