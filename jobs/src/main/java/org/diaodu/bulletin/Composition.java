package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.Text;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Light;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.ResponsibleUnit;
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
 */
record Composition(
    RegionPack pack, BulletinFigures figures, String document, Predicate<Target> about) {

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

  /** The target of growth of an indicator that is set for the whole, or held against an area. */
  Optional<TableRow> growthJudgement(Indicator indicator, String area) {
    return pack.targets().stream()
        .filter(t -> t.kind() == Target.Kind.growth_yoy && t.isDistinct())
        .filter(t -> t.indicator().equals(indicator.indicator()))
        .flatMap(t -> judgement(t, area).stream())
        .findFirst();
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

  /** A target of a part of the whole is named with that part. */
  String named(TableRow row) {
    Target target = target(row);
    String area = row.text("ref_area");
    return area.equals(pack.totalArea())
        ? target.nameZh()
        : "%s（%s）".formatted(target.nameZh(), areaName(area));
  }

  /** Name of an area. */
  String areaName(String area) {
    return pack.area(area).map(Area::nameZh).orElse(area);
  }

  /** Name of a unit. */
  String unitName(String unit) {
    return pack.unit(unit).map(ResponsibleUnit::nameZh).orElse(unit);
  }

  /** Name of the capital. */
  String capitalName() {
    return areaName(pack.capitalArea());
  }

  /** How a row's period is said. */
  String period(TableRow row) {
    Accumulation accumulation =
        Optional.ofNullable(row.text("indicator"))
            .flatMap(pack::indicator)
            .map(Indicator::accumulation)
            .orElse(Accumulation.YTD);
    return org.diaodu.document.PeriodText.of(row.period(), accumulation);
  }

  /** What a target asks for. */
  Text required(TableRow row) {
    Target target = target(row);
    if (target.kind() == Target.Kind.assessed) {
      return Text.words("按进度完成（%）");
    }
    if (target.value() == null) {
      return Text.words(target.comparator().nameZh());
    }
    Figure value =
        new Figure(
            new FigureKey("targets/%s/%s".formatted(target.targetId(), pack.packId()), "value"),
            target.value(),
            plain(target.value()),
            target.unit(),
            false,
            List.of());
    return Text.fill("{}{}{}", target.comparator().nameZh(), value, target.unit());
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

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
