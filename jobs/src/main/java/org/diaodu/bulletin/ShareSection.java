package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Figure;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** 首府占比: the capital's share of each additive series, and how it moved over the years. */
final class ShareSection {
  /** Periods of a share's course that are drawn. */
  private static final int DRAWN = 24;

  private final Composition of;

  ShareSection(Composition of) {
    this.of = of;
  }

  /** The table, and a chart for each share that is a target. */
  List<Block> blocks() {
    List<TableRow> rows =
        of.figures().shares().stream()
            .sorted(Comparator.comparingInt(row -> order(row.text("indicator"))))
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    Sections.table(
            "占比",
            "",
            List.of(
                Sections.words("指标", 25),
                Sections.words("时期", 11),
                Sections.figures(of.capitalName(), 16),
                Sections.figures(of.whole(), 17),
                Sections.words("分母", 15),
                Sections.figures("占比（%）", 13),
                Sections.figures("比上年同期（百分点）", 15),
                Sections.figures("合计减各地之和", 16)),
            rows.stream().map(row -> new Block.Row(cells(row), Map.of())).toList())
        .ifPresent(blocks::add);
    of.pack().targets().stream()
        .filter(t -> t.kind() == Target.Kind.capital_share && t.isDistinct())
        .map(Target::indicator)
        .distinct()
        .flatMap(code -> course(of.pack().indicator(code).orElseThrow()).stream())
        .forEach(blocks::add);
    return blocks;
  }

  private List<Cell> cells(TableRow row) {
    Indicator indicator = of.pack().indicator(row.text("indicator")).orElseThrow();
    return List.of(
        Cell.words("%s（%s）".formatted(indicator.nameZh(), indicator.unit())),
        Cell.words(of.periodInTable(row)),
        Cell.of(Shown.plain(row, "capital_level", indicator.decimals(), indicator.unit())),
        Cell.of(Shown.plain(row, "total_level", indicator.decimals(), indicator.unit())),
        Cell.words(
            row.has("denominator")
                ? "published_total".equals(row.text("denominator")) ? "公布的合计" : "各地相加"
                : "—"),
        Cell.of(
            row.has("share_pct")
                ? Shown.plain(row, "share_pct", Shown.SHARE_DECIMALS, "%")
                : Text.words(Shown.reason(row.text("not_computed_because")))),
        Cell.of(
            row.has("change_pp")
                ? Shown.signed(row, "change_pp", Shown.SHARE_DECIMALS, "百分点")
                : Text.words(Shown.reason(row.text("change_not_computed_because")))),
        Cell.of(
            row.has("residual")
                ? Shown.signed(row, "residual", indicator.decimals(), indicator.unit())
                : Text.words(
                    "published_total".equals(row.text("denominator")) ? "各地不齐" : "没有公布的合计")));
  }

  private Optional<Block> course(Indicator indicator) {
    List<TableRow> all =
        of.figures().shareCourse().stream()
            .filter(row -> row.text("indicator").equals(indicator.indicator()))
            .filter(row -> row.has("share_pct"))
            .sorted(Comparator.comparing(TableRow::period))
            .toList();
    Frequency frequency = all.isEmpty() ? null : all.get(all.size() - 1).period().frequency();
    TreeMap<TimePeriod, TableRow> rows = new TreeMap<>();
    all.stream()
        .filter(row -> row.period().frequency() == frequency)
        .forEach(row -> rows.put(row.period(), row));
    while (rows.size() > DRAWN) {
      rows.pollFirstEntry();
    }
    if (rows.size() < 2) {
      return Optional.empty();
    }
    List<String> categories = new ArrayList<>();
    List<Figure> points = new ArrayList<>();
    // Every period has its place, so that no line is drawn over one that is not known.
    for (TimePeriod period : rows.firstKey().through(rows.lastKey())) {
      categories.add(PeriodText.of(period, indicator.accumulation()));
      points.add(
          Optional.ofNullable(rows.get(period))
              .map(row -> Shown.figure(row, "share_pct", Shown.SHARE_DECIMALS, "%"))
              .orElse(null));
    }
    return Optional.of(
        new Block.Chart(
            "占比走势-" + indicator.indicator(),
            "%s%s占%s的比重".formatted(of.capitalName(), indicator.nameZh(), of.whole()),
            Block.Chart.Kind.lines,
            "%",
            categories,
            false,
            List.of(new Block.Series("占比", Block.Series.Role.figures, points))));
  }

  private int order(String indicator) {
    return of.pack().indicators().stream().map(Indicator::indicator).toList().indexOf(indicator);
  }
}
