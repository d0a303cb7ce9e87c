package org.diaodu.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** A web page with tables, often saved under the name of a workbook; one grid a table. */
final class HtmlBook {
  private static final String NO_TITLE = "table, style, script, title";
  private static final Pattern FIGURE = Pattern.compile("[-+]?\\d[\\d,.]*%?");
  private static final Pattern LINE_END = Pattern.compile(" *\\n\\s*");

  private HtmlBook() {}

  static Book read(Path file) throws IOException {
    if (Files.size(file) > Limits.PAGE_BYTES) {
      throw tooLarge("%d字节的网页".formatted(Files.size(file)), "%d字节".formatted(Limits.PAGE_BYTES));
    }
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
    if (isCut(text)) {
      throw new UnreadableSheetException(
          "damaged_file", "没有结束的表格", "以</table>结束的表格", "网页里的表格没有结束，可能没有传完。请核对后重新报送");
    }
    Document page = Jsoup.parse(text);
    NodeTraversor.traverse((node, depth) -> checkNesting(depth), page);
    PageLook.applyStyleSheets(page);
    List<Grid> grids = new ArrayList<>();
    for (Element table : page.select("table")) {
      if (onlyLaysOut(table)) {
        continue;
      }
      WorkbookParts.sheets(grids.size() + 1);
      grids.add(grid(table, grids.size() + 1));
      WorkbookParts.cells(grids);
    }
    if (grids.isEmpty()) {
      throw new UnreadableSheetException("no_table", "没有表格的网页", "网页中的表格", "网页里没有表格。请核对后重新报送");
    }
    return new Book(grids, false, false);
  }

  /** Whether a table holds other tables and no line of figures of its own. */
  private static boolean onlyLaysOut(Element table) {
    return table.selectFirst("table table, td table, th table") != null
        && rows(table).stream().noneMatch(HtmlBook::hasFigure);
  }

  /** A label and a figure beside it. */
  private static boolean hasFigure(Element row) {
    List<String> texts =
        row.select("> td, > th").stream()
            .filter(cell -> cell.selectFirst("table") == null)
            .map(cell -> cell.text().strip())
            .filter(text -> !text.isEmpty())
            .toList();
    return texts.stream().anyMatch(text -> FIGURE.matcher(text).matches())
        && texts.stream().anyMatch(text -> !FIGURE.matcher(text).matches());
  }

  /** The rows of a table without those of tables in its cells. */
  private static List<Element> rows(Element table) {
    return table.select("tr").stream().filter(tr -> table.equals(tr.closest("table"))).toList();
  }

  /** Whether a table has cells after the last end of a table: the last of them may be half. */
  private static boolean isCut(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.lastIndexOf("<td") > lower.lastIndexOf("</table");
  }

  private static void checkNesting(int depth) {
    if (depth > Limits.NESTING) {
      throw tooLarge("嵌套%d层以上的网页".formatted(Limits.NESTING), "%d层".formatted(Limits.NESTING));
    }
  }

  private static UnreadableSheetException tooLarge(String found, String most) {
    return new UnreadableSheetException(
        "too_large", found, "不超过" + most, "这是%s，不像统计表。请另存为xlsx后重新报送".formatted(found));
  }

  private static Grid grid(Element table, int number) {
    Grid.Builder grid = new Grid.Builder("表" + number, false);
    textBefore(table).forEach(grid::titleAbove);
    Map<Integer, Integer> taken = new HashMap<>();
    int row = 0;
    int spanned = 0;
    for (Element tr : rows(table)) {
      int column = 0;
      for (Element td : tr.select("> td, > th")) {
        if (PageLook.isGone(td)) {
          continue;
        }
        while (taken.getOrDefault(column, 0) > row) {
          column++;
        }
        int width = span(td, "colspan");
        int height = span(td, "rowspan");
        // Blank cells are no cells of the grid, but following their spans takes time all the same.
        Limits.checkCount(spanned += width);
        Limits.check(GridCell.text(row, column + width - 1, ""));
        String text = text(td);
        boolean struck = RichText.hasStruck(text);
        Discrepancy discrepancy = struck ? Discrepancy.struckOut(text) : null;
        grid.add(GridCell.text(row, column, text, false, 0, discrepancy));
        if (width > 1 || height > 1) {
          grid.merge(new Merge(row, column, row + height - 1, column + width - 1));
        }
        for (int c = column; c < column + width; c++) {
          taken.put(c, row + height);
        }
        column += width;
      }
      if (PageLook.isHiddenLine(tr)) {
        grid.hideRow(row);
      }
      row++;
    }
    int column = 0;
    for (Element col : table.select("> col, > colgroup > col")) {
      int width = span(col, "span");
      for (int c = column; PageLook.isHiddenLine(col) && c < column + width; c++) {
        grid.hideColumn(c);
      }
      column = Math.min(column + width, Limits.COLUMNS);
    }
    return grid.build();
  }

  /** The lines of text between a table and the one before it: its title often stands there. */
  private static List<String> textBefore(Element table) {
    List<Element> before = new ArrayList<>();
    Element at = table;
    boolean first = false;
    while (!first && at.parent() != null) {
      Element sibling = at.previousElementSibling();
      while (sibling != null && sibling.selectFirst("table") == null) {
        before.add(sibling);
        sibling = sibling.previousElementSibling();
      }
      first = sibling != null;
      at = at.parent();
    }
    Collections.reverse(before);
    List<String> lines = new ArrayList<>();
    before.stream()
        .filter(element -> element.closest(NO_TITLE) == null)
        .forEach(element -> NodeTraversor.filter(linesTo(lines), element));
    Element caption = table.selectFirst("> caption");
    if (caption != null) {
      lines.add(caption.text());
    }
    return lines;
  }

  private static NodeFilter linesTo(List<String> lines) {
    return (node, depth) -> {
      if (node instanceof TextNode text && !text.isBlank()) {
        lines.add(text.text().strip());
      }
      boolean skipped =
          node instanceof Element element && (element.is(NO_TITLE) || PageLook.isHidden(element));
      return skipped ? NodeFilter.FilterResult.SKIP_ENTIRELY : NodeFilter.FilterResult.CONTINUE;
    };
  }

  /** The text as it is seen: lines apart, nothing hidden, and marks not run into the figure. */
  private static String text(Element td) {
    RichText text = new RichText();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode piece) {
              text.add(piece.getWholeText(), PageLook.of(piece.parentElement(), td));
            } else if (isField(node)) {
              text.add(node.attr("value"), RichText.Look.plain);
            } else if (isLine(node, td) || node.nameIs("br")) {
              text.add("\n", RichText.Look.plain);
            }
            // A table in a cell is a table of its own.
            return node instanceof Element element
                    && (element.nameIs("table") || PageLook.isHidden(element))
                ? FilterResult.SKIP_ENTIRELY
                : FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (isLine(node, td)) {
              text.add("\n", RichText.Look.plain);
            }
            return FilterResult.CONTINUE;
          }
        },
        td);
    return LINE_END.matcher(text.toString().replace('\u00A0', ' ').strip()).replaceAll("\n");
  }

  /** A field of a form, which shows its value. */
  private static boolean isField(Node node) {
    return node.nameIs("input") && node.attr("type").matches("|text|number");
  }

  private static boolean isLine(Node node, Element within) {
    return node instanceof Element element
        && element.isBlock()
        && !element.is("ins, del")
        && !element.equals(within);
  }

  private static int span(Element td, String attribute) {
    String value = td.attr(attribute).strip();
    return value.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(value), Limits.COLUMNS) : 1;
  }
}
