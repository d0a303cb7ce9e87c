package org.diaodu.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;

/**
 * What a department writes of one series: which periods, what is rounded how, what is preliminary
 * and revised later, what comes late, never, or is taken back.
 */
final class SimulatedReports {
  /** Units in which departments write though the indicator has another: decimal places to move. */
  private static final Map<String, Integer> FINER = Map.of("亿元/万元", 4, "万人次/人次", 4);

  private final SimulationPlan plan;
  private final SimulationPlan.Series series;
  private final Indicator indicator;

  SimulatedReports(SimulationPlan plan, SimulationPlan.Series series, Indicator indicator) {
    this.plan = plan;
    this.series = series;
    this.indicator = indicator;
  }

  List<SimulatedRow> of(Area area, SimulatedSeries figures) {
    List<SimulatedRow> rows = new ArrayList<>();
    for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
      for (int n = 1; n <= indicator.frequency().periodsPerYear(); n++) {
        TimePeriod period = new TimePeriod(indicator.frequency(), year, n);
        if (isReported(area, period)) {
          rows.addAll(report(area, figures, period));
        }
      }
      if (series.revisionPct() != 0 && year < plan.toYear()) {
        rows.add(
            revision(
                area,
                figures,
                new TimePeriod(
                    indicator.frequency(), year, indicator.frequency().periodsPerYear())));
      }
    }
    plan.withdrawal()
        .filter(w -> w.area().equals(area.refArea()) && w.indicator().equals(indicator.indicator()))
        .ifPresent(w -> rows.add(withdrawal(area, w)));
    return rows;
  }

  private boolean isReported(Area area, TimePeriod period) {
    boolean january = period.frequency() == Frequency.M && period.number() == 1;
    boolean gap =
        plan.gap()
            .filter(g -> g.area().equals(area.refArea()))
            .filter(g -> g.indicator().equals(indicator.indicator()))
            .filter(g -> g.period().equals(period))
            .isPresent();
    return !gap && (series.january() || !january);
  }

  private List<SimulatedRow> report(Area area, SimulatedSeries figures, TimePeriod period) {
    List<SimulatedRow> rows = new ArrayList<>();
    LocalDate released = released(area, period);
    String file = file(area, period);
    String status = series.revisionPct() != 0 ? "P" : "A";
    if (indicator.kind() != IndicatorKind.growth_only) {
      rows.add(
          row(
              file,
              area,
              period,
              Measure.LEVEL,
              written(level(figures, period)),
              unit(),
              status,
              released,
              ""));
    }
    if (indicator.kind() == IndicatorKind.growth_only) {
      BigDecimal rate = rounded(figures.month(period.year(), period.endMonth()), 1);
      rows.add(row(file, area, period, Measure.YOY, rate.toPlainString(), "%", "A", released, ""));
    } else if (indicator.accumulation() == Accumulation.YTD && period.year() > plan.fromYear()) {
      rows.add(
          row(
              file,
              area,
              period,
              Measure.YOY,
              growth(figures, period).toPlainString(),
              "%",
              "A",
              released,
              growthNote(period)));
    }
    return rows;
  }

  private double level(SimulatedSeries figures, TimePeriod period) {
    return indicator.accumulation() == Accumulation.YTD
        ? figures.yearToDate(period.year(), period.endMonth())
        : figures.month(period.year(), period.endMonth());
  }

  private BigDecimal growth(SimulatedSeries figures, TimePeriod period) {
    double now = level(figures, period);
    double ago = level(figures, period.yearEarlier());
    double shift = isComparable(period) ? series.comparablePp() : 0;
    return rounded(100 * (now / ago - 1) - series.pricePp() + shift, 1);
  }

  private boolean isComparable(TimePeriod period) {
    return series.comparablePp() != 0 && period.year() == plan.toYear();
  }

  private String growthNote(TimePeriod period) {
    return isComparable(period) ? "按可比口径" : series.pricePp() != 0 ? "按可比价" : "";
  }

  private SimulatedRow revision(Area area, SimulatedSeries figures, TimePeriod period) {
    double revised = level(figures, period) * (1 + series.revisionPct() / 100);
    LocalDate released =
        indicator.frequency() == Frequency.M
            ? LocalDate.of(period.year() + 1, 3, 28)
            : LocalDate.of(period.year() + 1, 10, 18);
    return row(
        "%d/%s-revision-%d.csv".formatted(period.year() + 1, series.department(), period.year()),
        area,
        period,
        Measure.LEVEL,
        written(revised),
        unit(),
        "A",
        released,
        "年度修订");
  }

  private SimulatedRow withdrawal(Area area, SimulationPlan.Withdrawal w) {
    return row(
        "%d/%s-withdrawal.csv".formatted(w.period().year(), series.department()),
        area,
        w.period(),
        Measure.LEVEL,
        "",
        unit(),
        "M",
        w.releaseDate(),
        "发布后撤回");
  }

  private SimulatedRow row(
      String file,
      Area area,
      TimePeriod period,
      Measure measure,
      String value,
      String unit,
      String status,
      LocalDate released,
      String note) {
    return new SimulatedRow(
        file,
        area.nameZh(),
        indicator.nameZh(),
        period,
        indicator.accumulation(),
        measure,
        value,
        unit,
        status,
        released,
        note);
  }

  private boolean isLate(Area area, TimePeriod period) {
    return plan.late()
        .filter(l -> l.area().equals(area.refArea()) && l.department().equals(series.department()))
        .filter(l -> period.frequency() == Frequency.M && l.year() == period.year())
        .filter(l -> l.months().contains(period.number()))
        .isPresent();
  }

  private LocalDate released(Area area, TimePeriod period) {
    if (isLate(area, period)) {
      return plan.late().orElseThrow().releaseDate();
    }
    LocalDate next = period.lastDay().plusDays(1);
    return switch (period.frequency()) {
      case A -> LocalDate.of(period.year() + 1, 3, 25);
      case Q -> next.withDayOfMonth(22);
      case M -> next.withDayOfMonth(series.releaseDay());
    };
  }

  private String file(Area area, TimePeriod period) {
    if (isLate(area, period)) {
      return "%d/%s-late-%s.csv".formatted(period.year(), series.department(), area.refArea());
    }
    return period.frequency() == Frequency.A
        ? "%d/%s-%d-annual.csv".formatted(period.year() + 1, series.department(), period.year())
        : "%d/%s-%d-Q%d.csv"
            .formatted(
                period.year(), series.department(), period.year(), (period.endMonth() + 2) / 3);
  }

  private String unit() {
    return series.unit().isEmpty() ? indicator.unit() : series.unit();
  }

  /**
   * As the department writes it: in its own unit, and there to as many decimals as the indicator
   * prints.
   */
  private String written(double value) {
    if (series.unit().isEmpty()) {
      return rounded(value, indicator.decimals()).toPlainString();
    }
    Integer finer = FINER.get(indicator.unit() + "/" + series.unit());
    if (finer == null) {
      throw new IllegalArgumentException(
          "simulation.yaml：%s不能写成%s".formatted(indicator.indicator(), series.unit()));
    }
    return rounded(value * Math.pow(10, finer), 0).toPlainString();
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
