package org.diaodu.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;

/** Whether each target means something: its kind, comparator, value, unit, rule and day. */
final class TargetChecks {
  /** Words by which things are counted: whichever is written, one is one. */
  private static final String COUNTING_WORDS = "个家户所项件名人支套条次位起场头座处辆台只";

  private final RegionPack pack;
  private final CsvTable file;
  private final References known;
  private final Target t;
  private final int line;

  private TargetChecks(
      RegionPack pack, CsvTable file, References known, PackTables.Row<Target> row) {
    this.pack = pack;
    this.file = file;
    this.known = known;
    this.t = row.value();
    this.line = row.line();
  }

  /**
   * Of a row that has a fault in a cell, only what it names is looked up: whether it means
   * something cannot be told. Of a file without a column that it must have, nothing is.
   */
  static void run(RegionPack pack, PackTables tables, References known) {
    CsvTable file = tables.targetsFile();
    for (PackTables.Row<Target> row : tables.targetRows()) {
      TargetChecks checks = new TargetChecks(pack, file, known, row);
      boolean isSound = file.isSound(row.line());
      if (file.isSound(1)) {
        checks.references();
      }
      if (file.isSound(1) && isSound) {
        checks.meaning();
      }
    }
  }

  private void meaning() {
    if (series()) {
      if (comparator()) {
        value();
      }
      unit();
      rules();
      scope();
    }
    deadline();
  }

  private void references() {
    for (String area : t.scope()) {
      if (!area.isEmpty() && !known.hasArea(area)) {
        fault("地区“%s”不在areas.csv中".formatted(area), "请改正scope");
      }
      pack.area(area).ifPresent(this::requireInPlanYear);
    }
    List<String> units = new ArrayList<>(t.participants());
    units.add(t.owner());
    for (String unit : units) {
      if (!unit.isEmpty() && !known.hasUnit(unit)) {
        fault("单位“%s”不在units.csv中".formatted(unit), "请改正或补上该单位");
      }
    }
    if (t.isMeasured() && !known.hasIndicator(t.indicator())) {
      fault("指标“%s”不在indicators.csv中".formatted(t.indicator()), "请改正或补上该指标");
    }
    for (String same : t.sameAs()) {
      if (!known.hasTarget(same) || same.equals(t.targetId())) {
        fault("same_as“%s”不是另一个目标".formatted(same), "请改正");
      }
    }
    if (t.comparator().isRelative() && !known.hasIndicator(t.reference())) {
      fault("对照的指标“%s”不在indicators.csv中".formatted(t.reference()), "请改正comparator");
    }
  }

  private void requireInPlanYear(Area area) {
    if (pack.planYear() != 0
        && !area.validity()
            .overlaps(
                new Validity(
                    LocalDate.of(pack.planYear(), Month.JANUARY, 1),
                    LocalDate.of(pack.planYear(), Month.DECEMBER, 31)))) {
      fault(
          "%s在%d年不存在".formatted(area.nameZh(), pack.planYear()),
          pack.successor(area.refArea())
              .map(next -> "请把scope改为接续它的%s（%s）".formatted(next.refArea(), next.nameZh()))
              .orElse("请改正scope"));
    }
  }

  /** Whether the series is there and can be measured so, or none is wanted. */
  private boolean series() {
    boolean bySeries =
        t.kind() != Target.Kind.assessed && t.kind() != Target.Kind.overdue_rectifications;
    if (bySeries != t.isMeasured()) {
      fault(
          bySeries ? "indicator是空的" : "kind是%s，却写了indicator".formatted(t.kind()),
          bySeries ? "请填写" : "请清空indicator或改正kind");
      return false;
    }
    if (!bySeries) {
      return true;
    }
    Indicator indicator = pack.indicator(t.indicator()).orElse(null);
    if (indicator == null || !known.isSound(indicator)) {
      return false; // Told already.
    }
    if (!fits(indicator.kind())) {
      fault("kind是%s，但指标%s是%s".formatted(t.kind(), t.indicator(), indicator.kind()), "请改正kind");
      return false;
    }
    if (t.kind() == Target.Kind.increment && indicator.accumulation() != Accumulation.YTD) {
      fault(
          "kind是increment，但指标%s是%s，不是从1月起的累计数".formatted(t.indicator(), indicator.accumulation()),
          "时点数和单期数请用level");
      return false;
    }
    if (t.kind() == Target.Kind.capital_share
        && pack.capitalArea().isEmpty()
        && !pack.totalArea().isEmpty()) {
      fault("kind是capital_share，region.yaml却没有capital_area", "请在region.yaml写明首府，或改正kind");
      return false;
    }
    if (t.kind() == Target.Kind.capital_share && !indicator.additive()) {
      fault("指标%s不能相加，首府没有占比".formatted(t.indicator()), "请改正indicator或kind");
      return false;
    }
    return true;
  }

