package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Text;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Light;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.table.TableRow;

/** One area on one page: its core series, its targets, what is open and what it owes. */
final class AreaCard {
  private final Composition of;
  private final Area area;

  AreaCard(Composition of, Area area) {
    this.of = of;
    this.area = area;
  }

  /** The page. */
  List<Block> blocks() {
    List<TableRow> judged =
        of.figures().attainment().stream()
            .filter(row -> row.text("ref_area").equals(area.refArea()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Sections.paragraph(
            Text.fill(
                "对照目标{}项：绿灯{}项、黄灯{}项、红灯{}项，没有可对照数据的{}项。{}",
                of.count("targets", judged),
                of.count("targets", judged, Light.green),
                of.count("targets", judged, Light.yellow),
                of.count("targets", judged, Light.red),
                of.count("targets", judged, Light.no_data),
                score())));
    blocks.add(core());
    others(judged).ifPresent(blocks::add);
    List<TableRow> open =
        of.rectifications().stream()
            .filter(row -> row.text("ref_area").equals(area.refArea()) && !row.has("closed_on"))
            .toList();
    if (!open.isEmpty()) {
      blocks.add(new RectificationSection(of).table("整改", open));
    }
    blocks.add(owed());
    return blocks;
  }

  private Text score() {
    return of.figures().assessments().stream()
        .filter(row -> "area".equals(row.text("subject_type")))
        .filter(row -> row.text("subject").equals(area.refArea()) && row.has("score_pct"))
        .findFirst()
        .map(
            row ->
                Text.fill("考核得分率{}%。", Shown.figure(row, "score_pct", Shown.GROWTH_DECIMALS, "%")))
        .orElse(Text.EMPTY);
  }

  private Block core() {
    List<Block.Row> rows = new ArrayList<>();
    for (Indicator indicator : of.pack().coreIndicators()) {
      Optional<TableRow> row = of.growth(indicator, area.refArea());
      Optional<TableRow> judged = row.flatMap(of::judgementOf);
      rows.add(
          new Block.Row(
              List.of(
                  Cell.words(indicator.nameZh()),
                  Cell.words(row.map(of::periodInTable).orElse("—")),
                  Cell.of(level(indicator, row)),
                  Cell.of(
                      row.filter(r -> r.has("yoy_pct"))
                          .map(r -> Shown.signed(r, "yoy_pct", Shown.GROWTH_DECIMALS, "%"))
                          .orElse(Text.words("本期未收到"))),
                  Cell.of(row.map(r -> Shown.plain(r, "rank_yoy", 0, "")).orElse(Shown.NONE)),
                  Cell.of(row.map(Shown::rankChange).orElse(Shown.NONE)),
                  Cell.of(judged.map(of::required).orElse(Shown.NONE)),
                  Cell.of(
                      judged
                          .map(j -> Shown.signed(j, "gap", Shown.GROWTH_DECIMALS, "百分点"))
                          .orElse(Shown.NONE)),
                  new Cell(Text.EMPTY, judged.map(BulletinFigures::light).orElse(null))),
              Map.of()));
    }
    return new Block.Table(
        "核心指标",
        "",
        List.of(
            Sections.words("指标", 24),
            Sections.words("时期", 11),
            Sections.figures("总量", 24),
            Sections.figures("同比（%）", 12),
            Sections.figures("位次", 8),
            Sections.words("位次变化", 11),
            Sections.words("年度目标", 14),
            Sections.figures("差距（百分点）", 13),
            Sections.words("亮灯", 12)),
        rows);
  }

  private static Text level(Indicator indicator, Optional<TableRow> row) {
    if (indicator.kind() == IndicatorKind.growth_only) {
      return Text.words("不发布");
    }
    return row.filter(r -> r.has("level"))
        .map(
            r ->
                Text.fill(
                    "{}{}",
                    Shown.figure(r, "level", indicator.decimals(), indicator.unit()),
                    indicator.unit()))
        .orElse(Text.words(row.map(Shown::whyNoLevel).orElse(Shown.NOT_RECEIVED)));
  }

  /** Targets beside those of the core series. */
  private Optional<Block> others(List<TableRow> judged) {
    List<TableRow> rows =
        judged.stream()
            .filter(row -> BulletinFigures.light(row) != Light.no_data)
            .filter(
                row ->
                    of.pack().coreIndicators().stream()
                        .noneMatch(
                            i ->
                                of.growthJudgement(i, area.refArea())
                                    .filter(row::equals)
                                    .isPresent()))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Table(
            "其他目标",
            "其他目标",
            List.of(
                Sections.words("目标", 34),
                Sections.words("要求", 18),
                Sections.figures("实际", 13),
                Sections.figures("差距", 13),
                Sections.words("时期", 14),
                Sections.words("亮灯", 16)),
            rows.stream()
                .map(
                    row ->
                        new Block.Row(
                            List.of(
                                Cell.words(of.target(row).nameZh()),
                                Cell.of(of.required(row)),
                                Cell.of(
                                    Shown.plain(
                                        row, "actual", of.decimals(row), of.target(row).unit())),
                                Cell.of(
                                    Shown.signed(
                                        row, "gap", of.decimals(row), of.target(row).unit())),
                                Cell.words(of.periodInTable(row)),
                                new Cell(Text.EMPTY, BulletinFigures.light(row))),
                            Map.of()))
                .toList()));
  }

  private Block owed() {
    List<TableRow> missing = of.missing(area);
    return Sections.note(
        missing.isEmpty()
            ? Text.words("没有逾期未报的数据。")
            : Text.fill("逾期未报的数据{}项，见催报单。", of.count("missing", missing)));
  }
}
