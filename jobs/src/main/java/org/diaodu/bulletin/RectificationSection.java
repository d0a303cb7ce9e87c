package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Text;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Rectification;
import org.diaodu.table.TableRow;

/** 整改交办清单: what is open, who answers for it, what is asked for until when, where it stands. */
final class RectificationSection {
  /** Header of the column that is left blank for who receives the list. */
  static final String SIGNED = "签收人和日期";

  /** Place of the column that says when a problem was handed over. */
  private static final int OPENED = 5;

  private final Composition of;

  RectificationSection(Composition of) {
    this.of = of;
  }

  /** The table of all that is open, by who answers for it. */
  List<Block> list() {
    List<TableRow> open =
        of.rectifications().stream()
            .filter(row -> !row.has("closed_on"))
            .sorted(Comparator.comparing(of::answers))
            .toList();
    return table("整改", open, false).stream().toList();
  }

  /**
   * A table of problems, the earliest number first.
   *
   * @param signed whether it is handed over for signature: then it has a column for it, and does
   *     not name again who answers
   */
  Optional<Block> table(String name, List<TableRow> rows, boolean signed) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Sections.words("编号", 6));
    columns.add(Sections.words(signed ? "共同责任单位" : "责任单位", 20));
    columns.add(Sections.words("问题（交办时的情况）", 34));
    columns.add(Sections.words("要求", 14));
    columns.add(Sections.words("目前", 24));
    columns.add(Sections.words("交办", 14));
    columns.add(Sections.words("期限", 14));
    columns.add(Sections.words("办理情况", 16));
    List<Block.Row> made = new ArrayList<>();
    for (TableRow row : rows) {
      made.add(
          new Block.Row(
              cells(row, made.size() + 1, signed),
              Map.of("行动", row.text("action"), of.parts(), of.areaName(row.text("ref_area")))));
    }
    if (signed) {
      columns.remove(OPENED);
      made.replaceAll(row -> without(row, OPENED));
    }
    Optional<Block> table = Sections.table(name, "", columns, made);
    return signed ? table.map(RectificationSection::withSignature) : table;
  }

  /** What an area has to put right, in few words. */
  Optional<Block> brief(String name, List<TableRow> rows) {
    return Sections.table(
        name,
        "整改事项",
        List.of(
            Sections.words("目标", 30),
            Sections.words("交办", 14),
            Sections.words("期限", 18),
            Sections.words("办理情况", 18)),
        rows.stream()
            .map(
                row ->
                    new Block.Row(
                        List.of(
                            Cell.words(of.target(row).nameZh()),
                            Cell.words(of.dayInTable(row.day("opened_on"))),
                            Cell.words(due(row)),
                            Cell.words(handling(row))),
                        Map.of("行动", row.text("action"))))
            .toList());
  }

  private static Block.Row without(Block.Row row, int place) {
    List<Cell> cells = new ArrayList<>(row.cells());
    cells.remove(place);
    return new Block.Row(cells, row.about());
  }

  private String due(TableRow row) {
    return of.dayInTable(row.day("due_on")) + (row.flag("overdue") ? "（已过）" : "");
  }

  /** The column that is filled in by hand is the one that is empty on purpose. */
  private static Block withSignature(Block block) {
    Block.Table table = (Block.Table) block;
    List<Block.Column> columns = new ArrayList<>(table.columns());
    columns.add(Sections.words(SIGNED, 16));
    return new Block.Table(
        table.name(),
        table.caption(),
        columns,
        table.rows().stream()
            .map(
                row -> {
                  List<Cell> cells = new ArrayList<>(row.cells());
                  cells.add(Cell.of(Text.EMPTY));
                  return new Block.Row(cells, row.about());
                })
            .toList());
  }

  private List<Cell> cells(TableRow row, int number, boolean signed) {
    Optional<TableRow> judged = of.judgement(of.target(row), row.text("ref_area"));
    return List.of(
        Cell.words(String.valueOf(number)),
        Cell.words(signed ? others(row) : of.answers(row)),
        Cell.of(Text.fill("{}：{}", of.named(row), Shown.numbersIn(row, "reason"))),
        Cell.of(judged.map(of::required).orElse(Shown.NONE)),
        Cell.of(judged.map(this::now).orElse(Shown.NONE)),
        Cell.words(of.dayInTable(row.day("opened_on"))),
        Cell.words(due(row)),
        Cell.words(handling(row)));
  }

  private String others(TableRow row) {
    List<String> all = Composition.answering(row);
    return all.size() == 1 ? "" : of.answers(row);
  }

  /** Where the target stands, and what the rest of the year must bring. */
  private Text now(TableRow row) {
    if (!row.has("actual")) {
      return Text.words("本期没有数据");
    }
    Text needed =
        row.has("needed_rest_pct") && row.number("needed_rest_pct").signum() > 0
            ? of.say(
                "problems.needed",
                "value",
                Shown.figure(row, "needed_rest_pct", Shown.GROWTH_DECIMALS, "%"))
            : Text.EMPTY;
    return Text.fill("{}{}{}", of.periodInTable(row), of.valueInWords(row), needed);
  }

  /** Its grade and how far it was handled; what recovered is proposed to be closed. */
  private static String handling(TableRow row) {
    String state = Rectification.State.valueOf(row.text("state")).nameZh();
    if (!row.has("stage")) {
      return state;
    }
    return state
        + "，"
        + (row.has("proposed_on") && !row.has("closed_on")
            ? "拟销号"
            : Handling.Stage.valueOf(row.text("stage")).nameZh());
  }
}
