package org.diaodu.bulletin;

import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.domain.Score;
import org.diaodu.table.TableRow;

/** Every area's points by the policy. */
final class AssessmentSection {
  private final Composition of;

  AssessmentSection(Composition of) {
    this.of = of;
  }

  /** The table; nothing where nobody was assessed, or not all that counts is public. */
  List<Block> blocks() {
    List<Block.Row> rows =
        of.figures().withheld()
            ? List.of()
            : of.figures().assessments().stream()
                .filter(row -> "area".equals(row.text("subject_type")) && row.has("score_pct"))
                .map(
                    row ->
                        new Block.Row(
                            score(row), Map.of(of.parts(), of.areaName(row.text("subject")))))
                .toList();
    return Sections.table(
            of.parts() + "得分",
            "",
            List.of(
                Sections.words(of.parts(), 24),
                Sections.figures("得分率（%）", 12),
                Sections.figures("绿灯", 10),
                Sections.figures("黄灯", 10),
                Sections.figures("红灯", 10),
                Sections.figures("未销号", 10),
                Sections.words("结果", 14),
                Sections.words("得分和年度考核怎么算", 40)),
            rows)
        .stream()
        .toList();
  }

  private List<Cell> score(TableRow row) {
    return List.of(
        Cell.words(of.areaName(row.text("subject")) + (row.flag("counted") ? "" : "（不参评）")),
        Cell.of(Shown.plain(row, "score_pct", Shown.GROWTH_DECIMALS, "%")),
        Cell.of(Shown.unlessZero(row, "green")),
        Cell.of(Shown.unlessZero(row, "yellow")),
        Cell.of(Shown.unlessZero(row, "red")),
        Cell.of(Shown.unlessZero(row, "open_rectifications")),
        Cell.words(finding(row)),
        Cell.of(row.has("yearly_reason") ? Shown.numbersIn(row, "yearly_reason") : Shown.NONE));
  }

  private static String finding(TableRow row) {
    return Score.Finding.valueOf(row.text("finding")).nameZh();
  }
}
