package org.diaodu.ingest;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Optional;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.NameIndex;
import org.diaodu.region.RegionPack;

/** Finds the area and the indicator that a line names, as they are at the period of the line. */
final class LineNames implements Serializable {
  private static final long serialVersionUID = 1L;

  private final NameIndex areaNames;
  private final NameIndex indicatorNames;
  private final HashMap<String, Area> areas = new HashMap<>();
  private final HashMap<String, Indicator> indicators = new HashMap<>();
  private final HashMap<String, String> successors = new HashMap<>();

  LineNames(RegionPack pack) {
    this.areaNames = NameIndex.ofAreas(pack);
    this.indicatorNames = NameIndex.ofIndicators(pack);
    for (Area area : pack.areas()) {
      areas.put(area.refArea(), area);
      pack.successor(area.refArea()).ifPresent(by -> successors.put(area.refArea(), by.nameZh()));
    }
    pack.indicators().forEach(indicator -> indicators.put(indicator.indicator(), indicator));
  }

  /**
   * Code of the area; null, with a fault, where none is named, and where it does not exist at the
   * end of the period.
   *
   * @param period null where the line states none; then no area is refused for it
   */
  String area(LineFields line, TimePeriod period, LineFaults faults) {
    String code = code(areaNames, line, "ref_area", "unknown_area", "地区", period, faults);
    Area area = areas.get(code);
    if (area == null || exists(area.validity(), period)) {
      return code;
    }
    String by = successors.get(code);
    refuse(
        line,
        "ref_area",
        "area_not_valid",
        area.nameZh(),
        area.validity(),
        period,
        area.validity().isOverBy(period.lastDay()) && by != null ? "，之后由%s接续".formatted(by) : "",
        faults);
    return null;
  }

  /**
   * The indicator; null, with a fault, where none is named, and where it is not collected at the
   * end of the period.
   */
  Indicator indicator(LineFields line, TimePeriod period, LineFaults faults) {
    String code =
        code(indicatorNames, line, "indicator", "unknown_indicator", "指标", period, faults);
    Indicator indicator = indicators.get(code);
    if (indicator == null || exists(indicator.validity(), period)) {
      return indicator;
    }
    refuse(
        line,
        "indicator",
        "indicator_not_valid",
        indicator.nameZh(),
        indicator.validity(),
        period,
        "",
        faults);
    return null;
  }

  private static boolean exists(Validity validity, TimePeriod period) {
    return period == null || validity.isAt(period);
  }

  private static void refuse(
      LineFields line,
      String field,
      String rule,
      String name,
      Validity validity,
      TimePeriod period,
      String after,
      LineFaults faults) {
    boolean over = validity.isOverBy(period.lastDay());
    // The figure is refused, and stands in its own column; a report of progress has none.
    int figure = line.column("obs_value");
    faults.add(
        rule,
        figure == 0 ? line.column(field) : figure,
        line.text(field),
        over ? "不晚于" + validity.last() : "不早于" + validity.first(),
        over
            ? "“%s”到%s为止%s，没有%s的数据。请核对名称和时期".formatted(name, validity.last(), after, period)
            : "“%s”从%s才开始，没有%s的数据。请核对名称和时期".formatted(name, validity.first(), period));
  }

  private static String code(
      NameIndex names,
      LineFields line,
      String field,
      String rule,
      String what,
      TimePeriod period,
      LineFaults faults) {
    String written = line.text(field);
    if (written.isEmpty()) {
      faults.add(
          "missing_" + field, line.column(field), "", what + "的代码或名称", "没有写%s。请补上".formatted(what));
      return null;
    }
    Optional<String> code = names.code(written, period);
    if (code.isEmpty()) {
      String nearest = String.join("、", names.nearest(written, 3));
      faults.add(
          rule,
          line.column(field),
          written,
          nearest,
          "%s“%s”不认得，最接近的是：%s。请改正，或把它作为别名加入地区包".formatted(what, written, nearest));
    }
    return code.orElse(null);
  }
}
