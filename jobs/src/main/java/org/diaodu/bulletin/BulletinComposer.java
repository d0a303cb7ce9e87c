package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.bulletin.Bulletin.ActionLine;
import org.diaodu.bulletin.Bulletin.AssessmentLine;
import org.diaodu.bulletin.Bulletin.IndicatorLine;
import org.diaodu.bulletin.Bulletin.LightMark;
import org.diaodu.bulletin.Bulletin.MatrixCell;
import org.diaodu.bulletin.Bulletin.MatrixLine;
import org.diaodu.bulletin.Bulletin.RankLine;
import org.diaodu.bulletin.Bulletin.Ranking;
import org.diaodu.bulletin.Bulletin.RectificationLine;
import org.diaodu.bulletin.Bulletin.Sentence;
import org.diaodu.bulletin.Bulletin.ShareLine;
import org.diaodu.bulletin.Bulletin.TargetLine;
import org.diaodu.bulletin.Bulletin.WithoutLight;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.ResponsibleUnit;
import org.diaodu.region.Target;

/** Composes the bulletin from its figures: a pure function, in which every figure becomes text. */
public final class BulletinComposer {
  private final RegionPack pack;
  private final BulletinFigures figures;

  private BulletinComposer(RegionPack pack, BulletinFigures figures) {
    this.pack = pack;
    this.figures = figures;
  }

  /** The bulletin of a month, as known on a day. */
  public static Bulletin compose(RegionPack pack, LocalDate asOf, BulletinFigures figures) {
    return new BulletinComposer(pack, figures).compose(asOf);
  }

  private Bulletin compose(LocalDate asOf) {
    TimePeriod period = figures.period();
    String capital = pack.area(pack.capitalArea()).orElseThrow().nameZh();
    boolean simulated =
        figures.growth().stream().anyMatch(GrowthFigure::simulated)
            || figures.attainment().stream().anyMatch(AttainmentFigure::simulated)
            || figures.shares().stream().anyMatch(ShareFigure::simulated)
            || figures.rectifications().stream().anyMatch(RectificationFigure::simulated)
            || figures.assessments().stream().anyMatch(AssessmentFigure::simulated);
    return new Bulletin(
        "%s%d年%d月经济运行调度通报".formatted(pack.nameZh(), period.year(), period.endMonth()),
        pack.nameZh(),
        asOf,
        simulated,
        capital,
        summary(capital),
        mainIndicators(),
        actions(),
        targets(),
        withoutLight(),
        rectifications(),
        assessments(),
        countyTargets().stream().map(Target::nameZh).toList(),
        matrix(),
        rankings(),
        shares(),
        remarks());
  }

  private List<Sentence> summary(String capital) {
    List<Sentence> sentences = new ArrayList<>();
    List<AttainmentFigure> whole = wholeAreaJudgements();
    sentences.add(
        new Sentence(
            "%s层面共对照目标%d项，其中绿灯%d项、黄灯%d项、红灯%d项，另有%d项尚无数据，不作评判。"
                .formatted(
                    pack.nameZh(),
                    whole.size(),
                    count(whole, Light.green),
                    count(whole, Light.yellow),
                    count(whole, Light.red),
                    count(whole, Light.no_data)),
            anySimulated(whole)));
    named(whole, Light.red, "红灯目标").ifPresent(sentences::add);
    named(whole, Light.yellow, "黄灯目标").ifPresent(sentences::add);
    for (Indicator indicator : pack.indicators()) {
      growth(indicator, pack.totalArea())
          .filter(f -> f.growth() != null && isTargeted(indicator))
          .ifPresent(
              f ->
                  sentences.add(
                      new Sentence(
                          "%s%s%s。"
                              .formatted(
                                  PeriodText.of(f.period(), indicator.accumulation()),
                                  indicator.nameZh(),
                                  FigureText.growthInWords(f.growth())),
                          f.simulated())));
    }
    figures.shares().stream()
        .filter(s -> s.share() != null && isShareTarget(s.indicator()))
        .forEach(
            s ->
                sentences.add(
                    new Sentence(
                        "%s%s%s占全域%s%%，%s。"
                            .formatted(
                                PeriodText.of(
                                    s.period(),
                                    pack.indicator(s.indicator()).orElseThrow().accumulation()),
                                capital,
                                pack.indicator(s.indicator()).orElseThrow().nameZh(),
                                FigureText.of(s.share(), FigureText.SHARE_DECIMALS),
                                s.change() == null
                                    ? "与上年同期的变化未算出（%s）"
                                        .formatted(FigureText.reason(s.changeNotComputedBecause()))
                                    : "比上年同期" + FigureText.changeInWords(s.change())),
                        s.simulated())));
    return sentences;
  }