  private boolean fits(IndicatorKind indicator) {
    return switch (t.kind()) {
      case growth_yoy -> indicator != IndicatorKind.rate;
      case level -> indicator != IndicatorKind.growth_only;
      case increment, capital_share, count_of_areas ->
          indicator == IndicatorKind.flow || indicator == IndicatorKind.stock;
      case assessed, overdue_rectifications -> true;
    };
  }

  /** Whether the comparator means something for the kind. */
  private boolean comparator() {
    boolean isMeant =
        switch (t.kind()) {
          case growth_yoy -> true;
          case level, increment, capital_share -> !t.comparator().isRelative();
          case count_of_areas -> t.comparator().isProrated();
          case assessed -> t.comparator().isDirection();
          case overdue_rectifications ->
              t.comparator().isCeiling() || t.comparator() == Comparator.EXACTLY;
        };
    if (!isMeant) {
      fault(
          "kind是%s，comparator“%s”没有意义".formatted(t.kind(), t.comparator().code()), "可用：" + meant());
    }
    return isMeant;
  }

  private String meant() {
    return switch (t.kind()) {
      case growth_yoy -> "任何一种";
      case level, increment, capital_share -> ">=、>、<=、<、=、~、up、down";
      case count_of_areas -> ">=、>、<=、<、=、~";
      case assessed -> "up、down（由责任单位报送完成的百分比）";
      case overdue_rectifications -> "<=、<、=";
    };
  }

  private void value() {
    boolean isWithout =
        t.comparator().isDirection()
            || t.comparator().isRelative()
            || t.kind() == Target.Kind.assessed;
    boolean isSetElsewhere =
        t.targetClass() == Target.TargetClass.external_value || !t.isDistinct();
    if (isWithout && t.value() != null) {
      fault("这样的目标没有数，却写了value", "请清空value");
    } else if (!isWithout && t.value() == null && !isSetElsewhere) {
      fault("没有写value", "请写目标值；由上级下达、尚未知道的，把class写成external_value");
    } else if (t.value() != null) {
      size(t.value());
    }
  }

