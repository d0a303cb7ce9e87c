package org.diaodu.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Mark;
import org.diaodu.document.Span;
import org.diaodu.document.Text;
import org.diaodu.document.Words;
import org.diaodu.domain.TimePeriod;
import org.diaodu.trace.TracedDocument;

/**
 * A document as one page that needs nothing beside it: charts, choices, sorting, and behind every
 * figure what it came from. The same document always gives the same bytes.
 */
public final class DocumentPage {
  private static final String CHARTS =
      "META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  /** Where a title is broken first, on a screen that is too narrow for it. */
  private static final String BEFORE_THE_YEAR = "(?<=.)(?=\\d{4}年)";

  /** Characters of a cell that is never broken: a period, an area. */
  private static final int SHORT = 6;

  /** Characters of a cell that is a sentence, and wants room. */
  private static final int LONG = 12;

  private final TracedDocument traced;
  private final String month;
  private final PageData data;

  private DocumentPage(TracedDocument traced, String month) {
    this.traced = traced;
    this.month = month;
    this.data = new PageData(traced.byFigure());
  }

  /** The page. */
  public static String html(TracedDocument traced) {
    return new DocumentPage(traced, "").html();
  }

  /** The page of a month in a folder of months, which has the library for all of them. */
  static String inFolder(TracedDocument traced, TimePeriod month) {
    return new DocumentPage(traced, month.toString()).html();
  }

  /** What draws the charts. */
  static String library() {
    return resource(CHARTS);
  }

  /** How pages look. */
  static String style() {
    return resource("page/document.css");
  }

  private String html() {
    Document document = traced.document();
    List<Map<String, Object>> blocks = document.blocks().stream().map(this::block).toList();
    Map<String, Object> view = new TreeMap<>();
    view.put("document", document);
    view.put("title", List.of(document.title().split(BEFORE_THE_YEAR, 2)));
    view.put("marks", document.marks().stream().map(Mark::notice).toList());
    view.put("across", document.marks().stream().map(Mark::across).toList());
    view.put("sections", sections(blocks));
    view.put("choices", choices());
    view.put("hasCharts", data.hasCharts());
    view.put("library", data.hasCharts() && month.isEmpty() ? library() : "");
    view.put("month", month);
    view.put("months", month.isEmpty() ? "" : resource("page/months.js"));
    view.put("style", style());
    view.put("script", resource("page/document.js"));
    view.put("data", data.json());
    return PageTemplate.fill("page/document.html.peb", "page", view);
  }

  /** What stands before the first heading is a section without one. */
  private static List<Map<String, Object>> sections(List<Map<String, Object>> blocks) {
    List<Map<String, Object>> sections = new ArrayList<>();
    List<Map<String, Object>> parts = new ArrayList<>();
    String heading = "";
    for (Map<String, Object> block : blocks) {
      if ("heading1".equals(block.get("kind"))) {
        if (!parts.isEmpty() || !heading.isEmpty()) {
          sections.add(Map.of("heading", heading, "parts", parts));
        }
        heading = (String) block.get("text");
        parts = new ArrayList<>();
      } else if ("chart".equals(block.get("kind"))) {
        charts(parts).add(block);
      } else {
        parts.add(block);
      }
    }
    sections.add(Map.of("heading", heading, "parts", parts));
    return sections;
  }

  /** Charts that follow each other stand side by side. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> charts(List<Map<String, Object>> parts) {
    if (parts.isEmpty() || !"charts".equals(parts.get(parts.size() - 1).get("kind"))) {
      parts.add(Map.of("kind", "charts", "charts", new ArrayList<Map<String, Object>>()));
    }
    return (List<Map<String, Object>>) parts.get(parts.size() - 1).get("charts");
  }

  private Map<String, Object> block(Block block) {
    return block.accept(new View());
  }

  /** What the template shows of a block. */
  private final class View implements Block.Visitor<Map<String, Object>> {
    @Override
    public Map<String, Object> heading(Block.Heading heading) {
      return Map.of("kind", "heading" + heading.level(), "text", heading.text());
    }

    @Override
    public Map<String, Object> paragraph(Block.Paragraph paragraph) {
      return Map.of(
          "kind", paragraph.small() ? "note" : "paragraph", "spans", spans(paragraph.text()));
    }

    @Override
    public Map<String, Object> table(Block.Table table) {
      return DocumentPage.this.table(table);
    }

    @Override
    public Map<String, Object> chart(Block.Chart chart) {
      return DocumentPage.this.chart(chart);
    }

    @Override
    public Map<String, Object> annex(Block.Annex annex) {
      return Map.of("kind", "heading1", "text", (annex.mark() + "　" + annex.title()).strip());
    }

