package org.diaodu.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Validity;

/** What no single cell can show: whether the rows of a pack fit each other. */
final class PackChecks {
  private final RegionPack pack;
  private final PackTables tables;

  private PackChecks(RegionPack pack, PackTables tables) {
    this.pack = pack;
    this.tables = tables;
  }

  static void run(RegionPack pack, PackTables tables, YamlFile region, YamlFile policy) {
    PackChecks checks = new PackChecks(pack, tables);
    checks.areas();
    checks.region(region);
    checks.indicators();
    checks.targets();
    checks.calendar();
    checks.policy(policy);
  }

  private void areas() {
    CsvTable file = tables.areasFile();
    for (PackTables.Row<Area> row : tables.areaRows()) {
      Area area = row.value();
      if (!area.parent().isEmpty() && pack.area(area.parent()).isEmpty()) {
        file.fault(row.line(), "上级地区“%s”不在表中".formatted(area.parent()), "请改正parent或补上该地区");
      } else if (isItsOwnAncestor(area)) {
        file.fault(row.line(), "%s的上级关系绕成了圈".formatted(area.nameZh()), "请改正parent");
      }
      if (area.capital() != area.refArea().equals(pack.capitalArea())) {
        file.fault(
            row.line(),
            "is_capital与region.yaml的capital_area（%s）不一致".formatted(pack.capitalArea()),
            "请改成一致");
      }
      if (area.capital() && !area.inTotal()) {
        file.fault(row.line(), "首府%s不计入合计".formatted(area.nameZh()), "请把in_total改为true");
      }
    }
    UniqueNames names = new UniqueNames(file);
    for (PackTables.Row<Area> row : tables.areaRows()) {
      Area a = row.value();
      names.add(
          row.line(), a.refArea(), List.of(a.nameZh(), a.nameEn()), a.aliases(), a.validity());
      succession(file, row.line(), a);
    }
  }

  /** A successor begins after its predecessors, and each of these has one successor alone. */
  private void succession(CsvTable file, int line, Area area) {
    for (String code : area.succeeds()) {
      Area before = pack.area(code).orElse(null);
      if (before == null) {
        file.fault(line, "succeeds“%s”不在表中".formatted(code), "请改正succeeds或补上该地区");
      } else if (area.validity().first() == null
          || !before.validity().isOverBy(area.validity().first())) {
        file.fault(
            line,
            "%s接续%s，但%s在它开始之前没有终止".formatted(area.nameZh(), before.nameZh(), before.nameZh()),
            "请填写%s的valid_to和%s的valid_from，前者要早于后者".formatted(before.nameZh(), area.nameZh()));
      } else if (pack.areas().stream().filter(a -> a.succeeds().contains(code)).count() > 1) {
        file.fault(
            line,
            "接续%s的地区不止一个".formatted(before.nameZh()),
            "上年的数不能拆分。只保留一个地区的succeeds，其余清空，它们没有上年同期数");
      }
    }
  }

  private boolean isItsOwnAncestor(Area area) {
    Set<String> seen = new HashSet<>();
    String code = area.refArea();
    while (!code.isEmpty()) {
      if (!seen.add(code)) {
        return true;
      }
      code = pack.area(code).map(Area::parent).orElse("");
    }
    return false;
  }

  private void region(YamlFile region) {
    if (pack.area(pack.totalArea()).isEmpty() && !pack.totalArea().isEmpty()) {
      region.fault("total_area", "地区“%s”不在areas.csv中".formatted(pack.totalArea()), "请改正");
    }
    if (pack.area(pack.capitalArea()).isEmpty() && !pack.capitalArea().isEmpty()) {
      region.fault("capital_area", "地区“%s”不在areas.csv中".formatted(pack.capitalArea()), "请改正");
    }
  }

