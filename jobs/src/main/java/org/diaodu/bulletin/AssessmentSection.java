package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Text;
import org.diaodu.domain.Score;
import org.diaodu.table.TableRow;

/** 表扬和批评: who is praised and who is criticised by the policy, with the points of all areas. */
final class AssessmentSection {
  private final Composition of;

  AssessmentSection(Composition of) {
    this.of = of;
  }

  /** Findings, and every area's score. */
  List<Block> blocks() {
    List<TableRow> all = of.figures().assessments();
    if (all.isEmpty()) {
      return List.of(
          Sections.paragraph(
              Text.words(of.figures().withheld() ? "考核结果含未到发布时间的数据，本期不列。" : "没有考核结果。")));
    }
    List<Block> blocks = new ArrayList<>();
    List<TableRow> found = all.stream().filter(row -> !"none".equals(row.text("finding"))).toList();
    if (found.isEmpty()) {
      blocks.add(Sections.paragraph(Text.words("本期没有达到表扬或批评界限的地区和单位。")));
    } else {
      blocks.add(
          new Block.Table(
              "表扬和批评",
              "",
              List.of(
                  Sections.words("结果", 14), Sections.words("地区或单位", 28), Sections.words("依据", 60)),
              found.stream().map(row -> new Block.Row(cells(row), Map.of())).toList()));
    }
    List<TableRow> areas =
        all.stream().filter(row -> "area".equals(row.text("subject_type"))).toList();
    if (!areas.isEmpty()) {
      blocks.add(
          new Block.Table(
              "各地得分",
              "各地得分",
              List.of(
                  Sections.words("地区", 24),
                  Sections.figures("得分率（%）", 12),
                  Sections.figures("绿灯", 10),
                  Sections.figures("黄灯", 10),
                  Sections.figures("红灯", 10),
                  Sections.figures("未销号", 10),
                  Sections.words("结果", 14)),
              areas.stream()
                  .map(
                      row ->
                          new Block.Row(score(row), Map.of("地区", of.areaName(row.text("subject")))))
                  .toList()));
    }
    return blocks;
  }

  private List<Cell> cells(TableRow row) {
    return List.of(
        Cell.words(finding(row)),
        Cell.words(
            "area".equals(row.text("subject_type"))
                ? of.areaName(row.text("subject"))
                : of.unitName(row.text("subject"))),
        Cell.of(Shown.numbersIn(row, "reason")));
  }

  private List<Cell> score(TableRow row) {
    return List.of(
        Cell.words(of.areaName(row.text("subject")) + (row.flag("counted") ? "" : "（不参评）")),
        Cell.of(Shown.plain(row, "score_pct", Shown.GROWTH_DECIMALS, "%")),
        Cell.of(Shown.plain(row, "green", 0, "")),
        Cell.of(Shown.plain(row, "yellow", 0, "")),
        Cell.of(Shown.plain(row, "red", 0, "")),
        Cell.of(Shown.plain(row, "open_rectifications", 0, "")),
        Cell.words(finding(row)));
  }

  private static String finding(TableRow row) {
    return Score.Finding.valueOf(row.text("finding")).nameZh();
  }
}
