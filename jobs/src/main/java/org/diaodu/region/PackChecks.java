package org.diaodu.region;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;

/** What no single cell can show: whether the rows of a pack fit each other. */
final class PackChecks {
  private final RegionPack pack;
  private final PackTables tables;
  private final References known;

  private PackChecks(RegionPack pack, PackTables tables, References known) {
    this.pack = pack;
    this.tables = tables;
    this.known = known;
  }

  static void run(RegionPack pack, PackTables tables, YamlFile region, References known) {
    PackChecks checks = new PackChecks(pack, tables, known);
    checks.areas();
    checks.region(region);
    checks.dispatch(region);
    checks.indicators();
    checks.calendar();
  }

  private void areas() {
    CsvTable file = tables.areasFile();
    for (PackTables.Row<Area> row : tables.areaRows()) {
      Area area = row.value();
      if (!area.parent().isEmpty() && !known.hasArea(area.parent())) {
        file.fault(row.line(), "上级地区“%s”不在表中".formatted(area.parent()), "请改正parent或补上该地区");
      } else if (isItsOwnAncestor(area)) {
        file.fault(row.line(), "%s的上级关系绕成了圈".formatted(area.nameZh()), "请改正parent");
      }
      if (!pack.capitalArea().isEmpty()
          && file.isSound(row.line())
          && area.capital() != area.refArea().equals(pack.capitalArea())) {
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
    if (!known.hasArea(pack.totalArea()) && !pack.totalArea().isEmpty()) {
      region.fault("total_area", "地区“%s”不在areas.csv中".formatted(pack.totalArea()), "请改正");
    }
    if (!known.hasArea(pack.capitalArea()) && !pack.capitalArea().isEmpty()) {
      region.fault("capital_area", "地区“%s”不在areas.csv中".formatted(pack.capitalArea()), "请改正");
    }
  }

  private void dispatch(YamlFile region) {
    for (YamlNode entry : region.list("core_indicators")) {
      if (!known.hasIndicator(entry.text())) {
        entry.fault("指标“%s”不在indicators.csv中".formatted(entry.text()), "请改正core_indicators");
      }
    }
    String office = pack.dispatch().office();
    if (!office.isEmpty() && !known.hasUnit(office)) {
      region.fault("dispatch_office", "单位“%s”不在units.csv中".formatted(office), "请改正或补上该单位");
    }
  }

  private void indicators() {
    CsvTable file = tables.indicatorsFile();
    UniqueNames names = new UniqueNames(file);
    for (PackTables.Row<Indicator> row : tables.indicatorRows()) {
      Indicator i = row.value();
      if (!file.isSound(1)) {
        return;
      }
      names.add(
          row.line(), i.indicator(), List.of(i.nameZh(), i.nameEn()), i.aliases(), i.validity());
      if (!file.isSound(row.line())) {
        continue;
      }
      if (!i.indicator().matches("[a-z][a-z0-9_]*")) {
        file.fault(row.line(), "指标代码“%s”".formatted(i.indicator()), "只用小写字母、数字和下划线");
      }
      if (i.plausibleMin() != null
          && i.plausibleMax() != null
          && i.plausibleMin().compareTo(i.plausibleMax()) > 0) {
        file.fault(row.line(), "plausible_min大于plausible_max", "请核对两个界限");
      }
      if (!i.reporter().isEmpty() && !known.hasUnit(i.reporter())) {
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

  private void calendar() {
    CsvTable file = tables.calendarFile();
    if (!tables.calendar().isEmpty()
        && pack.planYear() > 0
        && tables.calendar().stream().noneMatch(e -> e.timePeriod().year() == pack.planYear())) {
      file.fault(0, "没有方案年份%d年的时期".formatted(pack.planYear()), "请补上该年各期的应报日期");
    }
    for (PackTables.Row<CalendarEntry> row : tables.calendarRows()) {
      CalendarEntry entry = row.value();
      if (!file.isSound(row.line())) {
        continue;
      }
      if (!known.hasIndicator(entry.indicator())) {
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
}
