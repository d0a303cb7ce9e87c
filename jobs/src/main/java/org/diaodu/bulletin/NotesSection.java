package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** 数据说明: what was revised, what broke, what is missing, and how the figures are to be read. */
final class NotesSection {
  /** Revisions that are listed one by one. */
  private static final int LISTED = 20;

  private final Composition of;

  NotesSection(Composition of) {
    this.of = of;
  }

  /** All of it. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(revisions());
    of.pack().coreIndicators().stream()
        .flatMap(indicator -> outsideOfItsParts(indicator).stream())
        .forEach(text -> blocks.add(Sections.note(text)));
    breaks().forEach(text -> blocks.add(Sections.note(text)));
    successors().forEach(text -> blocks.add(Sections.note(text)));
    missing().forEach(text -> blocks.add(Sections.note(text)));
    blocks.addAll(reading());
    return blocks;
  }

  private List<Block> revisions() {
    List<TableRow> rows =
        of.figures().revisions().stream()
            .filter(
                row ->
                    of.pack().coreIndicators().stream()
                        .anyMatch(i -> i.indicator().equals(row.text("indicator"))))
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Sections.note(
            Text.fill(
                "近一个月修订了{}个数{}：",
                of.count("revised", rows),
                rows.size() > LISTED ? "，先列其中%d个".formatted(LISTED) : "")));
    Sections.table(
            "修订",
            "",
            List.of(
                Sections.words("地区", 20),
                Sections.words("指标", 24),
                Sections.words("时期", 18),
                Sections.words("项目", 8),
                Sections.figures("原来", 14),
                Sections.figures("现在", 14),
                Sections.words("发布日期", 14)),
            rows.stream().limit(LISTED).map(row -> new Block.Row(revision(row), Map.of())).toList())
        .ifPresent(blocks::add);
    return blocks;
  }

  private List<Cell> revision(TableRow row) {
    Indicator indicator = of.pack().indicator(row.text("indicator")).orElseThrow();
    Measure measure = Measure.valueOf(row.text("measure"));
    int decimals = measure.isGrowth() ? Shown.GROWTH_DECIMALS : indicator.decimals();
    String unit = measure.unit(indicator.unit());
    return List.of(
        Cell.words(of.areaName(row.text("ref_area"))),
        Cell.words(indicator.nameZh()),
        Cell.words(PeriodText.of(row.period(), Accumulation.valueOf(row.text("accumulation")))),
        Cell.words(measure.nameZh()),
        Cell.of(Shown.plain(row, "previous_value", decimals, unit)),
        Cell.of(
            row.has("obs_value")
                ? Shown.plain(row, "obs_value", decimals, unit)
                : Text.words("已撤回")),
        Cell.words(row.day("release_date").toString()));
  }

  /**
   * A whole that grew by more than every part of it, or by less. It cannot be so where they are
   * measured alike, and is said, since both figures may have been published.
   */
  private Optional<Text> outsideOfItsParts(Indicator indicator) {
    Optional<TableRow> whole =
        of.growth(indicator, of.pack().totalArea()).filter(row -> row.has("yoy_pct"));
    if (whole.isEmpty() || !indicator.additive() || Shown.isNoMeasure(whole.get())) {
      return Optional.empty();
    }
    List<TableRow> parts =
        of.areas().stream()
            .flatMap(area -> of.growth(indicator, area.refArea()).stream())
            .filter(row -> row.period().equals(whole.get().period()) && row.has("yoy_pct"))
            .filter(row -> !Shown.isNoMeasure(row))
            .sorted(Comparator.comparing(row -> row.number("yoy_pct")))
            .toList();
    if (parts.isEmpty() || parts.size() < of.areas().size()) {
      return Optional.empty();
    }
    TableRow least = parts.get(0);
    TableRow most = parts.get(parts.size() - 1);
    BigDecimal growth = whole.get().number("yoy_pct");
    boolean isWithin =
        growth.compareTo(least.number("yoy_pct")) >= 0
            && growth.compareTo(most.number("yoy_pct")) <= 0;
    return isWithin
        ? Optional.empty()
        : Optional.of(
            Text.fill(
                "%s%s%s{}，不在各%s之间（{}至{}）：合计与各地分别核算，口径可能不同，请核对后引用。"
                    .formatted(of.period(whole.get()), of.whole(), indicator.nameZh(), of.parts()),
                Shown.growth(whole.get(), "yoy_pct"),
                Shown.growth(least, "yoy_pct"),
                Shown.growth(most, "yoy_pct")));
  }

