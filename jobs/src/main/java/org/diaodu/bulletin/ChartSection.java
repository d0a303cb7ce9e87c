package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.document.Block;
import org.diaodu.document.Figure;
import org.diaodu.document.Text;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/**
 * What an expert would draw: who is where, how each series ran, how far targets are, who brought
 * how much of the growth. Below each chart its figures stand as a text.
 */
final class ChartSection {
  private static final String ALONG = "同比";

  /** Targets in one chart, so that their names can be read. */
  private static final int MOST_TARGETS = 10;

  /** Contributions are rounded one by one: so far they may miss the growth that they add up to. */
  private static final BigDecimal ROUNDING_PP = new BigDecimal("0.1");

  private final Composition of;

  ChartSection(Composition of) {
    this.of = of;
  }

  /** The charts of some series, and of the progress of targets. */
  List<Block> blocks(List<Indicator> indicators) {
    List<Block> blocks = new ArrayList<>();
    for (Indicator indicator : indicators) {
      course(indicator).ifPresent(chart -> add(blocks, chart));
      dots(indicator).ifPresent(chart -> add(blocks, chart));
      waterfall(indicator).ifPresent(chart -> add(blocks, chart));
    }
    if (of.isOfThePlan()) {
      progress().ifPresent(chart -> add(blocks, chart));
    }
    return blocks;
  }

  private static void add(List<Block> blocks, Block.Chart chart) {
    blocks.add(chart);
    blocks.add(Sections.note(inWords(chart)));
  }

  /** 同比：1—5月6.6，1—6月7.0；年度目标：6.0（%）. What is the same everywhere is said once. */
  private static Text inWords(Block.Chart chart) {
    List<Text> series = new ArrayList<>();
    for (Block.Series of : chart.series()) {
      List<Text> points = new ArrayList<>();
      boolean isOne =
          of.points().stream().filter(Objects::nonNull).map(Figure::key).distinct().count() == 1;
      for (int i = 0; i < of.points().size() && !(isOne && !points.isEmpty()); i++) {
        Figure point = of.points().get(i);
        if (point != null) {
          points.add(Text.fill("{}{}", isOne ? "" : chart.categories().get(i), point));
        }
      }
      series.add(Text.fill("{}：{}", of.name(), Text.join("，", points)));
    }
    return Text.fill("{}（{}）", Text.join("；", series), chart.unit());
  }

  /** Each area as a point in the order of their places, the whole and the target as lines. */
  private Optional<Block.Chart> dots(Indicator indicator) {
    List<TableRow> ranked = new RankSentence(of, indicator).ranked();
    if (ranked.size() < 2) {
      return Optional.empty();
    }
    TimePeriod period = ranked.get(0).period();
    List<Block.Series> series = new ArrayList<>();
    series.add(
        new Block.Series(
            ALONG, Block.Series.Role.figures, ranked.stream().map(ChartSection::growth).toList()));
    of.growth(indicator, of.pack().totalArea())
        .filter(row -> row.has("yoy_pct") && row.period().equals(period))
        .filter(row -> !Shown.isNoMeasure(row))
        .ifPresent(
            row ->
                series.add(
                    line(of.whole(), Block.Series.Role.average, growth(row), ranked.size())));
    of.growthJudgement(indicator, of.pack().totalArea())
        .flatMap(this::target)
        .ifPresent(
            target -> series.add(line("年度目标", Block.Series.Role.target, target, ranked.size())));
    return Optional.of(
        new Block.Chart(
            "位置-" + indicator.indicator(),
            "%s%s各%s同比".formatted(indicator.nameZh(), of.periodInTable(ranked.get(0)), of.parts()),
            Block.Chart.Kind.dots,
            "%",
            ranked.stream().map(row -> of.areaName(row.text("ref_area"))).toList(),
            false,
            series));
  }

