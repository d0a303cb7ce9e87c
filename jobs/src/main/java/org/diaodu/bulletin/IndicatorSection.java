package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Text;
import org.diaodu.domain.Growth;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.region.Indicator;
import org.diaodu.table.TableRow;

/** 主要指标: the whole area's figures in a table. */
final class IndicatorSection {
  private final Composition of;

  IndicatorSection(Composition of) {
    this.of = of;
  }

  /** The table. */
  List<Block> blocks(List<Indicator> indicators) {
    List<Block.Row> rows = new ArrayList<>();
    for (Indicator indicator : indicators) {
      of.growth(indicator, of.pack().totalArea())
          .ifPresent(row -> rows.add(new Block.Row(cells(indicator, row), Map.of())));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    Sections.table(
            "主要指标",
            "",
            List.of(
                Sections.words("指标", 27),
                Sections.words("时期", 13),
                Sections.words("单位", 13),
                Sections.figures("总量", 17),
                Sections.figures("同比（%）", 15),
                Sections.words("来源", 9),
                Sections.words("说明", 28)),
            rows)
        .ifPresent(blocks::add);
    return blocks;
  }

  private List<Cell> cells(Indicator indicator, TableRow row) {
    boolean rate = indicator.kind() == IndicatorKind.rate;
    boolean only = indicator.kind() == IndicatorKind.growth_only;
    return List.of(
        Cell.words(indicator.nameZh() + (rate ? "（变化为百分点）" : "")),
        Cell.words(of.periodInTable(row)),
        Cell.words(only ? "—" : indicator.unit()),
        only
            ? Cell.words("不发布")
            : Cell.of(
                Shown.isSuppressed(row)
                    ? Text.words(Shown.whyNoLevel(row))
                    : Shown.plain(row, "level", indicator.decimals(), indicator.unit())),
        Cell.of(
            rate
                ? Shown.signed(row, "change_pp", Shown.SHARE_DECIMALS, "百分点")
                : Shown.signed(row, "yoy_pct", Shown.GROWTH_DECIMALS, "%")),
        Cell.words(
            row.has("yoy_basis") ? Growth.Basis.valueOf(row.text("yoy_basis")).nameZh() : "—"),
        Cell.of(remark(row, indicator.kind())));
  }

  private static Text remark(TableRow row, IndicatorKind kind) {
    List<Text> remarks = new ArrayList<>();
    if (row.has("not_computed_because")) {
      remarks.add(Text.words(Shown.reason(row.text("not_computed_because"))));
    }
    if (!row.has("level") && row.has("yoy_pct") && kind != IndicatorKind.growth_only) {
      remarks.add(Text.words(Shown.isSuppressed(row) ? "总量不公开" : "总量未收到"));
    }
    if ("comparable_basis".equals(row.text("gap_class"))) {
      remarks.add(
          Text.fill(
              "按可比口径公布；按总量计算为{}%",
              Shown.signed(row, "yoy_computed_pct", Shown.GROWTH_DECIMALS, "%")));
    }
    if (Shown.isOverBreak(row, "flag")) {
      remarks.add(Text.words("口径有变动，与以前不可比"));
    }
    return Text.join("；", remarks);
  }
}
