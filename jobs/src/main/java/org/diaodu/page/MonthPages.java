package org.diaodu.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.PeriodText;
import org.diaodu.domain.TimePeriod;
import org.diaodu.trace.TracedDocument;

/**
 * The bulletins of months as a folder of pages to move through, from disk and without a network: a
 * page for each month, what is compared between months in {@code data/}, and the library that draws
 * charts once for all of them.
 */
public final class MonthPages {
  /** The folder of what is compared. */
  public static final String DATA = "data";

  private static final String SCRIPT = ".js";
  private static final String LIGHTS = "lights-";

  private MonthPages() {}

  /**
   * The files of a month, and those of the folder, which name all months.
   *
   * @param others names of the files in {@link #DATA}, by which other months are known
   * @return content by path in the folder
   */
  public static Map<String, byte[]> of(
      TimePeriod period, TracedDocument traced, Collection<String> others) {
    NavigableSet<TimePeriod> months = new TreeSet<>();
    months.add(period);
    others.stream()
        .filter(name -> name.endsWith(SCRIPT))
        .map(name -> name.substring(0, name.length() - SCRIPT.length()))
        .flatMap(name -> TimePeriod.parse(name).stream())
        .forEach(months::add);
    Map<String, String> files = new TreeMap<>();
    files.put(period + ".html", DocumentPage.inFolder(traced, period));
    files.put(DATA + "/" + period + SCRIPT, data(period, traced.document()));
    files.put("months.js", "window.diaoduMonths = %s;\n".formatted(PageData.json(names(months))));
    files.put("echarts.js", DocumentPage.library());
    files.put("index.html", index(traced.document().letterhead().field("发文机关标志"), months));
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  private static List<String> names(Collection<TimePeriod> months) {
    return months.stream().map(TimePeriod::toString).toList();
  }

  /** The newest month first. */
  private static String index(String masthead, NavigableSet<TimePeriod> months) {
    return PageTemplate.fill(
        "page/months.html.peb",
        "page",
        Map.of(
            "title",
            masthead.isEmpty() ? "各月调度通报" : masthead,
            "style",
            DocumentPage.style(),
            "months",
            months.descendingSet().stream()
                .map(month -> Map.of("period", month.toString(), "name", PeriodText.of(month)))
                .toList()));
  }

  /** How many lights an area has, and the light of each target that areas are held against. */
  private static String data(TimePeriod period, Document document) {
    ObjectNode month = JsonNodeFactory.instance.objectNode();
    month.put("period", period.toString());
    ObjectNode areas = month.putObject("areas");
    ObjectNode lights = month.putObject("lights");
    month.put("whole", "");
    for (Block block : document.blocks()) {
      if (block instanceof Block.Tiles tiles) {
        tiles.tiles().forEach(tile -> area(areas, tile));
      } else if (block instanceof Block.Table table && isOfAreas(table, areas)) {
        month.put("whole", name(table.rows().get(0)));
        table.rows().forEach(row -> lights(lights, table, row));
        break;
      }
    }
    return "diaoduMonth(%s);\n".formatted(PageData.json(month));
  }

  private static void area(ObjectNode areas, Block.Tile tile) {
    ObjectNode area = areas.putObject(tile.code());
    area.put("name", tile.name());
    ObjectNode lights = area.putObject("lights");
    for (Figure figure : tile.state().figures()) {
      String column = figure.key().column();
      if (column.startsWith(LIGHTS)) {
        lights.put(column.substring(column.lastIndexOf('-') + 1), figure.value().intValueExact());
      }
    }
  }

  /** The first table that has all areas of the tiles, behind a row of the whole. */
  private static boolean isOfAreas(Block.Table table, ObjectNode areas) {
    List<String> rows = table.rows().stream().skip(1).map(MonthPages::name).sorted().toList();
    List<String> tiles =
        areas.findValuesAsText("name").stream().sorted(Comparator.naturalOrder()).toList();
    return !tiles.isEmpty() && rows.equals(tiles);
  }

  private static void lights(ObjectNode lights, Block.Table table, Block.Row row) {
    ObjectNode of = lights.putObject(name(row));
    for (int i = 1; i < row.cells().size(); i++) {
      if (row.cells().get(i).light() != null) {
        // Its period, which follows in brackets, is another one every month.
        String target = table.columns().get(i).header().replaceFirst("（[^（]*$", "");
        of.put(target, row.cells().get(i).light().name());
      }
    }
  }

  private static String name(Block.Row row) {
    return row.cells().get(0).text().plain();
  }
}