  private void indicators() {
    CsvTable file = tables.indicatorsFile();
    UniqueNames names = new UniqueNames(file);
    for (PackTables.Row<Indicator> row : tables.indicatorRows()) {
      Indicator i = row.value();
      names.add(
          row.line(), i.indicator(), List.of(i.nameZh(), i.nameEn()), i.aliases(), i.validity());
      if (!i.indicator().matches("[a-z][a-z0-9_]*")) {
        file.fault(row.line(), "指标代码“%s”".formatted(i.indicator()), "只用小写字母、数字和下划线");
      }
      if (i.plausibleMin() != null
          && i.plausibleMax() != null
          && i.plausibleMin().compareTo(i.plausibleMax()) > 0) {
        file.fault(row.line(), "plausible_min大于plausible_max", "请核对两个界限");
      }
      if (!i.reporter().isEmpty() && pack.unit(i.reporter()).isEmpty()) {
        file.fault(row.line(), "单位“%s”不在units.csv中".formatted(i.reporter()), "请改正reporter或补上该单位");
      }
      if (i.decimals() > 6) {
        file.fault(row.line(), "decimals是%d".formatted(i.decimals()), "最多6位");
      }
      boolean noSum = i.kind() == IndicatorKind.growth_only || i.kind() == IndicatorKind.rate;
      if (noSum && i.additive()) {
        file.fault(row.line(), "%s不能相加，additive却是true".formatted(i.kind()), "请改为false");
      }
      if (i.kind() == IndicatorKind.growth_only && i.growthSource() != GrowthSource.published) {
        file.fault(row.line(), "只发布增速的指标无法计算增速", "请把growth_source改为published");
      }
      if (i.kind() == IndicatorKind.stock && i.accumulation() != Accumulation.EOP) {
        file.fault(row.line(), "时点数的累计口径是%s".formatted(i.accumulation()), "请改为EOP");
      }
      if (i.kind() == IndicatorKind.flow && i.accumulation() == Accumulation.EOP) {
        file.fault(row.line(), "时期数的累计口径是EOP", "请改为YTD或PER");
      }
    }
  }

  private void targets() {
    CsvTable file = tables.targetsFile();
    for (PackTables.Row<Target> row : tables.targetRows()) {
      Target t = row.value();
      int line = row.line();
      measured(file, line, t);
      if (t.scope().isEmpty()) {
        file.fault(line, "scope是空的", "请写适用地区的代码");
      }
      for (String area : t.scope()) {
        if (pack.area(area).isEmpty()) {
          file.fault(line, "地区“%s”不在areas.csv中".formatted(area), "请改正scope");
        } else if (!pack.area(area).get().validity().overlaps(planYear())) {
          file.fault(
              line,
              "%s在%d年不存在".formatted(pack.area(area).get().nameZh(), pack.planYear()),
              pack.successor(area)
                  .map(next -> "请把scope改为接续它的%s（%s）".formatted(next.refArea(), next.nameZh()))
                  .orElse("请改正scope"));
        }
      }
      List<String> units = new ArrayList<>(t.participants());
      units.add(t.owner());
      for (String unit : units) {
        if (!unit.isEmpty() && pack.unit(unit).isEmpty()) {
          file.fault(line, "单位“%s”不在units.csv中".formatted(unit), "请改正或补上该单位");
        }
      }
      for (String same : t.sameAs()) {
        if (pack.target(same).isEmpty() || same.equals(t.targetId())) {
          file.fault(line, "same_as“%s”不是另一个目标".formatted(same), "请改正");
        }
      }
      value(file, line, t);
    }
  }

  private Validity planYear() {
    return new Validity(LocalDate.of(pack.planYear(), 1, 1), LocalDate.of(pack.planYear(), 12, 31));
  }