  /** From nothing over what each area brought to the growth of the whole, where they lead there. */
  private Optional<Block.Chart> waterfall(Indicator indicator) {
    Optional<TableRow> whole =
        of.growth(indicator, of.pack().totalArea()).filter(row -> row.has("yoy_pct"));
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    List<TableRow> parts =
        of.areas().stream()
            .map(Area::refArea)
            .flatMap(area -> of.growth(indicator, area).stream())
            .filter(row -> row.period().equals(whole.get().period()))
            .filter(row -> row.has("contribution_pp"))
            .sorted(
                Comparator.comparing((TableRow row) -> row.number("contribution_pp")).reversed())
            .toList();
    BigDecimal sum =
        parts.stream()
            .map(row -> row.number("contribution_pp"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean leadsThere =
        sum.subtract(whole.get().number("yoy_pct")).abs().compareTo(ROUNDING_PP) <= 0;
    if (parts.size() < Math.max(2, of.areas().size()) || !leadsThere) {
      return Optional.empty();
    }
    List<String> categories =
        new ArrayList<>(parts.stream().map(row -> of.areaName(row.text("ref_area"))).toList());
    List<Figure> points =
        new ArrayList<>(
            parts.stream()
                .map(row -> Shown.figure(row, "contribution_pp", Shown.SHARE_DECIMALS, "百分点"))
                .toList());
    categories.add(of.whole());
    points.add(growth(whole.get()));
    return Optional.of(
        new Block.Chart(
            "拉动-" + indicator.indicator(),
            "%s%s各%s拉动".formatted(indicator.nameZh(), of.periodInTable(whole.get()), of.parts()),
            Block.Chart.Kind.waterfall,
            "百分点",
            categories,
            false,
            List.of(new Block.Series("拉动", Block.Series.Role.figures, points))));
  }

  /** How far targets of an amount are, beside how far they should be; the farthest behind first. */
  private Optional<Block.Chart> progress() {
    List<TableRow> rows =
        of.judged().stream()
            .filter(row -> row.has("progress_pct") && row.has("schedule_pct"))
            .sorted(
                Comparator.comparing(
                    row -> row.number("progress_pct").subtract(row.number("schedule_pct"))))
            .limit(MOST_TARGETS)
            .toList();
    if (rows.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Chart(
            "进度",
            "数量目标的进度",
            Block.Chart.Kind.bars,
            "%",
            rows.stream().map(of::named).toList(),
            false,
            List.of(
                new Block.Series(
                    "完成进度",
                    Block.Series.Role.figures,
                    rows.stream().map(row -> percent(row, "progress_pct")).toList()),
                new Block.Series(
                    "应达进度",
                    Block.Series.Role.target,
                    rows.stream().map(row -> percent(row, "schedule_pct")).toList()))));
  }

  private static Figure growth(TableRow row) {
    return percent(row, "yoy_pct");
  }

  private static Figure percent(TableRow row, String column) {
    return Shown.figure(row, column, Shown.GROWTH_DECIMALS, "%");
  }

  private static Block.Series line(String name, Block.Series.Role role, Figure figure, int length) {
    return new Block.Series(name, role, Collections.nCopies(length, figure));
  }

  /** Growth over the year, the target as a broken line, the estimate of the year at its end. */
  private Optional<Block.Chart> course(Indicator indicator) {
    List<TableRow> rows =
        of.figures().course().stream()
            .filter(row -> row.text("indicator").equals(indicator.indicator()))
            .filter(row -> row.text("ref_area").equals(of.pack().totalArea()))
            .filter(row -> row.has("yoy_pct") && !row.text("freq").equals("A"))
            .sorted(Comparator.comparing(TableRow::period))
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
    series.add(new Block.Series(ALONG, Block.Series.Role.figures, growth));
    alone(indicator, rows, growth.size()).ifPresent(series::add);
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

  /** The periods alone beside the year so far; none where that is all there is. */
  private Optional<Block.Series> alone(Indicator indicator, List<TableRow> rows, int length) {
    if (indicator.accumulation() != Accumulation.YTD) {
      return Optional.empty();
    }
    List<Figure> points = new ArrayList<>();
    for (TableRow row : rows) {
      points.add(
          of.figures().alone().stream()
              .filter(r -> r.text("indicator").equals(indicator.indicator()))
              .filter(r -> r.period().equals(row.period()) && r.has("yoy_pct"))
              .filter(r -> !Shown.isNoMeasure(r))
              .findFirst()
              .map(r -> Shown.figure(r, "yoy_pct", Shown.GROWTH_DECIMALS, "%"))
              .orElse(null));
    }
    if (points.stream().filter(Objects::nonNull).count() < 2) {
      return Optional.empty();
    }
    points.addAll(Collections.nCopies(length - rows.size(), null));
    String name = rows.get(0).period().frequency() == Frequency.M ? "当月同比" : "当季同比";
    return Optional.of(new Block.Series(name, Block.Series.Role.alone, points));
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
    List<Figure> points = new ArrayList<>(Collections.nCopies(length - 1, null));
    points.add(Shown.figure(row, column, Shown.GROWTH_DECIMALS, "%"));
    return new Block.Series(name, role, points);
  }
}
