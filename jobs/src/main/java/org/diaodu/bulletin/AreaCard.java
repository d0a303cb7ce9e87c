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
    List<TableRow> judged = of.judgedIn(area.refArea());
    List<Block> blocks = new ArrayList<>();
    blocks.add(Sections.paragraph(state(judged)));
    core().ifPresent(blocks::add);
    others(judged).ifPresent(blocks::add);
    List<TableRow> open =
        of.rectifications().stream()
            .filter(row -> row.text("ref_area").equals(area.refArea()) && !row.has("closed_on"))
            .toList();
    new RectificationSection(of).brief("整改", open).ifPresent(blocks::add);
    blocks.addAll(new TaskSection(of).ofArea(area));
    blocks.add(owed());
    return blocks;
  }

  /** The state of the area in a sentence: how many red lights and which, and its score. */
  private Text state(List<TableRow> judged) {
    if (judged.isEmpty()) {
      return of.say("area.nothing_judged", "area", area.nameZh());
    }
    List<TableRow> red = Composition.with(Light.red, judged);
    List<Text> others = new ArrayList<>();
    for (Light light : List.of(Light.yellow, Light.blue, Light.green)) {
      List<TableRow> lit = Composition.with(light, judged);
      if (!lit.isEmpty()) {
        others.add(
            of.say(
                "overview.light",
                "light",
                light.nameZh(),
                "count",
                of.count("lights-" + area.refArea() + "-" + light, lit)));
      }
    }
    String name = area.nameZh();
    Text reds =
        red.isEmpty()
            ? of.say("area.no_red", "area", name)
            : new AreaLights(of).red("area.red", area);
    return Text.fill(
        "{}{}。{}", reds, others.isEmpty() ? "" : Text.fill("，{}", Text.join("、", others)), score());
  }

  private Text score() {
    return of.figures().assessments().stream()
        .filter(row -> "area".equals(row.text("subject_type")))
        .filter(row -> row.text("subject").equals(area.refArea()) && row.has("score_pct"))
        .findFirst()
        .map(
            row ->
                of.say(
                    "area.score",
                    "value",
                    Shown.figure(row, "score_pct", Shown.GROWTH_DECIMALS, "%")))
        .orElse(Text.EMPTY);
  }

  /** The core series; of an area that overlaps others, those that it reports. */
  private Optional<Block> core() {
    List<Block.Row> rows = new ArrayList<>();
    for (Indicator indicator : of.pack().coreIndicators()) {
      Optional<TableRow> row = of.growth(indicator, area.refArea());
      if (row.isEmpty() && !area.inTotal()) {
        continue;
      }
      Optional<TableRow> judged = row.flatMap(of::judgementOf);
      rows.add(
          new Block.Row(
              List.of(
                  Cell.words(indicator.nameZh()),
                  Cell.of(row.map(r -> Text.words(of.periodInTable(r))).orElse(Shown.NONE)),
                  Cell.of(level(indicator, row)),
                  Cell.of(
                      row.filter(r -> r.has("yoy_pct"))
                          .map(r -> Shown.signed(r, "yoy_pct", Shown.GROWTH_DECIMALS, "%"))
                          .orElse(row.isPresent() ? Shown.NONE : Text.words(Shown.NOT_RECEIVED))),
                  Cell.of(
                      row.filter(r -> r.has("rank_yoy")).map(AreaCard::rank).orElse(Shown.NONE)),
                  Cell.of(judged.map(of::required).orElse(Shown.NONE)),
                  Cell.of(
                      judged
                          .map(j -> Shown.signed(j, "gap", Shown.GROWTH_DECIMALS, "百分点"))
                          .orElse(Shown.NONE)),
                  new Cell(Text.EMPTY, judged.map(BulletinFigures::light).orElse(null))),
              Map.of()));
    }
    return Sections.table(
        "核心指标",
        "",
        List.of(
            Sections.words("指标", 24),
            Sections.words("时期", 11),
            Sections.figures("总量", 24),
            Sections.figures("同比（%）", 12),
            Sections.words("位次（比上期）", 12),
            Sections.words("年度目标", 14),
            Sections.figures("差距（百分点）", 13),
            Sections.words("亮灯", 12)),
        rows);
  }

  private static Text rank(TableRow row) {
    Text place = Shown.plain(row, "rank_yoy", 0, "");
    Text change = Shown.rankChange(row);
    return change.equals(Shown.NONE) ? place : Text.fill("{}（{}）", place, change);
  }

  private static Text level(Indicator indicator, Optional<TableRow> row) {
    if (indicator.kind() == IndicatorKind.growth_only) {
      return Shown.NONE;
    }
    return row.filter(r -> r.has("level"))
        .map(
            r ->
                Text.fill(
                    "{}{}",
                    Shown.figure(r, "level", indicator.decimals(), indicator.unit()),
                    indicator.unit()))
        .orElse(row.isPresent() ? Text.words(Shown.whyNoLevel(row.get())) : Shown.NONE);
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
    return Sections.table(
        "其他目标",
        "其他目标",
        List.of(
            Sections.words("目标", 34),
            Sections.words("要求", 18),
            Sections.figures("目前", 13),
            Sections.words("截至", 14),
            Sections.words("亮灯", 16)),
        rows.stream()
            .map(
                row ->
                    new Block.Row(
                        List.of(
                            Cell.words(of.target(row).nameZh()),
                            Cell.of(of.required(row)),
                            Cell.of(of.valueInWords(row)),
                            Cell.words(of.periodInTable(row)),
                            new Cell(Text.EMPTY, BulletinFigures.light(row))),
                        Map.of()))
            .toList());
  }

  private Block owed() {
    List<TableRow> missing = of.missing(area);
    return Sections.note(
        missing.isEmpty()
            ? of.say("area.owes_nothing")
            : of.say("area.owes", "count", of.count("owed-" + area.refArea(), missing)));
  }
}
