package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Figure;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.diaodu.region.Action;
import org.diaodu.table.TableRow;

/** 目标完成情况: lights by action, every judged target, and why the others are not judged. */
final class TargetSection {
  private final Composition of;

  TargetSection(Composition of) {
    this.of = of;
  }

  /** 目标亮灯清单: every target with a light, red first; nothing where none has one. */
  List<Block> list() {
    List<TableRow> lit =
        Stream.of(Light.red, Light.yellow, Light.blue, Light.green)
            .flatMap(light -> Composition.with(light, of.judged()).stream())
            .toList();
    return targets("目标", lit).stream().toList();
  }

  /** By action, and those without a light by reason; actions are only told apart where several. */
  List<Block> details() {
    List<Block> blocks = new ArrayList<>();
    Map<String, List<TableRow>> byAction = byAction(of.judged());
    if (byAction.size() > 1) {
      blocks.add(Sections.heading("各行动亮灯"));
      actions(byAction).ifPresent(blocks::add);
      blocks.add(stacked(byAction));
    }
    outlooks()
        .ifPresent(
            table -> {
              blocks.add(Sections.heading("全年推算"));
              blocks.add(table);
            });
    List<TableRow> unlit = Composition.with(Light.no_data, of.judged());
    if (!unlit.isEmpty()) {
      blocks.add(Sections.heading("没有可评判数据的目标"));
      blocks.add(withoutLight(unlit, byAction.size() > 1));
    }
    return blocks;
  }

  /** Judgements by the action of their target; one action for each target. */
  Map<String, List<TableRow>> byAction(List<TableRow> judged) {
    Map<String, List<TableRow>> byAction = new LinkedHashMap<>();
    judged.forEach(
        row -> byAction.computeIfAbsent(of.target(row).action(), a -> new ArrayList<>()).add(row));
    return byAction;
  }

  /** A table of judged targets. */
  Optional<Block> targets(String name, List<TableRow> lit) {
    return Sections.table(
        name,
        "",
        List.of(
            Sections.words("目标", 21),
            Sections.words("牵头单位", 15),
            Sections.words("要求", 13),
            Sections.words("截至", 10),
            Sections.figures("目前", 16),
            Sections.figures("比全年目标", 17),
            Sections.words("完成进度（%）", 16),
            Sections.figures("其余月份需增长（%）", 14),
            Sections.words("亮灯", 13)),
        lit.stream().map(row -> new Block.Row(cells(row), about(row))).toList());
  }

  /** A target of the whole stays in sight whichever area is chosen. */
  private Map<String, String> about(TableRow row) {
    Map<String, String> about = new HashMap<>();
    about.put("行动", of.target(row).action());
    about.put("亮灯", BulletinFigures.light(row).nameZh());
    if (!row.text("ref_area").equals(of.pack().totalArea())) {
      about.put(of.parts(), of.areaName(row.text("ref_area")));
    }
    return about;
  }

  private List<Cell> cells(TableRow row) {
    return List.of(
        Cell.words(of.named(row)),
        Cell.words(of.leads(of.target(row))),
        Cell.of(of.required(row)),
        Cell.words(of.periodInTable(row)),
        Cell.of(row.has("actual") ? of.valueInWords(row) : Shown.NONE),
        Cell.of(gap(row)),
        Cell.of(progress(row)),
        Cell.of(
            row.has("needed_rest_pct") && row.number("needed_rest_pct").signum() > 0
                ? Shown.plain(row, "needed_rest_pct", Shown.GROWTH_DECIMALS, "%")
                : Shown.NONE),
        new Cell(Text.EMPTY, BulletinFigures.light(row)));
  }

  private static Text progress(TableRow row) {
    return row.has("schedule_pct") && row.has("progress_pct")
        ? Text.fill(
            "{}（应达{}）",
            Shown.figure(row, "progress_pct", Shown.GROWTH_DECIMALS, "%"),
            Shown.figure(row, "schedule_pct", Shown.GROWTH_DECIMALS, "%"))
        : Shown.NONE;
  }

  /** Of an amount that is due in proportion its progress is the measure, and not this. */
  private Text gap(TableRow row) {
    String unit = of.target(row).isInPercent() ? "个百分点" : of.target(row).unit();
    return row.has("gap") && !row.has("schedule_pct")
        ? Text.fill("{}{}", Shown.signed(row, "gap", of.decimals(row), unit), unit)
        : Shown.NONE;
  }

