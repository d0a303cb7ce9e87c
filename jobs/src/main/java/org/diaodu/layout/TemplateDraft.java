package org.diaodu.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.diaodu.domain.Measure;
import org.diaodu.region.NameIndex;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * Drafts a template from a table: what its labels seem to mean by the names of the pack. A person
 * corrects it; what is not understood stands in it as a question, and is refused until answered.
 */
public final class TemplateDraft {
  private static final Pattern CORNER =
      Pattern.compile("地区|县市区?|县\\(市\\)|县区|区县|市州|市县|城市|州市|名称|单位名称|行政区划|指标|指标名称|项目|区域");
  private static final Pattern GROWTH = Pattern.compile("增长|增速|增幅|增减|同比|比上年|比去年|升降");
  private static final Pattern TWO_YEAR_AVERAGE = Pattern.compile("两年平均|两年均");
  private static final Pattern CONSTANT_PRICES = Pattern.compile("不变价|可比价");
  private static final Pattern RANK = Pattern.compile("位次|排名|排位|名次|位居");
  private static final Pattern YEAR_AGO = Pattern.compile("(上年|去年)(同期|同月|累计|全年)?");
  private static final Pattern MONTH = Pattern.compile("本月|当月|同月");
  private static final Pattern TO_DATE = Pattern.compile("累计|同期|本月止");

  private final RegionPack pack;
  private final NameIndex areas;
  private final NameIndex indicators;
  private final FoundTable table;

  private TemplateDraft(RegionPack pack, FoundTable table) {
    this.pack = pack;
    this.areas = NameIndex.ofAreas(pack);
    this.indicators = NameIndex.ofIndicators(pack);
    this.table = table;
  }