    @Override
    public Map<String, Object> tiles(Block.Tiles tiles) {
      List<Map<String, Object>> shown = new ArrayList<>();
      for (Block.Tile tile : tiles.tiles()) {
        Map<String, Object> view = new TreeMap<>();
        view.put("code", tile.code());
        view.put("name", tile.name());
        view.put("light", tile.light().name());
        view.put("sign", tile.light().sign());
        view.put("state", tile.state().marked());
        view.put("more", tile.more());
        view.put("column", tile.column());
        view.put("row", tile.row());
        shown.add(view);
      }
      int columns = tiles.tiles().stream().mapToInt(Block.Tile::column).max().orElse(0);
      return Map.of(
          "kind",
          "tiles",
          "what",
          tiles.what(),
          "tiles",
          shown,
          "map",
          tiles.isMap(),
          "columns",
          columns);
    }

    @Override
    public Map<String, Object> newPage(Block.NewPage newPage) {
      return Map.of("kind", "new_page");
    }
  }

  private Map<String, Object> table(Block.Table table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Block.Row row : table.rows()) {
      List<Map<String, Object>> shown = new ArrayList<>();
      for (Block.Cell cell : row.cells()) {
        Map<String, Object> view = new TreeMap<>();
        view.put("spans", spans(cell.text()));
        view.put("light", cell.light() == null ? "" : cell.light().name());
        view.put("sign", cell.light() == null ? "" : cell.light().sign());
        view.put("word", cell.light() == null ? "" : cell.light().nameZh());
        view.put("alone", cell.text().isEmpty());
        view.put("length", length(cell.text().plain().length()));
        view.put("sort", sortKey(cell));
        shown.add(view);
      }
      rows.add(
          Map.of(
              "cells",
              shown,
              "about",
              PageData.json(new TreeMap<>(row.about())),
              "has",
              !row.about().isEmpty()));
    }
    return Map.of(
        "kind",
        "table",
        "caption",
        table.caption().isEmpty() ? table.name() : table.caption(),
        "shown",
        !table.caption().isEmpty(),
        "columns",
        table.columns(),
        "widths",
        widths(table.columns()),
        "rows",
        rows);
  }

  private Map<String, Object> chart(Block.Chart chart) {
    List<Map<String, Object>> rows = new ArrayList<>();
    int place = data.add(chart);
    for (Block.Series of : chart.series()) {
      List<List<Map<String, Object>>> points = new ArrayList<>();
      for (Figure point : of.points()) {
        points.add(point == null ? List.of() : spans(Text.of(point)));
      }
      rows.add(Map.of("name", of.name(), "points", points));
    }
    Map<String, Object> shown = new TreeMap<>();
    shown.put("kind", "chart");
    shown.put("place", place);
    shown.put("title", chart.title());
    shown.put("unit", chart.unit());
    shown.put("onScreenOnly", chart.onScreenOnly());
    shown.put("simulated", chart.isSimulated());
    shown.put("categories", chart.categories());
    shown.put("rows", rows);
    return shown;
  }

  private static String length(int characters) {
    return characters <= SHORT ? "short" : characters > LONG ? "long" : "";
  }

  /** In percent of the table, by the weights of the columns. */
  private static List<Integer> widths(List<Block.Column> columns) {
    int all = columns.stream().mapToInt(Block.Column::weight).sum();
    return columns.stream().map(column -> 100 * column.weight() / all).toList();
  }

  private List<Map<String, Object>> spans(Text text) {
    List<Map<String, Object>> spans = new ArrayList<>();
    for (int i = 0; i < text.spans().size(); i++) {
      Span span = text.spans().get(i);
      if (span instanceof Figure figure) {
        spans.add(
            Map.of(
                "text",
                figure.printed(),
                "figure",
                true,
                "place",
                data.add(figure),
                "simulated",
                figure.isMarked(),
                "percent",
                text.isPercent(i)));
      } else {
        String words = ((Words) span).text();
        spans.add(
            Map.of("text", text.isPercent(i - 1) ? words.substring(1) : words, "figure", false));
      }
    }
    return spans;
  }

  /** What rows may be chosen by, with every value that occurs. */
  private Map<String, Set<String>> choices() {
    Map<String, Set<String>> choices = new LinkedHashMap<>();
    for (Block block : traced.document().blocks()) {
      if (block instanceof Block.Table table) {
        for (Block.Row row : table.rows()) {
          new TreeMap<>(row.about())
              .forEach(
                  (what, value) ->
                      choices.computeIfAbsent(what, w -> new LinkedHashSet<>()).add(value));
        }
      }
    }
    return choices;
  }

  private static String sortKey(Block.Cell cell) {
    List<Figure> figures = cell.text().figures();
    return figures.isEmpty() ? "" : figures.get(0).value().toPlainString();
  }

  private static String resource(String name) {
    try (InputStream in = DocumentPage.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Cannot make the page: %s is missing".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
