package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/**
 * 晾晒表: the areas against the targets that each of them is held against, red first. Each column is
 * of one period, which its head says; who has only an older figure has not reported.
 */
final class AreaTable {
  private static final String NOT_REPORTED = "未报";
  private static final List<Light> LIGHTS =
      List.of(Light.red, Light.yellow, Light.blue, Light.green);

  private final Composition of;

  AreaTable(Composition of) {
    this.of = of;
  }

  /** The table and what its signs mean; nothing where no area has a figure. */
  List<Block> blocks() {
    if (!of.isOfThePlan()) {
      return List.of();
    }
    List<Column> shown = columns();
    if (shown.isEmpty()) {
      return List.of();
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Sections.words(of.parts(), 14));
    shown.forEach(column -> columns.add(Sections.figures(column.header(), 18)));
    LIGHTS.forEach(light -> columns.add(Sections.figures(light.nameZh() + "（项）", 8)));
    columns.add(Sections.figures("欠报（项）", 8));
    List<Block.Row> rows = new ArrayList<>();
    rows.add(
        row(
            of.whole(),
            of.pack().totalArea(),
            shown,
            Collections.nCopies(LIGHTS.size() + 1, Cell.of(Shown.NONE))));
    areas(shown).forEach(area -> rows.add(row(area.nameZh(), area.refArea(), shown, counts(area))));
    List<Block> blocks = new ArrayList<>();
    Sections.table(of.parts() + "晾晒", "", columns, rows).ifPresent(blocks::add);
    if (blocks.isEmpty()) {
      return List.of();
    }
    blocks.add(
        Sections.note(Text.words("●绿灯：达到要求；◆蓝灯：居第二档；▲黄灯：差距在允许范围内；■红灯：差距超过允许范围。“未报”指本期数据没有报来。")));
    return blocks;
  }

  /** The areas, the most red first, and behind all others who has reported nothing. */
  private List<Area> areas(List<Column> shown) {
    return new AreaLights(of)
        .areas().stream()
            .sorted(
                Comparator.comparing(
                    area -> shown.stream().allMatch(c -> cell(c, area.refArea()).isEmpty())))
            .toList();
  }

  /** All lights of the area, also of targets that it alone has, and what it owes. */
  private List<Cell> counts(Area area) {
    List<Cell> cells = new ArrayList<>();
    for (Light light : LIGHTS) {
      List<TableRow> lit = new AreaLights(of).lights(area, light);
      cells.add(count("lights-" + area.refArea() + "-" + light, lit));
    }
    cells.add(count("owed-" + area.refArea(), of.missing(area)));
    return cells;
  }

  /** — in place of a zero, so that what there is catches the eye. */
  private Cell count(String what, List<TableRow> rows) {
    return Cell.of(rows.isEmpty() ? Shown.NONE : Text.of(of.count(what, rows)));
  }

  private Block.Row row(String name, String area, List<Column> shown, List<Cell> counts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(name));
    for (Column column : shown) {
      cells.add(
          cell(column, area)
              .map(
                  row ->
                      new Cell(
                          Shown.signed(row, "actual", of.decimals(row), column.target().unit()),
                          BulletinFigures.light(row)))
              .orElse(Cell.words(NOT_REPORTED)));
    }
    cells.addAll(counts);
    // The whole stays in sight whichever area is chosen.
    return new Block.Row(
        cells, area.equals(of.pack().totalArea()) ? Map.of() : Map.of(of.parts(), name));
  }

  private Optional<TableRow> cell(Column column, String area) {
    return of.judgement(column.target(), area)
        .filter(row -> row.has("actual") && row.period().equals(column.period()));
  }

  private List<Column> columns() {
    Set<String> ofEveryArea = of.pack().policies().on(of.figures().asOf()).appliesToCounties();
    List<Column> columns = new ArrayList<>();
    for (Target target : of.pack().targets()) {
      if (ofEveryArea.contains(target.targetId()) && of.about().test(target)) {
        of.areas().stream()
            .flatMap(area -> of.judgement(target, area.refArea()).stream())
            .filter(row -> row.has("actual"))
            .map(TableRow::period)
            .max(Comparator.naturalOrder())
            .ifPresent(period -> columns.add(new Column(target, period, accumulation(target))));
      }
    }
    return columns;
  }

  private Accumulation accumulation(Target target) {
    return of.pack()
        .indicator(target.indicator())
        .map(Indicator::accumulation)
        .orElse(Accumulation.YTD);
  }

  private record Column(Target target, TimePeriod period, Accumulation accumulation) {
    String header() {
      return "%s（%s，%s）"
          .formatted(target.nameZh(), PeriodText.withinYear(period, accumulation), target.unit());
    }
  }
}
