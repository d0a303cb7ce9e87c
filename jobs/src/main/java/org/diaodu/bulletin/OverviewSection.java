package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** 总体情况: one judgement, how many targets are met, the core series, the capital's share. */
final class OverviewSection {
  private static final int MOSTLY_PCT = 80;
  private static final int PARTLY_PCT = 50;

  private final Composition of;
  private final Annexes annexes;

  OverviewSection(Composition of, Annexes annexes) {
    this.of = of;
    this.annexes = annexes;
  }

  /** All of it. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (of.isOfThePlan()) {
      Text areas = new AreaLights(of).sentence(annexes.number("areas")).orElse(Text.EMPTY);
      blocks.add(Sections.paragraph(Text.fill("{}{}", counts(), areas)));
    }
    List<Indicator> core = of.pack().coreIndicators().stream().filter(this::isAskedFor).toList();
    List<Text> figures = new ArrayList<>(series(core));
    figures.addAll(shares());
    if (!figures.isEmpty()) {
      blocks.add(Sections.paragraph(Text.join("", figures)));
    }
    if (annexes.number("areas").isEmpty()) {
      blocks.addAll(ranks());
    }
    return blocks;
  }

  /**
   * Who is first and who last in each core series. They stand above the table of areas, where there
   * is one: read aloud, they would be half a page.
   */
  List<Block> ranks() {
    List<Text> ranks =
        of.pack().coreIndicators().stream()
            .filter(this::isAskedFor)
            .flatMap(indicator -> new RankSentence(of, indicator).text().stream())
            .toList();
    return ranks.isEmpty() ? List.of() : List.of(Sections.paragraph(Text.join("", ranks)));
  }

  /** The judgement, and how many of the targets have which light; none is counted as zero. */
  Text counts() {
    List<TableRow> all = of.judged();
    List<TableRow> judged =
        all.stream().filter(row -> BulletinFigures.light(row) != Light.no_data).toList();
    if (judged.isEmpty()) {
      return of.say("overview.nothing_judged", "targets", of.count("targets", all));
    }
    List<Text> lights = new ArrayList<>();
    for (Light light : Light.values()) {
      if (light != Light.no_data && !Composition.with(light, judged).isEmpty()) {
        lights.add(
            of.say(
                "overview.light",
                "light",
                light.nameZh(),
                "count",
                of.count("targets", judged, light)));
      }
    }
    int met = 100 * Composition.with(Light.green, judged).size();
    String judgement =
        met >= MOSTLY_PCT * judged.size()
            ? "mostly_met"
            : met >= PARTLY_PCT * judged.size() ? "partly_met" : "hardly_met";
    return Text.join(
        "",
        List.of(
            of.say("overview." + judgement),
            of.say(
                "overview.counts",
                "targets",
                of.count("targets", all),
                "judged",
                of.count("judged", judged),
                "lights",
                Text.join("、", lights))));
  }

  /** One sentence for each period, which is said once. */
  private List<Text> series(List<Indicator> core) {
    Map<String, List<Text>> byPeriod = new LinkedHashMap<>();
    for (Indicator indicator : core) {
      of.growth(indicator, of.pack().totalArea())
          .filter(row -> row.has("level") || row.has("yoy_pct"))
          .ifPresent(
              row ->
                  byPeriod
                      .computeIfAbsent(of.period(row), period -> new ArrayList<>())
                      .add(oneSeries(indicator, row)));
    }
    List<Text> texts = new ArrayList<>();
    byPeriod.forEach(
        (period, series) ->
            texts.add(of.say("overview.core", "period", period, "series", Text.join("；", series))));
    return texts;
  }

  /** 社会消费品零售总额137.31亿元，同比增长6.3%（1—5月同比增长6.0%），高于年度目标0.3个百分点. */
  private Text oneSeries(Indicator indicator, TableRow row) {
    List<Text> parts = new ArrayList<>();
    parts.add(
        row.has("level")
            ? of.say(
                "overview.level",
                "name",
                indicator.nameZh(),
                "value",
                Shown.level(row, "level", indicator.decimals(), indicator.unit()))
            : Text.words(indicator.nameZh()));
    if (row.has("yoy_pct")) {
      parts.add(Text.fill("{}{}", growth(row), before(row)));
    }
    if (Shown.isNoMeasure(row)) {
      parts.add(of.say("overview.not_comparable"));
    } else {
      of.judgementOf(row).filter(j -> j.has("gap")).ifPresent(j -> parts.add(fromTarget(j)));
    }
    return row.has("level") ? Text.join("，", parts) : joined(parts);
  }

  /** A name without a level is followed by its growth at once. */
  private static Text joined(List<Text> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : Text.fill("{}{}", parts.get(0), Text.join("，", parts.subList(1, parts.size())));
  }

  /** The growth that was last known before, of the same series. */
  private Text before(TableRow row) {
    return of.figures().course().stream()
        .filter(r -> r.text("indicator").equals(row.text("indicator")))
        .filter(r -> r.text("ref_area").equals(row.text("ref_area")))
        .filter(r -> r.period().frequency() == row.period().frequency())
        .filter(r -> r.period().compareTo(row.period()) < 0 && r.has("yoy_pct"))
        .filter(r -> !Shown.isNoMeasure(r))
        .max(Comparator.comparing(TableRow::period))
        .map(
            r ->
                of.say(
                    "overview.before",
                    "period",
                    of.periodInTable(r),
                    "growth",
                    Shown.growth(r, "yoy_pct")))
        .orElse(Text.EMPTY);
  }

  private Text growth(TableRow row) {
    return Phrases.growth(of, row, "yoy_pct");
  }

  private Text fromTarget(TableRow judged) {
    return Phrases.bySign(
        of,
        judged,
        "gap",
        Shown.GROWTH_DECIMALS,
        "overview.above_target",
        "overview.below_target",
        "overview.on_target");
  }

  private List<Text> shares() {
    List<Text> sentences = new ArrayList<>();
    for (TableRow row : of.figures().shares()) {
      Indicator indicator = of.pack().indicator(row.text("indicator")).orElseThrow();
      if (row.has("share_pct") && isShareTarget(indicator)) {
        sentences.add(
            of.say(
                "overview.share",
                "period",
                of.period(row),
                "capital",
                of.capitalName(),
                "name",
                indicator.nameZh(),
                "value",
                Shown.figure(row, "share_pct", Shown.SHARE_DECIMALS, "%"),
                "change",
                changeOfShare(row)));
      }
    }
    return sentences;
  }

  private Text changeOfShare(TableRow row) {
    return row.has("change_pp")
        ? Phrases.bySign(
            of,
            row,
            "change_pp",
            Shown.SHARE_DECIMALS,
            "overview.share_up",
            "overview.share_down",
            "overview.share_unchanged")
        : of.say(
            "overview.share_unknown",
            "reason",
            Shown.reason(row.text("change_not_computed_because")));
  }

  private boolean isShareTarget(Indicator indicator) {
    return of.pack().targets().stream()
        .filter(of.about())
        .anyMatch(
            t ->
                t.kind() == Target.Kind.capital_share
                    && t.indicator().equals(indicator.indicator()));
  }

  private boolean isAskedFor(Indicator indicator) {
    return of.pack().targets().stream()
        .anyMatch(t -> of.about().test(t) && t.indicator().equals(indicator.indicator()));
  }
}
