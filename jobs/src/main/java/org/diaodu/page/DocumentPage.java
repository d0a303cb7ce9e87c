package org.diaodu.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.diaodu.domain.ExactDecimal;
import org.diaodu.trace.Source;
import org.diaodu.trace.Trace;
import org.diaodu.trace.TracedDocument;

/**
 * A document as one page that needs nothing beside it: charts, choices, sorting, and behind every
 * figure what it came from. The same document always gives the same bytes.
 */
public final class DocumentPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHARTS =
      "META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  private final TracedDocument traced;
  private final Map<String, Integer> sources = new LinkedHashMap<>();
  private final ArrayNode figures = JSON.createArrayNode();
  private final ArrayNode charts = JSON.createArrayNode();
  private final ArrayNode cells = JSON.createArrayNode();
  private int next;

  private DocumentPage(TracedDocument traced) {
    this.traced = traced;
  }

  /** The page. */
  public static String html(TracedDocument traced) {
    return new DocumentPage(traced).html();
  }

  private String html() {
    Document document = traced.document();
    List<Map<String, Object>> blocks = document.blocks().stream().map(this::block).toList();
    Map<String, Object> view = new TreeMap<>();
    view.put("document", document);
    view.put("marks", document.marks().stream().map(Mark::notice).toList());
    view.put("across", document.marks().stream().map(Mark::across).toList());
    view.put("sections", sections(blocks));
    view.put("choices", choices());
    view.put("hasCharts", !charts.isEmpty());
    view.put("library", charts.isEmpty() ? "" : resource(CHARTS));
    view.put("style", resource("page/document.css"));
    view.put("script", resource("page/document.js"));
    ObjectNode data = JSON.createObjectNode();
    data.set("figures", figures);
    data.set("sources", cells);
    data.set("charts", charts);
    view.put("data", json(data));
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
    if (block instanceof Block.Heading heading) {
      return Map.of("kind", "heading" + heading.level(), "text", heading.text());
    }
    if (block instanceof Block.Paragraph paragraph) {
      return Map.of(
          "kind", paragraph.small() ? "note" : "paragraph", "spans", spans(paragraph.text()));
    }
    if (block instanceof Block.Table table) {
      return table(table);
    }
    if (block instanceof Block.Chart chart) {
      return chart(chart);
    }
    return Map.of("kind", "new_page");
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
        view.put("sort", sortKey(cell));
        shown.add(view);
      }
      rows.add(
          Map.of(
              "cells",
              shown,
              "about",
              json(JSON.valueToTree(new TreeMap<>(row.about()))),
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
        "rows",
        rows);
  }

  private Map<String, Object> chart(Block.Chart chart) {
    ObjectNode view = JSON.createObjectNode();
    view.put("title", chart.title());
    view.put("kind", chart.kind().name());
    view.put("unit", chart.unit());
    chart.categories().forEach(view.putArray("categories")::add);
    ArrayNode series = view.putArray("series");
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Block.Series of : chart.series()) {
      ObjectNode line = series.addObject();
      line.put("name", of.name());
      line.put("role", of.role().name());
      ArrayNode values = line.putArray("values");
      ArrayNode places = line.putArray("figures");
      List<List<Map<String, Object>>> points = new ArrayList<>();
      for (Figure point : of.points()) {
        if (point == null) {
          values.addNull();
          places.addNull();
          points.add(List.of());
        } else {
          values.add(point.rounded());
          places.add(next);
          points.add(spans(Text.of(point)));
        }
      }
      rows.add(Map.of("name", of.name(), "points", points));
    }
    charts.add(view);
    return Map.of(
        "kind",
        "chart",
        "place",
        charts.size() - 1,
        "title",
        chart.title(),
        "unit",
        chart.unit(),
        "categories",
        chart.categories(),
        "rows",
        rows);
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
                next,
                "simulated",
                figure.simulated(),
                "percent",
                text.isPercent(i)));
        figures.add(figure(figure, traced.traces().get(next)));
        next++;
      } else {
        String words = ((Words) span).text();
        spans.add(
            Map.of("text", text.isPercent(i - 1) ? words.substring(1) : words, "figure", false));
      }
    }
    return spans;
  }

  private ObjectNode figure(Figure figure, Trace trace) {
    ObjectNode view = JSON.createObjectNode();
    view.put("key", figure.key().toString());
    view.put("printed", figure.printed());
    view.put("value", ExactDecimal.plain(figure.value()));
    view.put("unit", figure.unit());
    view.put("simulated", figure.simulated());
    view.put("formula", trace.formula());
    view.put("basis", trace.basis());
    figure.counted().forEach(view.putArray("counted")::add);
    trace.findings().forEach(view.putArray("findings")::add);
    ArrayNode of = view.putArray("sources");
    for (Source source : trace.sources()) {
      of.add(
          sources.computeIfAbsent(
              source.toString(),
              s -> {
                cells.add(cell(source));
                return cells.size() - 1;
              }));
    }
    return view;
  }

  private static ObjectNode cell(Source source) {
    ObjectNode view = JSON.createObjectNode();
    view.put("role", source.role());
    view.put("file", source.file());
    view.put("cell", source.cell());
    view.put("raw", source.rawText());
    view.put("released", source.releaseDate());
    view.put("recorded", source.recordedAt());
    view.put("status", source.status());
    view.put("provenance", source.provenance().equals("simulated") ? "模拟" : "");
    view.put("sha256", source.sha256());
    view.put("run", source.runId());
    return view;
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

  /** Nothing in it can end the element that it stands in. */
  private static String json(com.fasterxml.jackson.databind.JsonNode node) {
    try {
      return JSON.writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the data of a page", e);
    }
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
