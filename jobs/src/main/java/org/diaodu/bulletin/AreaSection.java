package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Figure;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.table.TableRow;

/** Every core series by area. */
final class AreaSection {
  private final Composition of;

  AreaSection(Composition of) {
    this.of = of;
  }

  /** A table for each series, and who is where at a glance. */
  List<Block> blocks(List<Indicator> indicators) {
    List<Block> blocks = new ArrayList<>();
    for (Indicator indicator : indicators) {
      blocks.addAll(series(indicator));
    }
    return blocks;
  }

  private List<Block> series(Indicator indicator) {
    List<TableRow> all =
        of.figures().growth().stream()
            .filter(row -> row.text("indicator").equals(indicator.indicator()))
            .filter(row -> !row.text("ref_area").equals(of.pack().totalArea()))
            .toList();
    Optional<TimePeriod> period = all.stream().map(TableRow::period).max(Comparator.naturalOrder());
    if (period.isEmpty()) {
      return List.of();
    }
    boolean hasLevel = indicator.kind() != IndicatorKind.growth_only;
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Sections.words(of.parts(), 16));
    if (hasLevel) {
      columns.add(Sections.figures("总量（%s）".formatted(indicator.unit()), 18));
    }
    columns.add(Sections.figures("同比（%）", 12));
    columns.add(Sections.figures("位次", 8));
    columns.add(Sections.words("位次变化", 11));
    if (of.isOfThePlan()) {
      columns.add(Sections.words("年度目标", 14));
      columns.add(Sections.figures("差距（百分点）", 14));
      columns.add(Sections.words("亮灯", 12));
    }
    List<Block.Row> rows = new ArrayList<>();
    List<TableRow> found = new ArrayList<>();
    for (Area area : inOrder(all, period.get())) {
      Optional<TableRow> row = at(all, area, period.get());
      row.ifPresent(found::add);
      if (row.isPresent() || area.inTotal()) {
        rows.add(
            new Block.Row(
                cells(indicator, area, row, hasLevel), Map.of(of.parts(), area.nameZh())));
      }
    }
    List<Block> blocks = new ArrayList<>();
    String title =
        "%s（%s）"
            .formatted(indicator.nameZh(), PeriodText.of(period.get(), indicator.accumulation()));
    blocks.add(Sections.heading(title));
    Sections.table(indicator.nameZh(), "", columns, rows).ifPresent(blocks::add);
    placesAmong(indicator, period.get(), found).ifPresent(blocks::add);
    bars(indicator, title, found).ifPresent(blocks::add);
    return blocks;
  }

  /** A place among a few says less than one among all: say so where figures are missing. */
  private Optional<Block> placesAmong(
      Indicator indicator, TimePeriod period, List<TableRow> found) {
    List<TableRow> ranked = found.stream().filter(row -> row.has("rank_yoy")).toList();
    return ranked.isEmpty() || ranked.size() == of.pack().areasInTotal(period).size()
        ? Optional.empty()
        : Optional.of(
            Sections.note(
                Text.fill(
                    "收到增速的有{}个{}，位次只在这些{}中排列。",
                    of.count("ranked-" + indicator.indicator(), ranked),
                    of.parts(),
                    of.parts())));
  }

  /** By rank; who has none comes after, who overlaps others last. */
  private List<Area> inOrder(List<TableRow> rows, TimePeriod period) {
    return of.pack().areas().stream()
        .filter(a -> !a.refArea().equals(of.pack().totalArea()) && a.isAt(period))
        .sorted(
            Comparator.<Area>comparingInt(a -> a.inTotal() ? 0 : 1)
                .thenComparing(
                    a ->
                        at(rows, a, period)
                            .filter(row -> row.has("rank_yoy"))
                            .map(row -> row.number("rank_yoy").intValueExact())
                            .orElse(Integer.MAX_VALUE)))
        .toList();
  }

  private static Optional<TableRow> at(List<TableRow> rows, Area area, TimePeriod period) {
    return rows.stream()
        .filter(row -> row.text("ref_area").equals(area.refArea()))
        .filter(row -> row.period().equals(period))
        .findFirst();
  }

  private List<Cell> cells(
      Indicator indicator, Area area, Optional<TableRow> row, boolean hasLevel) {
    Optional<TableRow> judged = row.flatMap(of::judgementOf);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(area.nameZh() + (area.inTotal() ? "" : "（不排位）")));
    if (hasLevel) {
      cells.add(
          Cell.of(
              row.filter(r -> r.has("level"))
                  .map(r -> Shown.plain(r, "level", indicator.decimals(), indicator.unit()))
                  .orElse(Text.words(row.map(Shown::whyNoLevel).orElse(Shown.NOT_RECEIVED)))));
    }
    cells.add(Cell.of(row.map(AreaSection::growthOrReason).orElse(Text.words(Shown.NOT_RECEIVED))));
    cells.add(Cell.of(row.map(r -> Shown.plain(r, "rank_yoy", 0, "")).orElse(Shown.NONE)));
    cells.add(Cell.of(row.map(Shown::rankChange).orElse(Shown.NONE)));
    if (of.isOfThePlan()) {
      cells.add(Cell.of(judged.map(of::required).orElse(Shown.NONE)));
      cells.add(
          Cell.of(
              judged
                  .map(j -> Shown.signed(j, "gap", Shown.GROWTH_DECIMALS, "百分点"))
                  .orElse(Shown.NONE)));
      cells.add(new Cell(Text.EMPTY, judged.map(BulletinFigures::light).orElse(null)));
    }
    return cells;
  }

  private static Text growthOrReason(TableRow row) {
    return row.has("yoy_pct")
        ? Shown.signed(row, "yoy_pct", Shown.GROWTH_DECIMALS, "%")
        : Text.words(Shown.reason(row.text("not_computed_because")));
  }

  private Optional<Block> bars(Indicator indicator, String title, List<TableRow> rows) {
    List<TableRow> known =
        rows.stream()
            .filter(row -> row.has("yoy_pct") && row.has("rank_yoy"))
            .sorted(Comparator.comparing(row -> row.number("rank_yoy")))
            .toList();
    if (known.size() < 2) {
      return Optional.empty();
    }
    List<Figure> points =
        known.stream()
            .map(row -> Shown.figure(row, "yoy_pct", Shown.GROWTH_DECIMALS, "%"))
            .toList();
    return Optional.of(
        new Block.Chart(
            "各地-" + indicator.indicator(),
            title + "各地同比",
            Block.Chart.Kind.bars,
            "%",
            known.stream().map(row -> of.areaName(row.text("ref_area"))).toList(),
            true,
            List.of(new Block.Series("同比", Block.Series.Role.figures, points))));
  }
}