  /** A template in YAML for the first table of a book; empty where no table was found. */
  public static Optional<String> of(Book book, RegionPack pack) {
    for (Grid grid : book.grids()) {
      if (!grid.hidden()) {
        Optional<FoundTable> table = firstTable(grid);
        if (table.isPresent()) {
          return Optional.of(new TemplateDraft(pack, table.get()).yaml());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FoundTable> firstTable(Grid grid) {
    for (int row = 0; row < grid.rowCount(); row++) {
      for (GridCell cell : grid.row(row)) {
        String name = Label.of(cell.text()).name();
        if (cell.number() == null && CORNER.matcher(name).matches()) {
          return FoundTable.find(grid, List.of(name)).stream()
              .filter(t -> !t.figures().isEmpty())
              .findFirst();
        }
      }
    }
    return Optional.empty();
  }

  private String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# 起草的模板，请核对每一项；带“?”的要写明后才能读取\n");
    yaml.append("title: ").append(quoted(title())).append('\n');
    Optional<String> ofTitle = indicatorIn(table.title());
    boolean rowsAreAreas = rowsAreAreas();
    if (rowsAreAreas && ofTitle.isPresent() && columnsNameNoIndicator()) {
      yaml.append("table: {indicator: ").append(ofTitle.get()).append("}\n");
    }
    if (!rowsAreAreas) {
      yaml.append("area_from: title\n");
    }
    yaml.append("rows:\n  label: [").append(quoted(corner())).append("]\n");
    if (rowsAreAreas) {
      yaml.append("  areas: true\n");
      ignored(yaml, unknownAreas(), "subtotal");
    } else {
      rowEntries(yaml);
    }
    columnEntries(yaml);
    return yaml.toString();
  }

  private String title() {
    String best = "";
    for (String line : table.titles()) {
      String name = Label.of(line).name().replaceAll("^[0-9.\\-]+", "");
      best = name.length() > best.length() && !Label.isTranslation(line) ? name : best;
    }
    return best;
  }

  private String corner() {
    return table.rowLabelHeader();
  }

  private boolean rowsAreAreas() {
    long known = table.rowNames().stream().filter(n -> areas.code(n).isPresent()).count();
    long named = table.rowNames().stream().filter(n -> indicatorIn(n).isPresent()).count();
    return known >= named && known > 0;
  }

  private boolean columnsNameNoIndicator() {
    for (int column = table.dataColumn(); column <= table.lastColumn(); column++) {
      for (Label label : table.header(column)) {
        if (indicators.code(label.name()).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }

  private Set<String> unknownAreas() {
    Set<String> unknown = new LinkedHashSet<>();
    for (int row = table.bodyRow(); row <= table.lastRow(); row++) {
      Label label = table.rowLabel(row).map(c -> Label.of(c.text())).orElse(Label.BLANK);
      if (!label.name().isEmpty() && !label.ofWhich() && areas.code(label.name()).isEmpty()) {
        unknown.add(label.name());
      }
    }
    unknown.remove("甲");
    return unknown;
  }

  private void rowEntries(StringBuilder yaml) {
    yaml.append("  read:\n");
    for (String name : table.rowNames()) {
      String code = indicators.code(name).or(() -> indicatorIn(name)).orElse("?");
      entry(yaml, name, Map.of("indicator", code), indicators.code(name).isEmpty());
    }
  }

  private void columnEntries(StringBuilder yaml) {
    StringBuilder read = new StringBuilder();
    Map<String, Set<String>> ignored = new LinkedHashMap<>();
    Set<String> done = new LinkedHashSet<>();
    for (int column = table.dataColumn(); column <= table.lastColumn(); column++) {
      List<Label> header = table.header(column);
      String path =
          String.join("|", header.stream().map(Label::name).filter(n -> !n.isEmpty()).toList());
      if (path.isEmpty() || !done.add(path + unit(header))) {
        continue;
      }
      if (RANK.matcher(path).find()) {
        ignored.computeIfAbsent("rank", k -> new LinkedHashSet<>()).add(path);
      } else if (YEAR_AGO.matcher(last(header)).matches()) {
        ignored.computeIfAbsent("year_ago", k -> new LinkedHashSet<>()).add(path);
      } else if (header.stream().allMatch(l -> Label.isTranslation(l.name()))
          || path.matches(".*(计量单位|单位|代码|英文.*)")) {
        ignored.computeIfAbsent("label", k -> new LinkedHashSet<>()).add(path);
      } else {
        meaning(read, path, header);
      }
    }
    yaml.append("columns:\n  read:\n").append(read);
    if (!ignored.isEmpty()) {
      yaml.append("  ignore:\n");
      ignored.forEach(
          (reason, paths) ->
              yaml.append("    ")
                  .append(reason)
                  .append(": [")
                  .append(String.join(", ", paths.stream().map(TemplateDraft::quoted).toList()))
                  .append("]\n"));
    }
  }

  private void meaning(StringBuilder read, String path, List<Label> header) {
    Map<String, String> meaning = new LinkedHashMap<>();
    String unit = unit(header);
    boolean growth = GROWTH.matcher(last(header)).find() || unit.equals("上年=100");
    Optional<String> indicator = Optional.empty();
    Optional<String> like = Optional.empty();
    for (Label label : header) {
      indicator = first(indicators.code(label.name()), indicator);
      like = first(indicatorIn(label.name()), like);
    }
    boolean needsIndicator =
        rowsAreAreas() && !(columnsNameNoIndicator() && indicatorIn(table.title()).isPresent());
    if (needsIndicator) {
      meaning.put("indicator", first(indicator, like).orElse("?"));
    }
    Measure measure = measure(path, growth);
    if (measure != Measure.LEVEL) {
      meaning.put("measure", measure.name());
    }
    if (unit.equals("上年=100")) {
      meaning.put("index", "true");
    }
    if (MONTH.matcher(path).find()) {
      meaning.put("accumulation", "PER");
    } else if (TO_DATE.matcher(path).find()) {
      meaning.put("accumulation", "YTD");
    }
    // A name that only contains a known one may be a part of it, and is left for a person to judge.
    boolean guessed = needsIndicator && indicator.isEmpty();
    boolean unclear = !needsIndicator && meaning.isEmpty() && !isLevel(path);
    boolean open = guessed || unclear;
    entry(read, path, meaning, open);
  }

  /** Growth at constant prices is a growth, and the average of two years is none of one. */
  private static Measure measure(String path, boolean isGrowth) {
    if (TWO_YEAR_AVERAGE.matcher(path).find()) {
      return Measure.TWO_YEAR_AVERAGE;
    }
    if (isGrowth) {
      return Measure.YOY;
    }
    return CONSTANT_PRICES.matcher(path).find() ? Measure.LEVEL_CONSTANT : Measure.LEVEL;
  }

  private static Optional<String> first(Optional<String> one, Optional<String> other) {
    return one.isPresent() ? one : other;
  }

  private static boolean isLevel(String path) {
    return path.matches("(.*\\|)?(总量|绝对量|绝对数|数值|实绩|完成|总额|金额|本年|本期|累计|本月)");
  }

  private static void entry(
      StringBuilder yaml, String header, Map<String, String> meaning, boolean open) {
    List<String> parts = new ArrayList<>();
    parts.add("header: " + quoted(header));
    meaning.forEach((name, value) -> parts.add(name + ": " + value));
    yaml.append(open ? "    # ? - {" : "    - {").append(String.join(", ", parts)).append("}\n");
  }

  private static void ignored(StringBuilder yaml, Set<String> labels, String reason) {
    if (!labels.isEmpty()) {
      yaml.append("  # ? 不认得的行：小计、分片写在ignore里，新地区加入areas.csv\n");
      yaml.append("  # ignore:\n  #   ")
          .append(reason)
          .append(": [")
          .append(String.join(", ", labels.stream().map(TemplateDraft::quoted).toList()))
          .append("]\n");
    }
  }

  /** The indicator whose longest name stands in a text. */
  private Optional<String> indicatorIn(String text) {
    String normal = Label.normal(text);
    String best = null;
    int length = 1;
    for (var indicator : pack.indicators()) {
      List<String> names = new ArrayList<>(indicator.aliases());
      names.add(indicator.nameZh());
      for (String name : names) {
        String wanted = Label.normal(name);
        if (wanted.length() > length && normal.contains(wanted)) {
          best = indicator.indicator();
          length = wanted.length();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static String last(List<Label> header) {
    return header.isEmpty() ? "" : header.get(header.size() - 1).name();
  }

  private static String unit(List<Label> header) {
    String unit = "";
    for (Label label : header) {
      unit = label.unit().isEmpty() ? unit : label.unit();
    }
    return unit;
  }

  private static String quoted(String text) {
    return text.matches("[\\p{IsHan}A-Za-z0-9|]+") ? text : '"' + text.replace("\"", "\\\"") + '"';
  }
}
