package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.diaodu.table.TableRow;

/** 与上季度末相比: how many targets have which light now and then, and which turned. */
final class ChangeSection {
  private final Composition of;

  ChangeSection(Composition of) {
    this.of = of;
  }

  /** The counts and the targets that turned. */
  List<Block> blocks() {
    List<TableRow> now = of.judged();
    List<TableRow> before = of.judged(of.figures().attainmentBefore());
    List<Block> blocks = new ArrayList<>();
    Sections.table(
            "亮灯变化",
            "",
            columns(),
            List.of(counts("本季度末", "now", now), counts("上季度末", "before", before)))
        .ifPresent(blocks::add);
    List<Block.Row> turned = new ArrayList<>();
    for (TableRow row : now) {
      Optional<TableRow> earlier =
          before.stream()
              .filter(b -> b.text("target_id").equals(row.text("target_id")))
              .filter(b -> b.text("ref_area").equals(row.text("ref_area")))
              .filter(b -> BulletinFigures.light(b) != BulletinFigures.light(row))
              .findFirst();
      earlier.ifPresent(b -> turned.add(new Block.Row(cells(row, b), Map.of())));
    }
    blocks.add(
        turned.isEmpty()
            ? Sections.paragraph(Text.words("没有目标变灯。"))
            : new Block.Table(
                "变灯的目标",
                "变灯的目标",
                List.of(
                    Sections.words("目标", 26),
                    Sections.words("牵头单位", 20),
                    Sections.words("上季度末", 12),
                    Sections.words("本季度末", 12),
                    Sections.words("现在的情况", 40)),
                turned));
    return blocks;
  }

  private static List<Block.Column> columns() {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Sections.words("时点", 20));
    for (Light light : Light.values()) {
      columns.add(Sections.figures(light.nameZh(), 10));
    }
    return columns;
  }

  private Block.Row counts(String name, String what, List<TableRow> rows) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(name));
    for (Light light : Light.values()) {
      cells.add(
          Cell.of(
              Composition.with(light, rows).isEmpty()
                  ? Shown.NONE
                  : Text.of(of.count(what, rows, light))));
    }
    return new Block.Row(cells, Map.of());
  }

  private List<Cell> cells(TableRow now, TableRow before) {
    return List.of(
        Cell.words(of.named(now)),
        Cell.words(of.leads(of.target(now))),
        new Cell(Text.EMPTY, BulletinFigures.light(before)),
        new Cell(Text.EMPTY, BulletinFigures.light(now)),
        Cell.of(Shown.numbersIn(now, "light_reason")));
  }
}