  private void size(BigDecimal value) {
    switch (t.kind()) {
      case growth_yoy -> percent(value);
      case capital_share -> {
        percent(value);
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
          fault("占比%s%%不在0到100之间".formatted(value.toPlainString()), "请改正value");
        }
      }
      case increment -> {
        boolean isAlwaysMet =
            (t.comparator() == Comparator.AT_LEAST && value.signum() <= 0)
                || (t.comparator() == Comparator.ABOVE && value.signum() < 0);
        if (isAlwaysMet) {
          fault("数量目标%s%s不用做就已达到".formatted(t.comparator().code(), value), "请改正value或comparator");
        }
      }
      case count_of_areas, overdue_rectifications -> count(value);
      case level, assessed -> {}
    }
  }

  /** Seven percent are written 7; whoever means less than one percent says so in the note. */
  private void percent(BigDecimal value) {
    boolean isSmall = value.signum() != 0 && value.abs().compareTo(BigDecimal.ONE) < 0;
    String written = value.toPlainString() + "%";
    if (isSmall && !t.note().contains(written)) {
      fault(
          "value写的是%s，即%s".formatted(value.toPlainString(), written),
          "%s%%请写%s；确实是%s的，请在note中写明“%s”"
              .formatted(
                  value.movePointRight(2).stripTrailingZeros().toPlainString(),
                  value.movePointRight(2).stripTrailingZeros().toPlainString(),
                  written,
                  written));
    }
  }

  private void count(BigDecimal value) {
    boolean isOfAreas = t.kind() == Target.Kind.count_of_areas && known.hasAllAreas();
    BigDecimal most = BigDecimal.valueOf(areasInTotal());
    boolean isBelow = t.comparator() == Comparator.BELOW && value.signum() == 0;
    if (value.stripTrailingZeros().scale() > 0 || value.signum() < 0 || isBelow) {
      fault("个数%s%s不可能".formatted(t.comparator().code(), value.toPlainString()), "请写非负整数");
    } else if (isOfAreas && value.compareTo(most) > 0) {
      fault("计入合计的地区只有%s个，value却是%s".formatted(most, value.toPlainString()), "请改正value或areas.csv");
    }
  }

  /** At the end of the plan year; where that year cannot be read, at any time. */
  private int areasInTotal() {
    return pack.planYear() == 0
        ? pack.components().size()
        : pack.areasInTotal(TimePeriod.year(pack.planYear())).size();
  }

  private void unit() {
    boolean isPercent = t.kind() == Target.Kind.growth_yoy || t.kind() == Target.Kind.capital_share;
    if (isPercent && !t.unit().equals("%")) {
      fault("kind是%s，单位却是“%s”".formatted(t.kind(), t.unit()), "请写成半角的%");
    }
    boolean isOfSeries = t.kind() == Target.Kind.level || t.kind() == Target.Kind.increment;
    String ofSeries = pack.indicator(t.indicator()).map(Indicator::unit).orElse(t.unit());
    boolean isCounted = COUNTING_WORDS.contains(t.unit()) && COUNTING_WORDS.contains(ofSeries);
    if (isOfSeries && !t.unit().equals(ofSeries) && !isCounted) {
      fault(
          "单位“%s”与指标%s的单位“%s”不同".formatted(t.unit(), t.indicator(), ofSeries),
          "请把value换算成“%s”，或改正unit".formatted(ofSeries));
    }
  }

  private void rules() {
    boolean isCount = t.kind() == Target.Kind.count_of_areas;
    if (isCount && t.threshold() == null) {
      fault("count_of_areas没有写起算数", "请在rule写成>=100的样子");
    }
    if (!isCount && t.has(TargetRule.Kind.threshold)) {
      fault("kind是%s，rule却写了起算数".formatted(t.kind()), "起算数只用于count_of_areas，目标值请写在value");
    }
    boolean mayBeSinceLaunch = t.kind() == Target.Kind.level || t.kind() == Target.Kind.growth_yoy;
    if (t.has(TargetRule.Kind.since_launch) && !mayBeSinceLaunch) {
      fault("kind是%s，rule的since_launch没有意义".formatted(t.kind()), "自启动以来累计的请用level");
    }
  }

  private void scope() {
    List<String> allowed =
        switch (t.kind()) {
          case capital_share -> List.of(pack.capitalArea(), pack.totalArea());
          case count_of_areas -> List.of(pack.totalArea());
          default -> t.scope();
        };
    if (!allowed.contains("") && !allowed.containsAll(t.scope())) {
      fault(
          "kind是%s，scope却是%s".formatted(t.kind(), String.join(";", t.scope())),
          "请写" + String.join("或", allowed));
    }
  }

  /** What is due early next year is still dispatched: by the first quarter's dispatch at last. */
  private void deadline() {
    if (pack.planYear() == 0 || t.deadline().isEmpty()) {
      return;
    }
    LocalDate deadline = LocalDate.parse(t.deadline());
    LocalDate last = LocalDate.of(pack.planYear() + 1, Month.MARCH, 31);
    if (deadline.getYear() < pack.planYear() || deadline.isAfter(last)) {
      fault(
          "期限%s不在方案年份%d年".formatted(deadline, pack.planYear()),
          "请改正deadline；最迟可写到%s".formatted(last));
    }
  }

  private void fault(String found, String remedy) {
    file.fault(line, found, remedy);
  }
}