  private List<IndicatorLine> mainIndicators() {
    List<IndicatorLine> lines = new ArrayList<>();
    for (Indicator indicator : pack.indicators()) {
      Optional<GrowthFigure> figure = growth(indicator, pack.totalArea());
      figure.ifPresent(f -> lines.add(indicatorLine(indicator, f)));
    }
    return lines;
  }

  private static IndicatorLine indicatorLine(Indicator indicator, GrowthFigure f) {
    boolean rate = indicator.kind() == IndicatorKind.rate;
    String growth =
        rate
            ? FigureText.signed(f.changePp(), FigureText.SHARE_DECIMALS)
            : FigureText.signed(f.growth(), FigureText.GROWTH_DECIMALS);
    String basis = f.basis() == null ? "—" : f.basis().equals("published") ? "公布" : "计算";
    return new IndicatorLine(
        indicator.nameZh() + (rate ? "（变化为百分点）" : ""),
        indicator.kind() == IndicatorKind.growth_only ? "只发布增速" : indicator.unit(),
        PeriodText.of(f.period(), indicator.accumulation()),
        indicator.kind() == IndicatorKind.growth_only
            ? "不发布"
            : FigureText.of(f.level(), indicator.decimals()),
        growth,
        basis,
        remark(f, indicator.kind()),
        f.simulated());
  }

  private static String remark(GrowthFigure f, IndicatorKind kind) {
    List<String> remarks = new ArrayList<>();
    if (f.notComputedBecause() != null) {
      remarks.add(FigureText.reason(f.notComputedBecause()));
    }
    if (f.level() == null && f.growth() != null && kind != IndicatorKind.growth_only) {
      remarks.add("总量未收到");
    }
    if ("comparable_basis".equals(f.gapClass())) {
      remarks.add(
          "按可比口径公布；按总量计算为%s%%"
              .formatted(FigureText.signed(f.computed(), FigureText.GROWTH_DECIMALS)));
    }
    if (f.isBreak()) {
      remarks.add("口径有变动，与以前不可比");
    }
    return String.join("；", remarks);
  }

  private List<TargetLine> targets() {
    List<TargetLine> lines = new ArrayList<>();
    for (AttainmentFigure f : wholeAreaJudgements()) {
      if (f.light() == Light.no_data) {
        continue;
      }
      Target target = target(f.targetId());
      Optional<Indicator> indicator = pack.indicator(target.indicator());
      int decimals = decimals(target, indicator);
      lines.add(
          new TargetLine(
              target.targetId(),
              named(target, f.refArea()),
              pack.unit(target.owner()).map(ResponsibleUnit::nameZh).orElse(target.owner()),
              target.kind() == Target.Kind.assessed
                  ? "按进度完成（%）"
                  : target.value() == null
                      ? target.comparator().nameZh()
                      : target.comparator().nameZh()
                          + target.value().stripTrailingZeros().toPlainString()
                          + target.unit(),
              FigureText.of(f.actual(), decimals),
              FigureText.signed(f.gap(), decimals),
              PeriodText.of(
                  f.period(), indicator.map(Indicator::accumulation).orElse(Accumulation.YTD)),
              mark(f.light()),
              f.light() == Light.green ? "" : f.reason(),
              outlook(target, f.outlook(), decimals),
              f.simulated()));
    }
    return lines;
  }

