package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Text;
import org.diaodu.domain.Better;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** 总体情况: lights, core figures, what leads and what lags, the capital's share, in sentences. */
final class OverviewSection {
  private final Composition of;

  OverviewSection(Composition of) {
    this.of = of;
  }

  /** All of it. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (of.isOfThePlan()) {
      blocks.addAll(lights());
    }
    List<Text> core =
        of.pack().coreIndicators().stream()
            .filter(i -> of.pack().targets().stream().anyMatch(t -> concerns(t, i)))
            .flatMap(i -> coreSentence(i).stream())
            .toList();
    if (!core.isEmpty()) {
      blocks.add(Sections.paragraph(Text.fill("{}。", Text.join("；", core))));
    }
    of.pack().coreIndicators().stream()
        .filter(i -> of.pack().targets().stream().anyMatch(t -> concerns(t, i)))
        .flatMap(i -> leadersAndLaggards(i).stream())
        .forEach(text -> blocks.add(Sections.paragraph(text)));
    shares().forEach(text -> blocks.add(Sections.paragraph(text)));
    return blocks;
  }

  /** How many targets have which light, and which are red and yellow. */
  List<Block> lights() {
    List<TableRow> judged = of.judged();
    List<Block> blocks = new ArrayList<>();
    Text blue =
        judged.stream().anyMatch(row -> BulletinFigures.light(row) == Light.blue)
            ? Text.fill("蓝灯{}项、", of.count("targets", judged, Light.blue))
            : Text.EMPTY;
    blocks.add(
        Sections.paragraph(
            Text.fill(
                "共对照目标{}项，其中绿灯{}项、{}黄灯{}项、红灯{}项；另有{}项没有可对照的数据，不作评判。",
                of.count("targets", judged),
                of.count("targets", judged, Light.green),
                blue,
                of.count("targets", judged, Light.yellow),
                of.count("targets", judged, Light.red),
                of.count("targets", judged, Light.no_data))));
    named(judged, Light.red).ifPresent(blocks::add);
    named(judged, Light.yellow).ifPresent(blocks::add);
    return blocks;
  }

  private Optional<Block> named(List<TableRow> judged, Light light) {
    String names =
        judged.stream()
            .filter(row -> BulletinFigures.light(row) == light)
            .map(of::named)
            .collect(Collectors.joining("、"));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(Sections.paragraph(Text.words("%s目标：%s。".formatted(light.nameZh(), names))));
  }

  /** 2024年1—6月社会消费品零售总额137.31亿元，增长6.3%，高于年度目标0.3个百分点. */
  private Optional<Text> coreSentence(Indicator indicator) {
    return of.growth(indicator, of.pack().totalArea())
        .filter(row -> row.has("level") || row.has("yoy_pct"))
        .map(
            row -> {
              List<Text> parts = new ArrayList<>();
              parts.add(
                  row.has("level")
                      ? Text.fill(
                          "{}{}{}{}",
                          of.period(row),
                          indicator.nameZh(),
                          Shown.figure(row, "level", indicator.decimals(), indicator.unit()),
                          indicator.unit())
                      : Text.words(of.period(row) + indicator.nameZh()));
              if (row.has("yoy_pct")) {
                parts.add(Shown.growth(row, "yoy_pct"));
              }
              if (isNoMeasure(row)) {
                parts.add(Text.words("口径有变动，与上年不可比"));
              } else {
                of.judgementOf(row)
                    .filter(j -> j.has("gap"))
                    .ifPresent(j -> parts.add(Shown.fromTarget(j)));
              }
              return Text.join("，", parts);
            });
  }

