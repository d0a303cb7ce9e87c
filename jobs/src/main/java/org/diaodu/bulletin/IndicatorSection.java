package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Figure;
import org.diaodu.document.Text;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Growth;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** 主要指标: the whole area's figures in a table, and their course against the target. */
final class IndicatorSection {
  private final Composition of;

  IndicatorSection(Composition of) {
    this.of = of;
  }

  /** The table, and a chart for each core series. */
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
    of.pack().coreIndicators().stream()
        .filter(indicators::contains)
        .flatMap(i -> course(i).stream())
        .forEach(blocks::add);
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

  /** Growth over the year, the target as a broken line, the estimate of the year at its end. */
  private Optional<Block> course(Indicator indicator) {
    List<TableRow> rows =
        of.figures().course().stream()
            .filter(row -> row.text("indicator").equals(indicator.indicator()))
            .filter(row -> row.text("ref_area").equals(of.pack().totalArea()))
            .filter(row -> row.has("yoy_pct") && !row.text("freq").equals("A"))
            .sorted(java.util.Comparator.comparing(TableRow::period))
            .toList();
    if (rows.size() < 2) {
      return Optional.empty();
    }
    TimePeriod last = rows.get(rows.size() - 1).period();
    Optional<TableRow> judged = of.growthJudgement(indicator, of.pack().totalArea());
    Optional<TableRow> estimate =
        judged.filter(row -> row.has("projected") && last.endMonth() < 12);
    List<String> categories = new ArrayList<>();
    List<Figure> growth = new ArrayList<>();
    List<Figure> target = new ArrayList<>();
    for (TableRow row : rows) {
      categories.add(of.periodInTable(row));
      growth.add(Shown.figure(row, "yoy_pct", Shown.GROWTH_DECIMALS, "%"));
      target.add(judged.flatMap(this::target).orElse(null));
    }
    if (estimate.isPresent()) {
      categories.add("全年预计");
      growth.add(null);
      target.add(judged.flatMap(this::target).orElse(null));
    }
    List<Block.Series> series = new ArrayList<>();
    series.add(new Block.Series("同比", Block.Series.Role.figures, growth));
    if (target.get(0) != null) {
      series.add(new Block.Series("年度目标", Block.Series.Role.target, target));
    }
    estimate.ifPresent(
        row -> {
          series.add(atTheEnd("全年预计", Block.Series.Role.estimate, row, "projected", growth.size()));
          series.add(atTheEnd("区间下限", Block.Series.Role.low, row, "projected_low", growth.size()));
          series.add(
              atTheEnd("区间上限", Block.Series.Role.high, row, "projected_high", growth.size()));
        });
    return Optional.of(
        new Block.Chart(
            "走势-" + indicator.indicator(),
            indicator.nameZh()
                + (indicator.accumulation() == Accumulation.EOP ? "期末同比走势" : "累计同比走势"),
            Block.Chart.Kind.lines,
            "%",
            categories,
            false,
            series));
  }

  private Optional<Figure> target(TableRow row) {
    Target target = of.target(row);
    return Optional.ofNullable(target.value())
        .map(
            value ->
                of.targetValue(
                    target, ExactDecimal.printed(value, Shown.GROWTH_DECIMALS).toPlainString()));
  }

  private static Block.Series atTheEnd(
      String name, Block.Series.Role role, TableRow row, String column, int length) {
    List<Figure> points = new ArrayList<>(java.util.Collections.nCopies(length - 1, null));
    points.add(Shown.figure(row, column, Shown.GROWTH_DECIMALS, "%"));
    return new Block.Series(name, role, points);
  }
}