  /** Nothing where the year is over or no method fits; the table says why. */
  private String outlook(Target target, AttainmentFigure.Outlook outlook, int decimals) {
    List<String> parts = new ArrayList<>();
    if (outlook.neededRestPct() != null && outlook.neededRestPct().signum() > 0) {
      parts.add(
          "其余月份需增长%s%%"
              .formatted(FigureText.of(outlook.neededRestPct(), FigureText.GROWTH_DECIMALS)));
    }
    if (outlook.projected() != null && outlook.probability() != null) {
      parts.add(
          "预计全年%s%s（%s—%s，把握%s%%），达到目标的可能性%s%%"
              .formatted(
                  FigureText.of(outlook.projected(), decimals),
                  target.unit(),
                  FigureText.of(outlook.low(), decimals),
                  FigureText.of(outlook.high(), decimals),
                  pack.policy().landing().confidencePct().stripTrailingZeros().toPlainString(),
                  FigureText.of(outlook.probability(), 0)));
    }
    return String.join("；", parts);
  }

  private List<RectificationLine> rectifications() {
    return figures.rectifications().stream()
        .map(
            r ->
                new RectificationLine(
                    named(target(r.targetId()), r.refArea()),
                    pack.unit(r.owner()).map(ResponsibleUnit::nameZh).orElse(r.owner()),
                    r.openedOn().toString(),
                    r.dueOn().toString(),
                    r.state().nameZh(),
                    r.overdue(),
                    r.reason(),
                    r.simulated()))
        .toList();
  }

  private List<AssessmentLine> assessments() {
    return figures.assessments().stream()
        .map(
            a ->
                new AssessmentLine(
                    a.finding().nameZh(),
                    a.isArea()
                        ? pack.area(a.subject()).map(Area::nameZh).orElse(a.subject())
                        : pack.unit(a.subject()).map(ResponsibleUnit::nameZh).orElse(a.subject()),
                    a.reason(),
                    a.simulated()))
        .toList();
  }

  /** Each target is counted under one action, that of its first place in the plan. */
  private List<ActionLine> actions() {
    Map<String, List<AttainmentFigure>> byAction = new LinkedHashMap<>();
    for (AttainmentFigure f : wholeAreaJudgements()) {
      byAction.computeIfAbsent(target(f.targetId()).action(), a -> new ArrayList<>()).add(f);
    }
    List<ActionLine> lines = new ArrayList<>();
    byAction.forEach(
        (action, of) ->
            lines.add(
                new ActionLine(
                    action,
                    of.size(),
                    (int) count(of, Light.green),
                    (int) count(of, Light.blue),
                    (int) count(of, Light.yellow),
                    (int) count(of, Light.red),
                    (int) count(of, Light.no_data))));
    return lines;
  }

