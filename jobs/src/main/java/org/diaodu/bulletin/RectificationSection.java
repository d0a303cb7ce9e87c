package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Text;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Rectification;
import org.diaodu.table.TableRow;

/** 问题整改: what is open, and what was closed. */
final class RectificationSection {
  private final Composition of;

  RectificationSection(Composition of) {
    this.of = of;
  }

  /** The counts and the table of what is open. */
  List<Block> blocks() {
    List<TableRow> rows = of.rectifications();
    List<TableRow> open = rows.stream().filter(row -> !row.has("closed_on")).toList();
    List<TableRow> closed = rows.stream().filter(row -> row.has("closed_on")).toList();
    List<Block> blocks = new ArrayList<>();
    if (rows.isEmpty()) {
      blocks.add(Sections.paragraph(Text.words("没有未销号的问题。")));
      return blocks;
    }
    blocks.add(
        Sections.paragraph(
            Text.fill(
                "未销号的问题{}件，其中督办{}件、报召集人{}件，已过期限{}件；本期销号{}件。",
                of.count("open-rectifications", open),
                of.count("supervised", inState(open, Rectification.State.supervised)),
                of.count("escalated", inState(open, Rectification.State.escalated)),
                of.count("overdue", open.stream().filter(row -> row.flag("overdue")).toList()),
                of.count("closed-rectifications", closed))));
    if (!open.isEmpty()) {
      blocks.add(table("整改", open));
    }
    return blocks;
  }

  /** A table of problems. */
  Block table(String name, List<TableRow> rows) {
    return new Block.Table(
        name,
        "",
        List.of(
            Sections.words("目标", 22),
            Sections.words("责任单位", 22),
            Sections.words("交办", 15),
            Sections.words("期限", 18),
            Sections.words("状态", 10),
            Sections.words("办理", 10),
            Sections.words("交办时的情况", 28)),
        rows.stream()
            .map(
                row ->
                    new Block.Row(
                        cells(row),
                        Map.of("行动", row.text("action"), "地区", of.areaName(row.text("ref_area")))))
            .toList());
  }

  private List<Cell> cells(TableRow row) {
    return List.of(
        Cell.words(of.named(row)),
        Cell.words(of.answers(row)),
        Cell.words(row.day("opened_on").toString()),
        Cell.words(row.day("due_on") + (row.flag("overdue") ? " 已过期限" : "")),
        Cell.words(Rectification.State.valueOf(row.text("state")).nameZh()),
        Cell.words(handling(row)),
        Cell.of(Shown.numbersIn(row, "reason")));
  }

  /** How far it was handled; empty in tables of before that was kept. */
  private static String handling(TableRow row) {
    if (!row.has("stage")) {
      return "";
    }
    return row.has("proposed_on") && !row.has("closed_on")
        ? "拟销号"
        : Handling.Stage.valueOf(row.text("stage")).nameZh();
  }

  private static List<TableRow> inState(List<TableRow> rows, Rectification.State state) {
    return rows.stream().filter(row -> state.name().equals(row.text("state"))).toList();
  }
}