  private void measured(CsvTable file, int line, Target t) {
    boolean bySeries =
        t.kind() != Target.Kind.assessed && t.kind() != Target.Kind.overdue_rectifications;
    Indicator indicator = pack.indicator(t.indicator()).orElse(null);
    if (bySeries != t.isMeasured()) {
      file.fault(
          line,
          bySeries ? "indicator是空的" : "kind是%s，却写了indicator".formatted(t.kind()),
          bySeries ? "请填写" : "请清空indicator或改正kind");
    } else if (bySeries && indicator == null) {
      file.fault(line, "指标“%s”不在indicators.csv中".formatted(t.indicator()), "请改正或补上该指标");
    } else if (bySeries && !fits(t.kind(), indicator.kind())) {
      file.fault(
          line, "kind是%s，但指标%s是%s".formatted(t.kind(), t.indicator(), indicator.kind()), "请改正kind");
    }
    if (t.comparator().isRelative() && pack.indicator(t.reference()).isEmpty()) {
      file.fault(line, "对照的指标“%s”不在indicators.csv中".formatted(t.reference()), "请改正comparator");
    }
    if (t.kind() == Target.Kind.count_of_areas && t.threshold() == null) {
      file.fault(line, "count_of_areas没有写起算数", "请在rule写成>=100的样子");
    }
  }

  private static void value(CsvTable file, int line, Target t) {
    boolean none =
        t.comparator().isDirection()
            || t.comparator().isRelative()
            || t.kind() == Target.Kind.assessed;
    boolean setElsewhere = t.targetClass() == Target.TargetClass.external_value || !t.isDistinct();
    if (none && t.value() != null) {
      file.fault(line, "这样的目标没有数，却写了value", "请清空value");
    }
    if (!none && t.value() == null && !setElsewhere) {
      file.fault(line, "没有写value", "请写目标值；由上级下达、尚未知道的，把class写成external_value");
    }
  }

  private static boolean fits(Target.Kind kind, IndicatorKind indicator) {
    return switch (kind) {
      case growth_yoy -> indicator != IndicatorKind.rate;
      case level -> indicator != IndicatorKind.growth_only;
      case increment, capital_share, count_of_areas ->
          indicator == IndicatorKind.flow || indicator == IndicatorKind.stock;
      case assessed, overdue_rectifications -> true;
    };
  }

  private void calendar() {
    CsvTable file = tables.calendarFile();
    for (PackTables.Row<CalendarEntry> row : tables.calendarRows()) {
      CalendarEntry entry = row.value();
      if (pack.indicator(entry.indicator()).isEmpty()) {
        file.fault(row.line(), "指标“%s”不在indicators.csv中".formatted(entry.indicator()), "请改正");
      }
      if (entry.frequency() != entry.timePeriod().frequency()) {
        file.fault(row.line(), "freq与时期%s不一致".formatted(entry.timePeriod()), "请改正");
      }
      if (entry.expected() && entry.dueDate() == null) {
        file.fault(row.line(), "应有数据却没有due_date", "请写截止日期");
      }
      if (entry.dueDate() != null && entry.dueDate().isBefore(entry.timePeriod().lastDay())) {
        file.fault(row.line(), "截止日期%s早于本期结束".formatted(entry.dueDate()), "请改正");
      }
    }
  }

  private void policy(YamlFile policy) {
    for (String field : List.of("applies_to_counties", "phased_by_history", "due_at_deadline")) {
      for (YamlNode id : policy.list(field)) {
        if (pack.target(id.text()).isEmpty()) {
          id.fault("目标“%s”不在targets.csv中".formatted(id.text()), "请改正" + field);
        }
      }
    }
    for (YamlNode code : policy.list("reconciled_to_total")) {
      Indicator indicator = pack.indicator(code.text()).orElse(null);
      if (indicator == null) {
        code.fault("指标“%s”不在indicators.csv中".formatted(code.text()), "请改正reconciled_to_total");
      } else if (!indicator.additive()) {
        code.fault("指标%s不能相加".formatted(code.text()), "请从reconciled_to_total中删去");
      }
    }
  }
}