  private List<WithoutLight> withoutLight() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (AttainmentFigure f : wholeAreaJudgements()) {
      if (f.light() == Light.no_data) {
        byReason
            .computeIfAbsent(FigureText.reason(f.why()), r -> new ArrayList<>())
            .add(named(target(f.targetId()), f.refArea()));
      }
    }
    return byReason.entrySet().stream()
        .map(e -> new WithoutLight(e.getKey(), e.getValue().size(), String.join("、", e.getValue())))
        .toList();
  }

  /** A target of a part of the whole is named with that part. */
  private String named(Target target, String refArea) {
    return refArea.equals(pack.totalArea())
        ? target.nameZh()
        : target.nameZh() + "（%s）".formatted(pack.area(refArea).map(Area::nameZh).orElse(refArea));
  }

  private List<MatrixLine> matrix() {
    List<MatrixLine> lines = new ArrayList<>();
    for (Area area : pack.areasInTotal()) {
      List<MatrixCell> cells = new ArrayList<>();
      for (Target target : countyTargets()) {
        cells.add(
            figures.attainment().stream()
                .filter(f -> f.targetId().equals(target.targetId()))
                .filter(f -> f.refArea().equals(area.refArea()))
                .findFirst()
                .map(
                    f ->
                        new MatrixCell(
                            FigureText.of(f.actual(), FigureText.GROWTH_DECIMALS),
                            mark(f.light()),
                            f.simulated()))
                .orElse(new MatrixCell("—", mark(Light.no_data), false)));
      }
      lines.add(new MatrixLine(area.nameZh(), cells));
    }
    return lines;
  }

  private List<Ranking> rankings() {
    List<Ranking> rankings = new ArrayList<>();
    for (Indicator indicator : pack.indicators()) {
      List<GrowthFigure> of =
          figures.growth().stream()
              .filter(f -> f.indicator().equals(indicator.indicator()))
              .filter(f -> !f.refArea().equals(pack.totalArea()))
              .toList();
      Optional<TimePeriod> period =
          of.stream().map(GrowthFigure::period).max(Comparator.naturalOrder());
      if (period.isEmpty() || indicator.kind() == IndicatorKind.rate || !isTargeted(indicator)) {
        continue;
      }
      rankings.add(
          new Ranking(
              indicator.nameZh(),
              indicator.unit(),
              PeriodText.of(period.get(), indicator.accumulation()),
              indicator.kind() != IndicatorKind.growth_only,
              rankLines(indicator, of, period.get(), true),
              rankLines(indicator, of, period.get(), false)));
    }
    return rankings;
  }

  private List<RankLine> rankLines(
      Indicator indicator, List<GrowthFigure> figuresOf, TimePeriod period, boolean inTotal) {
    record Placed(int rank, RankLine line) {}
    List<Placed> placed = new ArrayList<>();
    for (Area area : pack.areas()) {
      if (area.inTotal() != inTotal || area.refArea().equals(pack.totalArea())) {
        continue;
      }
      Optional<GrowthFigure> figure =
          figuresOf.stream()
              .filter(f -> f.refArea().equals(area.refArea()) && f.period().equals(period))
              .findFirst();
      if (figure.isEmpty() && !inTotal) {
        continue;
      }
      Integer rank = figure.map(GrowthFigure::rank).orElse(null);
      placed.add(
          new Placed(
              rank == null ? Integer.MAX_VALUE : rank,
              new RankLine(
                  rank == null ? "—" : rank.toString(),
                  area.nameZh(),
                  figure
                      .filter(f -> f.level() != null)
                      .map(f -> FigureText.of(f.level(), indicator.decimals()))
                      .orElse("本期未收到"),
                  figure.filter(f -> f.level() != null).isPresent(),
                  figure.map(BulletinComposer::growthOrReason).orElse("本期未收到"),
                  figure.filter(f -> f.growth() != null).isPresent(),
                  figure.map(GrowthFigure::simulated).orElse(false))));
    }
    return placed.stream().sorted(Comparator.comparingInt(Placed::rank)).map(Placed::line).toList();
  }

  private static String growthOrReason(GrowthFigure f) {
    return f.growth() == null
        ? FigureText.reason(f.notComputedBecause())
        : FigureText.signed(f.growth(), FigureText.GROWTH_DECIMALS);
  }

  private List<ShareLine> shares() {
    return figures.shares().stream()
        .map(
            s -> {
              Indicator indicator = pack.indicator(s.indicator()).orElseThrow();
              return new ShareLine(
                  indicator.nameZh(),
                  indicator.unit(),
                  PeriodText.of(s.period(), indicator.accumulation()),
                  FigureText.of(s.capital(), indicator.decimals()),
                  FigureText.of(s.total(), indicator.decimals()),
                  s.denominator() == null
                      ? "—"
                      : s.denominator().equals("published_total") ? "公布的合计" : "各地相加",
                  s.share() == null
                      ? FigureText.reason(s.notComputedBecause())
                      : FigureText.of(s.share(), FigureText.SHARE_DECIMALS),
                  s.change() == null
                      ? FigureText.reason(s.changeNotComputedBecause())
                      : FigureText.signed(s.change(), FigureText.SHARE_DECIMALS),
                  residual(s, indicator),
                  s.simulated());
            })
        .sorted(Comparator.comparingInt(line -> order(line.name())))
        .toList();
  }

  private static String residual(ShareFigure s, Indicator indicator) {
    if (s.residual() != null) {
      return FigureText.signed(s.residual(), indicator.decimals());
    }
    return "published_total".equals(s.denominator()) ? "各地不齐" : "没有公布的合计";
  }

  private int order(String nameZh) {
    List<String> names = pack.indicators().stream().map(Indicator::nameZh).toList();
    return names.indexOf(nameZh);
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add("增速为与上年同期相比。注明“公布”的是主管部门公布的增速，可能按可比价或可比口径；注明“计算”的由本系统按总量计算。数字按四舍五入取到所印的位数，只舍入一次。");
    remarks.add("增速目标在全年任何月份都按全年要求对照，不按月折算；数量目标与时间进度相比。没有数据的目标不亮灯，不作评判。");
    remarks.add("预计全年由本系统按前几年同期推算，只供参考；同样方法在以往年份的误差见表statistics.landing_trials。");
    String overlapping =
        pack.areas().stream()
            .filter(a -> !a.inTotal())
            .map(Area::nameZh)
            .collect(Collectors.joining("、"));
    if (!overlapping.isEmpty()) {
      remarks.add(overlapping + "的数据与所在县市重叠，只列出，不计入合计，不参加排位。");
    }
    remarks.add("占比的分母优先用公布的合计；没有公布合计时用各地相加，缺一个地区就不算。“合计减各地之和”不为零是正常的：合计与各地分别核算。");
    return remarks;
  }

  private List<AttainmentFigure> wholeAreaJudgements() {
    return pack.targets().stream()
        .flatMap(
            t ->
                figures.attainment().stream()
                    .filter(f -> f.targetId().equals(t.targetId()))
                    .filter(f -> t.scope().contains(f.refArea())))
        .toList();
  }

  private List<Target> countyTargets() {
    return pack.targets().stream()
        .filter(t -> pack.policy().appliesToCounties().contains(t.targetId()))
        .toList();
  }

  private Optional<GrowthFigure> growth(Indicator indicator, String area) {
    return figures.growth().stream()
        .filter(f -> f.indicator().equals(indicator.indicator()) && f.refArea().equals(area))
        .findFirst();
  }

  private boolean isTargeted(Indicator indicator) {
    return pack.targets().stream().anyMatch(t -> t.indicator().equals(indicator.indicator()));
  }

  private boolean isShareTarget(String indicator) {
    return pack.targets().stream()
        .anyMatch(t -> t.kind() == Target.Kind.capital_share && t.indicator().equals(indicator));
  }

  private Target target(String id) {
    return pack.targets().stream().filter(t -> t.targetId().equals(id)).findFirst().orElseThrow();
  }

  private Optional<Sentence> named(List<AttainmentFigure> judged, Light light, String heading) {
    List<AttainmentFigure> lit = judged.stream().filter(f -> f.light() == light).toList();
    String names =
        lit.stream()
            .map(f -> named(target(f.targetId()), f.refArea()))
            .collect(Collectors.joining("、"));
    return lit.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sentence(heading + "：" + names + "。", anySimulated(lit)));
  }

  private static boolean anySimulated(List<AttainmentFigure> judged) {
    return judged.stream().anyMatch(AttainmentFigure::simulated);
  }

  private static int decimals(Target target, Optional<Indicator> indicator) {
    return switch (target.kind()) {
      case growth_yoy, assessed -> FigureText.GROWTH_DECIMALS;
      case capital_share -> FigureText.SHARE_DECIMALS;
      case count_of_areas, overdue_rectifications -> 0;
      case level, increment -> indicator.map(Indicator::decimals).orElse(0);
    };
  }

  private static long count(List<AttainmentFigure> judged, Light light) {
    return judged.stream().filter(f -> f.light() == light).count();
  }

  private static LightMark mark(Light light) {
    String sign =
        switch (light) {
          case green -> "●";
          case blue -> "◆";
          case yellow -> "▲";
          case red -> "■";
          case no_data -> "○";
        };
    return new LightMark(light.name(), sign, light.nameZh());
  }
}
