package org.diaodu.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** A web page with tables, often saved under the name of a workbook; one grid a table. */
final class HtmlBook {
  private HtmlBook() {}

  static Book read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    // Pages often declare a charset that they are not written in, so the bytes decide.
    String text =
        TextDecoding.decode(bytes)
            .orElseThrow(
                () ->
                    new UnreadableSheetException(
                        "bad_encoding",
                        "既不是UTF-8也不是GB18030",
                        "UTF-8或GB18030",
                        "网页的编码无法识别。请另存为xlsx后重新报送"));
    Document page = Jsoup.parse(text);
    List<Grid> grids = new ArrayList<>();
    for (Element table : page.select("table")) {
      if (table.select("table").size() > 1) {
        // A table that only lays out other tables.
        continue;
      }
      WorkbookParts.sheets(grids.size() + 1);
      grids.add(grid(table, grids.size() + 1));
    }
    if (grids.isEmpty()) {
      throw new UnreadableSheetException("no_table", "没有表格的网页", "网页中的表格", "网页里没有表格。请核对后重新报送");
    }
    return new Book(grids, false, false);
  }

  private static Grid grid(Element table, int number) {
    Grid.Builder grid = new Grid.Builder("表" + number, false);
    textBefore(table).forEach(grid::titleAbove);
    Map<Integer, Integer> taken = new HashMap<>();
    int row = 0;
    for (Element tr : table.select("tr")) {
      int column = 0;
      for (Element td : tr.select("> td, > th")) {
        while (taken.getOrDefault(column, 0) > row) {
          column++;
        }
        int width = span(td, "colspan");
        int height = span(td, "rowspan");
        grid.add(GridCell.text(row, column, text(td)));
        if (width > 1 || height > 1) {
          grid.merge(new Merge(row, column, row + height - 1, column + width - 1));
        }
        for (int c = column; c < column + width; c++) {
          taken.put(c, row + height);
        }
        column += width;
      }
      if (isHidden(tr)) {
        grid.hideRow(row);
      }
      row++;
    }
    return grid.build();
  }

  /** The lines of text between a table and the one before it: its title often stands there. */
  private static List<String> textBefore(Element table) {
    List<String> lines = new ArrayList<>();
    NodeVisitor collect =
        (node, depth) -> {
          if (node instanceof TextNode text && !text.isBlank() && !isInTable(text)) {
            lines.add(text.text().strip());
          }
        };
    for (Element at = table; at.parent() != null; at = at.parent()) {
      Element before = at.previousElementSibling();
      while (before != null
          && !before.tagName().equals("table")
          && before.select("table").isEmpty()) {
        List<String> after = List.copyOf(lines);
        lines.clear();
        NodeTraversor.traverse(collect, before);
        lines.addAll(after);
        before = before.previousElementSibling();
      }
      if (before != null) {
        break;
      }
    }
    Element caption = table.selectFirst("> caption");
    if (caption != null) {
      lines.add(caption.text());
    }
    return lines;
  }

  private static boolean isInTable(Node node) {
    for (Node at = node; at != null; at = at.parent()) {
      if (at instanceof Element e
          && List.of("table", "style", "script", "title").contains(e.tagName())) {
        return true;
      }
    }
    return false;
  }

  private static String text(Element td) {
    Element copy = td.clone();
    copy.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
    return copy.wholeText().replace('\u00A0', ' ').strip();
  }

  private static boolean isHidden(Element tr) {
    return tr.attr("style")
        .replace(" ", "")
        .toLowerCase(java.util.Locale.ROOT)
        .contains("display:none");
  }

  private static int span(Element td, String attribute) {
    String value = td.attr(attribute).strip();
    return value.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(value), Limits.COLUMNS) : 1;
  }
}