  private List<Text> breaks() {
    Map<String, Set<String>> areas = new LinkedHashMap<>();
    for (TableRow row : of.figures().growth()) {
      if (Shown.isOverBreak(row, "flag")) {
        areas
            .computeIfAbsent(row.text("indicator"), i -> new LinkedHashSet<>())
            .add(of.areaName(row.text("ref_area")));
      }
    }
    List<Text> texts = new ArrayList<>();
    areas.forEach(
        (indicator, names) ->
            texts.add(
                Text.words(
                    "%s口径有变动，与以前不可比：%s。"
                        .formatted(
                            of.pack().indicator(indicator).orElseThrow().nameZh(),
                            String.join("、", names)))));
    return texts;
  }

  /** Areas whose base of a year ago is that of the areas that they took over from. */
  private List<Text> successors() {
    Set<String> areas = new LinkedHashSet<>();
    of.figures().growth().stream()
        .filter(row -> SeriesFlag.base_of_predecessor.name().equals(row.text("flag")))
        .forEach(row -> areas.add(row.text("ref_area")));
    return areas.stream()
        .flatMap(code -> of.pack().area(code).stream())
        .filter(area -> !area.succeeds().isEmpty())
        .map(
            area ->
                Text.words(
                    "%s自%s起接续%s，上年同期数用%s的数。"
                        .formatted(
                            area.nameZh(),
                            area.validity().first(),
                            predecessors(area),
                            predecessors(area))))
        .toList();
  }

  private String predecessors(Area area) {
    return area.succeeds().stream().map(of::areaName).collect(Collectors.joining("、"));
  }

  private List<Text> missing() {
    List<TableRow> missing =
        of.missing().stream()
            .filter(row -> row.period().monthIndex() <= of.figures().period().monthIndex())
            .toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    String names =
        missing.stream()
            .map(
                row ->
                    of.areaName(row.text("ref_area"))
                        + of.pack().indicator(row.text("indicator")).orElseThrow().nameZh()
                        + PeriodText.of(
                            row.period(),
                            of.pack()
                                .indicator(row.text("indicator"))
                                .orElseThrow()
                                .accumulation()))
            .limit(LISTED)
            .collect(Collectors.joining("、"));
    return List.of(
        Text.fill(
            "已过报送期限、尚未收到的数据{}项{}：{}。",
            of.count("missing", missing),
            missing.size() > LISTED ? "，先列逾期最久的" : "",
            names));
  }

  /** How the figures are to be read. */
  private List<Block> reading() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        note(
            "增速为与上年同期相比。注明“公布”的是主管部门公布的增速，可能按可比价或可比口径；注明“按不变价计算”的由本系统按公布的不变价总量计算；注明“计算”的由本系统按总量计算。"));
    blocks.add(note("数字按四舍五入取到所印的位数，只舍入一次。增速目标在全年任何月份都按全年要求对照，不按月折算；数量目标与应达进度相比。"));
    blocks.add(Sections.note(Text.fill("预计全年由本系统按前几年同期推算，只供参考；区间按{}%的把握计算。", of.confidence())));
    String overlapping =
        of.pack().areas().stream()
            .filter(a -> !a.inTotal() && a.isAt(of.figures().period()))
            .map(Area::nameZh)
            .collect(Collectors.joining("、"));
    if (!overlapping.isEmpty()) {
      blocks.add(note(overlapping + "的数据与所在县市重叠，只列出，不计入合计，不参加排位。"));
    }
    blocks.add(note("占比的分母优先用公布的合计；没有公布合计时用各地相加，缺一个地区就不算。合计与各地分别核算，“合计减各地之和”不一定为零。"));
    if (of.pack().distinctTargets().stream().anyMatch(Target::isNobodys)) {
      blocks.add(note("责任单位注明“按默认”的，方案没有写明牵头单位，由工作专班办公室负责。"));
    }
    blocks.add(note("整改和考核为数据截至日的情况。"));
    blocks.add(Sections.note(of.say("sources")));
    return blocks;
  }

  private static Block note(String text) {
    return Sections.note(Text.words(text));
  }
}
