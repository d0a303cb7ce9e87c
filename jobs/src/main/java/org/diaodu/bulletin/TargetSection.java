package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** All of it; actions are only told apart where there is more than one. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Map<String, List<TableRow>> byAction = byAction(of.judged());
    if (byAction.size() > 1) {
      blocks.add(Sections.heading("各行动亮灯"));
      blocks.add(actions(byAction));
      blocks.add(stacked(byAction));
    }
    List<TableRow> lit =
        of.judged().stream().filter(row -> BulletinFigures.light(row) != Light.no_data).toList();
    blocks.add(Sections.heading("已亮灯的目标"));
    blocks.add(lit.isEmpty() ? Sections.paragraph(Text.words("本期没有目标亮灯。")) : targets("目标", lit));
    List<TableRow> unlit =
        of.judged().stream().filter(row -> BulletinFigures.light(row) == Light.no_data).toList();
    if (!unlit.isEmpty()) {
      blocks.add(Sections.heading("未亮灯的目标"));
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
  Block.Table targets(String name, List<TableRow> lit) {
    return new Block.Table(
        name,
        "",
        List.of(
            Sections.words("目标", 21),
            Sections.words("牵头单位", 15),
            Sections.words("要求", 13),
            Sections.figures("实际", 16),
            Sections.figures("差距", 17),
            Sections.figures("完成（%）", 12),
            Sections.figures("应达（%）", 12),
            Sections.words("时期", 10),
            Sections.words("亮灯", 13),
            Sections.words("说明", 31)),
        lit.stream()
            .map(
                row ->
                    new Block.Row(
                        cells(row),
                        Map.of(
                            "行动",
                            of.target(row).action(),
                            "地区",
                            of.areaName(row.text("ref_area")),
                            "亮灯",
                            BulletinFigures.light(row).nameZh())))
            .toList());
  }

  private List<Cell> cells(TableRow row) {
    String unit = of.target(row).unit();
    Light light = BulletinFigures.light(row);
    List<Text> remarks = new ArrayList<>();
    if (light != Light.green) {
      remarks.add(Shown.numbersIn(row, "light_reason"));
    }
    remarks.addAll(outlook(row));
    return List.of(
        Cell.words(of.named(row)),
        Cell.words(of.leads(of.target(row))),
        Cell.of(of.required(row)),
        Cell.of(Shown.plain(row, "actual", of.decimals(row), unit)),
        Cell.of(Shown.signed(row, "gap", of.decimals(row), unit)),
        Cell.of(Shown.plain(row, "progress_pct", Shown.GROWTH_DECIMALS, "%")),
        Cell.of(Shown.plain(row, "schedule_pct", Shown.GROWTH_DECIMALS, "%")),
        Cell.words(of.periodInTable(row)),
        new Cell(Text.EMPTY, light),
        Cell.of(Text.join("；", remarks)));
  }

  /** What the rest of the year needs, and where it will end, as far as that is known. */
  private List<Text> outlook(TableRow row) {
    List<Text> parts = new ArrayList<>();
    if (row.has("needed_rest_pct") && row.number("needed_rest_pct").signum() > 0) {
      parts.add(
          Text.fill(
              "其余月份需增长{}%", Shown.figure(row, "needed_rest_pct", Shown.GROWTH_DECIMALS, "%")));
    }
    if (row.has("projected") && row.has("probability") && row.period().endMonth() < 12) {
      int decimals = of.decimals(row);
      String unit = of.target(row).unit();
      Text interval =
          row.has("projected_low") && row.has("projected_high")
              ? Text.fill(
                  "（{}至{}）",
                  Shown.figure(row, "projected_low", decimals, unit),
                  Shown.figure(row, "projected_high", decimals, unit))
              : Text.EMPTY;
      String met = of.target(row).comparator().isReached() ? "达到目标" : "符合要求";
      parts.add(
          Text.fill(
              "预计全年{}{}{}，{}的可能性{}%",
              Shown.figure(row, "projected", decimals, unit),
              unit,
              interval,
              met,
              Shown.figure(row, "probability", 0, "%")));
    }
    return parts;
  }

  private Block actions(Map<String, List<TableRow>> byAction) {
    List<Block.Row> rows = new ArrayList<>();
    byAction.forEach(
        (action, judged) -> {
          String annex = String.valueOf(annex(judged));
          List<Cell> cells = new ArrayList<>();
          cells.add(Cell.words(action));
          cells.add(Cell.of(Text.of(of.count("action-" + annex, judged))));
          for (Light light : Light.values()) {
            cells.add(Cell.of(Text.of(of.count("action-" + annex, judged, light))));
          }
          rows.add(new Block.Row(cells, Map.of("行动", action)));
        });
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Sections.words("行动", 24));
    columns.add(Sections.figures("目标", 10));
    for (Light light : Light.values()) {
      columns.add(Sections.figures(light == Light.no_data ? "未亮灯" : light.nameZh(), 10));
    }
    return new Block.Table("各行动亮灯", "", columns, rows);
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
