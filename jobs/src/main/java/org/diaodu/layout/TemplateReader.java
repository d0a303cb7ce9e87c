package org.diaodu.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.region.PackFault;
import org.diaodu.region.RegionPack;
import org.diaodu.region.YamlNode;
import org.diaodu.text.WrittenDay;

/** Reads a template, and says everything that is wrong with it, with lines. */
final class TemplateReader {
  private static final Set<String> TOP =
      Set.of("title", "table", "area_from", "release", "rows", "columns");
  private static final Set<String> ROWS = Set.of("label", "areas", "read", "ignore");
  private static final Set<String> COLUMNS = Set.of("areas", "read", "ignore");
  private static final Set<String> MEANING =
      Set.of("indicator", "measure", "accumulation", "area", "unit", "years", "index", "breaks");
  private static final Set<String> ENTRY =
      Set.of(
          "header",
          "indicator",
          "measure",
          "accumulation",
          "area",
          "unit",
          "years",
          "index",
          "breaks");

  private final String file;
  private final RegionPack pack;
  private final List<PackFault> faults;

  private TemplateReader(String file, RegionPack pack, List<PackFault> faults) {
    this.file = file;
    this.pack = pack;
    this.faults = faults;
  }

  /** The template in a text; empty, with a fault, where it is none. */
  static Optional<Template> read(
      String file, String yaml, RegionPack pack, List<PackFault> faults) {
    return new TemplateReader(file, pack, faults).read(yaml);
  }

  private Optional<Template> read(String yaml) {
    YamlNode root = YamlNode.of(file, yaml, faults);
    if (root.isMapping()) {
      return Optional.of(template(root.fields(TOP), root));
    }
    if (root.isPresent() || yaml.isBlank()) {
      root.fault("文件里没有字段", "请写成“field: value”的样子");
    }
    return Optional.empty();
  }

  private Template template(YamlNode.Fields fields, YamlNode root) {
    List<String> titles = fields.field("title").texts().stream().map(Label::normal).toList();
    if (titles.isEmpty()) {
      root.fault("缺少title", "请写表题中必有的文字");
    }
    Template.Axis rows = axis(fields.field("rows"), "rows", ROWS);
    if (rows.labels().isEmpty()) {
      fields.field("rows").fault("rows缺少label", "请写行标题上方的文字，如 地区");
    }
    Template.Axis columns = axis(fields.field("columns"), "columns", COLUMNS);
    if (rows.areas() && columns.areas()) {
      fields.field("columns").fault("rows和columns都写了areas", "只能有一边是地区");
    }
    return new Template(
        file.replaceFirst("^templates/", "").replaceFirst("\\.ya?ml$", ""),
        titles,
        meaning(fields.field("table").fields(MEANING)),
        fields.field("area_from").code("area_from", Template.Place.class),
        release(fields.field("release")),
        rows,
        columns);
  }

  private Template.Axis axis(YamlNode node, String name, Set<String> known) {
    if (!node.isPresent()) {
      node.fault("缺少" + name, "请补上");
    }
    YamlNode.Fields fields = node.fields(known);
    List<Template.Entry> entries = new ArrayList<>();
    for (YamlNode entry : fields.field("read").items()) {
      YamlNode.Fields of = entry.fields(ENTRY);
      List<String> headers = of.field("header").texts().stream().map(TemplateReader::path).toList();
      if (headers.isEmpty()) {
        entry.fault("缺少header", "请写表中的文字");
      }
      entries.add(new Template.Entry(headers, Label.normal(of.text("unit")), meaning(of)));
    }
    YamlNode ignore = fields.field("ignore");
    if (ignore.isPresent() && !ignore.isMapping()) {
      ignore.fault("ignore不是“reason: 名称”", "请写成“reason: [名称]”的样子");
    }
    Map<String, String> ignored = new LinkedHashMap<>();
    ignore
        .entries()
        .forEach(
            (reason, labels) -> labels.texts().forEach(text -> ignored.put(path(text), reason)));
    return new Template.Axis(
        fields.field("label").texts().stream().map(Label::normal).toList(),
        fields.text("areas").equals("true"),
        entries,
        ignored);
  }

  private Template.Meaning meaning(YamlNode.Fields of) {
    String indicator = textOrNull(of.text("indicator"));
    if (indicator != null && pack.indicator(indicator).isEmpty()) {
      of.field("indicator").fault("指标“%s”不在indicators.csv中".formatted(indicator), "请改正或补上该指标");
    }
    String area = textOrNull(of.text("area"));
    if (area != null && pack.area(area).isEmpty()) {
      of.field("area").fault("地区“%s”不在areas.csv中".formatted(area), "请改正");
    }
    Set<Integer> breaks = new HashSet<>();
    for (String year : of.field("breaks").texts()) {
      if (year.matches("(19|20)\\d{2}")) {
        breaks.add(Integer.valueOf(year));
      } else {
        of.field("breaks").fault("breaks中“%s”不是年份".formatted(year), "请写成2016的样子");
      }
    }
    return new Template.Meaning(
        indicator,
        of.field("measure").code("measure", Measure.class),
        of.field("accumulation").code("accumulation", Accumulation.class),
        area,
        textOrNull(of.text("unit")),
        whole(of, "years"),
        of.text("index").equals("true"),
        breaks);
  }

  private static Template.Release release(YamlNode node) {
    if (!node.isPresent() || node.text().equals("received")) {
      return new Template.Release(null, null, null);
    }
    YamlNode.Fields of = node.fields(Set.of("days_after_period", "date", "label"));
    return new Template.Release(
        of.has("days_after_period") ? Integer.valueOf(whole(of, "days_after_period")) : null,
        of.has("date") ? day(of) : null,
        of.has("label") ? Label.normal(of.text("label")) : null);
  }

  private static LocalDate day(YamlNode.Fields of) {
    Optional<LocalDate> day = WrittenDay.of(of.text("date"));
    if (day.isEmpty()) {
      of.field("date").fault("date“%s”不是日期".formatted(of.text("date")), "请写成2023-12-01的样子");
    }
    return day.orElse(null);
  }

  /**
   * A path as written in a template, each part as a label of a table would be; + joins a header to
   * the one on its left.
   */
  static String path(String written) {
    List<String> beside = new ArrayList<>();
    for (String one : written.split("\\+")) {
      List<String> parts = new ArrayList<>();
      for (String part : one.split("\\|")) {
        parts.add(Label.of(part).name());
      }
      beside.add(String.join("|", parts));
    }
    return String.join("+", beside);
  }

  private static String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static int whole(YamlNode.Fields of, String name) {
    String text = of.text(name);
    if (text.isEmpty() || text.matches("-?\\d{1,4}")) {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
    of.field(name).fault("%s“%s”不是整数".formatted(name, text), "请改正");
    return 0;
  }
}
