package org.diaodu.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Figure;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.trace.Source;
import org.diaodu.trace.Trace;

/** What the script of a page reads: every figure with its sources, and the charts. */
final class PageData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Figure, Trace> traces;
  private final Map<Figure, Integer> places = new HashMap<>();
  private final Map<String, Integer> sources = new LinkedHashMap<>();
  private final ArrayNode figures = JSON.createArrayNode();
  private final ArrayNode charts = JSON.createArrayNode();
  private final ArrayNode cells = JSON.createArrayNode();

  /** Of figures with these traces. */
  PageData(Map<Figure, Trace> traces) {
    this.traces = traces;
  }

  /** Takes a figure; its place, which is the same wherever it is shown. */
  int add(Figure figure) {
    return places.computeIfAbsent(
        figure,
        first -> {
          figures.add(view(first, traces.get(first)));
          return figures.size() - 1;
        });
  }

  /** Takes a chart with its figures; its place. */
  int add(Block.Chart chart) {
    ObjectNode view = charts.addObject();
    view.put("title", chart.title());
    view.put("kind", chart.kind().name());
    view.put("unit", chart.unit());
    chart.categories().forEach(view.putArray("categories")::add);
    ArrayNode series = view.putArray("series");
    for (Block.Series of : chart.series()) {
      ObjectNode line = series.addObject();
      line.put("name", of.name());
      line.put("role", of.role().name());
      ArrayNode values = line.putArray("values");
      ArrayNode at = line.putArray("figures");
      for (Figure point : of.points()) {
        if (point == null) {
          values.addNull();
          at.addNull();
        } else {
          values.add(point.rounded());
          at.add(add(point));
        }
      }
    }
    return charts.size() - 1;
  }

  /** Whether there is any chart. */
  boolean hasCharts() {
    return !charts.isEmpty();
  }

  /** All of it. */
  String json() {
    ObjectNode data = JSON.createObjectNode();
    data.set("figures", figures);
    data.set("sources", cells);
    data.set("charts", charts);
    return json(data);
  }

  /** Nothing in it can end the element that it stands in. */
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the data of a page", e);
    }
  }

  private ObjectNode view(Figure figure, Trace trace) {
    ObjectNode view = JSON.createObjectNode();
    view.put("key", figure.key().toString());
    view.put("printed", figure.printed());
    view.put("value", ExactDecimal.plain(figure.value()));
    view.put("unit", figure.unit());
    view.put("simulated", figure.isMarked());
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
}
