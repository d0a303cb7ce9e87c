package org.diaodu.ingest;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.layout.FractionGrowth;
import org.diaodu.region.Indicator;

/**
 * The figure of a line in the indicator's unit.
 *
 * @param value the figure; null where it is withdrawn or faulty
 * @param decimals decimals with which the source printed it, in the indicator's unit
 */
record LineFigure(BigDecimal value, int decimals) {
  private static final LineFigure NONE = new LineFigure(null, 0);

  /**
   * A figure in a small unit is rounded to the stored six decimals only where this much is left.
   */
  private static final int DIGITS_KEPT = 6;

  /** Usual decimals of a growth that nothing beside it says to be in percent. */
  private static final int DECIMALS_WITHOUT_A_UNIT = 1;

  static LineFigure read(
      LineFields line, Indicator indicator, LineDimensions dimensions, LineFaults faults) {
    String written = line.text("obs_value");
    int column = line.column("obs_value");
    if (written.isEmpty()) {
      return NONE;
    }
    boolean percent = written.endsWith("%") || written.endsWith("\uFF05");
    String digits = percent ? written.substring(0, written.length() - 1) : written;
    BigDecimal printed = FigureParser.parse(digits).orElse(null);
    if (printed == null) {
      faults.add(
          "not_a_number", column, written, "数字", "“%s”不是数字。请只写数字，单位写在unit列".formatted(written));
      return NONE;
    }
    if (dimensions.status() != null && dimensions.status().isMissing()) {
      faults.add(
          "missing_with_value",
          column,
          written,
          "空",
          "状态%s表示没有数据，却写了%s。请去掉数值或改正状态".formatted(dimensions.status(), written));
      return NONE;
    }
    if (indicator == null || dimensions.measure() == null) {
      return NONE;
    }
    String unit = unit(line, percent, dimensions.measure().unit(indicator.unit()), faults);
    boolean bare = line.isTidy() && !percent && dimensions.measure().isGrowth();
    int usual = line.unit().isEmpty() ? DECIMALS_WITHOUT_A_UNIT : FractionGrowth.DECIMALS;
    if (bare && FractionGrowth.isLike(printed, printed.scale(), usual)) {
      faults.add(FractionGrowth.RULE, column, written, "百分数，如5.1", FractionGrowth.message(printed));
    }
    return unit == null
        ? NONE
        : converted(line, indicator, dimensions.measure(), printed, unit, faults);
  }

  /** The unit that is stated, or else the one that is wanted; null where two are stated. */
  private static String unit(LineFields line, boolean percent, String wanted, LineFaults faults) {
    String ofIndicator = ColumnNames.knownUnit(line.text("indicator"));
    if (!percent && ofIndicator.isEmpty() && !line.hasOwnUnit()) {
      return line.unit().isEmpty() ? wanted : line.unit();
    }
    Set<String> stated = new LinkedHashSet<>();
    if (percent) {
      stated.add("%");
    }
    add(stated, line.unit());
    if (!wanted.equals("%")) {
      // Behind the name of an amount, also where its growth is meant.
      add(stated, ofIndicator);
      add(stated, line.header().values().size() == 1 ? line.text("unit") : "");
    }
    if (stated.size() > 1) {
      String all = String.join("”和“", stated);
      faults.add(
          "contradicting_units",
          line.column("obs_value"),
          String.join("；", stated),
          "一种单位",
          "单位的说法不一：“%s”。请改正".formatted(all));
      return null;
    }
    return stated.isEmpty() ? wanted : stated.iterator().next();
  }

  private static void add(Set<String> stated, String unit) {
    if (!unit.isEmpty()) {
      stated.add(UnitConversion.normal(unit));
    }
  }

  private static LineFigure converted(
      LineFields line,
      Indicator indicator,
      Measure measure,
      BigDecimal printed,
      String unit,
      LineFaults faults) {
    boolean growth = measure.isGrowth();
    String wanted = measure.unit(indicator.unit());
    BigDecimal value = UnitConversion.convert(printed, unit, wanted).orElse(null);
    if (value == null) {
      faults.add(
          "wrong_unit",
          line.column("unit"),
          unit,
          wanted,
          "“%s”%s的单位应是%s或可以精确换算的单位，不能是“%s”"
              .formatted(indicator.nameZh(), growth ? "增速" : "", wanted, unit));
      return NONE;
    }
    if (!ExactDecimal.fits(value)) {
      BigDecimal rounded = ExactDecimal.stored(value);
      if (!ExactDecimal.fits(rounded) || digits(rounded) < DIGITS_KEPT) {
        faults.add(
            "does_not_fit",
            line.column("obs_value"),
            printed.toPlainString(),
            "整数不超过12位，小数不超过6位",
            "%s%s换算成%s是%s，超出可存储的位数。请核对数字和单位"
                .formatted(printed.toPlainString(), unit, wanted, TidyCsvLine.plain(value)));
        return NONE;
      }
      faults.warn(
          "rounded",
          line.column("obs_value"),
          printed.toPlainString(),
          "小数不超过6位",
          "%s%s换算成%s是%s，已四舍五入为%s收下，原文保留"
              .formatted(
                  printed.toPlainString(),
                  unit,
                  wanted,
                  TidyCsvLine.plain(value),
                  TidyCsvLine.plain(rounded)));
      value = rounded;
    }
    if (!growth || indicator.kind() == IndicatorKind.growth_only) {
      checkPlausible(line, indicator, value, wanted, faults);
    }
    int converted = value.scale() - printed.scale();
    boolean shown = line.shownDecimals() >= 0;
    return new LineFigure(value, shown ? line.shownDecimals() + converted : value.scale());
  }

  private static int digits(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.unscaledValue().abs().toString().length();
  }

  private static void checkPlausible(
      LineFields line, Indicator indicator, BigDecimal value, String unit, LineFaults faults) {
    boolean low = indicator.plausibleMin() != null && value.compareTo(indicator.plausibleMin()) < 0;
    boolean high =
        indicator.plausibleMax() != null && value.compareTo(indicator.plausibleMax()) > 0;
    if (low || high) {
      BigDecimal bound = low ? indicator.plausibleMin() : indicator.plausibleMax();
      faults.warn(
          "out_of_bounds",
          line.column("obs_value"),
          TidyCsvLine.plain(value),
          (low ? "≥" : "≤") + TidyCsvLine.plain(bound),
          "“%s”为%s%s，%s合理界限%s%s。请核对"
              .formatted(
                  indicator.nameZh(),
                  TidyCsvLine.plain(value),
                  unit,
                  low ? "低于" : "高于",
                  TidyCsvLine.plain(bound),
                  unit));
    }
  }
}