  /** Who grows most and least, who pulls most, how many stay below the whole. */
  private Optional<Text> leadersAndLaggards(Indicator indicator) {
    List<TableRow> newest =
        of.pack().areasInTotal(of.figures().period()).stream()
            .map(Area::refArea)
            .flatMap(area -> of.growth(indicator, area).stream())
            .toList();
    Optional<TimePeriod> period =
        newest.stream().map(TableRow::period).max(Comparator.naturalOrder());
    // An area that has not reported yet has an older figure, which is no match for the others'.
    List<TableRow> ranked =
        newest.stream()
            .filter(row -> row.period().equals(period.orElseThrow()))
            .filter(row -> row.has("rank_yoy") && !isNoMeasure(row))
            .sorted(Comparator.comparing(row -> row.number("rank_yoy")))
            .toList();
    if (ranked.size() < 2) {
      return Optional.empty();
    }
    TableRow first = ranked.get(0);
    TableRow last = ranked.get(ranked.size() - 1);
    if (first.number("yoy_pct").compareTo(last.number("yoy_pct")) == 0) {
      return Optional.empty();
    }
    List<Text> parts = new ArrayList<>();
    parts.add(
        Text.fill(
            "{}增速，{}居第一位（{}），{}居末位（{}）",
            indicator.nameZh(),
            namesOfEqual(ranked, first),
            Shown.growth(first, "yoy_pct"),
            namesOfEqual(ranked, last),
            Shown.growth(last, "yoy_pct")));
    of.growth(indicator, of.pack().totalArea())
        .filter(total -> total.has("yoy_pct") && !isNoMeasure(total))
        .filter(total -> total.period().equals(first.period()))
        .ifPresent(
            total -> {
              List<TableRow> below =
                  ranked.stream().filter(row -> isBehind(row, total, indicator)).toList();
              if (!below.isEmpty()) {
                parts.add(
                    Text.fill(
                        "{}个地区不及合计增速", of.count("below-total-" + indicator.indicator(), below)));
              }
            });
    ranked.stream()
        .filter(row -> row.has("contribution_pp") && !Shown.isOverBreak(row, "contribution_flag"))
        .max(Comparator.comparing(row -> row.number("contribution_pp")))
        .filter(row -> row.number("contribution_pp").signum() > 0)
        .ifPresent(
            row ->
                parts.add(
                    Text.fill(
                        "{}拉动最大，为{}个百分点",
                        of.areaName(row.text("ref_area")),
                        Shown.figure(row, "contribution_pp", Shown.SHARE_DECIMALS, "百分点"))));
    return Optional.of(Text.fill("{}。", Text.join("；", parts)));
  }

  /** Who has the same result is named with it. */
  private String namesOfEqual(List<TableRow> ranked, TableRow row) {
    return ranked.stream()
        .filter(other -> other.number("rank_yoy").compareTo(row.number("rank_yoy")) == 0)
        .map(other -> of.areaName(other.text("ref_area")))
        .collect(Collectors.joining("、"));
  }

  /** Growth over a break in the series says nothing, unless an authority published it. */
  private static boolean isNoMeasure(TableRow growth) {
    return Shown.isOverBreak(growth, "flag") && !"published".equals(growth.text("yoy_basis"));
  }

  private static boolean isBehind(TableRow row, TableRow total, Indicator indicator) {
    BigDecimal less = row.number("yoy_pct").subtract(total.number("yoy_pct"));
    return indicator.better() == Better.up ? less.signum() < 0 : less.signum() > 0;
  }

  private List<Text> shares() {
    List<Text> sentences = new ArrayList<>();
    for (TableRow row : of.figures().shares()) {
      Indicator indicator = of.pack().indicator(row.text("indicator")).orElseThrow();
      boolean isTarget =
          of.pack().targets().stream()
              .filter(of.about())
              .anyMatch(
                  t ->
                      t.kind() == Target.Kind.capital_share
                          && t.indicator().equals(indicator.indicator()));
      if (isTarget && row.has("share_pct")) {
        sentences.add(
            Text.fill(
                "{}{}{}占合计的{}%，{}。",
                of.period(row),
                of.capitalName(),
                indicator.nameZh(),
                Shown.figure(row, "share_pct", Shown.SHARE_DECIMALS, "%"),
                row.has("change_pp")
                    ? Text.fill("比上年同期{}", Shown.points(row, "change_pp"))
                    : "与上年同期的变化未算出（%s）"
                        .formatted(Shown.reason(row.text("change_not_computed_because")))));
      }
    }
    return sentences;
  }

  private boolean concerns(Target target, Indicator indicator) {
    return of.about().test(target) && target.indicator().equals(indicator.indicator());
  }
}