  /** Where the year will end, as far as that is known. */
  private Optional<Block> outlooks() {
    List<Block.Row> rows =
        of.judged().stream()
            .filter(row -> row.has("projected") && row.period().endMonth() < 12)
            .map(row -> new Block.Row(outlook(row), Map.of("行动", of.target(row).action())))
            .toList();
    return Sections.table(
        "全年推算",
        "",
        List.of(
            Sections.words("目标", 34),
            Sections.words("要求", 18),
            Sections.figures("预计全年", 14),
            Sections.figures("区间下限", 14),
            Sections.figures("区间上限", 14),
            Sections.figures("达到要求的可能性（%）", 14)),
        rows);
  }

  private List<Cell> outlook(TableRow row) {
    int decimals = of.decimals(row);
    String unit = of.target(row).unit();
    return List.of(
        Cell.words(of.named(row)),
        Cell.of(of.required(row)),
        Cell.of(Shown.plain(row, "projected", decimals, unit)),
        Cell.of(Shown.plain(row, "projected_low", decimals, unit)),
        Cell.of(Shown.plain(row, "projected_high", decimals, unit)),
        Cell.of(Shown.plain(row, "probability", 0, "%")));
  }

  private Optional<Block> actions(Map<String, List<TableRow>> byAction) {
    List<Block.Row> rows = new ArrayList<>();
    byAction.forEach(
        (action, judged) -> {
          String annex = String.valueOf(annex(judged));
          List<Cell> cells = new ArrayList<>();
          cells.add(Cell.words(action));
          cells.add(Cell.of(Text.of(of.count("action-" + annex, judged))));
          for (Light light : Light.values()) {
            List<TableRow> lit = Composition.with(light, judged);
            cells.add(
                Cell.of(
                    lit.isEmpty()
                        ? Shown.NONE
                        : Text.of(of.count("action-" + annex, judged, light))));
          }
          rows.add(new Block.Row(cells, Map.of("行动", action)));
        });
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Sections.words("行动", 24));
    columns.add(Sections.figures("目标", 10));
    for (Light light : Light.values()) {
      columns.add(Sections.figures(light == Light.no_data ? "没有可评判数据" : light.nameZh(), 10));
    }
    return Sections.table("各行动亮灯", "", columns, rows);
  }

  private Block stacked(Map<String, List<TableRow>> byAction) {
    List<Block.Series> series = new ArrayList<>();
    for (Light light : Light.values()) {
      if (light == Light.no_data) {
        continue;
      }
      List<Figure> points = new ArrayList<>();
      byAction.forEach(
          (action, judged) -> points.add(of.count("action-" + annex(judged), judged, light)));
      if (points.stream().anyMatch(p -> p.value().signum() > 0)) {
        series.add(
            new Block.Series(light.nameZh(), Block.Series.Role.valueOf(light.name()), points));
      }
    }
    return new Block.Chart(
        "各行动亮灯图",
        "各行动已亮灯的目标",
        Block.Chart.Kind.stacked,
        "项",
        List.copyOf(byAction.keySet()),
        false,
        series);
  }

  /** By reason; the names stand where one action is told of, or they would fill pages. */
  private Block withoutLight(List<TableRow> unlit, boolean manyActions) {
    Map<String, List<TableRow>> byReason = new LinkedHashMap<>();
    unlit.forEach(
        row ->
            byReason
                .computeIfAbsent(row.text("not_computed_because"), r -> new ArrayList<>())
                .add(row));
    List<Block.Row> rows = new ArrayList<>();
    byReason.forEach(
        (reason, of) ->
            rows.add(
                new Block.Row(
                    List.of(
                        Cell.words(Shown.reason(reason)),
                        Cell.of(Text.of(this.of.count("unlit-" + reason, of))),
                        Cell.words(
                            manyActions
                                ? actions(of)
                                : of.stream()
                                    .map(this.of::named)
                                    .collect(Collectors.joining("、")))),
                    Map.of())));
    return new Block.Table(
        "未亮灯目标",
        "",
        List.of(
            Sections.words("原因", 26),
            Sections.figures("项数", 8),
            Sections.words(manyActions ? "所属行动（目标见各行动通报）" : "目标", 76)),
        rows);
  }

  private String actions(List<TableRow> rows) {
    return rows.stream()
        .map(row -> of.target(row).action())
        .distinct()
        .collect(Collectors.joining("、"));
  }

  /** The number of the action in the plan; 0 where the pack lists none. */
  private int annex(List<TableRow> judged) {
    String action = of.target(judged.get(0)).action();
    return of.pack().actions().stream()
        .filter(a -> a.nameZh().equals(action))
        .findFirst()
        .map(Action::annex)
        .orElse(0);
  }
}
