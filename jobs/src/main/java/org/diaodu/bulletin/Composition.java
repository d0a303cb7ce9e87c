package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Light;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/**
 * What every section of one document needs: the pack, the figures, and which targets the document
 * is about.
 *
 * @param pack the region
 * @param figures the figures of the period
 * @param document id of the document
 * @param about the targets that it is about
 * @param responsibilities who answers for them
 */
record Composition(
    RegionPack pack,
    BulletinFigures figures,
    String document,
    Predicate<Target> about,
    Responsibility.OfPlan responsibilities) {
  private static final String BY_DEFAULT = "（按默认）";

  Composition(RegionPack pack, BulletinFigures figures, String document, Predicate<Target> about) {
    this(pack, figures, document, about, pack.responsibilities());
  }

  /** Says something in the words of the pack. */
  Text say(String name, Object... parts) {
    return new Say(pack.stationery().wording()).text(name, parts);
  }

  /** The same as words alone. */
  String words(String name, Object... parts) {
    return say(name, parts).plain();
  }

  /** How the whole is called. */
  String whole() {
    return words("names.whole");
  }

  /** How its parts are called. */
  String parts() {
    return words("names.parts");
  }

  /** The parts of the whole, in the order of the pack. */
  List<Area> areas() {
    return pack.areasInTotal(figures.period());
  }

  /** Judgements with a light of the document's targets in an area, whoever they are set for. */
  List<TableRow> judgedIn(String area) {
    return allIn(area).stream().filter(row -> BulletinFigures.light(row) != Light.no_data).toList();
  }

  /** The same with those that have no light for want of a figure. */
  List<TableRow> allIn(String area) {
    return figures.attainment().stream()
        .filter(row -> row.text("ref_area").equals(area))
        .filter(row -> target(row).isDistinct() && about.test(target(row)))
        .toList();
  }

  /** Of these rows those with a light. */
  static List<TableRow> with(Light light, Collection<TableRow> rows) {
    return rows.stream().filter(row -> BulletinFigures.light(row) == light).toList();
  }

  /** A figure of a target with its unit, and growth in words: 增长5.2%, 下降2.0%, 23.77万户. */
  Text valueInWords(TableRow row) {
    Target target = target(row);
    return switch (target.kind()) {
      case growth_yoy -> Shown.growth(row, "actual");
      case assessed ->
          say("problems.assessed", "value", Shown.figure(row, "actual", decimals(row), "%"));
      case count_of_areas, overdue_rectifications ->
          Text.fill("{}{}", Shown.counted(row, "actual"), target.unit());
      case level, increment, capital_share ->
          Shown.level(row, "actual", decimals(row), target.unit());
    };
  }

  /** The newest growth of an indicator in an area. */
  Optional<TableRow> growth(Indicator indicator, String area) {
    return figures.growth().stream()
        .filter(row -> row.text("indicator").equals(indicator.indicator()))
        .filter(row -> row.text("ref_area").equals(area))
        .findFirst();
  }

  /** The newest judgement of a target in an area. */
  Optional<TableRow> judgement(Target target, String area) {
    return figures.attainment().stream()
        .filter(row -> row.text("target_id").equals(target.targetId()))
        .filter(row -> row.text("ref_area").equals(area))
        .findFirst();
  }

  /** The newest judgement of an indicator's growth in an area. */
  Optional<TableRow> growthJudgement(Indicator indicator, String area) {
    return pack.targets().stream()
        .filter(t -> t.kind() == Target.Kind.growth_yoy && t.isDistinct())
        .filter(t -> t.indicator().equals(indicator.indicator()))
        .flatMap(t -> judgement(t, area).stream())
        .findFirst();
  }

  /** The judgement of the very growth that a row shows; none where it is of another period. */
  Optional<TableRow> judgementOf(TableRow growth) {
    return pack.indicator(growth.text("indicator"))
        .flatMap(indicator -> growthJudgement(indicator, growth.text("ref_area")))
        .filter(judged -> judged.period().equals(growth.period()));
  }

  /** Figures that are overdue, of the indicators that the document is about. */
  List<TableRow> missing() {
    Set<String> indicators = reported();
    return figures.completeness().stream()
        .filter(row -> "missing".equals(row.text("status")))
        .filter(row -> indicators.isEmpty() || indicators.contains(row.text("indicator")))
        .toList();
  }

  /** Codes of the document's indicators; none where it is about all targets, and so all figures. */
  private Set<String> reported() {
    return pack.distinctTargets().stream().allMatch(about)
        ? Set.of()
        : indicators().stream().map(Indicator::indicator).collect(Collectors.toSet());
  }

  /** Who reports a figure; empty where the pack names nobody. */
  String reporter(TableRow row) {
    return pack.indicator(row.text("indicator"))
        .map(Indicator::reporter)
        .filter(reporter -> !reporter.isEmpty())
        .map(this::shortName)
        .orElse("");
  }

  /** Figures that an area owes. */
  List<TableRow> missing(Area area) {
    return missing().stream().filter(row -> row.text("ref_area").equals(area.refArea())).toList();
  }

  /** Judgements of the document's targets, each in the areas that it is set for. */
  List<TableRow> judged() {
    return judged(figures.attainment());
  }

  /** Of these judgements those of the document's targets, in the order of the pack. */
  List<TableRow> judged(List<TableRow> attainment) {
    List<TableRow> judged = new ArrayList<>();
    for (Target target : pack.targets()) {
      if (target.isDistinct() && about.test(target)) {
        attainment.stream()
            .filter(row -> row.text("target_id").equals(target.targetId()))
            .filter(row -> target.scope().contains(row.text("ref_area")))
            .forEach(judged::add);
      }
    }
    return judged;
  }

  /** The rows of rectifications of the document's targets. */
  List<TableRow> rectifications() {
    return figures.rectifications().stream().filter(row -> about.test(target(row))).toList();
  }

  /** The indicators that the document is about: those of its targets, in the order of the pack. */
  List<Indicator> indicators() {
    return pack.indicators().stream()
        .filter(
            i ->
                pack.targets().stream()
                    .anyMatch(t -> about.test(t) && t.indicator().equals(i.indicator())))
        .toList();
  }

  /** The target of a row. */
  Target target(TableRow row) {
    return pack.target(row.text("target_id")).orElseThrow();
  }

  /** How many rows there are, as a figure that can be followed to them. */
  Figure count(String what, Collection<TableRow> rows) {
    return new Figure(
        new FigureKey("%s/%s/%s".formatted(FigureKey.COUNTED, figures.period(), document), what),
        BigDecimal.valueOf(rows.size()),
        String.valueOf(rows.size()),
        "",
        rows.stream().anyMatch(TableRow::simulated),
        rows.stream().map(TableRow::key).toList());
  }

  /** How many of the rows have a light. */
  Figure count(String what, Collection<TableRow> rows, Light light) {
    return count(
        what + "-" + light.name(),
        rows.stream().filter(row -> BulletinFigures.light(row) == light).toList());
  }

  /** A target of a part of the whole is named with that part, once. */
  String named(TableRow row) {
    Target target = target(row);
    String area = row.text("ref_area");
    return area.equals(pack.totalArea()) || target.nameZh().contains(areaName(area))
        ? target.nameZh()
        : "%s（%s）".formatted(target.nameZh(), areaName(area));
  }

  /** Name of an area. */
  String areaName(String area) {
    return pack.area(area).map(Area::nameZh).orElse(area);
  }

  /** Name of a unit, or of an area's government. */
  String unitName(String unit) {
    return pack.answererName(unit);
  }

  /** How a unit is called for short: by its first other name, where that is shorter. */
  String shortName(String unit) {
    String name = unitName(unit);
    return pack.unit(unit).stream()
        .flatMap(of -> of.aliases().stream().limit(1))
        .filter(alias -> alias.length() < name.length())
        .findFirst()
        .orElse(name);
  }

  /** Short names of units, each once. */
  String shortNames(Collection<String> units) {
    return units.stream().distinct().map(this::shortName).collect(Collectors.joining("、"));
  }

  /** The units that lead a target; one that stands in by default is said to. */
  String leads(Target target) {
    return unitNames(responsibilities.leads(target)) + (target.isNobodys() ? BY_DEFAULT : "");
  }

  /** Who was handed a problem: owners, and for an area's government the units that guide it. */
  String answers(TableRow problem) {
    String owners = unitNames(answering(problem));
    List<String> guides = problem.texts("guides");
    String guided = guides.isEmpty() ? "" : "（%s指导）".formatted(unitNames(guides));
    boolean byDefault =
        Responsibility.Basis.office_default.name().equals(problem.text("owner_basis"));
    return owners + guided + (byDefault ? BY_DEFAULT : "");
  }

  /** Codes of all who were handed a problem. */
  static List<String> answering(TableRow problem) {
    List<String> answering = new ArrayList<>(List.of(problem.text("owner")));
    answering.addAll(problem.texts("co_owners"));
    return answering;
  }

  private String unitNames(List<String> units) {
    return shortNames(units);
  }

  /** Name of the capital. */
  String capitalName() {
    return areaName(pack.capitalArea());
  }

  /** How a row's period is said. */
  String period(TableRow row) {
    return PeriodText.of(row.period(), accumulation(row));
  }

  /** The same in a table, without the year where that is the document's. */
  String periodInTable(TableRow row) {
    return row.period().year() == figures.period().year()
        ? PeriodText.withinYear(row.period(), accumulation(row))
        : period(row);
  }

  /** A day in a table: 7月31日, with its year where that is not the document's. */
  String dayInTable(LocalDate day) {
    String inWords = Shown.day(day);
    return day.getYear() == figures.period().year()
        ? inWords.substring(inWords.indexOf('年') + 1)
        : inWords;
  }

  private Accumulation accumulation(TableRow row) {
    return Optional.ofNullable(row.text("indicator"))
        .flatMap(pack::indicator)
        .map(Indicator::accumulation)
        .orElse(Accumulation.YTD);
  }

  /** Whether the plan is of the document's year: what it asks for is not asked of other years. */
  boolean isOfThePlan() {
    return figures.period().year() == pack.planYear();
  }

  /** What a target asks for. */
  Text required(TableRow row) {
    Target target = target(row);
    if (target.kind() == Target.Kind.assessed) {
      return Text.words("按进度完成");
    }
    if (target.value() == null) {
      return Text.words(target.comparator().nameZh());
    }
    Figure value = targetValue(target, ExactDecimal.plain(target.value()));
    return Text.fill("{}{}{}", target.comparator().nameZh(), value, target.unit());
  }

  /** The value of a target as the pack states it, printed in so many words. */
  Figure targetValue(Target target, String printed) {
    return stated("targets/" + target.targetId(), "value", target.value(), printed, target.unit());
  }

  /** How sure the interval of an estimate is, as the policy states it. */
  Figure confidence() {
    Policy policy = pack.policies().on(figures.asOf());
    BigDecimal percent = policy.landing().confidencePct();
    return stated(
        "policies/" + policy.policyId(),
        "confidence_pct",
        percent,
        ExactDecimal.plain(percent),
        "%");
  }

  private Figure stated(String row, String column, BigDecimal value, String printed, String unit) {
    FigureKey key = new FigureKey(row + "/" + pack.packId(), column);
    return new Figure(key, value, printed, unit, false, List.of());
  }

  /** Decimals in which figures of a target are printed. */
  int decimals(TableRow row) {
    Target target = target(row);
    return switch (target.kind()) {
      case growth_yoy, assessed -> Shown.GROWTH_DECIMALS;
      case capital_share -> Shown.SHARE_DECIMALS;
      case count_of_areas, overdue_rectifications -> 0;
      case level, increment ->
          pack.indicator(target.indicator()).map(Indicator::decimals).orElse(0);
    };
  }
}
